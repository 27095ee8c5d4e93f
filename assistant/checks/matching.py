"""Problems and the measures that answer them, matched by what they are about; links made by hand come first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import outermost, text_of
from assistant.checks.points import Item, items_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.rule_set import RuleSet
from assistant.document.block import Document
from assistant.document.outline import Report

_ALIKE = 0.34
"""Part of a problem's pairs of characters that must stand in a measure for the two to be about the same."""
_NEAR = 60
"""Code points behind a problem's own sentence that still tell what it is about."""
_FILLER = re.compile(
    "进一步|不够|不足|还需|有待|存在|问题|差距|加强|强化|提升|提高|工作|方面|能力|水平|抓好|抓实|做好|针对|深入|坚持|狠抓"
    "|[的地得和与及等不还要]|[^\u4e00-\u9fff]"
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Something problems and measures are about, and the words by which it is heard."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A problem and the measure that answers it; `themes` say why, `by_hand`: the user has linked them."""

    problem: Item
    measure: Item
    themes: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """All problems and measures of a report: in pairs, or without a counterpart, in reading order."""

    pairs: tuple[Pair, ...] = ()
    problems: tuple[Item, ...] = ()
    measures: tuple[Item, ...] = ()


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
    """Return each problem with the measure nearest to it; one measure may answer several problems.

    A measure is without a problem where none has it and none is about one of its themes.
    """
    pairs: list[Pair] = []
    for problem in problems:
        hand = [measure for measure in measures if is_linked(problem, measure, links)]
        pairs += [Pair(problem, measure, by_hand=True) for measure in hand]
        if not hand and measures:
            nearest = max(measures, key=lambda measure: _nearness(problem, measure, themes))
            if _nearness(problem, nearest, themes) >= 1:
                pairs.append(Pair(problem, nearest, tuple(sorted(_shared(problem, nearest, themes)))))
    answered = {pair.problem for pair in pairs}
    used = {pair.measure for pair in pairs}
    return Matching(
        tuple(pairs),
        tuple(problem for problem in problems if problem not in answered),
        tuple(
            measure
            for measure in measures
            if measure not in used and not any(_shared(problem, measure, themes) for problem in problems)
        ),
    )


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

    Silent where the lists can't be told apart: fewer than two on either side, or most problems without a measure.
    """
    themes = themes_in(options.words["themes"])
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        if report.kind not in options.words["kinds"]:
            continue
        found = matching(survey.document, report, themes, survey.context.links)
        count = len({pair.problem for pair in found.pairs}) + len(found.problems)
        if count < least or len(found.problems) * 2 > count:
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


def _nearness(problem: Item, measure: Item, themes: Sequence[Theme]) -> float:
    """Return how near a measure is to a problem; 1 and more: it answers it."""
    alike = _overlap(problem.text, measure.whole)
    return len(_shared(problem, measure, themes)) + 2 * alike + (1 if alike >= _ALIKE else 0)


def _shared(problem: Item, measure: Item, themes: Sequence[Theme]) -> set[str]:
    said = problem.text + problem.whole[: len(problem.text) + _NEAR]
    return {theme.name for theme in themes if theme.words.search(said) and theme.words.search(measure.whole)}


def _overlap(problem: str, measure: str) -> float:
    pairs = {word[i : i + 2] for word in _FILLER.sub(" ", problem).split() for i in range(len(word) - 1)}
    return sum(pair in measure for pair in pairs) / len(pairs) if pairs else 0.0
