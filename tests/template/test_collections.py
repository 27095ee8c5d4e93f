"""Files that hold several reports: what parts them belongs to none, and every one is found."""

from assistant.document.context import Context
from tests.builders import doc
from tests.template.outlines import read

BODY = "全年召开专题会议六次，走访支部十二个，推动任务落到实处，党员群众普遍满意。"


def sections() -> list[str]:
    return [
        "各位同志：",
        "现将一年来的工作报告如下。",
        "一、主要工作",
        BODY,
        "二、存在问题",
        BODY,
        "三、下步打算",
        BODY,
        "以上报告，请予评议。",
    ]


def test_the_name_of_a_collection_is_no_title() -> None:
    reports = read(
        doc(
            "党支部书记述职报告汇编",
            "材料一",
            "第一支部书记述职报告",
            *sections(),
            "材料二",
            "第二支部书记述职报告",
            *sections(),
        )
    )
    assert [report.title for report in reports] == ["第一支部书记述职报告", "第二支部书记述职报告"]
    assert [report.missing for report in reports] == [("rectification", "causes", "signature")] * 2


def test_a_line_of_signs_parts_reports_and_belongs_to_none() -> None:
    first, second = read(doc("甲支部书记述职报告", *sections(), "————————", "乙支部书记2025年述职", *sections()))
    assert (first.title, second.title) == ("甲支部书记述职报告", "乙支部书记2025年述职")
    assert first.sections[-1].role == "closing"


def test_a_heading_that_speaks_of_a_compilation_is_one() -> None:
    report = read(
        doc(
            "支部书记述职报告",
            "各位同志：",
            "现报告如下。",
            "一、主要工作",
            "（一）完成述职材料汇编",
            BODY,
            "二、存在问题",
            BODY,
        )
    )[0]
    assert "完成述职材料汇编" in [heading.text for heading in report.headings]


def test_the_title_at_the_top_of_every_page_is_no_text() -> None:
    title = "局党组书记抓基层党建工作述职报告"
    lines = sections()
    report, *others = read(doc(title, *lines[:4], title, *lines[4:], title))
    assert others == []
    assert report.sections[-1].role == "closing"
    assert [heading.text for heading in report.headings] == [title, "主要工作", "存在问题", "下步打算"]


def test_what_stands_behind_the_signature_is_no_part_of_the_report() -> None:
    tail = ["述职人：石竹", "2026年1月5日", "抄送：县委组织部", "（联系人：石竹）"]
    report = read(doc("局党组书记抓基层党建工作述职报告", *sections(), *tail))[0]
    assert [section.role for section in report.sections[-2:]] == ["closing", "signature"]
    assert {"closing", "signature"}.isdisjoint(report.missing)


def test_each_report_is_the_kind_the_user_says_it_is() -> None:
    said = Context(kinds=frozenset({("乙支部书记2025年述职", "duty-and-integrity")}))
    reports = read(doc("甲支部书记述职报告", *sections(), "乙支部书记2025年述职", *sections()), said)
    assert [report.kind for report in reports] == ["branch-secretary", "duty-and-integrity"]
