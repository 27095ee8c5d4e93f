"""Count headings anew after they changed places or levels: what is typed, and what the file's numbering shows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.document.block import Block, Document, Said, Span
from assistant.document.edit import Edit, ReplaceText, SetLabel, SetSaid
from assistant.document.outline import Heading
from assistant.errors import EditRefused
from assistant.text.numbering import leading
from assistant.text.numerals import to_chinese
from assistant.text.ordinal import Ordinal, Style, written

CHAIN = (Style.CHINESE, Style.CHINESE_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS)
"""Patterns of the levels, from the first down (GB/T 9704-2012, 7.3.3)."""

_CHINESE = re.compile("[一二三四五六七八九十]+")
_ARABIC = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)*")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_TOO_DEEP = "标题最多到第四级（1），不能再降级，文字没有变化。"


@dataclass(frozen=True, slots=True)
class Place:
    """A heading at its place in the order of headings; `level` is the one it shall have."""

    heading: Heading
    level: int


def renumber(document: Document, before: Sequence[Place], after: Sequence[Place]) -> tuple[Edit, ...]:
    """Return the edits that count the headings right where their order or level changes from `before` to `after`.

    Numbers of groups that stay as they are are left alone, wrong ones too. An un-numbered heading that changes its
    level is said to have the new one. Raises EditRefused where a level has no pattern of numbers.
    """
    return _Count(document, before, after).edits()


def counted(block: Block, value: int) -> tuple[Edit, ...]:
    """Return the edit that gives a numbered paragraph another number, none where it has none that can be counted."""
    number = leading(block.label or block.text)
    if number is None or number.style is Style.DECIMAL:
        return ()
    return tuple(_numbered(block, number, number, (value,)))


class _Count:
    """One count of all headings that are affected."""

    def __init__(self, document: Document, before: Sequence[Place], after: Sequence[Place]) -> None:
        self._blocks = document.blocks
        self._after = after
        self._old = {place.heading.index: place.level for place in before}
        self._groups_before = {
            parent: [place.heading.index for place in members] for parent, members in _groups(before).items()
        }
        self._styles: dict[int | None, Style | None] = {None: None}  # of a heading, by its position
        self._parts: dict[int | None, tuple[int, ...]] = {None: ()}  # what decimals below it begin with
        self._changed: set[int | None] = set()
        for place in before:
            number = self._number(place)
            self._styles[place.heading.index] = number.style if number is not None else None
            self._parts[place.heading.index] = number.parts if number is not None else ()

    def edits(self) -> tuple[Edit, ...]:
        result: list[Edit] = []
        for parent, members in _groups(self._after).items():  # those above come first
            same = [place.heading.index for place in members] == self._groups_before.get(parent, [])
            if not same or parent in self._changed or any(self._moved(place) for place in members):
                result += self._group(parent, members)
        return tuple(result)

    def _group(self, parent: int | None, members: Sequence[Place]) -> list[Edit]:
        edits: list[Edit] = []
        for place in members:
            block = self._blocks[place.heading.index]
            said = block.said
            if self._moved(place) and (self._number(place) is None or (said is not None and said.level is not None)):
                edits.append(SetSaid(block.id, replace(said or Said(), level=place.level)))
        numbered = [(place, number) for place in members if (number := self._number(place)) is not None]
        if not numbered:
            return edits
        model = self._model(parent, numbered)
        before = self._groups_before.get(parent, [])
        row = [
            (place, number)
            for place, number in numbered
            if self._moved(place) or place.heading.index not in before or number.style is model.style
        ]
        siblings = [i for i in before if self._styles[i] is model.style]
        first = min((self._value(i) for i in siblings), default=1)
        for value, (place, number) in enumerate(row, first):
            index = place.heading.index
            like = number if number.style is model.style else model
            parts = self._decimal(parent, like, value) if like.style is Style.DECIMAL else (value,)
            self._changed |= {index} if parts != self._parts[index] else set()
            self._styles[index], self._parts[index] = model.style, parts
            edits += _numbered(self._blocks[index], number, like, parts)
        return edits

    def _decimal(self, parent: int | None, like: Ordinal, value: int) -> tuple[int, ...]:
        """Return the parts of a decimal: those of the heading above, whatever it left out, its own value."""
        above = self._parts[parent]
        return (*above, *like.parts[len(above) : -1], value)

    def _model(self, parent: int | None, numbered: Sequence[tuple[Place, Ordinal]]) -> Ordinal:
        """Return a number written as those of a group are: like its old members, else like its level elsewhere."""
        unmoved = [(place, number) for place, number in numbered if not self._moved(place)]
        old = self._groups_before.get(parent, [])
        steady = [number for place, number in unmoved if place.heading.index in old] or [n for _, n in unmoved]
        if steady:
            style = Counter(number.style for number in steady).most_common(1)[0][0]
            return next(number for number in steady if number.style is style)
        level = numbered[0][0].level
        above = self._styles[parent]
        fellows = [
            number
            for place in self._after
            if place.level == level and not self._moved(place) and (number := self._number(place)) is not None
        ]
        if fellows and fellows[0].style is not above:
            return fellows[0]
        depth = CHAIN.index(above) + 1 if above in CHAIN else level - 1
        if depth >= len(CHAIN):
            raise EditRefused(_TOO_DEEP, "no pattern below the last")
        text = written(CHAIN[depth], 1)
        return Ordinal(CHAIN[depth], 1, 0, len(text), text)

    def _moved(self, place: Place) -> bool:
        return self._old[place.heading.index] != place.level

    def _value(self, index: int) -> int:
        block = self._blocks[index]
        number = leading(block.label or block.text)
        return number.value if number is not None else 1

    def _number(self, place: Place) -> Ordinal | None:
        """Return the number of a heading, typed or automatic."""
        if not place.heading.number:
            return None
        block = self._blocks[place.heading.index]
        return leading(block.label or block.text)


def _groups(places: Sequence[Place]) -> dict[int | None, list[Place]]:
    """Return the headings right under each heading (None: under none), in order, by position of their parent."""
    groups: dict[int | None, list[Place]] = {}
    above: list[Place] = []
    for place in places:
        while above and above[-1].level >= place.level:
            above.pop()
        groups.setdefault(above[-1].heading.index if above else None, []).append(place)
        above.append(place)
    return groups


def _numbered(block: Block, number: Ordinal, like: Ordinal, parts: tuple[int, ...]) -> list[Edit]:
    """Return the edit that gives a heading a number (the parts of a decimal), in the writing of another one."""
    typed = _typed_like(like, parts)
    if typed is None or typed == number.typed:
        return []
    if block.label:
        return [SetLabel(block.id, block.label[: number.start] + typed + block.label[number.end :])]
    start, end = number.start, number.end
    old = block.text[start:end]
    while typed and old and typed[0] == old[0]:
        typed, old, start = typed[1:], old[1:], start + 1
    while typed and old and typed[-1] == old[-1]:
        typed, old, end = typed[:-1], old[:-1], end - 1
    return [ReplaceText(Span(block.id, start, end), old, typed)]


def _typed_like(number: Ordinal, parts: tuple[int, ...]) -> str | None:
    """Return another number written as one is typed, None where its pattern doesn't go that far."""
    value = parts[-1]
    if number.style in {Style.CIRCLED, Style.FIRSTLY}:
        try:
            return written(number.style, value)
        except ValueError:
            return None
    arabic = _ARABIC.search(number.typed)
    if arabic is not None:
        wide = arabic[0][0] in "０１２３４５６７８９"
        numeral = ".".join(map(str, parts))
        numeral = numeral.translate(_WIDE) if wide else numeral
        return number.typed[: arabic.start()] + numeral + number.typed[arabic.end() :]
    return _CHINESE.sub(to_chinese(value), number.typed, count=1)
