"""The annotated corpus: one report (or several, or none) per text file, each line saying what it is.

A file begins with one line `= kind | missing roles` for every report it holds, then a blank line.
`N role|number|text|body` is a heading of level N, `~` a stock paragraph of body text, every other line text as it
stands. What Word knows beside the characters stands between role and bar, or behind a leading dot in lines that are no
headings: `b` bold, `r` bold as far as the heading goes, `l` an automatic number, `sN` a heading style, `c` a cell,
`t` a title style. `\\u200b`, `\\t` and `\\n` are the characters they name.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Block, Cell, Document, Marks, Run

FOLDER = Path(__file__).parent / "corpus"

_HEADING = re.compile(
    r"(?P<level>\d) (?P<role>\w+)(?P<flags>(?: \w+)*)\|(?P<number>[^|]*)\|(?P<text>[^|]*)\|?(?P<body>.*)", re.DOTALL
)
_MARKED = re.compile(r"\.(?P<flags>(?: \w+)+)\|(?P<number>[^|]*\|)?(?P<text>.*)", re.DOTALL)
_BLANKS = "◆●■▲★☆✅📌 \t\n\u3000\u00a0\u200b\u2060\ufeff"
_MARKS = _BLANKS + "#*✅📌Ø\uf0d8&nbsp;▶"
"""What may stand before a heading and is neither number nor text."""
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|t|n)")
_STOCK = tuple((FOLDER / "stock.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a heading of the corpus should be recognised as."""

    paragraph: int
    level: int
    number: str
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the corpus: the document, its headings, and kind and missing roles of each report."""

    name: str
    document: Document
    headings: tuple[Wanted, ...]
    reports: tuple[tuple[str, frozenset[str]], ...]


def corpus() -> list[Entry]:
    """Return the whole corpus by file name."""
    return [entry(path) for path in sorted(FOLDER.glob("*.txt")) if path.name != "stock.txt"]


def entry(path: Path) -> Entry:
    """Read one annotated text."""
    head, _, whole = path.read_text(encoding="utf-8").partition("\n\n")
    reports = []
    for line in head.splitlines():
        kind, _, missing = line.removeprefix("=").partition("|")
        reports.append((kind.strip(), frozenset(missing.split())))
    blocks: list[Block] = []
    headings: list[Wanted] = []
    for i, line in enumerate(whole.rstrip("\n").split("\n")):
        block, heading = _read(line, i)
        blocks.append(block)
        if heading is not None:
            headings.append(heading)
    return Entry(path.stem, Document(tuple(blocks)), tuple(headings), tuple(reports))


def _read(line: str, i: int) -> tuple[Block, Wanted | None]:
    line = _ESCAPE.sub(_character, line)
    found = _HEADING.fullmatch(line)
    if found is not None:
        flags = found["flags"].split()
        lead, body, number = found["text"], _stock(found["body"], i), found["number"]
        wanted = Wanted(i, int(found["level"]), _bare(number), lead.strip(_BLANKS), found["role"])
        label = number if "l" in flags else ""
        typed = "" if label else number
        runs = (Run(typed + lead, i, _bold(flags, "br")), Run(body, i, _bold(flags, "b")))
        return _block(i, runs, label, flags), wanted
    found = _MARKED.fullmatch(line)
    if found is not None:
        flags = found["flags"].split()
        return _block(
            i, (Run(_stock(found["text"], i), i, _bold(flags, "b")),), (found["number"] or "").rstrip("|"), flags
        ), None
    return _block(i, (Run(_stock(line, i), i),), "", []), None


def _block(i: int, runs: tuple[Run, ...], label: str, flags: list[str]) -> Block:
    style = next((int(flag[1:]) for flag in flags if re.fullmatch(r"s\d", flag)), 0 if "t" in flags else None)
    cell = Cell(0, i, 0) if "c" in flags else None
    return Block(str(i), tuple(run for run in runs if run.text), i, cell, style, label)


def _bold(flags: list[str], by: str) -> Marks:
    return Marks.BOLD if any(flag in by for flag in flags) else Marks.NONE


def _bare(number: str) -> str:
    """Return a number without the signs before it, and without a bracket that is open to the end of the heading."""
    number = number.strip(_MARKS)
    return number if "】" in number else number.lstrip("【")


def _stock(text: str, i: int) -> str:
    return text.replace("~", _STOCK[i % len(_STOCK)])


def _character(found: re.Match[str]) -> str:
    name = found[1]
    return chr(int(name[1:], 16)) if name[0] == "u" else {"t": "\t", "n": "\n"}[name]
