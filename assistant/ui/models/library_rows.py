"""What the library shows of the texts on the shelf: which of them, in what words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from assistant.storage.passages import Hit, Owner
from assistant.storage.shelf import DRAFT, Entry
from assistant.ui.moment import spoken


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user wants to see; 0 and '' are everything."""

    year: int = 0
    report: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One text in the list: its title, a line about it, what it is, how often what was looked for stands in it."""

    entry: Entry
    title: str
    detail: str
    badge: str
    hits: int = 0


def rows(
    entries: Iterable[Entry],
    kinds: Mapping[str, str],
    wanted: Filter,
    hits: Iterable[Hit] | None,
    today: date,
) -> tuple[LibraryRow, ...]:
    """Return the texts to show, the one changed last first; with `hits`, only those that hold what was looked for.

    `kinds` are the titles of report kinds by id.
    """
    counts = None if hits is None else Counter(hit.owner for hit in hits)
    shown = []
    for entry in entries:
        about = entry.about
        if (wanted.year and about.year != wanted.year) or (wanted.report and about.report != wanted.report):
            continue
        if wanted.source and entry.owner.kind != wanted.source:
            continue
        if counts is not None and not counts[entry.owner]:
            continue
        shown.append(_row(entry, kinds, 0 if counts is None else counts[entry.owner], today))
    return tuple(shown)


def years(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Return the report years there are, the latest first."""
    return tuple(sorted({entry.about.year for entry in entries if entry.about.year}, reverse=True))


def reports(entries: Iterable[Entry], kinds: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the kinds of report there are: id and title, in the order of the program's kinds."""
    there = {entry.about.report for entry in entries}
    return tuple((kind, title) for kind, title in kinds.items() if kind in there)


def places(hits: Iterable[Hit], owner: Owner) -> tuple[int, ...]:
    """Return the paragraphs of one text that hold what was looked for, in order."""
    return tuple(sorted(hit.block for hit in hits if hit.owner == owner))


def _row(entry: Entry, kinds: Mapping[str, str], hits: int, today: date) -> LibraryRow:
    about = entry.about
    moment = datetime.fromisoformat(entry.updated).astimezone().replace(tzinfo=None)
    parts = (
        f"{about.year}年度" if about.year else "",
        f"{about.characters:,} 字" if about.characters else "",
        spoken(moment, today),
        kinds.get(about.report, ""),  # last: a narrow list cuts it, and the title often says it too
    )
    draft = "草稿，未存成文件" if entry.unsaved else "草稿"
    badge = draft if entry.owner.kind == DRAFT else "往年报告"
    return LibraryRow(entry, entry.title or "未命名的述职稿", " · ".join(part for part in parts if part), badge, hits)
