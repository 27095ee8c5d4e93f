"""Make new paragraphs that look like their neighbours of the same kind."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from itertools import islice, product
from typing import TYPE_CHECKING

from assistant.document.block import BODY_LEVEL, Block, Cell, Document, Marks
from assistant.formats.docx.copies import clean_properties
from assistant.formats.docx.names import attribute, child, sibling_tag
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.profile import look_properties
from assistant.formats.docx.run_format import copied, with_marks
from assistant.formats.docx.styles import style_id
from assistant.formats.layout import Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPED_NUMBER = re.compile(r"\s*(?:第[一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十\d]+[)）、.．])")
_PROSE = 20
"""Characters from which a body paragraph is surely running text and not a signature or a date."""
_CHOICE = 6
"""Neighbours among which the best model is chosen."""


class Fresh:
    """New paragraphs of a document that is being saved; models are looked for before the base is changed."""

    def __init__(self, picture: Picture, document: Document, levels: Mapping[str, int], layout: Layout | None) -> None:
        self._picture, self._document, self._levels, self._layout = picture, document, levels, layout
        self._run_elements = list(picture.body.runs)
        self._candidates = [n for n, b in enumerate(document.blocks) if b.origin in picture.runs and _has_text(b)]
        self._models = {
            position: model
            for position, block in enumerate(document.blocks)
            if block.origin not in picture.runs
            and block.opaque is None
            and (model := self._model(position)) is not None
        }
        self._looks = {origin: self._look(origin) for origin in set(self._models.values())}

    def paragraph(self, position: int) -> "_Element":
        """Return a new w:p for the block at a position: the look of its model, else of the layout."""
        block = self._document.blocks[position]
        body = self._picture.body.body
        paragraph = body.makeelement(sibling_tag(body, "p"), nsmap=None)
        model = self._models.get(position)
        style, run_properties = "", None
        if model is not None:
            properties, run_properties, style = self._looks[model]
            if properties is not None:
                paragraph.append(deepcopy(properties))
        elif self._layout is not None and (look := self._layout.look(self._level(block))) is not None:
            properties, run_properties = look_properties(body, look)
            paragraph.append(properties)
        for marks, text in _stretches(block):
            wanted = copied(run_properties)
            if marks:
                wanted = with_marks(run_properties, body, self._picture.styles, style, marks)
            paragraph.append(new_run(paragraph, wanted, list(text)))
        return paragraph

    def _level(self, block: Block) -> int:
        return self._levels.get(block.id, BODY_LEVEL)

    def _model(self, position: int) -> int | None:
        """Return the origin of the nearest block of the same level: in the same cell, the same table, or the body.

        Without a layout that knows the level, body text is the next best model.
        """
        cell = self._document.blocks[position].container
        homes: list[Callable[[Cell | None], bool]] = [lambda other: other == cell]
        if cell is not None:
            homes.append(lambda other: other is not None and other.table == cell.table)
        level = self._level(self._document.blocks[position])
        levels = [level] if self._layout is not None else [level, BODY_LEVEL]
        for wanted, at_home in product(levels, homes):
            near = (n for n in self._nearest(position) if at_home(self._document.blocks[n].container))
            fitting = list(islice((n for n in near if self._fits(position, n, wanted)), _CHOICE if cell is None else 1))
            if fitting:
                best = min(fitting, key=self._oddness)
                return self._document.blocks[best].origin
        return self._empty_model(position) if cell is not None or self._layout is None else None

    def _empty_model(self, position: int) -> int | None:
        """Return the origin of the nearest block of the same container even without text, as in the cells of a form."""
        blocks = self._document.blocks
        near = sorted(range(len(blocks)), key=lambda other: (abs(other - position), other))
        fitting = (blocks[n] for n in near if blocks[n].container == blocks[position].container)
        return next((block.origin for block in fitting if block.origin in self._picture.runs), None)

    def _nearest(self, position: int) -> Iterator[int]:
        """Yield the positions of blocks of the base that hold text, by distance; the one before wins a tie."""
        after = bisect_left(self._candidates, position)
        before = after - 1
        while before >= 0 or after < len(self._candidates):
            left = position - self._candidates[before] if before >= 0 else None
            right = self._candidates[after] - position if after < len(self._candidates) else None
            if right is None or (left is not None and left <= right):
                yield self._candidates[before]
                before -= 1
            else:
                yield self._candidates[after]
                after += 1

    def _fits(self, position: int, other: int, level: int) -> bool:
        """Tell whether another block may lend its look: the same level, and no second number before a typed one."""
        block, model = self._document.blocks[position], self._document.blocks[other]
        if self._level(model) != level:
            return False
        return not (model.label and _TYPED_NUMBER.match(block.text))

    def _oddness(self, position: int) -> int:
        """Rate a model for running text: 0 a long paragraph, 1 a short one, 2 a centred or right-aligned line."""
        block = self._document.blocks[position]
        if self._level(block) != BODY_LEVEL or block.origin is None:
            return 0
        align = child(child(self._picture.body.paragraphs[block.origin], "pPr"), "jc")
        if align is not None and attribute(align, "val") in ("center", "right", "end"):
            return 2
        return int(len(block.text) < _PROSE)

    def _look(self, origin: int) -> tuple["_Element | None", "_Element | None", str]:
        """Copy paragraph and run properties of a model; the run that holds most of its text speaks for it."""
        paragraph = self._picture.body.paragraphs[origin]
        properties = child(paragraph, "pPr")
        style = style_id(properties, "pStyle")
        own = None
        if properties is not None:
            own = deepcopy(properties)
            own.tail = None
            clean_properties(own)
        sizes: Counter[int] = Counter()
        for run in self._picture.runs[origin]:
            if run.origin is not None:
                sizes[run.origin] += len(run.text.strip())
        if not sizes:
            return own, copied(child(properties, "rPr")), style
        most = sizes.most_common(1)[0][0]
        return own, copied(child(self._run_elements[most], "rPr")), style


def _has_text(block: Block) -> bool:
    return any(run.token is None and run.text.strip() for run in block.runs)


def _stretches(block: Block) -> Iterator[tuple[Marks, str]]:
    for run in block.runs:
        if run.token is None and run.text:
            yield run.marks, run.text
