"""The signs by which one tells the mark at a place: what stands around it, each as one short string.

The first character of a sign says of what kind it is. What signs weigh is learned from our own texts
(`packaging/make_marks.py`) by these same functions, so that learning and judging see the same.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.checks.clauses import masked

MARKS = "、，。；"
"""The marks that are judged where one stands."""
PLACES = " 、，。"
"""What may stand where no mark does: none (the first), or one of these."""

_BOUNDS = re.compile("([，、。；：！？\n])")
_FIGURES = str.maketrans("123456789", "000000000")
_COUNTED = re.compile(
    "0[余多]?[万亿]?(?:人次|场次|家次|件次|批次|元|[次个名项件期篇场份条起家处支里册类轮吨亩门部户人%天])$"
)
_SIZES = "0123455779999cccccgggggg"
"""How an item of as many characters counts, by its length."""
SHORTEST = 3
"""Characters of an item on each side of a place in it at least."""
CLOSES, OPENS, MEETS = "A", "C", "G"
"""The signs that say most of a place inside an item: two characters before it, behind it, and one of each."""
_BEFORE = re.compile("[一-鿿0”》）%]")
_BEHIND = re.compile("[一-鿿0“《]")
LEXICAL = frozenset("abcdefABCDEF")
"""Signs that are words at the place: where they were never met, little is known of it."""
_FEW, _MANY = 3, 5
"""Marks on one side of a place that are told apart: of a row, and of a sentence."""


@lru_cache(maxsize=1)
def items_and_marks(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands between the marks of a text, every figure a 0, and the marks: one less, if none is added.

    Marks in brackets and quotations are none. Two of each are added at the ends, so that all have neighbours. Three
    rules ask this of every paragraph in turn, so the last answer is kept.
    """
    parts = _BOUNDS.split(masked(text).translate(_FIGURES))
    return ("", *parts[::2], "", ""), ("^", "^", *parts[1::2], "$", "$")


def _size(item: str) -> str:
    return _SIZES[len(item)] if len(item) < len(_SIZES) else "m"


def near_mark(items: Sequence[str], marks: Sequence[str], number: int) -> tuple[str, ...]:
    """Return the signs that say most of the mark behind the item of a number: where they are usual, the mark is."""
    one, other = items[number], items[number + 1]
    before, left, _, right, behind = marks[number - 1 : number + 4]
    return f"a{one[-2:]}", f"d{other[:2]}", f"l{right}{behind}", f"m{before}{left}", f"n{left}{right}{_size(other)}"


def of_mark(items: Sequence[str], marks: Sequence[str], number: int) -> tuple[str, ...]:
    """Return all signs of the mark behind the item of a number, among items and marks with those that were added."""
    early, one, other, late = items[number - 1 : number + 3]
    left, _, right = marks[number : number + 3]
    last, first = one[-1:], other[:1]
    counted = _COUNTED.search(one[-6:]) is not None
    counts = f"{counted:d}{_COUNTED.search(other[-6:]) is not None:d}{'0' in one:d}{'0' in other:d}"
    early_like = f"{early[-1:] == last:d}{early[:1] == one[:1]:d}{len(early) == len(one):d}"
    alike = _alike(one, other)
    opens, closes = _until(marks, number, -1, "、", _FEW), _until(marks, number + 2, 1, "、", _FEW)
    told, to_tell = _until(marks, number, -1, "、，", _MANY), _until(marks, number + 2, 1, "、，", _MANY)
    row = f"{number - opens}{closes - number - 2}"
    return (
        *near_mark(items, marks, number),
        f"b{one[-3:]}",
        f"c{one[:2]}",
        f"e{other[:3]}",
        f"f{last}{first}",
        f"g{last}",
        f"h{first}",
        f"i{right}{other[:2]}",
        f"j{left}{one[:2]}",
        f"k{right}{late[:2]}",
        f"o{right}{_size(other)}{_size(late)}",
        f"p{counts}{left}{right}",
        f"q{counted:d}{other[:2]}",
        f"r{one[:1] == first:d}{last == other[-1:]:d}{left}{right}",
        f"s{early_like}{left}",
        f"t{'了' in one:d}{'的' in one:d}{'了' in other:d}{'的' in other:d}{right}",
        f"u{'等' in other:d}{'等' in late:d}{right}",
        f"v{max(-3, min(3, len(one) - len(other)))}{left}{right}",
        f"w{alike}{left}{right}",
        f"x{_alike(early, one) if left == '、' else ''}{alike[:3]}",
        f"y{row}{'等' in items[closes - 1]:d}{left}{right}",
        f"z{number - told}{to_tell - number - 2}{right}",
        f"1{_size(one)}{_size(other)}{left}{right}",
        f"2{items[opens][:2]}{number - opens}",
        f"3{other[-2:]}{right}",
    )


def _alike(one: str, other: str) -> str:
    """Return how alike the end of an item and the next one are built."""
    if not one or not other:
        return "-"
    end = one[-len(other) :]
    longer = (len(one) > len(other)) - (len(one) < len(other))
    return f"{end[0] == other[0]:d}{one[-1] == other[-1]:d}{'<=>'[longer + 1]}{_size(other)}"


def _until(marks: Sequence[str], at: int, step: int, going_on: str, most: int) -> int:
    """Return where, from a mark on, another one stands than those that a row or a sentence goes on with."""
    last = at + step * most
    while at != last and marks[at] in going_on:
        at += step
    return at


def near_joint(one: str, other: str) -> tuple[str, str, str]:
    """Return the signs that say most of a place inside an item."""
    return f"{CLOSES}{one[-2:]}", f"{OPENS}{other[:2]}", f"{MEETS}{one[-1:]}{other[:1]}"


def of_joint(one: str, other: str, left: str, right: str) -> tuple[str, ...]:
    """Return the signs of a place inside an item: what stands before it and behind, the marks around."""
    last, first = one[-1:], other[:1]
    next_two, size, next_size = other[:2], _size(one), _size(other)
    counted = _COUNTED.search(one[-6:]) is not None
    return (
        *near_joint(one, other),
        f"B{one[-3:]}",
        f"D{other[:3]}",
        f"E{one[-4:]}",
        f"F{other[:4]}",
        f"K{last}",
        f"L{first}",
        f"N{left}{right}",
        f"P{other[-2:]}",
        f"Q{counted:d}{next_two}",
        f"R{counted:d}{size}{next_size}",
        f"S{'的' in one:d}{'的' in other:d}{'0' in one:d}{'0' in other:d}",
        f"T{right}{other[-1:]}",
        f"0{one[:2]}{last}",
        f"1{next_two}{left}{right}",
        f"2{one[-2:]}{left}{right}",
        f"3{first}{other[-1:]}{next_size}",
        f"4{one[:1]}{last}{size}",
        f"5{next_two}{other[-2:]}",
        f"6{one[:2]}{size}",
        f"7{size}{next_size}{left}{right}",
        f"8{last}{first}{right}",
        f"9{one[:2]}{'了' in one:d}{'着' in other:d}{'了' in other:d}",
    )


def may_part(before: str, behind: str) -> bool:
    """Tell whether a mark can stand between two characters: not inside a figure, nor beside what is no word."""
    return not before == behind == "0" and _BEFORE.match(before) is not None and _BEHIND.match(behind) is not None
