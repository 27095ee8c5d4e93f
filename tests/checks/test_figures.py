"""Figures that can't all be right are told; those that may be, stay silent."""

import pytest

from assistant.checks.compared import impossible, unequal
from assistant.checks.divided import divided
from assistant.checks.engine import check
from assistant.checks.joined import joined, left
from assistant.checks.loader import load_rules
from assistant.document.context import Context
from assistant.paths import resources
from tests.checks.examples import reported

RULES = load_rules(resources() / "rules")
UNIT = "全镇下辖14个村、12个社区，设有党支部38个、党员1126名。\n"


def _found(text: str, rule: str) -> list[str]:
    document, reports = reported(UNIT + text)
    return [one.text for one in check(document, reports, RULES, Context(year=2025)) if one.rule == f"figures.{rule}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("与15个村签订责任书。", "15"),
        ("36个党支部全部达标。", "36"),
        ("动员全镇1136名党员参加。", "1136"),
        ("把13个社区划分为网格。", "13"),
    ],
)
def test_a_count_of_all_there_are_is_told_where_it_is_another(text: str, wrong: str) -> None:
    assert _found(text, "whole_again") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "与14个村签订责任书，38个党支部中36个达标。",
        "完成36个党支部换届，新建15个村级阵地。",
        "全县128个社区都来参观。",
        "带领126名党员连续奋战，培训村党组织书记12名。",
        "排名靠后的3个村全部整改。",
    ],
)
def test_a_count_of_some_of_them_is_left_alone(text: str) -> None:
    assert not _found(text, "whole_again")


def test_shares_and_sums_follow_from_how_many_there_are() -> None:
    assert _found("创建示范党支部19个，占全镇党支部总数的60%。", "share_of_all") == ["60"]
    assert not _found("创建示范党支部19个，占全镇党支部总数的50%。", "share_of_all")
    assert _found("储备后备力量42名，村均4名。", "each_and_all")
    assert not _found("储备后备力量42名，村均3名。", "each_and_all")
    assert not _found("储备后备力量40名，村均2.9名。", "each_and_all")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("现有党员12名，其中男8名、女5名。", True),
        ("现有党员12名，其中女党员5名、少数民族3名。", False),
        ("处理12人次，其中谈话提醒9人次、批评教育2人次、诫勉谈话2人次。", True),
        ("指导11家企业（其中全资7家、控股5家）。", True),
        ("研究事项67项，原则同意62项，缓议5项。", False),
        ("召开党委会24次，专题研究党建6次、研究意识形态2次。", False),
        ("投入120万元，其中上级资金80万元、自筹50万元。", True),
        ("发展党员15名，其中大学生8名、一线8名。", False),
    ],
)
def test_wholes_are_held_against_their_parts(text: str, wrong: bool) -> None:
    assert bool(list(divided(text))) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "走访慰问8户6人。",
        "开展活动12次，参加9人次。",
        "集体学习12次，我带头领学15次。",
        "收到的32个问题已整改36个。",
    ],
)
def test_counts_that_are_impossible_are_told(text: str) -> None:
    assert list(impossible(text))


@pytest.mark.parametrize(
    "text",
    ["走访慰问8户26人。", "开展活动12次，参加390人次。", "集体学习12次，我参加12次。", "投资12个项目，完成36件实事。"],
)
def test_counts_that_are_possible_are_left_alone(text: str) -> None:
    assert not list(impossible(text))


def test_what_must_be_equal_is_told_where_it_is_not() -> None:
    assert list(unequal("信访量下降一半，由64件降至42件。"))
    assert not list(unequal("信访量下降一半，由64件降至31件。"))
    assert list(unequal("6名干部考取证书，持证人数由5名增加到12名。"))
    assert not list(unequal("6名干部考取证书，持证人数由5名增加到11名。"))


@pytest.mark.parametrize(
    "text",
    [
        "与14个村、9个部门共22个单位签订责任书。",
        "走访3个小区、6个楼院，共8个点位。",
    ],
)
def test_a_sum_told_behind_what_was_added_up_must_be_theirs(text: str) -> None:
    (found,) = joined(text)
    assert text[found.start : found.end].endswith(("22个", "8个"))


@pytest.mark.parametrize(
    "text", ["与14个村、8个部门共22个单位签订责任书。", "培训3个支部、2个党小组共46人。", "共22个单位。"]
)
def test_a_right_sum_and_one_of_another_unit_stay_silent(text: str) -> None:
    assert not list(joined(text))


def test_what_is_done_and_what_is_left_make_up_the_whole() -> None:
    assert list(left("11条整改措施已完成10条，其余2条长期坚持。"))
    assert not list(left("11条整改措施已完成9条，其余2条长期坚持。"))
