"""Texts with a line end behind every line, as scanners and copied pages have them: read as the paragraphs they were.

Most lines are equally long and end without a stop. Each paragraph stands whole in its first line while the structure is
read, its other lines are empty; what was found goes back to the line where it stands.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block, Run
from assistant.document.outline import Heading, Report, RunOn, Section
from assistant.text.numbering import leading

_NARROWEST, _WIDEST = 16, 48
"""Full-width characters that a broken line may hold."""
_RAGGED = 3
"""Characters by which full lines differ: no line begins with a mark."""
_PART = 0.7
"""Part of the width from which a line may be full where indents tell paragraphs apart."""
_LEAST, _SHARE = 4, 0.15
"""Full lines without a stop that make a text broken, and their share of all lines."""
_OVER = 50
"""Lines of which one may be longer than the others."""
_STOPS = "。！？；：!?;:…"
_CLOSED = _STOPS + "”’）)】》"
_INDENTS = ("\u3000\u3000", "    ", "\t")
_NARROW = 0x2E80
"""Code points below are half as wide."""

_Lines = Mapping[int, tuple[tuple[int, int], ...]]
"""Of every joined paragraph, by its first position: where each of its lines begins in it, and its position."""


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The blocks with every paragraph whole, and how it was broken."""

    blocks: Sequence[Block]
    lines: _Lines

    def back(self, report: Report) -> Report:
        """Return a report with its headings where they stand in the broken text."""
        if not self.lines:
            return report
        return replace(
            report,
            headings=tuple(self._heading(one) for one in report.headings),
            inside=tuple(self._heading(one) for one in report.inside),
            sections=tuple(self._section(one) for one in report.sections),
            run_on=tuple(RunOn(*self._span(one.index, one.start, one.end)) for one in report.run_on),
        )

    def _section(self, section: Section) -> Section:
        heading = section.heading if section.heading is None else self._heading(section.heading)
        return replace(section, heading=heading, children=tuple(self._section(one) for one in section.children))

    def _heading(self, heading: Heading) -> Heading:
        lines = self.lines.get(heading.index)
        if lines is None:
            return heading
        index, start, end = self._span(heading.index, heading.start, heading.end)
        cut = end - start < heading.end - heading.start
        text = self.blocks[heading.index].text[heading.start : heading.start + end - start]
        return replace(
            heading,
            block=heading.block if index == heading.index else self.blocks[index].id,
            index=index,
            text=text,
            run_in=heading.run_in and not cut,
            start=start,
            end=end,
        )

    def _span(self, index: int, start: int, end: int) -> tuple[int, int, int]:
        """Return a range as position and code points of the line it begins in, as far as that line goes."""
        lines = self.lines.get(index)
        if lines is None:
            return index, start, end
        place = bisect_right([begin for begin, _ in lines], start) - 1
        begin, line = lines[place]
        stop = lines[place + 1][0] if place + 1 < len(lines) else len(self.blocks[index].text)
        return line, start - begin, min(end, stop) - begin


def unwrapped(blocks: Sequence[Block], apart: Callable[[str], bool]) -> Unwrapped:
    """Return the blocks of a broken text joined; any other text as it is. `apart` tells page numbers and the like."""
    where = [i for i, block in enumerate(blocks) if _may_be_line(block)]
    widest = _width_of([blocks[i].text for i in where])
    if not widest:
        return Unwrapped(blocks, {})
    where = [i for i in where if not apart(blocks[i].text)]
    indented = _indented([blocks[i].text for i in where])
    joined: dict[int, list[int]] = {}
    first = -1
    for before, i in pairwise(where):
        if not _goes_on(blocks, before, i, widest, indented=indented):
            first = -1
            continue
        first = before if first < 0 else first
        joined.setdefault(first, [first]).append(i)
    result = list(blocks)
    lines = {}
    for first, parts in joined.items():
        starts, runs = [], list[Run]()
        for i in parts:
            starts.append((sum(len(run.text) for run in runs), i))
            runs.extend(blocks[i].runs)
            result[i] = replace(blocks[i], runs=())
        result[first] = replace(blocks[first], runs=tuple(runs))
        lines[first] = tuple(starts)
    return Unwrapped(result, lines)


def _may_be_line(block: Block) -> bool:
    plain = block.opaque is None and block.container is None and block.said is None
    return plain and not block.label and block.style_level is None and bool(block.text.strip())


def _width_of(texts: Sequence[str]) -> float:
    """Return how long the full lines of a broken text are, 0 for any other text."""
    if any(len(text) > 4 * _WIDEST for text in texts):
        return 0
    widths = sorted(_width(text) for text in texts)
    widest = widths[-1 - len(widths) // _OVER] if widths else 0
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    indented = _indented(texts)
    full = sum(_breaks_off(text, after, widest, indented=indented) for text, after in pairwise(texts))
    return widest if full >= max(_LEAST, _SHARE * len(texts)) else 0


def _indented(texts: Sequence[str]) -> bool:
    return sum(text.startswith(_INDENTS) for text in texts) >= _LEAST


def _breaks_off(text: str, after: str, widest: float, *, indented: bool) -> bool:
    """Tell whether a full line ends without a stop, and no number stands before it or before the next one."""
    if text.rstrip()[-1] in _CLOSED or leading(after) is not None:
        return False
    if indented and not after.startswith(_INDENTS):
        return _width(text) >= _PART * widest
    return _is_full(text, widest) and leading(text) is None


def _width(text: str) -> float:
    return sum(0.5 if ord(char) < _NARROW else 1 for char in text.rstrip())


def _is_full(text: str, widest: float) -> bool:
    return _width(text) >= widest - _RAGGED


def _goes_on(blocks: Sequence[Block], before: int, i: int, widest: float, *, indented: bool) -> bool:
    """Tell whether a line goes on with the one before; where paragraphs are `indented`, the others all do."""
    line, last = blocks[i].text, blocks[before].text
    least = _PART * widest if indented else widest - _RAGGED
    if _width(last) < least or line.startswith(_INDENTS):
        return False
    if leading(line) is not None and not indented:
        return False
    if any(not blocks[j].text.strip() for j in range(before + 1, i)):
        return False
    if last.rstrip()[-1] in _STOPS and not indented:
        return _is_full(line, widest) or line.rstrip()[-1] in _CLOSED
    return True
