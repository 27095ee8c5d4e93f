"""What a report is in few words."""

import pytest

from assistant.description import describe, unit_in
from assistant.document.context import Context, Unit
from assistant.paths import resources
from assistant.template.report import ReportTemplate, load_templates
from tests.builders import doc


@pytest.fixture(scope="module")
def templates() -> tuple[ReportTemplate, ...]:
    return load_templates(resources() / "templates")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("青石镇党委书记抓基层党建工作述职报告", "青石镇"),
        ("2025年度县水务局党组书记抓基层党建工作述职报告", "县水务局"),
        ("书记抓基层党建工作述职报告（水务局）", "水务局"),
        ("第二中学党支部书记述职报告", "第二中学"),
        ("抓基层党建工作述职报告", ""),
        ("2025年度述责述廉报告", ""),
    ],
)
def test_the_unit_is_read_from_the_title(title: str, unit: str) -> None:
    assert unit_in(title) == unit


def test_a_report_is_described(templates: tuple[ReportTemplate, ...]) -> None:
    text = doc("青石镇党委书记抓基层党建工作述职报告", "现将2024年履职情况报告如下。", "一、主要工作", "讲党课4次。")
    found = describe(text, templates)
    assert (found.kind, found.year, found.unit) == ("grassroots-party-building", 2024, "青石镇")
    assert found.title == "青石镇党委书记抓基层党建工作述职报告"
    assert found.characters > 30


def test_what_the_user_has_said_goes_first(templates: tuple[ReportTemplate, ...]) -> None:
    text = doc("2024年度抓基层党建工作述职报告", "一、主要工作")
    found = describe(text, templates, Context(kind="combined", year=2025, unit=Unit("甲局")))
    assert (found.kind, found.year, found.unit) == ("combined", 2025, "甲局")


def test_an_empty_text_is_nothing(templates: tuple[ReportTemplate, ...]) -> None:
    found = describe(doc(""), templates)
    assert (found.year, found.unit, found.title, found.characters) == (0, "", "", 0)
