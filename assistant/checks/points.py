"""What a section lists: its sub-headings, else numbered paragraphs, else 一是 二是 or 在…方面 in the running text."""

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from assistant.document.block import Document
from assistant.document.outline import Section
from assistant.text.numbering import counted_on, leading, points

_CAUSES = re.compile(
    "(?:究其|剖析|分析|产生|造成|存在)?[^。；，]{0,8}原因|(?:这些|上述|以上|存在|产生|出现|之所以)[^。；，]{0,10}，[^。；，]{0,8}(?:原因|根子|根源|归根)"
)
_CAUSES_INSIDE = re.compile(
    "(?<=[。；])(?:(?:究其|剖析|分析|产生|造成|存在)[^。；，]{0,8}原因|(?:这些|上述|以上|存在|产生|出现|之所以)[^。；，]{0,10}，[^。；，]{0,8}(?:原因|根子|根源|归根))"
)
_ASPECT = re.compile("(?:(?<![^。；;])|(?<=：))在[^，。；;：]{2,14}方面[，,]")
_APART = frozenset({"causes", "next_steps"})
_NOISE = " \t\u3000。；;，,：:"


@dataclass(frozen=True, slots=True)
class Item:
    """One problem or measure: where it stands (block position, code points), what it says, and the words behind it.

    `text` is the heading or sentence that names it, `whole` all that belongs to it.
    """

    index: int
    start: int
    end: int
    text: str
    whole: str


def items_of(document: Document, section: Section) -> tuple[Item, ...]:
    """Return what a section of problems or of next steps lists; causes told behind the problems are left out."""
    own = [part for part in section.children if part.heading is not None and not _is_apart(part, section)]
    if len(own) == 1 and own[0].children:
        return items_of(document, own[0])
    if len(own) == 1:
        inner = _in_text(document, own[0])
        return inner if len(inner) > 1 else tuple(_of_heading(document, part) for part in own)
    if own:
        return tuple(_of_heading(document, part) for part in own)
    return _in_text(document, section)


def _is_apart(part: Section, section: Section) -> bool:
    return part.role in _APART and part.role != section.role


def _of_heading(document: Document, part: Section) -> Item:
    heading = part.heading
    if heading is None:
        raise ValueError(part)
    lines = [block.text for block in document.blocks[part.first : part.last + 1]]
    text = "\n".join([*lines[:1], *takewhile(lambda line: not _CAUSES.match(line.strip(_NOISE)), lines[1:])])
    return Item(heading.index, heading.start, heading.end, heading.text, text)


def _in_text(document: Document, section: Section) -> tuple[Item, ...]:
    """Return numbered paragraphs and the points inside paragraphs, up to where causes begin; else 在…方面，…."""
    found: list[Item] = []
    aspects: list[Item] = []
    last = min((part.first - 1 for part in section.children), default=section.last)
    for index in range(section.first, last + 1):
        text = document.blocks[index].text
        begin = section.heading.end if section.heading is not None and section.heading.index == index else 0
        if _CAUSES.match(text[begin:].lstrip(_NOISE)):
            break
        causes = _CAUSES_INSIDE.search(text, begin)
        stop = causes.start() if causes is not None else len(text)
        aspects += _aspects(index, text, begin, stop)
        marks = [point for point in points(text[:stop]) if point.start >= begin]
        ordinal = leading(document.blocks[index].label or text)
        if not marks and ordinal is not None and begin == 0:
            start = 0 if document.blocks[index].label else ordinal.end
            others = () if document.blocks[index].label else counted_on(text[:stop], ordinal)
            found.append(_item(index, start, others[0].start if others else stop, text))
            marks = [*others]
        ends = [*(point.start for point in marks[1:]), stop]
        found += [_item(index, mark.end, end, text) for mark, end in zip(marks, ends, strict=False)]
    listed = found or (aspects if len(aspects) > 1 else [])
    return tuple(item for item in listed if item.text)


def _aspects(index: int, text: str, begin: int, stop: int) -> list[Item]:
    """Return what is told aspect by aspect: 在学习教育方面，…；在队伍建设方面，…."""
    starts = [mark.start() for mark in _ASPECT.finditer(text, begin, stop)]
    return [_item(index, start, end, text) for start, end in pairwise([*starts, stop])]


def _item(index: int, start: int, end: int, text: str) -> Item:
    whole = text[start:end]
    cut = re.search("原因", whole)
    named = re.split("[。；;]", whole[: cut.start()] if cut else whole, maxsplit=1)[0]
    stop = start + len(named.rstrip(_NOISE))
    start += len(named) - len(named.lstrip(_NOISE))
    return Item(index, start, max(start, stop), text[start:stop], whole)
