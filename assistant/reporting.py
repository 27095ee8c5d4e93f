"""What the command line prints: the values it found, as data for programs and as lines for people."""

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.checks.rule import Finding, Level
from assistant.document.block import Document
from assistant.document.outline import Heading, Report
from assistant.formats.opened import Paragraph
from assistant.phrases.phrase import Suggestion
from assistant.template.report import ReportTemplate
from assistant.text.characters import TOKEN

Json = dict[str, Any]

_SHORT = 24
"""Characters up to which flagged text and replacements are quoted in one line."""
_OFTEN = 5
"""A rule that fires more often is summed up in one line where the reader wants calm (issue of the main job)."""


def paragraphs_data(paragraphs: Iterable[Paragraph]) -> list[Json]:
    """Return one object for every paragraph of a file."""
    return [
        {"paragraph": p.number, "text": p.text, "label": p.label, "kind": p.kind, "editable": p.editable}
        for p in paragraphs
    ]


def paragraph_lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return one line for every paragraph: number, automatic number, text; ↵ is a soft break, □ a token."""
    width = len(str(len(paragraphs)))
    lines = []
    for p in paragraphs:
        text = p.text.replace("\n", "↵").replace(TOKEN, "□")
        lines.append(f"{p.number:>{width}}  {'' if p.editable else '〔锁定〕'}{p.label}{text}".rstrip())
    return lines


def outline_data(document: Document, reports: Iterable[Report]) -> Json:
    """Return the reports of a file; positions are paragraph numbers."""
    return {
        "reports": [
            {
                "kind": report.kind,
                "title": report.title,
                "first": _number(document, range(report.first, report.last + 1)),
                "last": _number(document, range(report.last, report.first - 1, -1)),
                "headings": [_heading_data(document, heading) for heading in report.all_headings],
                "missing": list(report.missing),
                "variant": report.variant,
            }
            for report in reports
        ]
    }


def _number(document: Document, positions: Iterable[int]) -> int:
    """Return the number of the first of these blocks that has one: an equation between paragraphs has none."""
    origins = (document.blocks[i].origin for i in positions)
    return next((origin for origin in origins if origin is not None and origin >= 0), 0)


def _heading_data(document: Document, heading: Heading) -> Json:
    return {
        "paragraph": document.blocks[heading.index].origin,
        "level": heading.level,
        "number": heading.number,
        "text": heading.text,
        "role": heading.role,
        "run_in": heading.run_in,
    }


def outline_lines(
    document: Document, reports: Iterable[Report], templates: Iterable[ReportTemplate], names: Mapping[str, str]
) -> list[str]:
    """Return the outline of every report with roles behind the headings, and what is missing; `names` are of roles."""
    kinds = {template.id: template for template in templates}
    lines: list[str] = []
    for report in reports:
        template = kinds[report.kind]
        first, last = _number(document, range(report.first, report.last + 1)), document.blocks[report.last].origin
        lines += ["", f"《{_short(report.title)}》" if report.title else "（没有标题）"]
        variant = template.as_variant(report.variant).variant_title
        lines.append(f"文种：{template.title}{f'（{variant}）' if variant else ''}　第{first}–{last}段")
        lines += _heading_lines(document, report.all_headings, names)
        lines.append(_missing_line(report, template))
    return lines[1:] if lines else ["没有可以列出提纲的文字。"]


def _heading_lines(document: Document, headings: Sequence[Heading], names: Mapping[str, str]) -> list[str]:
    lines = []
    role = ""
    for heading in headings:
        place = f"第{document.blocks[heading.index].origin}段"
        name = f"〔{names.get(heading.role, heading.role)}〕" if heading.role != role and heading.level else ""
        role = heading.role
        indent = "  " * max(0, heading.level - 1)
        text = "标题" if heading.level == 0 else _padded(f"{indent}{heading.number}{_one_line(heading.text)}", 44)
        lines.append(f"  {_padded(place, 9)}{text}{name}".rstrip())
    return lines or ["  没有找到小标题。"]


def _missing_line(report: Report, template: ReportTemplate) -> str:
    if not template.sections:
        return "不是述职报告，不核对缺少哪些部分。"
    if not report.missing:
        return "该有的部分都有了。"
    sections = [section for role in report.missing if (section := template.section(role)) is not None]
    names = (f"{section.name}{'（必备）' if section.need == 'required' else ''}" for section in sections)
    return f"缺少的部分：{'、'.join(names)}"


def findings_data(document: Document, findings: Iterable[Finding], file: str | None = None) -> list[Json]:
    """Return one object for every finding; `file` is named where several files are checked at once."""
    origins = {block.id: block.origin for block in document.blocks}
    result = []
    for finding in findings:
        span = finding.span
        data: Json = {} if file is None else {"file": file}
        data |= {
            "rule": finding.rule,
            "class": finding.category,
            "level": finding.level.label,
            "paragraph": None if span is None else origins[span.block],
            "start": None if span is None else span.start,
            "end": None if span is None else span.end,
            "text": finding.text,
            "message": finding.message,
            "source": finding.source,
            "fixes": [{"label": fix.label, "replacement": fix.replacement} for fix in finding.fixes],
        }
        result.append(data if span is not None else {**data, "role": finding.role})
    return result


def finding_lines(document: Document, findings: Sequence[Finding]) -> list[str]:
    """Return one line for every finding and one that counts them."""
    origins = {block.id: block.origin for block in document.blocks}
    return [*(_finding_line(finding, origins) for finding in findings), count_line(findings)]


def calm_lines(document: Document, findings: Sequence[Finding]) -> list[str]:
    """Return the findings by level, the certain ones first; a rule that fires often takes one line."""
    origins = {block.id: block.origin for block in document.blocks}
    times = Counter(finding.rule for finding in findings)
    lines = []
    for level in sorted(Level, reverse=True):
        seen: set[str] = set()
        for finding in (finding for finding in findings if finding.level == level):
            if finding.rule in seen:
                continue
            if times[finding.rule] > _OFTEN:
                seen.add(finding.rule)
                lines.append(f"{_finding_line(finding, origins)}（全文 {times[finding.rule]} 处，这是第一处）")
            else:
                lines.append(_finding_line(finding, origins))
    return [*lines, count_line(findings)]


def count_line(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, by level."""
    if not findings:
        return "没有发现问题。"
    levels = Counter(finding.level for finding in findings)
    parts = [f"{level.label} {levels[level]} 处" for level in sorted(levels, reverse=True)]
    return f"共 {len(findings)} 处：{'，'.join(parts)}。"


def _finding_line(finding: Finding, origins: Mapping[str, int | None]) -> str:
    what = f"【{finding.level.label}·{finding.category}】"
    span = finding.span
    if span is None:
        return f"{what}{finding.message}"
    place = f"{span.start + 1}" if span.end - span.start <= 1 else f"{span.start + 1}–{span.end}"
    right = finding.fixes[0].replacement if finding.fixes else None
    change = "" if right is None else f" → {_short(right) or '（删去）'}"
    return f"第{origins[span.block]}段 {place}字 {what}{_short(finding.text)}{change}：{finding.message}"


def suggestions_data(suggestions: Iterable[Suggestion]) -> Json:
    """Return the suggestions, the best first."""
    return {
        "suggestions": [
            {
                "text": suggestion.phrase.text,
                "role": suggestion.phrase.role,
                "topic": suggestion.phrase.topics[0] if suggestion.phrase.topics else "",
                "score": suggestion.score,
                "source": suggestion.source,
            }
            for suggestion in suggestions
        ]
    }


def suggestion_lines(suggestions: Sequence[Suggestion]) -> list[str]:
    """Return the suggestions, numbered, each with the reason it is offered."""
    lines = ((f"{i}. {s.phrase.text}", f"   （{s.reason}）") for i, s in enumerate(suggestions, 1))
    return list(itertools.chain.from_iterable(lines)) or ["没有合适的语句。"]


def _one_line(text: str) -> str:
    return " ".join(text.replace(TOKEN, "").split("\n"))


def _short(text: str) -> str:
    text = text.replace("\n", "↵").replace(TOKEN, "□")
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _padded(text: str, width: int) -> str:
    """Fill up to a width in columns of a terminal, where Han characters take two."""
    columns = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return text + " " * max(2, width - columns)
