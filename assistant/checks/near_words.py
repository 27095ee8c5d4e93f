"""Fixed formulations with one word replaced by one of like meaning: 摆在重要位置, 更好统筹发展和稳定.

Which words are written for each other is a table (formulations/alike.txt): a row begins with the right word. Because
the table knows them, a formulation needs less around its word than where any other word would be told. What is only
usual (formulations/usual.txt) is never judged: there either word is as good.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assistant.checks.free_words import FREE_WORDS
from assistant.checks.rule import Match
from assistant.checks.unquoted import QUOTES, plain_wording, without_quotes
from assistant.text.pieces import pairs, where

_KEY = 2
"""Characters beside a word by which what stands there is looked up."""
_LEAST = 4
"""Characters around a word that must agree."""
_EDGE = 6
"""Of one of which the end isn't fixed."""
_LOOSE = "~"


class Slot(NamedTuple):
    """A word of a formulation with what stands before it and behind it."""

    before: str
    word: str
    behind: str


@dataclass(frozen=True)
class NearWord:
    """Find words of `alike` in the place of another: `slots` are the places of words, `right` all right wordings."""

    slots: tuple[Slot, ...]
    right: tuple[str, ...]
    alike: Mapping[str, frozenset[str]]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what it should read, the one that most agrees with at every place."""
        bare, places = without_quotes(text)
        best: dict[int, tuple[int, int, Slot]] = {}
        for at, word in self._words(bare):
            for slot in self._near(bare, at, at + len(word), self._by_written[word]):
                agreed = len(slot.before) + len(slot.behind)
                if at not in best or agreed > best[at][0]:
                    best[at] = (agreed, at + len(word), slot)
        exact = self._exact(bare) if best else []
        for at, (_, end, slot) in sorted(best.items()):
            if not any(first <= at and end <= last for first, last in exact):
                start, stop = places[at - len(slot.before)], places[end + len(slot.behind) - 1] + 1
                said = text[start : places[at]], text[places[end - 1] + 1 : stop]
                whole = slot.before + slot.word + slot.behind
                yield Match(start, stop, (slot.word.join(said),), whole)

    def _words(self, bare: str) -> Iterator[tuple[int, str]]:
        """Yield the words that may stand for another, with their places."""
        for at in where(pairs(bare), self._by_pair):
            for word in self._by_pair[bare[at : at + _KEY]]:
                if bare.startswith(word, at):
                    yield at, word

    @staticmethod
    def _near(bare: str, at: int, end: int, slots: Mapping[str, tuple[Slot, ...]]) -> Iterator[Slot]:
        """Yield the slots into which what stands around a place fits, but not those whose word stands there."""
        for key in (bare[max(0, at - _KEY) : at], bare[end : end + _KEY]):
            for slot in slots.get(key, ()):
                if (
                    bare.endswith(slot.before, 0, at)
                    and bare.startswith(slot.behind, end)
                    and not (bare.startswith(slot.word, at) or bare.endswith(slot.word, 0, end))
                    and not (slot.word in FREE_WORDS and bare[at:end] in FREE_WORDS)
                ):
                    yield slot

    @cached_property
    def _by_pair(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word in self.alike:
            found[word[:_KEY]] = (*found.get(word[:_KEY], ()), word)
        return found

    @cached_property
    def _by_written(self) -> Mapping[str, Mapping[str, tuple[Slot, ...]]]:
        """By a written word the slots of those it may stand for, by what is before one, or behind where nothing is."""
        of: dict[str, list[Slot]] = {}
        for slot in self.slots:
            of.setdefault(slot.word, []).append(slot)
        found: dict[str, Mapping[str, tuple[Slot, ...]]] = {}
        for word, rights in self.alike.items():
            by_key: dict[str, list[Slot]] = {}
            for slot in (slot for right in sorted(rights) for slot in of.get(right, ())):
                key = slot.before[-_KEY:] if len(slot.before) >= _KEY else slot.behind[:_KEY]
                by_key.setdefault(key, []).append(slot)
            found[word] = {key: tuple(slots) for key, slots in by_key.items()}
        return found

    @cached_property
    def _wordings(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for wording in self.right:
            found.setdefault(wording[:_KEY], []).append(wording)
        return {key: tuple(wordings) for key, wordings in found.items()}

    def _exact(self, bare: str) -> list[tuple[int, int]]:
        return [
            (at, at + len(wording))
            for at in range(len(bare) - 1)
            for wording in self._wordings.get(bare[at : at + _KEY], ())
            if bare.startswith(wording, at)
        ]


def near_word(fixed: Iterable[str], alike: Iterable[str], usual: Iterable[str] = ()) -> NearWord:
    """Return the finder: the words within `fixed` formulations, the rows of words that are alike.

    What begins with `=` is right although it is near, as `usual` wordings are; a word behind `~` isn't judged.
    """
    rows = [row.split() for row in alike]
    written: dict[str, set[str]] = {}
    for right, *others in rows:
        for other in others:
            written.setdefault(other, set()).add(right)
            written.setdefault(right, set()).add(other)
    slots: dict[Slot, None] = {}
    wordings = dict.fromkeys(map(plain_wording, usual))
    for line in fixed:
        plain = QUOTES.sub("", line)
        wordings[plain_wording(line)] = None
        if not plain.startswith("="):
            marked = tuple(plain.strip("^$").split())
            fixed_ends = (plain.startswith("^"), plain.endswith("$"))
            for words in dict.fromkeys(_variants(marked)):
                ends = tuple(words[at] != marked[at] or fixed_ends[at] for at in (0, -1))
                slots.update(dict.fromkeys(_slots(words, ends, written)))
    return NearWord(tuple(slots), tuple(wordings), {word: frozenset(rights) for word, rights in written.items()})


def _slots(words: tuple[str, ...], ends: tuple[bool, ...], written: Collection[str]) -> Iterator[Slot]:
    """Yield the places of the words of a formulation that others are written for, with enough around them."""
    bare = [word.removeprefix(_LOOSE) for word in words]
    size, last = sum(map(len, bare)), len(words) - 1
    for i, word in enumerate(words):
        if word in written:
            inner = (i > 0 or ends[0]) and (i < last or ends[1])
            if size - len(word) >= (_LEAST if inner else _EDGE):
                yield Slot("".join(bare[:i]), word, "".join(bare[i + 1 :]))


def _variants(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a formulation as it is, and with its small words written otherwise."""
    yield words
    if "的" in words[1:-1]:
        yield tuple(word for word in words if word != "的")
    for one, other in (("和", "与"), ("与", "和")):
        if one in words:
            yield tuple(other if word == one else word for word in words)
