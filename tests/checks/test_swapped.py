"""Formulations with two words in each other's place."""

import pytest

from assistant.checks.swapped import swapped

FIND = swapped(("桥梁 纽带 作用$", "忠诚 干净 担当 的 高素质", "党的 创新 理论 武装", "=党的理论创新武装"))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("发挥纽带桥梁作用。", "纽带桥梁作用", ("桥梁纽带作用",)),
        ("忠诚担当干净的高素质队伍。", "忠诚担当干净的高素质", ("忠诚干净担当的高素质",)),
        ("“忠诚担当”干净的高素质队伍。", "忠诚担当”干净的高素质", ()),
    ],
)
def test_two_words_in_each_others_place(text: str, wrong: str, right: tuple[str, ...]) -> None:
    (match,) = FIND(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, right)


@pytest.mark.parametrize("text", ["发挥桥梁纽带作用。", "党的理论创新武装头脑。", "纽带和桥梁作用。"])
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not list(FIND(text))
