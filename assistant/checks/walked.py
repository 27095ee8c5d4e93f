"""Fixed formulations with a word put in, or a member left out of the middle: 亲清统一政商关系, 德才兼备、任人唯贤.

A formulation is followed from its beginning as far as the text agrees; where it goes on with a word of its own and
then agrees to the end, that word is too much.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.checks.free_words import FREE_WORDS
from assistant.checks.rule import Match
from assistant.checks.unquoted import QUOTES, plain_wording, without_quotes
from assistant.text.pieces import fours, where

_KEY = 4
"""Characters at the beginning of a formulation by which it is looked up."""
_LEAST, _REST = 8, 3
"""Characters of a formulation; of what follows the word that is too much, at least."""
_WORD = 2
"""Characters of such a word at most."""
_PAUSE = "、"
_LOOSE = re.compile(
    "[的了和与及等在是将把被为以从向到对各其并而且就都也还要有年月日第之我本这该每全所上下中新一二两三四五六七八九十几多][一-鿿]?|[^一-鿿]|[一-鿿]?[的了和与及等各新、]"
)
_FREE = frozenset(
    [
        "工作",
        "问题",
        "党建",
        "系列",
        "事项",
        "坚决",
        "参加",
        "城市",
        "农村",
        "社区",
        "基层",
        "机关",
        "企业",
        "学校",
        "医院",
        "全面",
        "持续",
        "深入",
        "切实",
        "走向",
        "地",
        "过",
        "党",
        "好",
        "领导",
        "制度",
        "党员",
        "干部",
        "群众",
        "重要",
        "建设",
        "活动",
    ]
)
"""Words that say more about a formulation and may stand in it."""
_Cuts = frozenset[int]


@dataclass(frozen=True)
class Walked:
    """The formulations, each with the places where its words, and where its members begin."""

    formulations: Mapping[str, tuple[_Cuts, tuple[int, ...]]]
    accepted: frozenset[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what it should read, the first that is found at a place."""
        bare, places = without_quotes(text)
        until = 0
        last = len(bare) - _LEAST + 1  # a formulation that lacks a character
        for at in where(fours(bare), self._by_key):
            for whole in self._by_key[bare[at : at + _KEY]] if until <= at <= last else ():
                end = self._end(bare, at, whole)
                if end is not None and not self._right(bare, at, end):
                    until = end
                    start, stop = places[at], places[end - 1] + 1
                    right = (whole,) if stop - start == end - at else ()
                    yield Match(start, stop, right, whole)
                    break

    def _end(self, bare: str, at: int, whole: str) -> int | None:
        """Return where a formulation that begins at a place ends, with a word too many or a member too few in it."""
        words, members = self.formulations[whole]
        agreed = next((i for i, character in enumerate(whole) if not bare.startswith(character, at + i)), None)
        if agreed is None:
            return None
        for cut in range(agreed, _KEY - 1, -1):
            if cut in words:
                for size in range(1, _WORD + 1):
                    rest, said = whole[cut:], bare[at + cut : at + cut + size]
                    if (
                        len(rest) >= _REST
                        and bare.startswith(rest, at + cut + size)
                        and said not in _FREE
                        and said not in FREE_WORDS
                        and not _LOOSE.match(said)
                    ):
                        return at + cut + size + len(rest)
                break
        for one, other in pairwise(members):
            if one <= agreed and other - one > _WORD and bare.startswith(whole[other:], at + one):
                return at + one + len(whole) - other
        return None

    def _right(self, bare: str, at: int, end: int) -> bool:
        """Tell whether what stands there is, or belongs to, another right wording."""
        said = bare[at:end]
        return said in self.accepted or any(
            said in other or other in said for other in self._by_key.get(said[:_KEY], ())
        )

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for whole in self.formulations:
            found.setdefault(whole[:_KEY], []).append(whole)
        return {key: tuple(sorted(wholes, key=len, reverse=True)) for key, wholes in found.items()}


def walked(lines: Iterable[str], usual: Iterable[str] = ()) -> Walked:
    """Return the finder for the lines of formulations; `=` marks wordings that are right, as `usual` ones are."""
    found: dict[str, tuple[_Cuts, tuple[int, ...]]] = {}
    accepted = {plain_wording(line) for line in usual}
    for line in lines:
        plain = QUOTES.sub("", line).replace("~", "")
        words = plain.strip("^$=").split()
        whole = "".join(words)
        if plain.startswith("="):
            accepted.add(whole)
        elif len(whole) >= _LEAST and "（" not in whole:
            begins = [sum(map(len, words[:i])) for i in range(len(words))]
            members = tuple(begin for begin, word in zip(begins[1:], words, strict=False) if word == _PAUSE)
            cuts = frozenset(begin for begin, word in zip(begins[1:], words[1:], strict=False) if word != _PAUSE)
            together = plain.startswith("^") and plain.endswith("$") and len(members) > 1
            if together or whole not in found:
                found[whole] = (cuts, (0, *members) if together else ())
    return Walked(found, frozenset(accepted))
