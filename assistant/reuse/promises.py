"""What last year promised, put into this year's report: a sentence with blanks for what became of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Document
from assistant.document.edit import Edit, InsertBlocks
from assistant.document.last_year import Promise, essence
from assistant.document.outline import Report, Section
from assistant.template.report import ReportTemplate
from assistant.template.skeleton import insert_section
from assistant.template.toml import load

ROLES = ("rectification", "main_work")
"""Sections a promise can be put into."""

_LONGEST = 30
"""Characters of a promise that are quoted; of a longer one its first clauses."""
_LABEL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}是要?|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、]|"
    r"第[一二三四五六七八九十]+[，,]|[一二三四五六七八九十]{1,3}、|首先，|其次，|再次，|最后，)\s*"
)
_NOTE = re.compile(r"\{note:([^{}]*)\}")
_ENDS = "。；;！？!?，, \u3000"


@dataclass(frozen=True, slots=True)
class Frames:
    """Sentences with blanks by section and state of the promise."""

    texts: Mapping[tuple[str, str], str]

    def fits(self, promise: Promise, role: str) -> bool:
        """Tell whether a promise of this state belongs into a section."""
        return (role, promise.state) in self.texts

    def sentence(self, promise: Promise, role: str) -> str:
        """Return the sentence for a promise: last year's own words, the user's line, blanks for every fact."""
        note = promise.note.strip().rstrip(_ENDS)
        text = self.texts[role, promise.state].replace("{promise}", quoted(promise.text))
        return _NOTE.sub(lambda match: note or match[1], text)


def load_frames(path: Path) -> Frames:
    """Read the frames; raises ResourceError naming file and key."""
    fields = load(path)
    texts = {}
    for role in ROLES:
        table = fields.table(role)
        for state in ("done", "partly", "not"):
            text = table.text(state, "")
            if text:
                texts[role, state] = text
        table.done()
    fields.done()
    return Frames(texts)


def quoted(sentence: str) -> str:
    """Return the words by which a promise is named: without its number and end, its first clauses if it is long."""
    text = _LABEL.sub("", sentence).strip().rstrip(_ENDS).replace("“", "‘").replace("”", "’")
    if len(text) <= _LONGEST:
        return text
    cut = max(text.rfind(mark, 0, _LONGEST) for mark in "，；、")
    return text[: cut if cut >= 6 else _LONGEST].rstrip("，；、") + "……"


def is_written(promise: Promise, document: Document, section: Section | None) -> bool:
    """Tell whether a section names a promise already."""
    if section is None:
        return False
    words = essence(quoted(promise.text))
    return any(words in essence(block.text) for block in document.blocks[section.first : section.last + 1])


def section_of(report: Report, role: str) -> Section | None:
    """Return the section of a role, wherever it stands in the outline."""
    waiting = list(report.sections)
    while waiting:
        section = waiting.pop(0)
        if section.role == role:
            return section
        waiting += section.children
    return None


def put_in(
    document: Document,
    report: Report,
    template: ReportTemplate,
    promises: Iterable[Promise],
    *,
    frames: Frames,
    role: str,
) -> tuple[Edit, ...]:
    """Return the edits that put promises into a section, as one undo step; the section is made where there is none.

    Those that don't fit, and those the section names already, are left out; empty where none is left.
    """
    section = section_of(report, role)
    chosen = [one for one in promises if frames.fits(one, role) and not is_written(one, document, section)]
    texts = tuple(frames.sentence(one, role) for one in chosen)
    if not texts:
        return ()
    if section is not None:
        return (InsertBlocks(document.blocks[_last(document, section)].id, texts, (), in_body=True),)
    return _with_section(insert_section(document, report, template, role), texts)


def _with_section(edits: Sequence[Edit], texts: tuple[str, ...]) -> tuple[Edit, ...]:
    """Put the sentences under the heading of a new section, in place of its skeleton."""
    made: list[Edit] = []
    for edit in edits:
        if isinstance(edit, InsertBlocks):
            said = (*edit.said[:1], *(None for _ in texts)) if edit.said else ()
            made.append(InsertBlocks(edit.after, (edit.texts[0], *texts), said, edit.in_body))
        else:
            made.append(edit)
    return tuple(made)


def _last(document: Document, section: Section) -> int:
    """Return the position of the last paragraph of a section that says something."""
    for index in range(section.last, section.first, -1):
        if document.blocks[index].text.strip():
            return index
    return section.first
