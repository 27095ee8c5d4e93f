"""Words that are words, but not here, are told by what stands beside them; rare words in their place are not."""

import pytest

from tests.checks.examples import word_slips
from tests.shipped_rules import RULES


def _found(text: str) -> list[tuple[str, str]]:
    return word_slips(RULES, text)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("党员干部带头下沉，把滋补建在项目一线。", "滋补", "支部"),  # nearly the same sound
        ("各党支部书记现场数值，党员代表评议打分。", "数值", "述职"),
        ("整顿2个后进直补，力争年内达标。", "直补", "支部"),  # listed as right, but not here
    ],
)
def test_a_word_that_does_not_fit_is_told_by_its_neighbours(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "由主管护士每日测量体温。",
        "尽量用身边的人和事来讲。",
        "配齐网格长、楼栋长、单元联络员。",
        "洪水冲垮涵洞，党员连夜抢修。",
        "监测病房的温度和湿度。",
        "把车间的氧气瓶送去检验。",
        "增值税发票由会计统一保管。",
        "她们主动照顾独居老人。",
        "种粮农户足额领到粮食直补资金。",
        "细纱、络筒、织布四个车间全部达标。",
    ],
)
def test_rare_words_in_their_place_stay_silent(text: str) -> None:
    assert _found(text) == []
