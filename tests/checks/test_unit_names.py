"""What contradicts the unit's profile is told; without a profile nothing is."""

import pytest

from assistant.checks.engine import check
from assistant.document.context import Context, Unit
from tests.checks.examples import reported, seen
from tests.shipped_rules import RULES

UNIT = Unit("青山县水务局", post="党组书记", other_names=("青山县水利局",))


def _found(text: str, unit: Unit = UNIT, year: int | None = None, title: str = "") -> list[tuple[str, str]]:
    document, reports = reported(text, title)
    found = check(document, reports, RULES, Context(unit=unit, year=year))
    return [
        (finding.rule, finding.text) for finding in found if finding.rule.startswith(("leftover.", "formulations."))
    ]


@pytest.mark.parametrize(
    ("text", "rule", "flagged"),
    [
        ("我校抓实理论学习。", "leftover.unit_self", "我校"),
        ("组织教职工参加学习。", "leftover.foreign_word", "教职工"),
        ("我党委研究党建工作。", "leftover.unit_body", "党委"),
        ("全区水利系统党员参加。", "leftover.unit_region", "全区"),
        ("白水县水务局党组抓学习。", "leftover.unit_other", "白水县水务局"),
    ],
)
def test_what_is_of_another_unit_is_told(text: str, rule: str, flagged: str) -> None:
    assert (rule, flagged) in _found(text)
    assert _found(text, Unit()) == []


@pytest.mark.parametrize(
    "text",
    [
        "我局党组抓学习，全县参加，青山县水务局、青山县水利局两块牌子。",
        "县委全会和全区域推进。",
        "到联建的学校走访。",
        "机关党委抓学习。",
    ],
)
def test_what_is_its_own_stays_silent(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("unit", "text", "flagged"),
    [
        ("东山农村商业银行", "我局党建工作再上新台阶。", "我局"),
        ("东山县人民医院内科", "我校党员教师走在前列。", "我校"),
        ("机场集团运行保障部", "我镇党员干部逐户走访。", "我镇"),
        ("东山县档案馆", "组织全镇党员干部参加学习。", "全镇"),
        ("黑石煤矿", "推动全局形成干事创业的氛围。", "全局"),
        ("东山县烟草专卖局（营销部）", "我公司职工队伍稳定。", "我公司"),
    ],
)
def test_units_of_every_sort_are_known_by_the_end_of_their_names(unit: str, text: str, flagged: str) -> None:
    assert flagged in [found for _, found in _found(text, Unit(unit))]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("东山县人民医院内科", "我院党员带头值守。"),
        ("东山县档案馆", "走进全镇中小学开展宣讲。"),
        ("东山职业技术学院机电工程系", "我校党员教师走在前列。"),
    ],
)
def test_a_part_of_a_unit_speaks_of_the_whole(unit: str, text: str) -> None:
    assert _found(text, Unit(unit)) == []


def test_the_body_in_the_title_counts_where_the_sort_of_the_unit_is_not_known() -> None:
    text = "海湾渔业联合党委书记抓基层党建工作述职报告\n全年召开党组会议12次，专题研究党建。"
    assert ("leftover.foreign_word", "党组会议") in _found(text, Unit())


def test_the_former_name_of_the_unit_is_told_unless_it_is_still_used() -> None:
    unit = Unit("青山县卫生健康局")
    assert _found("原卫计局党组抓学习。", unit) == [("leftover.unit_renamed", "卫计局")]
    assert _found("原卫计局党组抓学习。", Unit("青山县卫生健康局", other_names=("县卫计局",))) == []
    assert _found("原国土局抓学习。", unit) == []


def test_a_year_in_a_heading_that_is_neither_this_nor_the_next_is_told() -> None:
    text = "# 一、2023年工作情况\n抓学习。\n# 二、2026年工作打算\n抓落实。"
    assert _found(text, Unit(), 2025) == [("leftover.other_year", "2023")]


def test_the_heading_that_answers_last_years_assessment_names_last_year() -> None:
    document, reports = seen(
        "2025年度抓基层党建工作述职报告\n一、2024年度述职评议问题整改情况\n已整改到位。\n二、2023年工作情况\n抓落实。"
    )
    found = check(document, reports, RULES, Context(year=2025))
    assert [finding.text for finding in found if finding.rule == "leftover.other_year"] == ["2023"]


@pytest.mark.parametrize("text", ["我站在管理者的角度想得多。", "我办公用房符合规定。", "这件事我办好了。"])
def test_what_only_looks_like_a_self_name_stays_silent(text: str) -> None:
    assert _found(text) == []


def test_the_year_is_read_from_the_opening_where_the_title_lacks_it() -> None:
    opening = "2019年度，我把抓支部建设作为主业。\n严格落实党的二十大精神。"
    assert ("formulations.ahead", "党的二十大精神") in _found(opening, Unit())


def test_campaign_and_plan_of_the_profile_are_missed() -> None:
    unit = Unit(latest_campaign="“某某”学习教育", latest_plan="“十五五”规划")
    text = "开展某某学习教育。"
    assert _found(text, unit) == [("leftover.someone", "某某"), ("formulations.latest.“十五五”规划", "“十五五”规划")]


def test_what_stands_in_quotation_marks_itself_is_quoted_in_single_ones() -> None:
    document, reports = reported("抓好学习。", "")
    found = check(document, reports, RULES, Context(unit=Unit(latest_plan="“十五五”规划")))
    (message,) = [one.message for one in found if one.rule.startswith("formulations.latest")]
    assert message.startswith("单位资料里填了“‘十五五’规划”，")
