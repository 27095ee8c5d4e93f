"""检查单: what stands on the page for the person who signs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.analysis import Analysis
from assistant.checks.rule import CLASSES, Finding, Level
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.overview import Overview
from assistant.phrases.blanks import find_blanks
from assistant.text.counting import count_words, speaking_minutes
from assistant.text.sentences import sentences

SENTENCE = 42
"""Characters of a sentence that are quoted."""
_PLACE = 13
"""Characters of a heading that tell a place."""
BLANK_RULE = "leftover.blank"


@dataclass(frozen=True, slots=True)
class Point:
    """An open finding: where, in what sentence, what about it. `times`: the same is found in so many places.

    `words` says where in the sentence the flagged words stand.
    """

    category: str
    level: Level
    place: str
    sentence: str
    message: str
    words: tuple[int, int] = (0, 0)
    times: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words that must be compared with the original."""

    text: str
    speaker: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """What stands on the page. `items` are the notice's, and whether each was ticked; `limit` its words on length.

    `missing` are names of sections, `blanks` names of blanks, `unmatched` problems without a measure.
    """

    title: str
    unit: str
    person: str
    day: date
    words: int
    minutes: int
    limit: str = ""
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    blanks: tuple[str, ...] = ()
    items: tuple[tuple[str, bool], ...] = ()
    unmatched: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    updated: str = ""


def checklist(
    document: Document,
    analysis: Analysis,
    context: Context,
    overview: Overview,
    *,
    names: Mapping[str, str],
    day: date,
    speed: int,
    checked: frozenset[str] = frozenset(),
) -> Checklist:
    """Put together what stands on the page; `names` are those of section roles, `checked` quotations that were."""
    asked = context.requirements
    words = sum(count_words(block.text) for block in document.blocks)
    reports = analysis.reports
    title = "；".join(report.title for report in reports if report.title) or "没有标题的文稿"
    return Checklist(
        title.replace("\n", ""),
        context.unit.name,
        context.unit.person,
        day,
        words,
        speaking_minutes(words, asked.speed if asked.asked else speed),
        _limit(context),
        tuple(dict.fromkeys(name for report in reports for name in _present(report, names))),
        tuple(dict.fromkeys(names.get(role, role) for report in reports for role in report.missing)),
        tuple(_points(document, reports, analysis.findings)),
        tuple(blank.name for block in document.blocks for blank in find_blanks(block.text)),
        tuple((item.text, item.done) for item in asked.items),
        tuple(problem.text for report in overview.reports for problem in report.matching.problems),
        tuple(Quote(one.text, one.speaker, one.text in checked) for one in overview.quotations),
        overview.updated,
    )


def _limit(context: Context) -> str:
    asked = context.requirements
    said = []
    if asked.least:
        said.append(f"不少于 {asked.least:,} 字")
    if asked.most:
        said.append(f"{asked.most:,} 字以内")
    if asked.minutes:
        said.append(f"{asked.minutes} 分钟以内")
    return "、".join(said)


def _present(report: Report, names: Mapping[str, str]) -> Iterator[str]:
    for section in report.sections:
        if section.role not in {"title", "other"}:
            yield names.get(section.role, section.role)


def _points(document: Document, reports: Sequence[Report], findings: Iterable[Finding]) -> Iterator[Point]:
    """Yield the findings that are not told elsewhere on the page, the surest first, then by class, each once."""
    told = [one for one in findings if not one.rule.startswith(BLANK_RULE) and one.role is None]
    order = {name: place for place, name in enumerate(CLASSES)}
    index = {block.id: place for place, block in enumerate(document.blocks)}
    points: dict[tuple[str, str], Point] = {}
    for finding in sorted(told, key=lambda one: (-one.level, order.get(one.category, len(order)))):
        known = points.get((finding.rule, finding.message))
        if known is not None:
            points[finding.rule, finding.message] = replace(known, times=known.times + 1)
            continue
        at = index.get(finding.span.block) if finding.span is not None else None
        place = _place(reports, at) if at is not None else "全文"
        sentence, words = _sentence(document.blocks[at].text, finding) if at is not None else (finding.text, (0, 0))
        point = Point(finding.category, finding.level, place, sentence, finding.message, words)
        points[finding.rule, finding.message] = point
    yield from points.values()


def _place(reports: Sequence[Report], index: int) -> str:
    """Return the heading above a block, in a few words."""
    before = [heading for report in reports for heading in report.headings if heading.index <= index]
    if not before:
        return "开头"
    heading = before[-1]
    if not heading.level:
        return "标题和开头"
    words = f"{heading.number}{heading.text}".replace("\n", "")
    return words if len(words) <= _PLACE + 1 else f"{words[:_PLACE]}…"


def _sentence(text: str, finding: Finding) -> tuple[str, tuple[int, int]]:
    """Return the sentence with the flagged words, cut around them where it is long, and where in it they stand."""
    span = finding.span
    if span is None:
        return finding.text, (0, 0)
    found = next((one for one in sentences(text) if one.start <= span.start < one.end), None)
    start, end = (found.start, found.end) if found is not None else (0, len(text))
    before = after = ""
    if end - start > SENTENCE:
        middle = (span.start + min(span.end, span.start + SENTENCE)) // 2
        left = max(start, min(middle - SENTENCE // 2, end - SENTENCE))
        before, after = "…" * (left > start), "…" * (left + SENTENCE < end)
        start, end = left, left + SENTENCE
    shift = len(before) - start
    words = max(span.start, start) + shift, min(span.end, end) + shift
    return f"{before}{text[start:end]}{after}", words if words[0] < words[1] else (0, 0)
