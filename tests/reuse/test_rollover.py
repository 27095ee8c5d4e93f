"""Last year's report as a start: what is listed, what is promised, what is carried over, and what alone is changed."""

import itertools

import pytest

from assistant.document.context import Context
from assistant.document.edit import apply
from assistant.paths import resources
from assistant.reuse.rollover import CannotRollOver, Rollover, load_knowledge, roll_over
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import text

KNOWLEDGE = load_knowledge(resources() / "reuse")
TEMPLATES = load_templates(resources() / "templates")
REPORT = """某某单位2024年度抓基层党建工作述职报告
各位领导、同志们：
按照会议安排，现将2024年度抓基层党建工作情况报告如下。
一、上年度问题整改情况
针对2023年度述职评议点出的问题，逐条改了，已改完5个。
二、主要工作
（一）抓好学习，打牢基础。2024年集中学习12次，扎实开展党纪学习教育。
（二）建强组织，夯实阵地。2018年建成的阵地重新布置，每月开展1次主题党日。
三、存在的主要问题及原因
一是抓得不够经常，检查督促偏少，原因是压力传得不到底。
四、下一步工作打算
（一）压实责任。2025年每季度研究一次党建。6月底前完成2个支部换届。
（二）改进作风。多到支部去，少开长会。
以上报告，请予评议。
"""


def rolled(whole: str, year: int = 2025) -> Rollover:
    document = text(whole.removesuffix("\n"))
    return roll_over(document, recognise(document, TEMPLATES, Context()), TEMPLATES, KNOWLEDGE, year)


def after(whole: str, year: int = 2025) -> list[str]:
    return [block.text for block in apply(text(whole.removesuffix("\n")), rolled(whole, year).edits).blocks]


def test_only_the_years_of_title_and_opening_formula_are_changed() -> None:
    before = REPORT.splitlines()
    changed = {i: line for i, line in enumerate(after(REPORT)) if line != before[i]}
    assert changed == {
        0: "某某单位2025年度抓基层党建工作述职报告",
        2: "按照会议安排，现将2025年度抓基层党建工作情况报告如下。",
    }


def test_every_place_to_look_at_is_listed_in_reading_order() -> None:
    found = [(item.index, item.found.kind, item.found.text) for item in rolled(REPORT).items]
    assert found == [
        (0, "year", "2024年度"),
        (2, "year", "2024年度"),
        (4, "year", "2023年度"),
        (4, "figure", "5个"),
        (6, "year", "2024年"),
        (6, "figure", "12次"),
        (6, "campaign", "党纪学习教育"),
        (11, "year", "2025年"),
        (11, "date", "6月底前"),
        (11, "figure", "2个"),
    ]


def test_what_was_changed_is_told_apart_from_what_is_left_to_the_writer() -> None:
    assert [item.index for item in rolled(REPORT).done] == [0, 2]


def test_no_figure_and_no_date_is_ever_suggested() -> None:
    items = rolled(REPORT).items
    assert {item.found.suggestion for item in items if item.found.kind in {"figure", "date"}} == {None}


def test_the_sentences_of_last_years_plans_are_the_promises() -> None:
    promises = rolled(REPORT).promises
    assert [(one.heading, one.text) for one in promises] == [
        ("压实责任", "2025年每季度研究一次党建。"),
        ("压实责任", "6月底前完成2个支部换届。"),
        ("改进作风", "多到支部去，少开长会。"),
    ]


def test_every_sentence_of_content_is_carried_over_with_its_place() -> None:
    document = text(REPORT.removesuffix("\n"))
    carried = rolled(REPORT).carried
    assert [one.text for one in carried][:3] == [
        "按照会议安排，现将2024年度抓基层党建工作情况报告如下。",
        "针对2023年度述职评议点出的问题，逐条改了，已改完5个。",
        "2024年集中学习12次，扎实开展党纪学习教育。",
    ]
    assert all(document.blocks[one.index].text[one.span.start : one.span.end] == one.text for one in carried)
    assert not any("各位领导" in one.text or "请予评议" in one.text for one in carried)


def test_a_report_already_about_that_year_is_refused() -> None:
    for year in (2023, 2024):
        with pytest.raises(CannotRollOver, match="2024年度"):
            rolled(REPORT, year)


def test_a_year_that_neither_title_nor_opening_formula_says_is_not_changed() -> None:
    bare = REPORT.replace("2024年度抓基层", "抓基层", 2)
    assert rolled(bare).last == 2024
    assert rolled(bare).edits == ()


def test_without_any_year_the_one_before_is_meant() -> None:
    whole = "某某支部书记抓党建述职报告\n一、主要工作\n召开会议3次。\n"
    found = rolled(whole)
    assert found.last == 2024
    assert [item.found.text for item in found.items] == ["3次"]


def test_each_report_of_a_file_has_its_own_year() -> None:
    other = REPORT.replace("某某单位2024", "另一单位2022").replace("现将2024", "现将2022")
    changed = after(REPORT + other)
    assert changed[0] == "某某单位2025年度抓基层党建工作述职报告"
    assert changed[14] == "另一单位2025年度抓基层党建工作述职报告"


def test_places_never_overlap() -> None:
    whole = REPORT.replace("12次", "12次，在“三严三实”专题教育、庆祝建党103周年、2024年7月1日前后讲了3堂党课")
    places = [(item.index, item.span.start, item.span.end) for item in rolled(whole).items]
    for (one, _, end), (other, start, _) in itertools.pairwise(places):
        assert one < other or end <= start


def test_a_document_without_a_paragraph_has_nothing_to_change() -> None:
    assert rolled("").items == ()
