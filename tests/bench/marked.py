"""Reports whose headings are marked in the text: `#1 problems| 三、存在的问题`, `#2 causes| （一）学得浅。#|…`.

A mark stands before a heading, at the beginning of a paragraph or inside it; `#|` ends a heading that body text follows
in the same paragraph. Level 0 is a line of the title. Lines `!kind: …; missing: …` and `!…` come first. Who marks such
texts by hand knows fewer roles than the program: deeper headings have the role of their section.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Document
from assistant.session import open_file
from assistant.text.numbering import leading

_MARK = re.compile(r"#(?P<level>\d) (?P<role>\w+)\| ?(?P<text>.*?)(?=#\d \w+\||#\||$)")
_MARKS = re.compile(r"#\d \w+\| ?|#\|")
_DEFAULT = "grassroots-party-building"
_KINDS = {"grassroots": _DEFAULT, "duty": "duty-and-integrity", "work": "work-and-integrity"}
_ALSO = {
    "opening": {"other"},
    "main_work": {"integrity", "highlights"},
    "thanks_or_closing": {"other", "closing"},
}
"""What the program calls in its own way."""
_BELOW = {"main_work": {"rectification"}, "problems_causes": {"problems", "causes"}}
"""What it may say of deeper headings besides their section's role."""
_BULLETS = "◆●■▲★"
_ENDS = "。．.：:？? \u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Marked:
    """The text without marks, its headings (paragraph, level, text) with the roles that are right, kind and missing."""

    document: Document
    headings: dict[tuple[int, int, str], frozenset[str]]
    kind: str | None
    missing: frozenset[str]


def is_marked(file: Path) -> bool:
    """Tell whether a file has that form."""
    return file.suffix == ".txt" and file.read_text(encoding="utf-8-sig").startswith("!kind:")


def read_marked(file: Path) -> Marked:
    """Read one marked report."""
    lines = file.read_text(encoding="utf-8-sig").rstrip("\n").split("\n")
    told = [line[1:] for line in lines if line.startswith("!")]
    body = [line for line in lines if not line.startswith("!")]
    kind, _, absent = told[0].removeprefix("kind:").partition("; missing:")
    own = _KINDS.get(kind.strip(), "other")
    free = {"other"} if own == "other" else set()  # of a text that is no duty report, roles are a matter of taste
    headings = {}
    title = False
    for i, line in enumerate(body):
        for mark in _MARK.finditer(line):
            level, role = int(mark["level"]), mark["role"]
            if level == 0 and title:  # the program shows a title at its first line
                continue
            title = title or level == 0
            headings[i, level, bare(mark["text"])] = frozenset(
                {role, *free, *_ALSO.get(role, ()), *(_BELOW.get(role, ()) if level > 1 else ())}
            )
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / file.name
        plain.write_text("\n".join(_MARKS.sub("", line) for line in body), encoding="utf-8")
        document = open_file(plain).opened.document
    of_line = {block.origin: i for i, block in enumerate(document.blocks)}
    return Marked(
        document,
        {(of_line.get(i, -1), level, text): roles for (i, level, text), roles in headings.items()},
        None if own == _DEFAULT else own,  # a branch secretary's report is one of these, too
        frozenset(absent.replace(",", " ").split()) - {"none"},
    )


def bare(text: str) -> str:
    """Return a heading without its number and the stop behind it."""
    ordinal = leading(text)
    rest = text[ordinal.end :] if ordinal is not None else text
    return rest.strip(_ENDS + _BULLETS)
