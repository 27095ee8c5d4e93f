"""Putting in a missing section, and beginning a new report."""

from dataclasses import replace

import pytest

from assistant.document.block import Cell, Document, Said
from assistant.document.context import Context, Unit
from assistant.document.edit import InsertBlocks, ReplaceText, apply
from assistant.template.report import ReportTemplate
from assistant.template.skeleton import insert_section, insertion_point, new_report, section_lines
from tests.builders import block, doc, of
from tests.template.outlines import read, templates

TITLE = "抓基层党建工作述职报告"
BODY = "全年召开专题会议六次，走访支部十二个，推动任务落到实处。"
GRASSROOTS = templates()[0]


def inserted(document: Document, role: str) -> Document:
    return apply(document, insert_section(document, read(document)[0], GRASSROOTS, role))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_section_stands_at_its_place_and_the_numbers_go_on() -> None:
    document = doc(TITLE, "", "一、主要工作", BODY, "二、存在的问题", BODY, "三、下步打算", BODY)
    after = inserted(document, "causes")
    skeleton = section_lines(GRASSROOTS, "causes", 3)
    assert texts(after) == [*texts(document)[:6], *skeleton, "四、下步打算", BODY]
    assert skeleton[0] == "三、原因分析"
    assert "causes" not in read(after)[0].missing


def test_insertion_and_renumbering_are_one_step() -> None:
    document = doc(TITLE, "一、主要工作", BODY, "二、存在问题及原因", BODY, "三、下步打算", BODY)
    edits = insert_section(document, read(document)[0], GRASSROOTS, "rectification")
    assert isinstance(edits[0], InsertBlocks)
    assert edits[0].after == "0"
    assert [(e.span.block, e.expected, e.new) for e in edits if isinstance(e, ReplaceText)] == [
        ("1", "一", "二"),
        ("3", "二", "三"),
        ("5", "三", "四"),
    ]


def test_wrong_numbers_are_mended_on_the_way_and_right_ones_left_alone() -> None:
    document = doc(TITLE, "一、主要工作", BODY, "二、存在的问题", BODY, "四、下步打算", BODY)
    edits = insert_section(document, read(document)[0], GRASSROOTS, "causes")
    assert len(edits) == 1


def test_the_writer_s_own_mark_is_kept() -> None:
    document = doc(TITLE, "一．主要工作", BODY, "二．存在的问题", BODY)
    assert "三．原因分析" in texts(inserted(document, "causes"))


def test_a_report_without_numbers_gets_none() -> None:
    document = doc(TITLE, "主要工作", BODY, "存在的问题", BODY, "下一步打算", BODY)
    after = inserted(document, "causes")
    heading = after.blocks[5]
    assert (heading.text, heading.said) == ("原因分析", Said(level=1, role="causes"))
    assert [h.level for h in read(after)[0].headings] == [0, 1, 1, 1, 1]


def test_computed_numbers_count_themselves() -> None:
    document = of(
        block(TITLE), block("主要工作", label="一、"), block(BODY), block("下步打算", label="二、"), block(BODY)
    )
    edits = insert_section(document, read(document)[0], GRASSROOTS, "problems")
    assert len(edits) == 1


def test_salutation_opening_closing_and_signature_have_no_heading() -> None:
    document = doc(TITLE, "", "一、主要工作", BODY, "二、下步打算", BODY, "", "")
    for role in ("salutation", "opening", "closing", "signature"):
        document = inserted(document, role)
    assert not {"salutation", "opening", "closing", "signature"} & set(read(document)[0].missing)
    assert texts(document)[:4] == [
        TITLE,
        "",
        *section_lines(GRASSROOTS, "salutation"),
        *section_lines(GRASSROOTS, "opening"),
    ]
    assert texts(document)[-5:-2] == [
        *section_lines(GRASSROOTS, "closing"),
        *section_lines(GRASSROOTS, "signature"),
    ]


def test_into_an_empty_document_and_the_second_of_two_reports() -> None:
    assert insertion_point(doc(""), read(doc(""))[0], GRASSROOTS, "salutation") is None
    document = doc(TITLE, "一、主要工作", BODY, TITLE, "一、主要工作", BODY)
    second = read(document)[1]
    assert insertion_point(document, second, GRASSROOTS, "rectification") == "3"
    assert insertion_point(document, second, GRASSROOTS, "problems") == "5"


def test_a_section_that_ends_with_a_table_is_left_outside_its_cells() -> None:
    cell = replace(block("12次"), container=Cell(0, 0, 0))
    lines = [block(TITLE), block("一、存在的问题"), block(BODY), cell]
    followed = of(*lines, block(""), block("二、下步打算"), block(BODY))
    direct = of(*lines, block("二、下步打算"), block(BODY))
    assert insertion_point(followed, read(followed)[0], GRASSROOTS, "causes") == "4"
    assert insertion_point(direct, read(direct)[0], GRASSROOTS, "causes") == "2"


def test_a_role_the_kind_does_not_have_gives_nothing() -> None:
    document = doc(TITLE, "一、主要工作", BODY)
    assert insert_section(document, read(document)[0], GRASSROOTS, "integrity") == ()
    assert section_lines(GRASSROOTS, "integrity") == ()


def test_all_that_is_missing_can_be_put_in() -> None:
    document = doc(TITLE)
    for role in read(document)[0].missing:
        document = inserted(document, role)
    report = read(document)[0]
    assert report.missing == ()
    assert [h.number for h in report.headings if h.level == 1] == ["一、", "二、", "三、", "四、", "五、"]


@pytest.mark.parametrize("template", [t for t in templates() if t.sections], ids=lambda template: template.id)
def test_a_new_report_has_all_sections_of_its_kind(template: ReportTemplate) -> None:
    lines = new_report(template, Unit(name="清河县水务局", post="党组书记", person="赵立新"), 2025)
    assert lines[0].said == Said(level=0, role="title")
    assert lines[0].text.startswith("清河县水务局党组书记2025年度")
    report = read(doc(*(line.text for line in lines)), Context(kind=template.id))[0]
    assert report.missing == ()
    assert "述职人：赵立新" in [line.text for line in lines]


def test_what_the_user_did_not_give_stays_a_blank() -> None:
    title = new_report(GRASSROOTS, Unit(), 0)[0].text
    assert title == "【单位】【职务】【年度】年度抓基层党建工作述职报告"
