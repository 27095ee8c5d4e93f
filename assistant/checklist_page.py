"""检查单 as a page of HTML; no Qt here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from assistant.checklist import SENTENCE, Checklist, Point
from assistant.checks.rule import CLASSES, Level
from assistant.text.months import month_in_words

_SOME = 6
"""Lines of what is listed beside the findings; of more the number is told."""


def page(content: Checklist, most: int) -> str:
    """Return the page as HTML, with at most so many findings; of the others the numbers are told."""
    parts = [
        "<h2 align='center'>述职报告交稿检查单</h2>",
        _rows(_facts(content)),
        "<hr>",
        _rows(
            (
                ("已有部分", "、".join(content.present) or "没有认出"),
                ("缺少部分", "、".join(content.missing) or "没有缺的"),
                ("待填的空", _blanks(content.blanks)),
                ("校对", _counts(content.points)),
            )
        ),
        _findings(content.points, most),
        _list("没有对应措施的问题", [f"□ {escape(text[:SENTENCE])}" for text in content.unmatched]),
        _list("通知要求写的内容", [f"{'√' if done else '□'} {escape(text)}" for text, done in content.items]),
        _list(
            "引语，请核对原文",
            [
                f"{'√' if one.checked else '□'} “{escape(one.text[:SENTENCE])}”"
                f"{f'（{escape(one.speaker)}）' if one.speaker else '（没有写明是谁说的）'}"
                for one in content.quotes
            ],
        ),
        _until(content.updated),
        "<p>&nbsp;</p><table width='100%'><tr><td>核对人：________________</td><td>签字人：________________</td>"
        "<td>日期：____年____月____日</td></tr></table>",
    ]
    return "".join(parts)


def _facts(content: Checklist) -> Sequence[tuple[str, str]]:
    day = content.day
    limit = f"（要求：{content.limit}）" if content.limit else ""
    who = "　".join(part for part in (content.unit, content.person) if part) or "（单位资料里还没有填）"
    return (
        ("稿件", content.title),
        ("单位", who),
        ("篇幅", f"{content.words:,} 字，约 {content.minutes} 分钟{limit}"),
        ("检查日期", f"{day.year}年{day.month}月{day.day}日"),
    )


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """Return names and values below each other."""
    cells = "".join(f"<tr><td width='80'><b>{name}</b></td><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table width='100%' cellpadding='1'>{cells}</table>"


def _until(month: str) -> str:
    """Say up to when formulations are known; what came later only people can check."""
    if not month:
        return ""
    return f"<p><font color='#555555'>提法数据截至 {month_in_words(month)}，此后会议请自行核对。</font></p>"


def _blanks(names: Sequence[str]) -> str:
    if not names:
        return "没有"
    shown = "、".join(f"【{name}】" for name in dict.fromkeys(names[: 2 * _SOME]))
    return f"{len(names)} 处：{shown}{' 等' if len(names) > 2 * _SOME else ''}"


def _counts(points: Sequence[Point]) -> str:
    levels: Counter[Level] = Counter()
    for point in points:
        levels[point.level] += point.times
    return (
        "，".join(f"{level.label} {levels[level]} 处" for level in sorted(levels, reverse=True)) or "没有待处理的问题"
    )


def _findings(points: Sequence[Point], most: int) -> str:
    rows = "".join(
        f"<tr><td width='80'>{point.level.label}·{point.category}</td>"
        f"<td width='160'>{escape(point.place)}{f'<br>等 {point.times} 处' if point.times > 1 else ''}</td>"
        f"<td>{_quoted(point)}<br><font color='#555555'>{escape(point.message)}</font></td></tr>"
        for point in points[:most]
    )
    classes: Counter[str] = Counter()
    for point in points[most:]:
        classes[point.category] += point.times
    more = "，".join(f"{name} {classes[name]}" for name in CLASSES if classes[name])
    left = f"<p>还有 {classes.total()} 处没有列出（{more}），请在程序里按 F7 看。</p>" if classes else ""
    return (f"<table width='100%' cellpadding='1'>{rows}</table>" if rows else "") + left


def _quoted(point: Point) -> str:
    """Return the sentence with the flagged words marked."""
    text, (start, end) = point.sentence, point.words
    if not 0 < end - start < len(text):
        return escape(text)
    return f"{escape(text[:start])}<b>{escape(text[start:end])}</b>{escape(text[end:])}"


def _list(title: str, lines: Sequence[str]) -> str:
    """Return a list of lines that are HTML already; nothing where there are none."""
    if not lines:
        return ""
    more = f"<br>还有 {len(lines) - _SOME} 条" if len(lines) > _SOME else ""
    return f"<p><b>{title}</b>（{len(lines)} 条）<br>{'<br>'.join(lines[:_SOME])}{more}</p>"
