"""Brackets and quotation marks: unpaired, turned the wrong way round, or half-width (GB/T 15834-2011, P01-P03, P06)."""

import re
from collections.abc import Iterator

from assistant.checks.partners import begun, closed
from assistant.checks.rule import Match
from assistant.text.characters import is_han

_CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "【": "】", "〔": "〕"}
_OPENING = {close: open_ for open_, close in _CLOSING.items()}
_SAME_WIDTH = str.maketrans("()", "（）")
_QUOTES = "“”"
_MARKS = re.compile("[“”‘’《》〈〉（）【】〔〕()]")
_LIST_MARK = re.compile(r"(?:^|[。；：\s])[0-9A-Za-z０-９一二三四五六七八九十]{1,3}$")
# `1）` and `a)` open an item of a list; their bracket has no partner
_ENDED = re.compile("。(?!”)|(?=[^”]{30})(?:，[^”；]+){3}|；(?![^”；，。]+，[^”；，。]+(?:；|$))")
_SAID = re.compile("(?:[：说道写是]|句话，?|指出|提出|反馈|点评|强调|批评|认为|提醒)$")
"""What is quoted at length, more than a sentence or more than three clauses, is told to be said."""
_NAMED = re.compile(
    "”(?:这一|的|为|作为|总)?(?:会议|活动|学习|工作)?(?:主题|题|目标|要求|总要求|思路|方针|原则|理念|主线)"
)
"""Or it is named: the theme of a meeting has as many clauses as it likes."""


def unpaired(text: str, /) -> Iterator[Match]:
    """Yield every bracket or quotation mark of a paragraph that has no partner.

    A quotation mark that merely points the wrong way is left to `reversed_quotes`.
    """
    turned = {match.start for match in reversed_quotes(text)}
    opened: list[tuple[str, int]] = []
    for found in _MARKS.finditer(text):
        position = found.start()
        mark = found.group().translate(_SAME_WIDTH)
        if (turned and mark in _QUOTES) or _is_apostrophe(text, position):
            continue
        if mark in _CLOSING:
            opened.append((mark, position))
            continue
        depth = next((i for i in reversed(range(len(opened))) if opened[i][0] == _OPENING[mark]), None)
        if depth is not None:
            yield from (closed(text, at) for _, at in opened[depth + 1 :])
            if mark == "”" and _ENDED.search(text, opened[depth][1], position - 1):
                yield from _two_halves(text, opened[depth][1], position)
            del opened[depth:]
        elif not (mark == "）" and _LIST_MARK.search(text[:position])):
            yield begun(text, position)
    yield from (closed(text, at) for _, at in opened)


def _two_halves(text: str, start: int, end: int) -> Iterator[Match]:
    """Yield an opening and a closing quotation mark that belong to two quotations: a sentence ends between them."""
    if not _SAID.search(text, 0, start) and not _NAMED.match(text, end):
        yield closed(text, start)
        yield begun(text, end)


def _is_apostrophe(text: str, position: int) -> bool:
    return text[position] == "’" and position > 0 and text[position - 1].isascii() and text[position - 1].isalpha()


def reversed_quotes(text: str, /) -> Iterator[Match]:
    """Yield the one or two double quotation marks that point the wrong way.

    Judged only where their number is even, one direction outweighs the other, and turning those marks round makes the
    whole paragraph alternate: then nothing else can be meant.
    """
    marks = [(found.group(), found.start()) for found in re.finditer("[“”]", text)]
    surplus = abs(sum(1 if mark == "“" else -1 for mark, _ in marks))
    if len(marks) % 2 or not 2 <= surplus <= 4:
        return
    wrong = [(mark, at) for i, (mark, at) in enumerate(marks) if mark != _QUOTES[i % 2]]
    if len(wrong) * 2 == surplus:
        for mark, at in wrong:
            yield Match(at, at + 1, (_CLOSING.get(mark) or _OPENING[mark],))


def straight_quotes(text: str, /) -> Iterator[Match]:
    """Yield typewriter quotation marks that enclose Chinese text, each with the right half of the pair."""
    places = [i for i, character in enumerate(text) if character == '"']
    if len(places) % 2:
        return
    for start, end in zip(places[::2], places[1::2], strict=True):
        if any(map(is_han, text[start:end])):
            yield Match(start, start + 1, ("“",))
            yield Match(end, end + 1, ("”",))


def half_width(text: str, /) -> Iterator[Match]:
    """Yield half-width brackets around Chinese text, or paired with a full-width one."""
    opened: list[int] = []
    for found in re.finditer("[()（）]", text):
        position = found.start()
        if found.group() in "(（":
            opened.append(position)
        elif opened:
            start = opened.pop()
            mixed = (text[start] == "(") != (text[position] == ")")
            if mixed or any(map(is_han, text[start:position])):
                for at in (start, position):
                    if text[at] in "()":
                        yield Match(at, at + 1, (text[at].translate(_SAME_WIDTH),))
