"""Problems and the measures that answer them, matched by what they are about; links made by hand come first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.answering import Theme, answers
from assistant.checks.options import Options
from assistant.checks.parts import outermost, text_of
from assistant.checks.points import Item, items_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.rule_set import RuleSet
from assistant.document.block import Document
from assistant.document.outline import Report


@dataclass(frozen=True, slots=True)
class Pair:
    """A problem and the measure that answers it; `themes` say why, `by_hand`: the user has linked them."""

    problem: Item
    measure: Item
    themes: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """All problems and measures of a report: in pairs, or without a counterpart, in reading order.

    `spare` are measures that could answer a problem that has a better one.
    """

    pairs: tuple[Pair, ...] = ()
    problems: tuple[Item, ...] = ()
    measures: tuple[Item, ...] = ()
    spare: tuple[Item, ...] = ()

    def all_problems(self) -> list[Item]:
        """Return every problem, in reading order."""
        return _in_order(*self.problems, *(pair.problem for pair in self.pairs))

    def all_measures(self) -> list[Item]:
        """Return every measure, in reading order."""
        return _in_order(*self.measures, *self.spare, *(pair.measure for pair in self.pairs))


def matching(
    document: Document,
    report: Report,
    themes: Sequence[Theme],
    links: frozenset[tuple[str, str]] = frozenset(),
) -> Matching:
    """Return which measures answer which problems of a report; `links` as in the context."""
    found = {role: _items(document, report, role) for role in ("problems", "next_steps")}
    return match(found["problems"], found["next_steps"], themes, links)


def match(
    problems: Sequence[Item],
    measures: Sequence[Item],
    themes: Sequence[Theme],
    links: frozenset[tuple[str, str]] = frozenset(),
) -> Matching:
    """Return each problem with the measure that answers it best; one measure may answer several problems.

    A measure is without a problem where none has it and it would answer none.
    """
    found = answers(problems, measures, themes)
    pairs: list[tuple[int, Pair]] = []
    alone = []
    for place, problem in enumerate(problems):
        hand = [measure for measure in measures if is_linked(problem, measure, links)]
        pairs += [(place, Pair(problem, measure, by_hand=True)) for measure in hand]
        if not hand:
            alone.append(place)
    for p, m in found.chosen(alone, range(len(measures))):
        pairs.append((p, Pair(problems[p], measures[m], tuple(sorted(found.shared[p, m])))))
    answered = {place for place, _ in pairs}
    used = {pair.measure for _, pair in pairs}
    return Matching(
        tuple(pair for _, pair in sorted(pairs, key=lambda one: one[0])),
        tuple(problem for place, problem in enumerate(problems) if place not in answered),
        tuple(measure for m, measure in enumerate(measures) if measure not in used and not found.answers(m)),
        tuple(measure for m, measure in enumerate(measures) if measure not in used and found.answers(m)),
    )


def _in_order(*items: Item) -> list[Item]:
    return sorted(dict.fromkeys(items), key=lambda item: (item.index, item.start))


def is_linked(problem: Item, measure: Item, links: frozenset[tuple[str, str]]) -> bool:
    """Tell whether the user has linked a problem and a measure; a link holds the first characters of their texts."""
    return any(
        one and other and problem.text.startswith(one) and measure.text.startswith(other) for one, other in links
    )


def themes_of(rules: RuleSet) -> tuple[Theme, ...]:
    """Return the themes that the rule about unanswered problems knows; the view of both uses the same."""
    for rule in rules.rules:
        options = getattr(rule.survey, "options", None)
        if isinstance(options, Options) and "themes" in options.words:
            return themes_in(options.words["themes"])
    return ()


@lru_cache(maxsize=8)
def themes_in(written: tuple[str, ...]) -> tuple[Theme, ...]:
    """Return themes written as `name=pattern`."""
    parts = (one.partition("=") for one in written)
    return tuple(Theme(name, re.compile(words)) for name, _, words in parts)


def unmatched_problems(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield problems on a known theme of which the plans of the report don't speak at all.

    Silent where the lists can't be told apart: fewer than two on either side, or most problems without a measure; and
    where as many measures answer no other problem: in other words they answer these.
    """
    themes = themes_in(options.words["themes"])
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        if report.kind not in options.words["kinds"]:
            continue
        found = matching(survey.document, report, themes, survey.context.links)
        count = len({pair.problem for pair in found.pairs}) + len(found.problems)
        if count < least or len(found.problems) * 2 > count or len(found.measures) >= len(found.problems):
            continue
        plans = "\n".join(text_of(survey.document, part) for part in outermost(report.sections, _PLANS))
        for problem in found.problems:
            about = [theme for theme in themes if theme.words.search(problem.text)]
            if about and not any(theme.words.search(plans) for theme in about):
                match_ = Match(problem.start, problem.end)
                yield Located(problem.index, match_, about[0].name, report=number)


_PLANS = frozenset({"next_steps"})


def _items(document: Document, report: Report, role: str) -> tuple[Item, ...]:
    return tuple(
        item for section in outermost(report.sections, frozenset({role})) for item in items_of(document, section)
    )
