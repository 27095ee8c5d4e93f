"""What is too short for an expression: set phrases of three characters, names of brands in quotation marks."""

import pytest

from assistant.checks.brands import brands
from assistant.checks.similar import similar
from assistant.checks.threes import Threes

READINGS = {"lan": "蓝兰", "zhan": "站栈", "gu": "骨古", "xin": "心星新", "tian": "田天", "lei": "蕾雷"}
SIMILAR = similar(READINGS, ())
NAMES = brands(
    [["青蓝", "×", "工程", "结对"], ["驿站", "×", "服务"], ["春蕾", "×", "计划"], ["春雷", "×", "行动"]], SIMILAR
)
WORDS = {"责任": -9.0, "田": -9.0, "天": -7.5, "主心": -16.0, "定盘": -16.0, "新闻": -9.0}


def _cut(text: str) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    while text:
        word = next((text[:size] for size in (2,) if text[:size] in WORDS), text[:1])
        found.append((word, WORDS.get(word, -10.0)))
        text = text[len(word) :]
    return tuple(found)


PHRASES = Threes(frozenset(("主心骨", "定盘星", "责任田")), SIMILAR, _cut)


@pytest.mark.parametrize(
    ("text", "right"),
    [("当好主心古。", "主心骨"), ("把牢定盘新，不动摇。", "定盘星"), ("把牢定盘心", "定盘星")],
)
def test_a_phrase_with_a_character_that_sounds_alike_is_meant(text: str, right: str) -> None:
    assert [found for *_, found in PHRASES.find(text)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "当好主心骨。",
        "压实责任天天抓。",  # 责任 stands beside any word
        "定盘新闻。",  # the third character begins a word
        "主心区。",  # nothing like it
    ],
)
def test_other_words_are_no_phrase(text: str) -> None:
    assert not list(PHRASES.find(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [("开展“青兰”结对。", "青蓝"), ("实施“青兰工程”。", "青蓝"), ("“春雷”计划", "春蕾"), ("建“红色驿栈服务点”", "")],
)
def test_a_name_is_told_by_what_stands_behind_it(text: str, right: str) -> None:
    assert [found for *_, found in NAMES.find(text)] == ([right] if right else [])


@pytest.mark.parametrize("text", ["实施“青蓝工程”。", "“春雷”行动", "青兰结对", "“青兰”高速", "“青花”工程"])
def test_other_names_are_left_alone(text: str) -> None:
    assert not list(NAMES.find(text))
