"""Formulations with a word put in, or a member left out of their middle."""

import pytest

from assistant.checks.walked import walked

FIND = walked(
    (
        "构建 亲清 政商 关系$",
        "构建 亲清 统一 的 新型 政商 关系",
        "^德才兼备 、 以德为先 、 任人唯贤$",
        "读原著 、 学原文 、 悟原理$",
        "基层 党组织 战斗 堡垒 作用",
        "=基层党组织示范战斗堡垒作用",
    )
)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("构建亲清统一政商关系。", "构建亲清统一政商关系", "构建亲清政商关系"),
        ("突出德才兼备、任人唯贤原则。", "德才兼备、任人唯贤", "德才兼备、以德为先、任人唯贤"),
        ("基层党组织战斗核心堡垒作用。", "基层党组织战斗核心堡垒作用", "基层党组织战斗堡垒作用"),
    ],
)
def test_what_is_too_much_or_lacking_is_told(text: str, wrong: str, right: str) -> None:
    (match,) = FIND(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "构建亲清政商关系。",
        "构建亲清统一的新型政商关系。",
        "读原著、悟原理。",
        "基层党组织的战斗堡垒作用。",
        "基层党组织示范战斗堡垒作用。",
        "德才兼备、以德为先、任人唯贤。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not list(FIND(text))
