"""Names and formulations with one place that only one word can fill: 失信被执行[人]名单, 药品集中[带量]采购.

What stands around the place is found nowhere else, so that any other word there is wrong, whatever it is: whoever
writes a line of the table need not think of what may be written instead. Quotation marks don't count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.rule import Match
from assistant.checks.unquoted import QUOTES, plain_wording, without_quotes
from assistant.text.needs import grams

_KEY, _LONG = 2, 4
"""Characters by which a place is looked up."""
_KNOWN = 8
"""Characters around a place that no other name has."""
_LONGER = 2
"""Characters that another word may have more than the right one."""
_AROUND = 7
"""Characters around a word of a formulation by which it is known, at least."""
_GOES_ON = re.compile("部[门队分署位]|[处办][理置分事公]|科[室技学目]|站[点位]|组[织成]|委[托派]")
"""A wrong word of one character with the one behind it, where they are the beginning of another (县财政部门)."""
_LOOSE, _FREE = "~", "[]"
_LINE = re.compile(r"(?P<before>[^\[\]]*)\[(?P<right>[^\[\]:]+)(?::(?P<wrong>[^\[\]]+))?\](?P<behind>[^\[\]]*)")
_WORD = re.compile("[一-鿿]+")
_SMALL = re.compile("[的了和与及等在是将把被或以为从、]")
"""What no such word holds, where the right one doesn't."""
_END = re.compile("[，。；：、！？（）《》0-9]|$|[的了和与及等]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what stands before and behind it, the words that fill it, the first one first.

    `wrong`: the only words that are told there; `needed`: nothing there is told, too.
    """

    before: str
    rights: tuple[str, ...]
    behind: str
    wrong: frozenset[str] = frozenset()
    needed: bool = False
    sure: bool = False
    """Whether nothing else ever stands there, however little is around it."""
    alike: frozenset[str] = frozenset()
    """Words of like meaning; others must share a character with the right one where little stands around the place."""

    def is_near(self, said: str) -> bool:
        """Tell whether another word is one for the right one, not the name of something else (医院财务管理)."""
        known = self.sure or len(self.before) + len(self.behind) >= _KNOWN
        return known or said in self.alike or any(not set(said).isdisjoint(right) for right in self.rights)


@dataclass(frozen=True)
class Closed:
    """Find other words in such places; what lies in one of the `accepted` wordings is right."""

    places: tuple[Place, ...]
    accepted: tuple[str, ...] = ()

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what surrounds it and what it should read."""
        bare, at = without_quotes(text)
        seen: set[int] = set()
        for start, end, place in self._filled(bare):
            first, last = start - len(place.before), end + len(place.behind)
            if start in seen or self._accepted(bare, start, end):
                continue
            seen.add(start)
            left, right = at[first], at[last - 1] + 1
            said = text[left : at[start]], text[at[end - 1] + 1 : right]
            if start == end:
                said = text[left : at[start - 1] + 1], text[at[start - 1] + 1 : right]
            yield Match(left, right, (place.rights[0].join(said),), place.before + place.rights[0] + place.behind)

    def _filled(self, bare: str) -> Iterator[tuple[int, int, Place]]:
        """Yield where another word than the right one stands in a place."""
        has = grams(bare)
        for key in has & self._by_end.keys():
            short, long = self._by_end[key]
            for start in (found + _KEY for found in _found(bare, key)):
                for place in (*short, *long.get(bare[max(0, start - _LONG) : start], ())):
                    if bare.endswith(place.before, 0, start) and (place.behind[:_KEY] in has or not place.behind[1:]):
                        span = _after(bare, start, place)
                        if span is not None:
                            yield *span, place
        for key in has & self._by_start.keys():
            for at in _found(bare, key):
                for place in self._by_start[key]:
                    span = _ahead(bare, at, place) if bare.startswith(place.behind, at) else None
                    if span is not None:
                        yield *span, place

    def _accepted(self, bare: str, start: int, end: int) -> bool:
        """Tell whether what stands in a place belongs to a wording that is right."""
        return any(bare.find(one, max(0, end - len(one)), start + len(one)) >= 0 for one in self.accepted)

    @cached_property
    def _by_end(self) -> Mapping[str, tuple[tuple[Place, ...], Mapping[str, tuple[Place, ...]]]]:
        """The places by the end of what stands before them: the short, and the long by some more of it."""
        found: dict[str, tuple[list[Place], dict[str, list[Place]]]] = {}
        for place in self.places:
            if len(place.before) >= _KEY:
                short, long = found.setdefault(place.before[-_KEY:], ([], {}))
                known = len(place.before) >= _LONG
                (long.setdefault(place.before[-_LONG:], []) if known else short).append(place)
        return {
            key: (tuple(short), {end: tuple(places) for end, places in long.items()})
            for key, (short, long) in found.items()
        }

    @cached_property
    def _by_start(self) -> Mapping[str, tuple[Place, ...]]:
        """Those with next to nothing before them, by what stands behind."""
        found: dict[str, list[Place]] = {}
        for place in self.places:
            if len(place.before) < _KEY:
                found.setdefault(place.behind[:_KEY], []).append(place)
        return {key: tuple(places) for key, places in found.items()}


def _found(bare: str, key: str) -> Iterator[int]:
    """Yield where something stands in a text."""
    at = bare.find(key)
    while at >= 0:
        yield at
        at = bare.find(key, at + 1)


def _after(bare: str, at: int, place: Place) -> tuple[int, int] | None:
    """Return what stands behind the beginning of a place, None where it is right or can't be told."""
    if any(bare.startswith(right, at) for right in place.rights):
        return None
    if place.needed and place.behind and bare.startswith(place.behind, at):
        return at, at
    if place.wrong:
        said = [word for word in place.wrong if bare.startswith(word + place.behind, at)]
        return (at, at + max(map(len, said))) if said and not _GOES_ON.match(bare, at) else None
    right = place.rights[0]
    longest = max(map(len, place.rights)) + _LONGER
    if place.behind:
        end = bare.find(place.behind, at + 1, at + longest + len(place.behind))
    else:
        word = _WORD.match(bare, at, at + longest)
        mark = _END.search(bare, at, at + longest + 1)
        end = -1 if word is None else min(mark.start() if mark else longest, at + len(right))
        end = -1 if end > at and end - at < min(len(right), _KEY) else end
    near = end > at and _is_word(bare[at:end], right) and place.is_near(bare[at:end])
    return (at, end) if near else None


def _ahead(bare: str, at: int, place: Place) -> tuple[int, int] | None:
    """Return what stands before the end of a place, one of the words that are told there."""
    said = [word for word in place.wrong if bare.endswith(place.before + word, 0, at)]
    if not said or any(bare.endswith(place.before + right, 0, at) for right in place.rights):
        return None
    return at - max(map(len, said)), at


def _is_word(said: str, right: str) -> bool:
    """Tell whether what is said is a word, and not the right one with more of it, or less."""
    same = right in said or said in right
    return _WORD.fullmatch(said) is not None and not (same or (_SMALL.search(said) and not _SMALL.search(right)))


def closed(lines: Iterable[str], alike: Iterable[str] = ()) -> Closed:
    """Return the finder for the lines of the table: before[right|also right:wrong|wrong]behind, `=` for what is right.

    A right word with `*` behind it is the only one there, however little is around; one with `!` must not be left out
    either. Where the wrong words are listed, those of the rows of `alike` that begin with the right one are wrong, too.
    """
    near: dict[str, set[str]] = {}
    for right, *others in map(str.split, alike):
        near.setdefault(right, set()).update(others)
    places, accepted = [], []
    for line in lines:
        plain = QUOTES.sub("", line)
        if _FREE in plain:
            continue
        found = _LINE.fullmatch(plain)
        if found is None:
            accepted.append(plain.removeprefix("="))
            continue
        sure = "*" in found["right"]
        rights = found["right"].removesuffix("!").removesuffix("*").split("|")
        wrong = frozenset((found["wrong"] or "").split("|")) - {""}
        wrong |= {word for word in near.get(rights[0], ()) if wrong and len(rights) == 1 and word not in rights[0]}
        alike_words = frozenset(near.get(rights[0], ()))
        needed = found["right"].endswith("!")
        places.append(Place(found["before"], tuple(rights), found["behind"], wrong, needed, sure, alike_words))
    return Closed(tuple(places), tuple(accepted))


def other_words(lines: Iterable[str], table: Iterable[str] = (), usual: Iterable[str] = ()) -> Closed:
    """Return the finder for the lines of formulations: other words between what is known by enough around them.

    `=` marks wordings that are right, as all `usual` ones are, `~` a word that others may stand for, as `[]` does in
    the `table`.
    """
    free = [QUOTES.sub("", line).split(_FREE) for line in table if _FREE in line]
    rights: dict[tuple[str, str], dict[str, None]] = {}
    accepted = dict.fromkeys(map(plain_wording, usual))
    for line in lines:
        marked = QUOTES.sub("", line).strip("^$=").split()
        words = [word.removeprefix(_LOOSE) for word in marked]
        accepted["".join(words)] = None
        for i, word in enumerate(words[1:-1], 1) if not line.startswith("=") else ():
            before, behind = "".join(words[:i]), "".join(words[i + 1 :])
            known = len(before + behind) >= _AROUND and min(len(before), len(behind)) >= _KEY
            known = known and not any(before.endswith(one) and behind.startswith(other) for one, other in free)
            if known and marked[i] == word and len(word) >= _KEY and _WORD.fullmatch(word):
                rights.setdefault((before, behind), {})[word] = None
    places = (Place(before, tuple(words), behind) for (before, behind), words in rights.items())
    return Closed(tuple(places), tuple(accepted))
