"""Split a paragraph into sentences, each with its offsets."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its end mark and the quotes or brackets that close after it; offsets in code points."""

    text: str
    start: int
    end: int


_CLOSERS = "”’」』）)》】〕"
_OPENERS = "“‘「『（(《【〔"
_END = re.compile(f"[。！？!?…\n]+[{_CLOSERS}]*|\\.(?=\\s|$)")
_BRACKETS = re.compile(f"[{_OPENERS}{_CLOSERS}]")
_STOPS = re.compile(f"[。！？!?\n{_OPENERS}{_CLOSERS}]")
_NEAR = 60
"""Code points within which a quotation must close to be taken for one by `first_end`."""
_BLANK = "\\s\u200b\ufeff"
_TRIM = re.compile(f"[{_BLANK}]*")


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph in order; blanks around them belong to none.

    A full stop inside brackets or a title in 《》 does not end the sentence around it; one inside quotation marks does
    only where the quotation ends with it (GB/T 15834-2011, 4.8.3.4).
    """
    result: list[Sentence] = []
    start = 0
    for end in ends(text):
        _append(result, text, start, end)
        start = end
    _append(result, text, start, len(text))
    return tuple(result)


def ends(text: str) -> list[int]:
    """Return the offsets just after each sentence end that is not inside brackets."""
    paired = _pairs(text)
    found = []
    inside_until = 0
    closers = iter([*sorted(paired.items()), (len(text), len(text))])
    opener, closer = next(closers)
    for match in _END.finditer(text):
        last = match.end() - 1
        while opener < match.start():
            inside_until = max(inside_until, closer)
            opener, closer = next(closers)
        if last >= inside_until or "\n" in match[0]:
            found.append(match.end())
    return found


def _pairs(text: str) -> dict[int, int]:
    """Map each opening quote or bracket to its closing one; those that never close are left out."""
    waiting: dict[str, list[int]] = {}
    paired = {}
    for match in _BRACKETS.finditer(text):
        sign = match[0]
        if sign in _OPENERS:
            waiting.setdefault(_closing(sign), []).append(match.start())
        elif waiting.get(sign):
            paired[waiting[sign].pop()] = match.start()
    return paired


def first_end(text: str, start: int = 0) -> int | None:
    """Return the offset of the first full stop (or !?) from `start` on that is outside quotes and brackets.

    None where there is none. A quotation or bracket left open is taken to be a slip of the pen and ignored.
    """
    waiting_for = ""
    for match in _STOPS.finditer(text, start):
        sign = match[0]
        if sign in _OPENERS:
            closer = _closing(sign)
            if not waiting_for and closer in text[match.end() : match.end() + _NEAR]:
                waiting_for = closer
        elif sign in _CLOSERS:
            if sign == waiting_for:
                waiting_for = ""
        elif not waiting_for or sign == "\n":
            return match.start()
    return None


def _closing(opener: str) -> str:
    return _CLOSERS[_OPENERS.index(opener)]


def _append(result: list[Sentence], text: str, start: int, end: int) -> None:
    blank = _TRIM.match(text, start, end)
    start = blank.end() if blank else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    if end > start:
        result.append(Sentence(text[start:end], start, end))
