"""Findings as they lie on the live text: kept in place while their paragraph changes under them."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextBlockUserData

from assistant.checks.rule import Finding, Level


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one text block, in UTF-16 units, that a finding is about."""

    start: int
    end: int
    level: Level
    finding: Finding


class BlockMarks(QTextBlockUserData):
    """The marks of one text block and the text they were laid on."""

    def __init__(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Lay marks on a text."""
        super().__init__()
        self.text = text
        self.marks = marks


def marks_of(block: QTextBlock) -> tuple[Mark, ...]:
    """Return the marks of a text block, shifted along if its text has changed since.

    Those before the change stay, those after it move, those touched by it are gone until the next check.
    """
    data = block.userData()
    if not isinstance(data, BlockMarks) or not data.marks:
        return ()
    text = block.text()
    if text != data.text:
        data.marks = _shifted(data.text, text, data.marks)
        data.text = text
    return data.marks


def _shifted(old: str, new: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    old16, new16 = old.encode("utf-16-le"), new.encode("utf-16-le")
    shorter = min(len(old16), len(new16)) // 2
    prefix = 0
    while prefix < shorter and old16[2 * prefix : 2 * prefix + 2] == new16[2 * prefix : 2 * prefix + 2]:
        prefix += 1
    suffix = 0
    end_old, end_new = len(old16), len(new16)
    while (
        suffix < shorter - prefix
        and old16[end_old - 2 * suffix - 2 : end_old - 2 * suffix]
        == new16[end_new - 2 * suffix - 2 : end_new - 2 * suffix]
    ):
        suffix += 1
    tail = len(old16) // 2 - suffix
    shift = (len(new16) - len(old16)) // 2
    kept = []
    for mark in marks:
        if mark.end <= prefix:
            kept.append(mark)
        elif mark.start >= tail:
            kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
    return tuple(kept)
