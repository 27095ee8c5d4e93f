"""What stands around a mark: the item and the clause before it, the item and the clause behind it.

What is quoted, named in 《》 or put in brackets is one word of its clause: the marks in it part nothing outside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENCLOSED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）")
_BLANK = re.compile("【[^【】]*】")
_INNER = str.maketrans("，、。；：！？", "·······")
_PARTS = re.compile("[，、。；：！？\n]")
_CLOSES = "，。；：！？\n"


@dataclass(frozen=True, slots=True)
class Gap:
    """A mark at `at`: items end at any mark, clauses at any but 、.

    `clause` and `item` end before it, `next_item` and `next_clause` begin behind it; `behind` is the mark that ends
    the next item, empty at the end of the text, `before` the one that the item begins behind.
    """

    at: int
    mark: str
    before: str
    clause: str
    item: str
    next_item: str
    next_clause: str
    behind: str


def masked(text: str) -> str:
    """Return a text in which the marks that stand part clauses: enclosed ones are dots, blanks 【次数】 are figures."""
    plain = _ENCLOSED.sub(lambda found: found.group().translate(_INNER), text)
    return _BLANK.sub(lambda found: "0" * len(found.group()), plain) if "【" in plain else plain


def gaps(text: str, marks: str) -> Iterator[Gap]:
    """Yield each of some marks with what stands around it."""
    plain = masked(text)
    places = [found.start() for found in _PARTS.finditer(plain)]
    ends = [-1, *places, len(plain)]
    for number, at in enumerate(places):
        if plain[at] not in marks:
            continue
        begin, stop = ends[number], ends[number + 2]
        opened = next((one for one in reversed(places[:number]) if plain[one] in _CLOSES), -1)
        closed = next((one for one in places[number + 1 :] if plain[one] in _CLOSES), len(plain))
        yield Gap(
            at,
            plain[at],
            plain[begin] if begin >= 0 else "",
            plain[opened + 1 : at],
            plain[begin + 1 : at],
            plain[at + 1 : stop],
            plain[at + 1 : closed],
            plain[stop : stop + 1],
        )
