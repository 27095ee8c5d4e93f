"""Exchanged halves of members, names of organs and titles one slip away, meetings of another year: told as such."""

import pytest

from assistant.checks.crossed import crossed
from assistant.checks.engine import check
from assistant.checks.near_titles import one_word
from assistant.document.context import Context
from tests.checks.examples import reported
from tests.shipped_rules import RULES


def _found(text: str, rule: str) -> list[str]:
    document, reports = reported(text)
    return [one.text for one in check(document, reports, RULES, Context(year=2025)) if one.rule.startswith(rule)]


def test_halves_of_two_members_that_were_exchanged_are_told_in_either_order() -> None:
    find = crossed(["为党 育人 、 为国 育才$", "学思想 、 强党性 、 重实践"])
    assert [match.replacements for match in find("坚持“为党育才、为国育人”。")] == [("为党育人、为国育才",)]
    assert list(find("坚持为国育人、为党育才。"))
    assert not list(find("坚持为党育人、为国育才，学思想、强党性、重实践。"))


@pytest.mark.parametrize(
    "text",
    ["协调县医疗保证局解决。", "县残疾人联合委送来轮椅。", "区应急管理处理局演练。", "市工商业联会牵头。"],
)
def test_an_organ_one_slip_away_from_a_known_one_is_told(text: str) -> None:
    assert bool(_found(text, "names.organ_slip")) is ("处理局" not in text)


def test_right_organs_and_those_of_the_province_are_left_alone() -> None:
    assert not _found("县医疗保障局、县应急管理局、省农业农村厅、县人民法庭、全市交通运输行业。", "names.organ_slip")
    assert _found("县卫生健康委会议。", "names.organ_slip") == _found("市中心医院。", "names.organ_slip") == []


def test_what_is_written_twice_is_the_name_of_an_organ() -> None:
    assert _found("县文物保障局立项。", "names.organ_slip") == []
    assert _found("县医疗保证局结算。", "names.organ_slip") != []
    assert _found("县医疗保证局结算，市医疗保证局结算。", "names.organ_slip") == []


def test_a_word_of_a_title_that_names_its_field_may_be_another_one() -> None:
    assert not one_word("中国共产党统战工作条例", "中国共产党政法工作条例")
    assert one_word("新时代中小学教师职业道德十项准则", "新时代中小学教师职业行为十项准则")
    assert one_word("全国教育工作大会", "全国教育大会")


def test_a_meeting_is_held_against_the_time_told_of_it() -> None:
    assert _found("党的二十届三中全会于2025年10月召开后，及时传达。", "formulations.misdated")
    assert not _found("2025年召开的党的二十届四中全会，审议通过建议。", "formulations.misdated")
