"""Figures that can't all be right are told; those that may be, stay silent."""

import pytest

from assistant.checks.engine import check
from assistant.document.context import Context
from tests.checks.examples import reported
from tests.shipped_rules import RULES

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
        ("1128名党员人人签订承诺书。", "1128"),
        ("全体1162名党员参加学习。", "1162"),
    ],
)
def test_a_count_of_all_there_are_is_told_where_it_is_another(text: str, wrong: str) -> None:
    assert _found(text, "whole_again") == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("夏季收购小麦6.2万吨，农户满意。秋季收购稻谷3.8万吨。两季合计收购10.2万吨。", ["10.2"]),
        ("夏季收购小麦6.2万吨，农户满意。秋季收购稻谷3.8万吨。两季合计收购10万吨。", []),
        ("上半年新建站点7个，下半年新建站点6个。秋季改造8个。全年共新建站点14个。", ["14"]),
        ("上半年办班7期，下半年办班6期。全年共走访企业14家。", []),
        ("一季度发展党员2名，二季度发展党员3名。全年共发展党员6名。", []),
        ("南片流转土地860亩，涉及4个村，北片流转土地540亩，两片合计流转1500亩。", ["1500"]),
        ("春季栽树700棵。秋季栽树600棵。其中果树300棵。三年共栽树1900棵。", []),
    ],
)
def test_a_total_follows_from_the_sentences_before(text: str, wrong: list[str]) -> None:
    assert _found(text, "carried") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("现有先锋岗12个，新增6个，先锋岗总数达到16个。", ["16"]),
        ("建成党员先锋线路12条。\n新创党员先锋线路6条，党员先锋线路总数达到16条。", ["16"]),
        ("建成党员先锋线路12条。\n新创党员先锋线路6条，党员先锋线路总数达到18条。", []),
        ("新创党员先锋线路6条，党员先锋线路总数达到16条。", []),
    ],
)
def test_what_there_is_and_what_is_new_come_to_the_whole(text: str, wrong: list[str]) -> None:
    assert _found(text, "added_up") == wrong


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("每个党支部每月召开1次支委会，全年共召开462次。", True),
        ("每个党支部每月召开1次支委会，全年共召开456次。", False),
        ("党小组每月组织学习1次，两个党小组共组织学习22次。", True),
        ("党小组每月组织学习1次，两个党小组共组织学习24次。", False),
    ],
)
def test_what_each_does_every_month_comes_to_the_year_of_all(text: str, told: bool) -> None:
    assert bool(_found(text, "each_and_all")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("6名退休党员与6名年轻技术员结成8对。", True),
        ("6名退休党员与6名年轻技术员结成6对。", False),
        ("6名退休党员与12名年轻技术员结成12对。", False),
        ("参加培训考核的党员120名，合格123名。", True),
        ("请老党员、老军医各讲党课1次，我讲了2次。", False),
    ],
)
def test_pairs_and_parts_are_no_more_than_those_they_are_of(text: str, told: bool) -> None:
    assert bool(_found(text, "impossible")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("青年党员占38.5%（13名中有6名）。", True),
        ("青年党员占38.5%（13名中有5名）。", False),
    ],
)
def test_a_share_is_held_against_the_counts_behind_it(text: str, told: bool) -> None:
    assert bool(_found(text, "reckoned")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("职工184名，其中正式职工142名、临聘人员52名。", True),
        ("争取资金480万元，完成3个小区改造、硬化道路，其中东区160万元、西区180万元、南区130万元。", True),
        ("争取资金480万元，完成3个小区改造、硬化道路，其中东区160万元、西区180万元、南区140万元。", False),
        ("组织集中学习26次，开展专题研讨6次，我讲党课2次、其他党员主讲13次。", False),
    ],
)
def test_parts_come_to_their_whole(text: str, told: bool) -> None:
    assert bool(_found(text, "parts_near")) == told


def test_pieces_of_each_come_to_the_sum_and_swapped_digits_are_heard() -> None:
    assert _found("6个支部各开展联建2次，共14次。", "sums.12")
    assert not _found("6个支部各开展联建2次，共12次。", "sums.12")
    assert _found("服务旅客1286万人次。\n全年旅客1268万人次。", "swapped") == []
    assert _found("全年培训学员1286人次。\n年底统计，培训学员1268人次。", "swapped") == ["1268"]
