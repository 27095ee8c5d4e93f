"""What of a sentence is a fact of one year: figures and names, proposed as blanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.document.context import Unit
from assistant.phrases.privacy import ANYTHING, anonymous

_UNITS = (
    ("人次", "人数"),
    ("次", "次数"),
    ("场", "场次"),
    ("期", "期数"),
    ("名", "人数"),
    ("人", "人数"),
    ("户", "户数"),
    ("万元", "金额"),
    ("亿元", "金额"),
    ("元", "金额"),
    ("亩", "面积"),
    ("平方米", "面积"),
    ("小时", "时长"),
    ("学时", "学时数"),
    ("天", "天数"),
    ("年", "年数"),
    ("个月", "时长"),
)
# What a figure counts, and what the blank for it is called in the library; anything else is 数量.
_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_SHARE = re.compile(r"\d+(?:\.\d+)?%")
_BLANK = re.compile(r"【[^【】\n]*】")
_DIGIT = re.compile(r"[0-9０-９XxＸ×＊*○]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a text, in code points, and the name of the blank it had better be."""

    start: int
    end: int
    name: str


def proposals(text: str, unit: Unit | None = None) -> tuple[Proposal, ...]:
    """Return what of a text had better be blanks, in reading order; blanks that are there already are left alone."""
    taken = [False] * len(text)
    found: list[Proposal] = []

    def take(start: int, end: int, name: str) -> None:
        if start < end and not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            if name:
                found.append(Proposal(start, end, name))

    for match in _BLANK.finditer(text):
        take(match.start(), match.end(), "")
    for words, name in _names(unit):
        for match in re.finditer(re.escape(words), text):
            take(match.start(), match.end(), name)
    for pattern, name in ((_DATE, "日期"), (_SHARE, "比例"), (_YEAR, "年份")):
        for match in pattern.finditer(text):
            take(match.start(), match.end(), name)
    for start, end in _anonymous(text):
        take(start, end, _name(text, start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def blanked(text: str, chosen: Sequence[Proposal]) -> str:
    """Return the text with the chosen stretches made blanks."""
    for one in sorted(chosen, key=lambda one: -one.start):
        text = f"{text[: one.start]}【{one.name}】{text[one.end :]}"
    return text


def _names(unit: Unit | None) -> list[tuple[str, str]]:
    """Return the names of the unit's profile, longest first, with what the blank for each is called."""
    if unit is None:
        return []
    names = [
        (unit.name, "单位名称"),
        (unit.short_name, "单位简称"),
        (unit.person, "姓名"),
        (unit.superior, "上级党组织"),
    ]
    names += [(other, "单位名称") for other in unit.other_names]
    return sorted((pair for pair in names if len(pair[0]) > 1), key=lambda pair: -len(pair[0]))


def _anonymous(text: str) -> list[tuple[int, int]]:
    """Return the stretches that are never learned, by comparing the text with what is left of it."""
    parts = anonymous(text).split(ANYTHING)
    match = re.fullmatch("(.+?)".join(map(re.escape, parts)), text, re.DOTALL)
    if match is None:
        return []
    return [match.span(number) for number in range(1, len(parts))]


def _name(text: str, start: int, end: int) -> str:
    if not _DIGIT.search(text[start:end]):
        return "姓名"
    behind = text[end : end + 3].removeprefix("余").removeprefix("多")
    return next((name for counted, name in _UNITS if behind.startswith(counted)), "数量")
