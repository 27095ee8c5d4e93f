"""What the notice demands of sections, laid over the report kinds."""

import pytest

from assistant.document.context import Context, Unit
from assistant.document.outline import Report
from assistant.document.requirements import Requirements, SectionDemand
from assistant.template.demands import demanded
from assistant.template.skeleton import insert_section, new_report
from tests.builders import doc
from tests.template.outlines import read, templates

TITLE = "抓基层党建工作述职报告"
BODY = "全年召开专题会议六次，走访支部十二个，推动任务落到实处。"
WHOLE = doc(TITLE, "一、主要工作", BODY, "二、存在的问题", BODY, "三、下步打算", BODY)


def sections(*roles: str, without: tuple[str, ...] = ()) -> Requirements:
    wanted = tuple(SectionDemand(role) for role in roles)
    return Requirements(sections=(*wanted, *(SectionDemand(role, "optional") for role in without)))


def report(requirements: Requirements) -> Report:
    return read(WHOLE, Context(requirements=requirements))[0]


def roles(requirements: Requirements, kind: int = 0) -> list[str]:
    return [section.role for section in demanded(templates(), requirements)[kind].sections]


def test_a_notice_without_a_word_on_sections_changes_no_kind() -> None:
    assert demanded(templates(), Requirements(most=3000)) == templates()
    assert report(Requirements(most=3000)) == report(Requirements())


def test_a_section_not_asked_for_is_not_missing() -> None:
    assert "causes" in report(Requirements()).missing
    assert "causes" not in report(sections(without=("causes",))).missing


def test_an_optional_section_asked_for_is_missing() -> None:
    assert "highlights" not in report(Requirements()).missing
    assert "highlights" in report(sections("highlights")).missing


def test_missing_sections_come_in_the_order_of_the_notice() -> None:
    missing = report(sections("main_work", "problems", "next_steps", "causes", "rectification")).missing
    assert [role for role in missing if role in {"causes", "rectification"}] == ["causes", "rectification"]


def test_a_section_of_another_kind_is_borrowed() -> None:
    assert templates()[0].section("integrity") is None
    requirements = sections("main_work", "integrity", "problems")
    assert "integrity" in report(requirements).missing
    template = demanded(templates(), requirements)[0]
    assert template.section("integrity") is not None
    (insert, *_) = insert_section(WHOLE, report(requirements), template, "integrity")
    assert insert.after == "2"  # behind the work, before the problems


def test_one_neither_asked_for_nor_in_the_kind_stays_out() -> None:
    assert "integrity" not in roles(sections("main_work", without=("integrity",)))


def test_sections_the_notice_does_not_name_keep_their_place_and_need() -> None:
    usual = roles(Requirements())
    assert roles(sections("main_work")) == usual
    moved = roles(sections("causes", "problems"))
    assert moved.index("causes") < moved.index("problems")
    assert sorted(moved) == sorted(usual)


@pytest.mark.parametrize(
    "requirements", [sections("highlights", "main_work"), sections("next_steps", "integrity", without=("causes",))]
)
def test_laying_them_over_twice_is_laying_them_over_once(requirements: Requirements) -> None:
    once = demanded(templates(), requirements)
    assert demanded(once, requirements) == once


def test_a_new_report_has_the_sections_of_the_notice_in_its_order() -> None:
    requirements = sections("main_work", "highlights", "next_steps", "problems", without=("causes", "rectification"))
    lines = [line.text for line in new_report(demanded(templates(), requirements)[0], Unit(), 2025)]
    headings = [text for text in lines if text[1:2] == "、"]
    names = {section.role: section.title for section in templates()[0].sections}
    assert headings == [
        f"{number}、{names[role]}"
        for number, role in zip("一二三四", ("main_work", "highlights", "next_steps", "problems"), strict=True)
    ]
