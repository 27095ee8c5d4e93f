"""Formulations with a word of like meaning in the place of another."""

import pytest

from assistant.checks.near_words import near_word

FIXED = (
    "完整 、 准确 、 全面 贯彻 新 发展 理念$",
    "更好 统筹 发展 和 安全",
    "第一 议题 制度",
    "^~落实 枫桥 经验$",
    "=统筹发展和稳定大局",
)
USUAL = ("党的政治建设 摆在 首要 位置", "枫桥精神展陈馆")
ALIKE = ("首要 重要 突出", "议题 主题", "理念 思想", "经验 精神 做法", "安全 稳定", "落实 贯彻", "位置 地位")
FIND = near_word(FIXED, ALIKE, USUAL)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("落实“第一主题”制度。", "第一主题”制度", "第一议题”制度"),
        ("完整、准确、全面贯彻新发展思想。", "完整、准确、全面贯彻新发展思想", "完整、准确、全面贯彻新发展理念"),
    ],
)
def test_a_word_of_like_meaning_is_told(text: str, wrong: str, right: str) -> None:
    (match,) = FIND(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "把党的政治建设摆在首要位置，落实“第一议题”制度。",
        "更好统筹发展和安全。",
        "统筹发展和稳定大局。",
        "贯彻枫桥经验。",
        "参观枫桥精神展陈馆。",
        "摆在重要位置。",
        "把党的政治建设摆在重要位置。",
    ],
)
def test_what_is_right_or_judged_by_nobody_is_left_alone(text: str) -> None:
    assert not list(FIND(text))


def test_nothing_is_told_without_a_table() -> None:
    assert not list(near_word(FIXED, ())("更好统筹发展和稳定。"))
