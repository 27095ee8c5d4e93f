"""The file of formulations: strict, and replaceable by a newer one."""

import re
from dataclasses import replace
from pathlib import Path

from assistant.checks.anniversaries import Anniversary
from assistant.checks.closed import closed, other_words
from assistant.checks.crossed import crossed
from assistant.checks.exchanged_lines import exchanged_word
from assistant.checks.formulations import Formulations
from assistant.checks.listings import listings
from assistant.checks.near_words import near_word
from assistant.checks.numbered import Enumerations, Numbered, Sequence
from assistant.checks.row_members import row_members
from assistant.checks.swapped import swapped
from assistant.checks.table import Table, read_table
from assistant.checks.timeline import PARTS, Formulation, Month, Plenum, Timeline
from assistant.checks.walked import walked
from assistant.errors import ResourceError

FILE = "timeline.toml"
FIXED, USUAL, ALIKE, EITHER = "fixed.txt", "usual.txt", "alike.txt", "either.txt"
ROWS, CLOSED = "rows.txt", "closed.txt"
_LEAST = 4
"""Characters of a fixed formulation at least: three that it is known by, and one more."""
CONFIDENCES = ("高", "中", "低")

_MONTH = re.compile("(20[0-9]{2}|19[0-9]{2})-(0[1-9]|1[0-2])")
_KEYS = {
    "formulation": {
        "phrase",
        "variants",
        "from",
        "to",
        "verbs",
        "unless",
        "parts",
        "advice",
        "called",
        "confidence",
        "source",
    },
    "plenum": {"name", "variants", "date", "posts", "adopted"},
    "unheld": {"name", "variants", "source"},
    "anniversary": {"names", "year"},
    "numbered": {"name", "members", "whole"},
    "sequence": {"members", "since", "source"},
}


def load_formulations(folder: Path, newer: Path | None = None) -> Formulations:
    """Return the formulations of a folder, or those of the folder `newer` where its file was kept up to a later month.

    Raises ResourceError naming file and key; a wrong file in `newer` is passed over, and said to be.
    """
    lines, usual = _lines(folder, FIXED), _lines(folder, USUAL)
    bundled = _load(folder / FILE)
    if newer is not None and (newer / FILE).is_file():
        bundled = _newer(newer / FILE, bundled)
    numbered = frozenset(frozenset(one.members) for one in bundled.numbered.all)
    return replace(
        bundled,
        fixed=exchanged_word(lines, usual),
        listed=listings(lines, numbered),
        crossed=crossed(lines),
        near=near_word(lines, _lines(folder, ALIKE), usual),
        walked=walked(lines, usual),
        swapped=swapped(lines, _lines(folder, EITHER), usual),
        rows=row_members(_lines(folder, ROWS)),
        closed=closed(_lines(folder, CLOSED), _lines(folder, ALIKE)),
        others=other_words(lines, _lines(folder, CLOSED), usual),
    )


def _newer(path: Path, bundled: Formulations) -> Formulations:
    try:
        other = _load(path)
    except ResourceError as error:
        why = f"您换上的提法数据 {path} 有错（{error.fault}），这次没有用它，用的是程序自带的，请改正或者删去它。"
        return replace(bundled, passed_over=why)
    return other if other.timeline.updated > bundled.timeline.updated else bundled


def _lines(folder: Path, name: str) -> list[str]:
    """Return the lines of a list of formulations, none where there is no list."""
    path = folder / name
    if not path.is_file():
        return []
    table = Table(name, "", {})
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise table.wrong("", str(error)) from error
    found = [line for line in lines if line and not line.startswith("#")]
    seen: set[str] = set()
    for line in found:
        if len(line.strip("^$=")) < _LEAST:
            raise table.wrong(line, f"a formulation has {_LEAST} characters or more")
        if line in seen:
            raise table.wrong(line, "it stands here twice")
        seen.add(line)
    return found


def month_of(path: Path) -> str:
    """Return the month up to which a file was kept (2026-03); raises ResourceError where it can't be used."""
    year, month = _load(path).timeline.updated
    return f"{year}-{month:02}"


def _load(path: Path) -> Formulations:
    root = read_table(path)
    root.refuse_unknown({"updated", *_KEYS})
    tables = {kind: root.tables(kind) for kind in _KEYS}
    for kind, entries in tables.items():
        for entry in entries:
            entry.refuse_unknown(_KEYS[kind])
    updated = _month(root, "updated")
    if updated is None:
        raise root.wrong("updated", "the month up to which the data was kept is expected")
    plenums = tuple(_plenum(table) for table in tables["plenum"])
    return Formulations(
        Timeline(
            updated,
            tuple(_formulation(table) for table in tables["formulation"]),
            plenums,
            tuple(_wordings(table, "name") for table in tables["unheld"]),
        ),
        Enumerations(
            tuple(Numbered(table.text("name"), _members(table), table.flag("whole")) for table in tables["numbered"])
        ),
        tuple(Sequence(_members(table), table.year("since")) for table in tables["sequence"]),
        tuple(_anniversary(table) for table in tables["anniversary"]),
    )


def _formulation(table: Table) -> Formulation:
    since, until = _month(table, "from"), _month(table, "to")
    parts = table.choices("parts", tuple(PARTS), ())
    table.choice("confidence", CONFIDENCES)
    table.text("source")
    if since is None and until is None:
        raise table.wrong("from", "a month of beginning or end is expected")
    if since and until and until < since:
        raise table.wrong("to", "it ends before it begins")
    if bool(until) != bool(parts):
        raise table.wrong("parts", "what ends is judged in some part, what does not end in none")
    return Formulation(
        _wordings(table, "phrase"),
        since,
        until,
        table.texts("verbs"),
        table.texts("unless"),
        parts,
        table.text("advice") if until else "",
        table.texts("called"),
    )


def _plenum(table: Table) -> Plenum:
    date = _month(table, "date")
    if date is None:
        raise table.wrong("date", "the month in which it closed is expected")
    return Plenum(_wordings(table, "name"), date, table.flag("posts"), table.texts("adopted"))


def _anniversary(table: Table) -> Anniversary:
    year = table.number("year")
    if not table.texts("names"):
        raise table.wrong("names", "what is remembered is expected")
    return Anniversary(table.texts("names"), year)


def _wordings(table: Table, key: str) -> tuple[str, ...]:
    """Return the wordings, those that hold others before the others."""
    return tuple(sorted({table.text(key), *table.texts("variants")}, key=len, reverse=True))


def _members(table: Table) -> tuple[str, ...]:
    members = table.texts("members")
    if len(members) < 2 or len(set(members)) != len(members):
        raise table.wrong("members", "two members or more are expected, each once")
    return members


def _month(table: Table, key: str) -> Month | None:
    if not table.has(key):
        return None
    found = _MONTH.fullmatch(table.text(key))
    if found is None:
        raise table.wrong(key, "a month such as 2026-03 is expected")
    return int(found[1]), int(found[2])
