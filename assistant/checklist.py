"""检查单: one page for the person who signs. What stands on it, and the page as HTML; no Qt here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.analysis import Analysis
from assistant.checks.rule import CLASSES, Finding, Level
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.overview import Overview
from assistant.phrases.blanks import find_blanks
from assistant.text.counting import count_words, speaking_minutes
from assistant.text.sentences import sentences

_SENTENCE = 42
"""Characters of a sentence that are quoted."""
_SOME = 6
"""Lines of what is listed beside the findings; of more the number is told."""
BLANK_RULE = "leftover.blank"


@dataclass(frozen=True, slots=True)
class Point:
    """One open finding: where, in what sentence, what about it."""

    category: str
    level: Level
    place: str
    sentence: str
    message: str


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
    """Yield the findings that are not told elsewhere on the page, the surest first, then by class."""
    told = [one for one in findings if not one.rule.startswith(BLANK_RULE) and one.role is None]
    order = {name: place for place, name in enumerate(CLASSES)}
    index = {block.id: place for place, block in enumerate(document.blocks)}
    for finding in sorted(told, key=lambda one: (-one.level, order.get(one.category, len(order)))):
        at = index.get(finding.span.block) if finding.span is not None else None
        place = _place(reports, at) if at is not None else "全文"
        sentence = _sentence(document.blocks[at].text, finding) if at is not None else finding.text
        yield Point(finding.category, finding.level, place, sentence, finding.message)


def _place(reports: Sequence[Report], index: int) -> str:
    """Return the heading above a block, in a few words."""
    before = [heading for report in reports for heading in report.headings if heading.index <= index]
    if not before:
        return "开头"
    heading = before[-1]
    return f"{heading.number}{heading.text}".replace("\n", "")[:14] if heading.level else "标题和开头"


def _sentence(text: str, finding: Finding) -> str:
    """Return the sentence with the flagged words, cut around them where it is long."""
    span = finding.span
    if span is None:
        return finding.text
    found = next((one for one in sentences(text) if one.start <= span.start < one.end), None)
    start, end = (found.start, found.end) if found is not None else (0, len(text))
    if end - start > _SENTENCE:
        middle = (span.start + min(span.end, span.start + _SENTENCE)) // 2
        left = max(start, min(middle - _SENTENCE // 2, end - _SENTENCE))
        return f"{'…' if left > start else ''}{text[left : left + _SENTENCE]}{'…' if left + _SENTENCE < end else ''}"
    return text[start:end]


# ---- the page -------------------------------------------------------------------------------------------------------


def page(content: Checklist, most: int) -> str:
    """Return the page as HTML, with at most so many findings; of the others the numbers are told."""
    parts = [
        "<h2 align='center'>述职报告交稿检查单</h2>",
        _facts(content),
        _line("已有部分", "、".join(content.present) or "没有认出"),
        _line("缺少部分", "、".join(content.missing) or "没有缺的"),
        _line("待填的空", _blanks(content.blanks)),
        _findings(content.points, most),
        _list("没有对应措施的问题", [f"□ {escape(text[:_SENTENCE])}" for text in content.unmatched]),
        _list("通知要求写的内容", [f"{'√' if done else '□'} {escape(text)}" for text, done in content.items]),
        _list(
            "引语，请核对原文",
            [
                f"{'√' if one.checked else '□'} “{escape(one.text[:_SENTENCE])}”"
                f"{f'（{escape(one.speaker)}）' if one.speaker else '（没有写明是谁说的）'}"
                for one in content.quotes
            ],
        ),
        _until(content.updated),
        "<p>&nbsp;</p><table width='100%'><tr><td>核对人：________________</td><td>签字人：________________</td>"
        "<td>日期：____年____月____日</td></tr></table>",
    ]
    return "".join(parts)


def _facts(content: Checklist) -> str:
    day = content.day
    limit = f"（要求 {content.limit}）" if content.limit else ""
    who = "　".join(part for part in (content.unit, content.person) if part) or "（单位资料里还没有填）"
    rows = (
        ("稿件", content.title),
        ("单位", who),
        ("篇幅", f"{content.words:,} 字，约 {content.minutes} 分钟{limit}"),
        ("检查日期", f"{day.year}年{day.month}月{day.day}日"),
    )
    cells = "".join(f"<tr><td width='80'><b>{name}</b></td><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table width='100%'>{cells}</table><hr>"


def _until(month: str) -> str:
    """Say up to when formulations are known; what came later only people can check."""
    year, _, number = month.partition("-")
    if not number:
        return ""
    return f"<p><font color='#555555'>提法数据截至{year}年{int(number)}月，此后会议请自行核对。</font></p>"


def _blanks(names: Sequence[str]) -> str:
    if not names:
        return "没有"
    shown = "、".join(f"【{name}】" for name in dict.fromkeys(names[: 2 * _SOME]))
    return f"{len(names)} 处：{shown}{' 等' if len(names) > 2 * _SOME else ''}"


def _findings(points: Sequence[Point], most: int) -> str:
    if not points:
        return _line("校对", "没有待处理的问题")
    levels = Counter(point.level for point in points)
    said = "，".join(f"{level.label} {levels[level]} 处" for level in sorted(levels, reverse=True))
    rows = "".join(
        f"<tr><td width='92'>{point.level.label}·{point.category}</td><td width='150'>{escape(point.place)}</td>"
        f"<td>{escape(point.sentence)}<br><font color='#555555'>{escape(point.message)}</font></td></tr>"
        for point in points[:most]
    )
    rest = points[most:]
    classes = Counter(point.category for point in rest)
    more = "，".join(f"{name} {classes[name]}" for name in CLASSES if classes[name])
    left = f"<p>还有 {len(rest)} 处没有列出（{more}），请在程序里按 F7 看。</p>" if rest else ""
    table = f"<table width='100%' cellpadding='1'>{rows}</table>" if rows else ""
    return _line("校对", f"{said}") + table + left


def _list(title: str, lines: Sequence[str]) -> str:
    """Return a list of lines that are HTML already; nothing where there are none."""
    if not lines:
        return ""
    more = f"<br>还有 {len(lines) - _SOME} 条" if len(lines) > _SOME else ""
    return f"<p><b>{title}</b>（{len(lines)} 条）<br>{'<br>'.join(lines[:_SOME])}{more}</p>"


def _line(title: str, value: str) -> str:
    return f"<p><b>{title}</b>　{escape(value)}</p>"
