"""Terms of two characters, one of them written by its sound or its shape."""

import pytest

from assistant.checks.cut_runs import cut_runs
from assistant.checks.lexicon_files import load_similar
from assistant.checks.twos import Twos
from assistant.paths import resources
from assistant.text.usage import Usage
from assistant.text.words import Words

TERMS = frozenset(("裂缝", "饮片", "滑坡", "风速", "接地", "水情"))


def told(text: str) -> list[tuple[str, str]]:
    usage = Usage(Words(), {"处": {"新": 1}}, ("节地",))
    twos = Twos(TERMS, load_similar(resources() / "lexicon"), usage, ("正风肃纪",))
    return [(text[start : start + 2], right) for start, right in twos.find(cut_runs(usage, text))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("后山有一处烈缝。", ("烈缝", "裂缝")),
        ("药房的引片全部合格。", ("引片", "饮片")),
        ("不到两小时滑波就来了。", ("滑波", "滑坡")),
    ],
)
def test_a_term_is_known_by_one_character_and_the_sound_or_shape_of_the_other(text: str, said: tuple[str, str]) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "坚持正风肃纪。",  # part of an expression
        "党员带头节地。",  # a word that was listed
        "后山裂缝、滑坡都已处置。",
        "山青水清的家园。",  # 水 belongs to the word before it
    ],
)
def test_what_belongs_to_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []
