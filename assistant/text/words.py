"""Words: cut Chinese text at the most probable word boundaries, by the word frequencies of jieba's dictionary.

Only the frequencies are taken from jieba, not its code: the package costs 80 MB and a second at every start, the
sorted table made here from its dictionary costs 4 MB and is read back in milliseconds. The dictionary holds many
misspelt words, so it tells where words end, never what is right.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

CACHE = "words-2.bin"
"""File name of the table in the folder the caller names; the number changes with the format."""

_LONGEST = 4
"""Characters of the longest word kept; longer entries of the dictionary are cut into their parts."""

_UNKNOWN = -18.5
"""Natural logarithm of the probability of a character that is no word: one in a hundred million."""

_KEPT = 100_000
"""Pairs of characters, remembered with the words that they begin."""
_NONE: Mapping[str, float] = {}

Cut = tuple[tuple[str, float], ...]
"""Words in order, each with the natural logarithm of its probability."""


class Words:
    """The table of words with their log probabilities, read at the first use."""

    def __init__(self, cache: Path | None = None) -> None:
        """`cache` is the folder that keeps the table between starts; without it the table is made anew each time."""
        self._cache = cache
        self._keys: array[int] | None = None
        self._logs = array("f")
        self._single: dict[str, float | None] = {}
        self._begun: dict[str, Mapping[str, float]] = {}
        self.cut: Callable[[str], Cut] = lru_cache(maxsize=4096)(self._cut)

    def probability(self, word: str) -> float | None:
        """Return the natural logarithm of a word's probability, None where the dictionary has no such word."""
        if len(word) > 1:
            return self.beginning(word[:2]).get(word)
        if word not in self._single:
            keys, key = self._table(), _key(word)
            at = bisect_left(keys, key)
            self._single[word] = self._logs[at] if at < len(keys) and keys[at] == key else None
        return self._single[word]

    def beginning(self, two: str) -> Mapping[str, float]:
        """Return the words that begin with two characters with their log probabilities: mostly none or one."""
        known = self._begun.get(two)
        if known is None:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            known = self._begun[two] = self._beginning(two)
        return known

    def _beginning(self, two: str) -> Mapping[str, float]:
        keys, first = self._table(), _key(two)
        last = first | 0xFFFF_FFFF
        at = bisect_left(keys, first)
        if at == len(keys) or keys[at] > last:
            return _NONE
        found = {}
        while at < len(keys) and keys[at] <= last:
            found[_word(keys[at])] = self._logs[at]
            at += 1
        return found

    def above(self, log: float) -> list[str]:
        """Return the words of two characters or more that are at least that probable."""
        keys = self._table()
        found = (key for key, value in zip(keys, self._logs, strict=True) if value >= log and key & 0xFFFF_FFFF_FFFF)
        return list(map(_word, found))

    def _cut(self, text: str) -> Cut:
        """Return the most probable way to cut a text into words."""
        size = len(text)
        best: list[tuple[float, int, float]] = [(0.0, 0, 0.0)] * (size + 1)
        for start in range(size - 1, -1, -1):
            log = self.probability(text[start])
            log = _UNKNOWN if log is None else log
            ways = [(log + best[start + 1][0], start + 1, log)]
            words = self.beginning(text[start : start + 2])
            for end in range(start + 2, min(start + _LONGEST, size) + 1) if words else ():
                known = words.get(text[start:end])
                if known is not None:
                    ways.append((known + best[end][0], end, known))
            best[start] = max(ways)
        cut = []
        start = 0
        while start < size:
            _, end, log = best[start]
            cut.append((text[start:end], log))
            start = end
        return tuple(cut)

    def _table(self) -> "array[int]":
        if self._keys is None:
            self._load()
        assert self._keys is not None
        return self._keys

    def _load(self) -> None:
        path = self._cache / CACHE if self._cache else None
        if path is not None:
            with suppress(OSError, ValueError, EOFError):  # none yet, or damaged: it is made anew
                self._keys, self._logs = _read(path)
                return
        self._keys, self._logs = _from_dictionary()
        if path is not None:
            with suppress(OSError):  # a full disk or a read-only folder costs a second at the next start, no more
                _write(path, self._keys, self._logs)


def _key(word: str) -> int:
    """Return a word of up to four characters as one number, so that words of one beginning follow each other."""
    return int.from_bytes(word.encode("utf-16-be", "surrogatepass").ljust(2 * _LONGEST, b"\0"), "big")


def _word(key: int) -> str:
    return key.to_bytes(2 * _LONGEST, "big").decode("utf-16-be").rstrip("\0")


def _from_dictionary() -> tuple["array[int]", "array[float]"]:
    """Return the sorted keys and the log probabilities of the words in jieba's dictionary."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return array("Q"), array("f")
    entries: dict[int, int] = {}
    total = 0
    with (Path(spec.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            total += int(count)
            if len(word) <= _LONGEST and word.isalpha() and max(word) <= "\uffff":
                entries[_key(word)] = int(count)
    keys = sorted(entries)
    return array("Q", keys), array("f", (math.log(max(entries[key], 1) / total) for key in keys))


def _read(path: Path) -> tuple["array[int]", "array[float]"]:
    """Return the table in a file; raises ValueError, EOFError or OSError where there is none."""
    keys, logs = array("Q"), array("f")
    with path.open("rb") as file:
        count = int.from_bytes(file.read(8), "little")
        if not 0 < count < 1_000_000:
            raise ValueError(count)
        keys.fromfile(file, count)
        logs.fromfile(file, count)
        if file.read(1):
            raise ValueError(path)
    return keys, logs


def _write(path: Path, keys: "array[int]", logs: "array[float]") -> None:
    """Keep the table, whole or not at all."""
    import os

    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(len(keys).to_bytes(8, "little") + keys.tobytes() + logs.tobytes())
    half.replace(path)
