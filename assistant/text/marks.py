"""Which of ， 。 、 ； usually stands between two stretches of text, as learned from well punctuated reports.

Every mark has signs around it: how the stretches begin and end, how long they are, which marks stand before and behind.
The table gives each sign a weight for each of the four marks; what they add up to is the logarithm of how likely that
mark is here, beside the others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

MARKS = "，。、；"
"""The marks that are weighed, in the order of the weights."""

Weights = tuple[int, ...]
"""Hundredths, one for each mark."""

_EDGES = re.compile("[，。、；：？！\n]")
_STOPS = "。；？！\n"
_PLAIN = re.compile(r"（[^（）]{1,40}）|《[^《》]{1,40}》|“[^“”]{1,20}”|【[^【】]{1,20}】|[0-9]+(?:\.[0-9]+)?[余多]?")
"""What is one thing whatever it says: an added remark, a title, a quotation, a blank, a figure."""
_ORDINAL = re.compile("[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、])")
BEGIN, END = "^", "$"
"""What stands for a mark before the first and behind the last stretch."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mark in a text: where it stands, what it is, the signs around it."""

    at: int
    mark: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between two marks: as it is, where it begins, with things of one kind written alike, the mark behind."""

    raw: str
    begin: int
    text: str
    mark: str

    @property
    def end(self) -> int:
        """Where the mark behind stands."""
        return self.begin + len(self.raw)

    def place(self, at: int) -> int:
        """Return where in the paragraph the character stands that is number `at` of the text with things alike."""
        start = self.begin + len(self.raw) - len(self.raw.lstrip())
        raw, used = self.raw.strip(), 0
        for found in _PLAIN.finditer(raw):
            size = len(_kind(found))
            if at <= found.start() - used:
                break
            used += found.end() - found.start() - size
        return start + at + used


def places(text: str) -> Iterator[Place]:
    """Yield the marks of a paragraph that have text on both sides."""
    parts = list(stretches(text))
    sentence, clause = 0, 0
    for number, part in enumerate(parts[:-1]):
        if part.mark in MARKS and part.text and parts[number + 1].text:
            yield Place(part.end, part.mark, tuple(_signs(parts, number, clause, sentence)))
        clause = clause if part.mark == "、" else number + 1
        sentence = number + 1 if part.mark in _STOPS else sentence


def likelihoods(weights: Mapping[str, Weights], signs: Iterable[str]) -> list[int]:
    """Return, for each of MARKS, how likely it is where these signs are, in hundredths of a logarithm."""
    found = [weights[sign] for sign in signs if sign in weights]
    return [sum(column) for column in zip(*found, strict=True)] if found else [0] * len(MARKS)


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the stretches between marks; marks inside brackets, titles and quotations part nothing."""
    hidden = [found.span() for found in _PLAIN.finditer(text)]
    ordinal = _ORDINAL.match(text)
    begin = ordinal.end() if ordinal else 0
    covered = iter([*hidden, (len(text), len(text))])
    start, end = next(covered)
    for edge in _EDGES.finditer(text, begin):
        while end <= edge.start():
            start, end = next(covered)
        if edge.start() < start:
            yield _stretch(text, begin, edge.start(), edge[0])
            begin = edge.end()
    yield _stretch(text, begin, len(text), END)


def _stretch(text: str, begin: int, end: int, mark: str) -> Stretch:
    raw = text[begin:end]
    return Stretch(raw, begin, _PLAIN.sub(_kind, raw.strip()), mark)


def _kind(found: re.Match[str]) -> str:
    first = found[0][0]
    return {"（": "", "《": "《》", "“": "“”"}.get(first, "0")


def _signs(parts: list[Stretch], number: int, clause: int, sentence: int) -> Iterator[str]:
    """Yield the signs around the mark behind a stretch, whose clause and sentence begin with those stretches."""
    left, right = parts[number].text, parts[number + 1].text
    before = parts[number - 1].mark if number else BEGIN
    behind = parts[number + 1].mark
    yield from ("B", "r" + right[:1], "r" + right[:2], "r" + right[:3], "l" + left[-1:], "l" + left[-2:])
    yield from ("k" + right[-1:], "k" + right[-2:], "p" + left[:2], f"b{left[-1]}{right[0]}")
    opening = parts[clause].text[:2]
    yield from ("c" + opening[:1], "c" + opening, "s" + parts[sentence].text[:2])
    yield from (
        f"m{before}{behind}",
        f"L{_size(left, 2, 9)}",
        f"R{_size(right, 2, 9)}",
        f"n{behind}{_size(right, 3, 5)}",
    )
    yield f"W{_size(left, 3, 4)}{_size(right, 3, 4)}"
    yield f"e{left[:1] == right[:1]:d}{left[-1:] == right[-1:]:d}{len(left) == len(right):d}"
    own = [part.text for part in parts[clause : number + 1]]
    last = next((i for i in range(number + 1, len(parts)) if parts[i].mark != "、"), len(parts) - 1)
    next_clause = [part.text for part in parts[number + 1 : last + 1]]
    stop = next((i for i in range(last, len(parts)) if parts[i].mark in "。；$"), len(parts) - 1)
    commas = sum(part.mark == "，" for part in parts[sentence:number])
    more = sum(part.mark == "，" for part in parts[number + 1 : stop])
    after = parts[last].mark
    figures = ("0" in "".join(own), "0" in "".join(next_clause), any("0" in one.text for one in parts[sentence:clause]))
    yield from (f"M{parts[clause - 1].mark if clause else BEGIN}{after}", f"N{commas}{after}{more}"[:5])
    yield from (f"C{min(commas, 6)}", f"D{min(more, 5)}", f"F{figures[0]:d}{figures[1]:d}{figures[2]:d}")
    yield f"w{min(sum(len(one.text) for one in parts[sentence : number + 1]) // 10, 9)}"
    yield f"x{min(sum(len(one.text) for one in parts[number + 1 : stop + 1]) // 10, 9)}"
    yield f"y{min(sum(map(len, own)) // 3, 9)}"
    yield f"z{min(sum(map(len, next_clause)) // 3, 9)}"
    yield f"i{clause < number:d}{last > number + 1:d}{before}{behind}"
    yield f"f{sentence == 0:d}"


def _size(text: str, step: int, most: int) -> int:
    return min(len(text) // step, most)
