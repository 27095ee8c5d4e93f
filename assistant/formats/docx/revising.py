"""Carry out tracked changes stretch by stretch: the paragraphs between two tables, section breaks and the like."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.document.block import Document, Marks
from assistant.errors import EditRefused
from assistant.formats.docx.additions import MovedTokens
from assistant.formats.docx.alignment import Sign
from assistant.formats.docx.copies import clean_properties, forget_identity
from assistant.formats.docx.course import Course, Inserted, Target, courses
from assistant.formats.docx.cutting import cut
from assistant.formats.docx.fresh import Fresh
from assistant.formats.docx.names import both, child, kind, sibling_tag
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.order import block_count
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.revised import Revised
from assistant.formats.docx.reviser import Reviser
from assistant.formats.docx.run_format import copied, with_marks
from assistant.formats.docx.styles import style_id
from assistant.formats.docx.tokens import NOTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTE = "带有脚注、尾注或批注的文字不能以修订方式移动，没有保存任何改动，请改用普通方式保存。"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of the file that follow each other in one parent, and what is to stand there.

    Without any paragraph, `after` (else `before`) is the element that new ones are put beside.
    """

    old: Sequence[int]
    new: Sequence[Target]
    after: "_Element | None" = None
    before: "_Element | None" = None


class Revising:
    """The base on its way to a file with tracked changes."""

    def __init__(
        self, picture: Picture, document: Document, fresh: Fresh, reviser: Reviser, atoms: Mapping[int, list[Sign]]
    ) -> None:
        """Take what is needed; `atoms` are the signs of every paragraph that can be edited."""
        self._picture, self._document, self._fresh, self._reviser = picture, document, fresh, reviser
        self._atoms = atoms
        self._runs: dict[int, _Element] = {n: run for run, n in picture.body.runs.items()}
        self._made: dict[int, tuple[_Element | None, dict[Marks, _Element | None]]] = {}
        self._looks: dict[int, _Element | None] = {}
        self._tokens: dict[int, MovedTokens] = {}
        self.ends: dict[int, _Element] = {}
        """The w:p that each target ends with, by its position; filled by `carry_out`."""

    def carry_out(self, stretches: Sequence[Stretch]) -> None:
        """Write all stretches. Raises EditRefused where a note would have to stand twice."""
        found = [(stretch, courses(stretch.old, self._atoms, stretch.new)) for stretch in stretches]
        changed = {
            number: course for _, of in found for number, course in of.items() if not self._unchanged(number, course)
        }
        loose = [stretch for stretch, _ in found if not stretch.old and stretch.new]
        inserted = [item for course in changed.values() for items in course.gaps.values() for item in items]
        new = [target for stretch in loose for target in stretch.new]
        inserted += [Inserted(t, sign) for t in new for sign in (None, *(piece.sign for piece in t.pieces))]
        self._prepare(inserted, changed)
        for _, of in found:
            for number, course in of.items():
                if course.end is not None:
                    self.ends[course.end.position] = self._picture.body.paragraphs[number]
        for number, course in changed.items():
            self._write(number, course)
        for stretch in loose:
            self._write_loose(stretch)
        for stretch in stretches:
            self._delete_control(stretch)

    def _delete_control(self, stretch: Stretch) -> None:
        """Strike out a content control whose paragraphs all go."""
        paragraphs = [self._picture.body.paragraphs[number] for number in stretch.old]
        parent = paragraphs[0].getparent() if paragraphs and not stretch.new else None
        if parent is not None and kind(parent) == "sdtContent" and block_count(parent) == len(paragraphs):
            self._reviser.delete_control(parent)

    def _unchanged(self, number: int, course: Course) -> bool:
        kept = len(course.kept) == len(self._atoms[number])
        own = course.end is not None and course.end.home == number
        return own and kept and not course.gaps and not course.marked

    def _prepare(self, inserted: Sequence[Inserted], changed: Mapping[int, Course]) -> None:
        """Copy from the base what is needed twice, before anything in it changes."""
        ends = [course.end for course in changed.values() if course.end is not None]
        for target in [*ends, *(item.target for item in inserted)]:
            if target.home is not None and target.home not in self._looks:
                look = child(self._picture.body.paragraphs[target.home], "pPr")
                if look is not None:
                    look = deepcopy(look)
                    look.tail = None
                    clean_properties(look)
                self._looks[target.home] = look
        for item in inserted:
            token = None if item.sign is None else item.sign.token
            if token is None:
                continue
            if token.kind in NOTES:
                raise EditRefused(_NOTE, f"token {token.number} moved")
            owner = self._picture.token_owner[token.number]
            if owner not in self._tokens:
                self._tokens[owner] = MovedTokens(self._atoms[owner], self._picture.body.paragraphs[owner])

    def _write(self, number: int, course: Course) -> None:
        paragraph = self._picture.body.paragraphs[number]
        style = style_id(child(paragraph, "pPr"), "pStyle")

        def remarked(properties: "_Element | None", marks: Marks) -> "_Element | None":
            return with_marks(properties, paragraph, self._picture.styles, style, marks)

        revised = Revised(
            paragraph, self._atoms[number], course, self._reviser, content=self._content, remarked=remarked
        )
        for place, target in revised.carry_out():
            self._end(cut(paragraph, place, self._reviser.new_id), target)
        if course.end is None:
            self._reviser.mark_end(paragraph, "del")
            return
        if course.end.home != number:
            self._reviser.change_look(paragraph, self._look(course.end))

    def _end(self, paragraph: "_Element", target: Target) -> None:
        """Give a new paragraph its properties and mark its end as inserted."""
        self.ends[target.position] = paragraph
        look = self._look(target)
        if look is not None:
            paragraph.insert(0, deepcopy(look))
        self._reviser.mark_end(paragraph, "ins")

    def _write_loose(self, stretch: Stretch) -> None:
        anchor = stretch.after if stretch.after is not None else stretch.before
        if anchor is None:
            raise AssertionError("no place for new paragraphs")
        for target in stretch.new if anchor is stretch.before else reversed(stretch.new):
            paragraph = anchor.makeelement(sibling_tag(self._picture.body.body, "p"), nsmap=None)
            if anchor is stretch.before:
                anchor.addprevious(paragraph)
            else:
                anchor.addnext(paragraph)
            for piece in target.pieces:
                runs = self._content([Inserted(target, piece.sign)])
                mark = self._reviser.inserted(paragraph, runs)
                paragraph.append(mark)
                self._reviser.set_apart(mark)
            self._end(paragraph, target)

    def _content(self, items: list[Inserted]) -> list["_Element"]:
        """Return the runs for neighbouring new signs of one format."""
        first, target = items[0].sign, items[0].target
        if first is None:
            return []
        if first.token is not None:
            taken = self._tokens[self._picture.token_owner[first.token.number]].take(first.token.number)
            for element in taken:
                for inner in element.iter(*both("p")):
                    forget_identity(inner)
            return taken
        text = [item.sign.character for item in items if item.sign is not None]
        return [new_run(self._picture.body.body, self._properties(first, target), list(text))]

    def _properties(self, sign: Sign, target: Target) -> "_Element | None":
        styles, body = self._picture.styles, self._picture.body.body
        look = self._look(target)
        style = style_id(look, "pStyle")
        if sign.origin is not None and sign.origin in self._runs:
            return with_marks(child(self._runs[sign.origin], "rPr"), body, styles, style, sign.marks)
        if target.home is None:
            return self._new_paragraph(target)[1].get(sign.marks)
        like = child(look, "rPr")
        return with_marks(like, body, styles, style, sign.marks) if sign.marks else copied(like)

    def _look(self, target: Target) -> "_Element | None":
        return self._looks[target.home] if target.home is not None else self._new_paragraph(target)[0]

    def _new_paragraph(self, target: Target) -> tuple["_Element | None", dict[Marks, "_Element | None"]]:
        """Return the properties of a fresh paragraph, and those of its runs by the marks they show."""
        if target.position not in self._made:
            paragraph = self._fresh.paragraph(target.position)
            runs = [run for run in self._document.blocks[target.position].runs if run.token is None and run.text]
            elements = [e for e in paragraph if e is not child(paragraph, "pPr")]
            by_marks = {run.marks: child(e, "rPr") for run, e in zip(runs, elements, strict=True)}
            self._made[target.position] = child(paragraph, "pPr"), by_marks
        return self._made[target.position]
