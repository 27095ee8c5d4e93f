"""Rules about a report's parts that take options, by the name a data file calls them, with the options each takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks import (
    announced,
    family_titles,
    foreign,
    former_organs,
    matching,
    near_names,
    near_organs,
    near_titles,
    order,
    past,
    people,
    sessions,
    specific,
    style,
    told_ways,
    trades,
    units_mixed,
    year_counts,
)
from assistant.checks.options import Options
from assistant.checks.rule import Located, Survey

Check = Callable[[Survey, Options], Iterable[Located]]


@dataclass(frozen=True, slots=True)
class WithOptions:
    """A check together with what its rule says."""

    check: Check
    options: Options

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield what the check finds."""
        yield from self.check(survey, self.options)


STRUCTURE: Mapping[str, tuple[Check, frozenset[str]]] = {
    "misplaced": (order.misplaced, frozenset({"order"})),
    "too_short": (specific.too_short, frozenset({"roles", "least", "written"})),
    "mixed_lines": (style.mixed_lines, frozenset({"least"})),
    "odd_opening": (style.odd_opening, frozenset({"least", "words"})),
    "mixed_numbers": (style.mixed_numbers, frozenset({"least"})),
    "mixed_marks": (style.mixed_marks, frozenset({"least"})),
    "jumps": (style.jumps, frozenset()),
    "run_on": (style.run_on, frozenset()),
    "without_figures": (specific.without_figures, frozenset({"kinds", "least", "figure_pattern"})),
    "vague_problems": (specific.vague_problems, frozenset({"vague_pattern"})),
    "unanswered": (specific.unanswered, frozenset({"least", "problem_pattern", "result_pattern"})),
    "impersonal": (specific.impersonal, frozenset({"kinds", "least", "person_pattern"})),
    "untold": (specific.untold, frozenset({"kinds", "not_variants", "least", "words_pattern"})),
    "unmatched_problems": (matching.unmatched_problems, frozenset({"kinds", "least", "themes"})),
    "near_names": (near_names.slips, frozenset({"counted", "known", "names"})),
    "near_organs": (near_organs.slips, frozenset({"organs", "known"})),
    "family_titles": (family_titles.near, frozenset({"titles", "known", *family_titles.FAMILIES})),
    "misdated_sessions": (sessions.misdated, frozenset({"sessions"})),
    "former_organs": (former_organs.former, frozenset({"organs"})),
    "near_titles": (near_titles.near, frozenset({"titles", "name_pattern"})),
    "foreign_words": (foreign.words, frozenset({"foreign"})),
    "foreign_people": (people.words, frozenset({"people"})),
    "year_counts": (year_counts.again, frozenset({"activities"})),
    "units_mixed": (units_mixed.mixed, frozenset({"units"})),
    "told_ways": (told_ways.mixed, frozenset({"ways"})),
    "trade_words": (trades.words, frozenset({"trades"})),
    "past_work": (past.over, frozenset({"over"})),
    "announced_list": (announced.announced_list, frozenset({"announced_pattern"})),
}
