"""Pinyin that few phrases hold or none: the same phrases are found, without searching all of them."""

import random
from itertools import islice, product

import pytest

from assistant.paths import resources
from assistant.phrases import sounding
from assistant.phrases.index import PhraseIndex, build_index
from assistant.phrases.library import load_phrases
from assistant.phrases.pinyin import load_readings
from assistant.phrases.sounding import candidates, finder
from assistant.phrases.topics import load_vocabulary


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    folder = resources() / "phrases"
    return build_index(load_phrases(folder), load_vocabulary(folder), load_readings(resources() / "lexicon"))


def searched(index: PhraseIndex, word: str) -> list[int]:
    """Return the positions that searching every phrase gives."""
    patterns = index.readings.patterns(word)
    return [n for n, hay in enumerate(index.hays) if word in hay or any(one.search(hay) for one in patterns)]


WORDS = [
    "quanqiuhua",
    "dangjian",
    "dj",
    "dangj",
    "zbsj",
    "x",
    "cs",
    "cishu",
    "dw",
    "3c",
    "党jian",
    "sanhuiyike",
    "zzzz",
]


@pytest.mark.parametrize("word", WORDS)
def test_it_finds_what_searching_everything_finds(
    index: PhraseIndex, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sounding, "_PATIENCE", 50)  # as in a library many times as large
    holds = finder(index, word)
    assert [n for n in range(len(index.hays)) if holds(n)] == searched(index, word)


def test_so_it_does_for_any_two_and_three_initials(index: PhraseIndex) -> None:
    words = ["".join(letters) for letters in (*product("bdfgjlqxz", repeat=2), *product("bdgjqx", repeat=3))]
    for word in islice(random.Random(3).sample(words, len(words)), 25):
        among = candidates(index, index.readings.ways(word))
        assert among is not None
        assert among >= set(searched(index, word)), word


def test_where_anything_may_stand_anything_can_hold_it(index: PhraseIndex) -> None:
    assert candidates(index, index.readings.ways("d")) is None
