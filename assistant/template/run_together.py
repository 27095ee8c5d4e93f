"""Headings that run on inside a paragraph, as in texts pasted without their line breaks.

`…群众满意。二、存在问题 我在…（一）学得浅。…` has no parts that could be moved, but the headings are there: the text is
read as if a line began at each of them, and what was found goes back to where it stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block, Run
from assistant.document.outline import RunOn
from assistant.template.headings import Numbered, headings
from assistant.template.report import ReportTemplate
from assistant.template.roles import RoleReader
from assistant.text.numbering import leading
from assistant.text.numerals import to_int
from assistant.text.ordinal import Style

_MARK = re.compile(
    "(?<=[。！？!?：:\\s）)”])(?P<n>[一二三四五六七八九十]{1,2})、(?=(?P<words>[^。，；：:！？\n]{2,20}))"
    "|(?<=[。！？!?：:\\s）)”况作题析算施])(?:[（(](?P<m>[一二三四五六七八九十]{1,2})[）)]|(?P<a>[1-9])[.．、](?![0-9]))(?P<lead>[^。；：:！？\n]{2,36})。"
)
_LEAST = 60
"""Code points from which a paragraph may hold more than its own heading."""
_BODY = 4
"""Code points that a heading inside a paragraph has behind it, else it is an item of a list."""
_TELLING = frozenset({"rectification", "problems", "causes", "next_steps"})
"""Roles whose headings the user is told of."""

_Cuts = dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The paragraphs broken at the headings in them; of each piece the position and offset it comes from."""

    blocks: list[Block]
    places: list[tuple[int, int]]


def headings_inside(
    blocks: Sequence[Block], where: Sequence[int], template: ReportTemplate, year: int | None
) -> tuple[tuple[Numbered, ...], tuple[Numbered, ...]]:
    """Return the headings that begin paragraphs, and those inside paragraphs, each with the roles it stands for."""
    cuts = _cuts(blocks, where, template)
    if not cuts:
        return headings(blocks, where, template, year), ()
    pieces = _broken(blocks, where, cuts)
    found = headings(pieces.blocks, range(len(pieces.blocks)), template, year)
    back = [(_back(one, pieces), pieces.places[one.heading.index][1] > 0) for one in found]
    return tuple(one for one, inside in back if not inside), tuple(one for one, inside in back if inside)


def told(inside: Iterable[Numbered]) -> tuple[RunOn, ...]:
    """Return the sections inside paragraphs that the user should know of."""
    heads = (one.heading for one in inside if one.covers & _TELLING and one.heading.number.endswith("、"))
    return tuple(RunOn(head.index, head.start - len(head.number), head.end) for head in heads)


def _back(one: Numbered, pieces: _Pieces) -> Numbered:
    heading = one.heading
    index, offset = pieces.places[heading.index]
    following = pieces.places[heading.index + 1 : heading.index + 2]
    run_in = heading.run_in or any(other == index for other, _ in following)
    start, end = heading.start + offset, heading.end + offset
    return replace(one, heading=replace(heading, index=index, start=start, end=end, run_in=run_in))


def _broken(blocks: Sequence[Block], where: Sequence[int], cuts: _Cuts) -> _Pieces:
    pieces = _Pieces([], [])
    for i in where:
        block = blocks[i]
        bounds = [0, *cuts.get(i, ()), len(block.text)]
        for start, end in pairwise(bounds):
            piece = block if len(bounds) == 2 else replace(block, runs=(Run(block.text[start:end], block.origin),))
            pieces.blocks.append(replace(piece, label="", style_level=None) if start else piece)
            pieces.places.append((i, start))
    return pieces


def _cuts(blocks: Sequence[Block], where: Sequence[int], template: ReportTemplate) -> _Cuts:
    """Return the offsets at which headings inside paragraphs begin (and end, where no stop says so)."""
    result: _Cuts = {}
    reader = None  # most texts need none
    top = 0  # the last 一、 counted
    for i in where:
        text = blocks[i].text
        ordinal = leading(blocks[i].label or text)
        begins = ordinal is not None and ordinal.style is Style.CHINESE
        top = ordinal.value if ordinal is not None and begins else top
        if len(text) < _LEAST or blocks[i].said is not None or blocks[i].container is not None:
            continue
        marks = [mark for mark in _MARK.finditer(text) if mark.start()]
        if not marks:
            continue
        reader = reader or RoleReader(template)
        heads, top = _sections(marks, top, reader)
        if begins or heads:
            result[i] = sorted({*heads, *_below(text, marks, [0, *heads] if begins else heads)})
    return {i: cuts for i, cuts in result.items() if cuts}


def _sections(marks: Sequence[re.Match[str]], top: int, reader: RoleReader) -> tuple[list[int], int]:
    """Return the bounds of known headings of the first level that count on, and the last number."""
    bounds: list[int] = []
    for mark in marks:
        if mark["n"] is None or to_int(mark["n"]) != top + 1:
            continue
        known = _known(mark["words"], reader)
        if known:
            top += 1
            end = mark.start("words") + len(known)
            closed = mark.string[end : end + 1] in set("。：:\n")
            bounds += [mark.start()] if closed else [mark.start(), end]
    return bounds, top


def _below(text: str, marks: Sequence[re.Match[str]], heads: Sequence[int]) -> list[int]:
    """Return where headings （一）…。 begin that count up behind a section's heading and have text behind them."""
    result: list[int] = []
    run: list[re.Match[str]] = []
    brackets = [mark for mark in marks if mark["lead"] and mark.start() > heads[0]]
    for mark, after in pairwise([*brackets, None]):
        if mark is None:
            continue
        end = after.start() if after is not None else len(text)
        number = to_int(mark["m"] or mark["a"]) or 0
        if number != len(run) + 1:
            run = [] if number != 1 else run[:0]
        if number == len(run) + 1 and end - mark.end() >= _BODY:
            run.append(mark)
            result.append(mark.start())
    return result if len(result) > 1 else []


def _known(words: str, reader: RoleReader) -> str:
    """Return the longest beginning of some words that is a known heading, empty where none is.

    Of what follows it takes nothing along that says nothing, as 主要 in 原因分析主要是….
    """
    beginnings = [words[:length].rstrip() for length in range(len(words), 1, -1)]
    known = next((one for one in beginnings if reader.knows(one)), "")
    same = reader.vocabulary.reduced(known)
    return next((one for one in reversed(beginnings) if known and reader.vocabulary.reduced(one) == same), "")
