"""Versions of a draft as the history lists them."""

from dataclasses import dataclass
from datetime import date, datetime

from assistant.storage.draft import NAMED, RESTORED, SAVED, TIMED, RevisionInfo
from assistant.ui.moment import spoken

REASONS = {TIMED: "自动留存", SAVED: "存入文件时", NAMED: "存为版本", RESTORED: "恢复其他版本之前"}
"""Why a version was kept, as the user reads it."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One line: when, why or what it is called, and its length beside the present one's."""

    id: int
    time: str
    name: str
    length: str
    named: bool

    @property
    def read_aloud(self) -> str:
        """Everything the line shows, as one text."""
        return "，".join(part for part in (self.time, self.name, self.length) if part)


def version_rows(revisions: tuple[RevisionInfo, ...], words: int, today: date) -> tuple[VersionRow, ...]:
    """Return the lines, in the order given; `words` is the 字数 of the text as it is now."""
    return tuple(_row(revision, words, today) for revision in revisions)


def _row(revision: RevisionInfo, words: int, today: date) -> VersionRow:
    moment = datetime.fromisoformat(revision.created).astimezone().replace(tzinfo=None)
    time = spoken(moment, today)
    if ":" not in time:
        time = f"{time} {moment:%H:%M}"
    name = revision.note or REASONS.get(revision.reason, "")
    return VersionRow(revision.id, time, name, _length(revision.words, words), revision.reason == NAMED)


def _length(then: int, now: int) -> str:
    if then < 0:
        return ""
    change = now - then
    after = "与现在一样长" if change == 0 else f"现在多 {change:,} 字" if change > 0 else f"现在少 {-change:,} 字"
    return f"{then:,} 字 · {after}"
