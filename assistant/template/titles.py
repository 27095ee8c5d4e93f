"""Where the reports of a text begin: titles over one or more lines, and the byline under them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.document.block import TITLE_LEVEL, Block
from assistant.template.title_lines import BODY, LONGEST, compact, cut_word, is_body, may_be_title, same, says_title
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_LINES = 4
_BYLINES = 4
_LONGEST_BYLINE = 30
_NAME_LINES = 3
"""Lines that a title may have which only its place at the beginning of a text tells."""
_EARLY = 6
"""Paragraphs at the beginning of which a line that ends in 述职 is a title."""
_SOON = 6
"""Paragraphs within which a report's opening, salutation or first heading follows its title."""
_MOTTO = re.compile("(?P<one>[^\\s，。：；0-9]{4,16})[\\s，]+(?P<other>[^\\s，。：；0-9]{4,16})")
_UNLIKE = 2
"""Code points by which the halves of a motto above the title differ: 答好“四张卷”　当好“班长”."""
_WHO = re.compile("书记|局长|主任|镇长|乡长|校长|院长|董事长|经理")
_DEED = re.compile("撰写|报送|听取|提交|形成|准备|评议|审核|点评|开展")


@dataclass(frozen=True, slots=True)
class Front:
    """The head of one report: positions of its title lines and of its byline, and the title as one string.

    `above` are lines of the byline before the title, `before` where the same title is told on a cover or web page.
    """

    title_lines: tuple[int, ...]
    byline: tuple[int, ...]
    title: str
    above: tuple[int, ...] = ()
    before: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """Position of the first line of the head."""
        return (self.above or self.title_lines)[0]

    @property
    def last(self) -> int:
        """Position of the last line of the head."""
        return (self.byline or self.title_lines)[-1]


def fronts(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> tuple[Front, ...]:
    """Return the heads of all reports among the positions `where` (non-blank paragraphs without stamps), in order."""
    found: list[tuple[int, ...]] = []
    place = 0
    while place < len(where):
        lines = _numbered_at(blocks, where, place, vocabulary) or _title_at(blocks, where, place, vocabulary)
        if lines:
            found.append(lines)
            place = bisect_right(where, lines[-1])
        else:
            place += 1
    kept = _separate(blocks, where, found, vocabulary)
    if not kept:
        kept.extend([((i,), ()) for i in where[:3] if blocks[i].style_level == TITLE_LEVEL][:1])
    if not kept:
        kept.extend(_named_first(blocks, where, vocabulary))
    heads = [replace(_front(blocks, where, lines, vocabulary), before=before) for lines, before in kept]
    if heads:
        heads[0] = replace(heads[0], above=_above(blocks, where, heads[0].first, vocabulary))
    return tuple(heads)


def _named_first(
    blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the first lines of a text as its title where they name a document and body text follows at once."""
    joined = ""
    for count, i in enumerate(where[:_NAME_LINES], start=1):
        if not may_be_title(blocks[i], vocabulary) or blocks[i].text.rstrip().endswith("。"):
            return []
        joined += compact(blocks[i].text)
        if len(joined) > LONGEST or vocabulary.is_heading(joined):
            return []
        if vocabulary.first_title.search(joined):
            rest = where[count : count + _BYLINES]
            return [(tuple(where[:count]), ())] if any(is_body(blocks[k], vocabulary) for k in rest) else []
    return []


def _above(blocks: Sequence[Block], where: Sequence[int], title: int, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the lines before the first title that say who reports, where nothing else stands before it."""
    lines = tuple(where[: bisect_left(where, title)])
    if not 0 < len(lines) <= _BYLINES or any(len(compact(blocks[i].text)) > _LONGEST_BYLINE for i in lines):
        return ()
    texts = [blocks[i].text.strip() for i in lines]
    if not any(vocabulary.reporter.search(text) for text in texts):
        return ()
    told = (vocabulary.byline.search(text) or vocabulary.date.search(compact(text)) for text in texts)
    return lines if all(told) else ()


def _title_at(blocks: Sequence[Block], where: Sequence[int], place: int, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the positions of the title lines that begin at a place, empty where no title does."""
    first = where[place]
    if says_title(blocks[first]):
        return (first,)
    if not may_be_title(blocks[first], vocabulary):
        return ()
    joined = ""
    lines: list[int] = []
    for i in where[place : place + _LINES]:
        line = compact(blocks[i].text).replace("《", "").replace("》", "").rstrip("。")
        apart = lines and i != lines[-1] + 1 and place > 0  # only a title that begins the text has blank lines in it
        if apart or (lines and not may_be_title(blocks[i], vocabulary)) or len(joined + line) > LONGEST:
            return ()
        if lines and not vocabulary.title_part.search(joined) and not cut_word(joined, line, vocabulary):
            return ()
        joined += line
        lines.append(i)
        early = place < _EARLY or _behind_an_end(blocks, where, place, vocabulary)
        stopped = blocks[i].text.rstrip().endswith("。")  # a slip, or the end of a sentence
        whole = vocabulary.title.search(joined) and (early or not stopped)
        if whole or (early and not stopped and vocabulary.early_title.search(joined)):
            return (*_main_title(blocks, where, place, vocabulary), *lines)
    return ()


def _behind_an_end(blocks: Sequence[Block], where: Sequence[int], place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a report has ended just before a place: by its closing words, or who signs, or when."""
    text = blocks[where[place - 1]].text.strip()
    if not 0 < len(text) <= BODY or not (blocks[where[place]].text.strip()):
        return False
    signs = vocabulary.date.search(compact(text)) or vocabulary.reporter.search(text)
    return bool(signs or vocabulary.closing.search(text)) and _begins_report(blocks, where, where[place], vocabulary)


def _numbered_at(blocks: Sequence[Block], where: Sequence[int], place: int, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the position of the title of one of several counted reports: 二、县水利局党组书记述职报告."""
    block = blocks[where[place]]
    ordinal = leading(block.text)
    if ordinal is None or ordinal.style.is_point or block.label or len(block.text) > LONGEST:
        return ()
    title = compact(block.text[ordinal.end :])
    named = _WHO.search(title) and not _DEED.search(title) and vocabulary.title.search(title)
    return (where[place],) if named and _begins_report(blocks, where, where[place], vocabulary) else ()


def _main_title(blocks: Sequence[Block], where: Sequence[int], place: int, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the line before a title that begins with a dash, or a motto on top: then that one is the subtitle."""
    if not place:
        return ()
    before = where[place - 1]
    text = compact(blocks[before].text)
    if not compact(blocks[where[place]].text).startswith("—"):
        found = _MOTTO.fullmatch(blocks[before].text.strip()) if place == 1 else None
        return (before,) if found and abs(len(found["one"]) - len(found["other"])) <= _UNLIKE else ()
    proper = may_be_title(blocks[before], vocabulary) and len(text) <= _LONGEST_BYLINE
    named = vocabulary.byline.search(blocks[before].text.strip()) is not None and place > 1
    return (before,) if proper and not named else ()


def _separate(
    blocks: Sequence[Block], where: Sequence[int], found: list[tuple[int, ...]], vocabulary: Vocabulary
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Keep one title per report, and where it was told before: of a cover page and the title proper the latter counts.

    A title-like line in a body is none.
    """
    kept: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for lines in found:
        said = says_title(blocks[lines[0]])
        if kept:
            last, before = kept[-1]
            between = where[bisect_right(where, last[-1]) : bisect_left(where, lines[0])]
            if not any(is_body(blocks[i], vocabulary) for i in between):
                again = same(*("".join(compact(blocks[i].text) for i in one) for one in (last, lines)))
                kept[-1] = (lines, (*before, last[0]) if again else before)
                continue
            if not said and not _begins_report(blocks, where, lines[-1], vocabulary):
                continue
        kept.append((lines, ()))
    return kept


def _begins_report(blocks: Sequence[Block], where: Sequence[int], last: int, vocabulary: Vocabulary) -> bool:
    """Tell whether an opening, a salutation or a first heading follows soon after a title-like line."""
    place = bisect_right(where, last)
    for i in where[place : place + _SOON]:
        text = blocks[i].text
        ordinal = leading(blocks[i].label or text[:12])
        if ordinal is not None and ordinal.value == 1 and ordinal.style in {Style.CHINESE, Style.PART}:
            return True
        bare = text if ordinal is None or ordinal.style.is_point else text[ordinal.end :]
        if (ordinal is None or ordinal.value == 1) and len(bare) <= _LONGEST_BYLINE and vocabulary.is_heading(bare):
            return True
        if vocabulary.salutation.search(compact(text)) or vocabulary.opening.search(text):
            return True
    return False


def _front(blocks: Sequence[Block], where: Sequence[int], lines: tuple[int, ...], vocabulary: Vocabulary) -> Front:
    place = bisect_right(where, lines[-1])
    title = [*lines]
    byline: list[int] = []
    for i in where[place : place + _BYLINES]:
        text = blocks[i].text.strip()
        short = compact(text)
        if len(short) > 40 or short[-1] in "。：:；" or leading(blocks[i].label or text) is not None:
            break
        if vocabulary.is_heading(text) and not short.startswith(("—", "（", "(")):
            break
        if vocabulary.date.search(short) or (len(short) <= _LONGEST_BYLINE and vocabulary.byline.search(text)):
            byline.append(i)
        elif not byline and vocabulary.subtitle.search(short):
            title.append(i)
        else:
            break
    joined = "".join(compact(blocks[i].text) for i in title)
    return Front(tuple(title), tuple(byline), joined)
