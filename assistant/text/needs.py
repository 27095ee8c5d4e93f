"""What a regular expression needs: characters, or pairs of them, of which whatever it matches has at least one.

Mostly it needs several such things at once. A text that lacks one of them need not be searched: nearly every text
does, and seeing that takes a hundredth of the time.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from operator import add
from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any

from assistant.text.expressions import Parsed, read

_BY_FREQUENCY = (
    "，。、；：“”（）2103456789"
    "数我量党的次员部人不名支一年有个题建到对由问项务组作上每度会工在成没办期事动实全织评任业时查开中主日了前出点件位报例学把"
    "用理群改单发意比议头现带记结称条责分定下重活后行进干整众月关领天书场家季为职制提督持少大展法自见得处和核抓调管联是谈情要"
    "面与政入当合研门推回心解过多内体教习导同够子委目生公难逐化只长落底基完清来系力机新规班收岗明设治求先地指村率民请反讲看于"
    "队经检就金说集况层服起份强听专课访等立表方本接参以补决考好示额育线案告想加通元话交平账向标排小风果走按监级并做区户范审正"
    "已共选认思究流帮复社去足台打培半里间口因程今原从转抽形资安严均节识促协格深其坚手律能高还签效缺牵计文受着约批性限及廉纪执"
    "企诉验室述置取费所准保万退照代老优常划都论料轻续差志达策信履跟列产醒满态减承投科给担真传压精应各未放己身象停积映养训围备"
    "包材施统环占之亲最助知网步负确外紧答道派如团订么偏青销师这增无措再超路们写商三察创宣降仍换第录容弱留困升署守修或轮总伍采"
)
"""Characters of reports, the most frequent first: where there is a choice, rare ones are asked for."""
_EACH = {character: 1 / (rank + 8) for rank, character in enumerate(_BY_FREQUENCY)}
_RARE = 1 / 800
"""Share of texts that have a character, roughly."""
_TOGETHER = 6.0
"""How much oftener two characters stand side by side than by chance, roughly."""
_MOST = 200
"""Characters of a set, or pairs, from which on it says too little."""
_CLAUSES = 3
"""Things told of a pattern at most."""
_AHEAD, _BACK = 1, -1

Clause = frozenset[str]
"""Characters and pairs of which a match has at least one."""
Needs = tuple[Clause, ...]
"""What a match has one of each, the rarest first; empty where nothing can be said."""


@lru_cache(maxsize=64)
def needs(pattern: str) -> Needs:
    """Return what every match has one of each; raises re.error."""
    parsed = read(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return ()
    told: list[Clause] = []
    for clause in sorted(_clauses(parsed), key=_weight):
        if not told or (len(clause) <= _MOST and not any(_implies(one, clause) for one in told)):
            told.append(clause)
            if len(told) == _CLAUSES:
                break
    return tuple(told)


def has_all(text: str, needed: Needs) -> bool:
    """Tell whether a text has one of each thing that is needed."""
    found = grams(text)
    return not any(clause.isdisjoint(found) for clause in needed)


@lru_cache(maxsize=16)
def grams(text: str) -> frozenset[str]:
    """Return the characters of a text and the pairs of them that stand side by side."""
    return frozenset(chain(text, map(add, text, text[1:])))


def _of_sequence(items: Parsed) -> Clause | None:
    """Return what is needed of things that follow each other: of the best of them, since all must be there."""
    return min(_clauses(items), key=_weight, default=None)


def _clauses(items: Parsed) -> Iterator[Clause]:
    """Yield what is needed of each of the things that follow each other, and of two side by side."""
    before: Clause | None = None
    for op, value in _in_line(items):
        one = _of_item(op, value)
        if one is not None:
            yield one
        if op in _WITHOUT_WIDTH:
            continue
        characters = _of_one(op, value)
        if before is not None and characters is not None and len(before) * len(characters) <= _MOST:
            yield frozenset(one + other for one in before for other in characters)
        before = characters


def _in_line(items: Parsed, ends: frozenset[int] = frozenset({_BACK, _AHEAD})) -> Iterator[tuple[Parsed, Parsed]]:
    """Yield the things that follow each other, those in groups too, and what a look around the whole adds to it.

    `ends` says at which ends of these things the whole begins or ends: elsewhere a look around adds nothing.
    """
    last = len(items) - 1
    for place, (op, value) in enumerate(items):
        here = ends & {way for way, end in ((_BACK, 0), (_AHEAD, last)) if place == end}
        if op is ops.SUBPATTERN and not value[1] and not value[2]:
            yield from _in_line(value[3], here)
        elif op is ops.ASSERT and value[0] in here:
            yield from _in_line(value[1])
        else:
            yield op, value


def _of_one(op: Parsed, value: Parsed) -> Clause | None:
    """Return the characters that a thing begins and ends with, None where that is more than one character."""
    if op in _REPEATS and value[0] and len(value[2]) == 1:
        op, value = value[2][0]
    return _of_item(op, value) if op is ops.LITERAL or op is ops.IN else None


def _of_item(op: Parsed, value: Parsed) -> Clause | None:
    read = _READERS.get(op)
    return read(value) if read is not None else None


def _of_set(items: Parsed) -> Clause | None:
    found: set[str] = set()
    for op, value in items:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST else None


def _of_ways(ways: Parsed) -> Clause | None:
    told = [_of_sequence(way) for way in ways]
    needed = [way for way in told if way is not None]
    return frozenset().union(*needed) if len(needed) == len(told) else None


def _of_group(_number: object, added: int, taken: int, inside: Parsed) -> Clause | None:
    return None if added or taken else _of_sequence(inside)  # flags of its own


def _of_repeat(least: int, _most: int, inside: Parsed) -> Clause | None:
    return _of_sequence(inside) if least else None


_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_WITHOUT_WIDTH = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
_READERS: dict[Any, Callable[[Any], Clause | None]] = {
    ops.LITERAL: lambda value: frozenset({chr(value)}),
    ops.IN: _of_set,
    ops.BRANCH: lambda value: _of_ways(value[1]),
    ops.SUBPATTERN: lambda value: _of_group(*value),
    ops.ASSERT: lambda value: _of_sequence(value[1]),
    ops.MAX_REPEAT: lambda value: _of_repeat(*value),
    ops.MIN_REPEAT: lambda value: _of_repeat(*value),
    ops.POSSESSIVE_REPEAT: lambda value: _of_repeat(*value),
    ops.ATOMIC_GROUP: _of_sequence,
}


def _weight(found: Clause) -> float:
    return sum(_EACH.get(one, _RARE) if len(one) == 1 else _weight_of_pair(one) for one in found)


def _weight_of_pair(pair: str) -> float:
    one, other = (_EACH.get(character, _RARE) for character in pair)
    return min(one, other, one * other * _TOGETHER)


def _implies(one: Clause, other: Clause) -> bool:
    """Tell whether a text that has one of the first has one of the other, too."""
    return all(gram in other or not other.isdisjoint(gram) for gram in one)
