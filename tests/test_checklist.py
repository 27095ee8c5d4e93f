"""检查单: what stands on the page for the person who signs, and how it gives way where there is too much."""

from datetime import date

import pytest

from assistant.analysis import analyse
from assistant.checklist import Checklist, Point, Quote, checklist
from assistant.checklist_page import page
from assistant.checks.rule import Level
from assistant.document.context import Context, Unit
from assistant.document.requirements import Item, Requirements
from assistant.knowledge import Knowledge, load_knowledge
from assistant.overview import overview
from assistant.paths import resources
from assistant.text.months import month_in_words
from tests.builders import text

REPORT = text(
    "2025年度抓基层党建工作述职报告\n"
    "一、主要工作\n会议部暑了任务，，讲授党课【次数】次。习近平总书记强调“要一抓到底，久久为功”。\n"
    "二、存在的主要问题\n（一）理论学习不深入。学得少。\n（二）某件少见的事没有做好。做得慢。\n"
    "三、下步打算\n（一）抓好理论学习。每月学习1次。\n（二）补上另一件事。六月底前完成。"
)
CONTEXT = Context(
    unit=Unit("青石镇党委", person="李明"),
    requirements=Requirements(most=3000, items=(Item("谈心谈话"), Item("联系点", done=True))),
)
NAMES = {"main_work": "主要工作", "problems": "存在问题", "next_steps": "下步打算", "causes": "原因分析"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(resources())


@pytest.fixture(scope="module")
def content(knowledge: Knowledge) -> Checklist:
    return checklist(
        REPORT,
        analyse(REPORT, knowledge, CONTEXT),
        CONTEXT,
        overview(REPORT, knowledge, CONTEXT),
        names=NAMES,
        day=date(2026, 1, 5),
        speed=220,
        checked=frozenset({"要一抓到底，久久为功"}),
    )


def test_it_says_whose_report_it_is_how_long_and_against_what(content: Checklist) -> None:
    assert (content.title, content.unit, content.person) == ("2025年度抓基层党建工作述职报告", "青石镇党委", "李明")
    assert content.words > 100
    assert content.limit == "3,000 字以内"
    assert "2026年1月5日" in page(content, 9)


def test_sections_that_are_there_and_those_that_are_not(content: Checklist) -> None:
    assert content.present == ("主要工作", "存在问题", "下步打算")
    assert "原因分析" in content.missing


def test_findings_stand_with_place_and_sentence_the_surest_first(content: Checklist) -> None:
    first = content.points[0]
    assert (first.category, first.level, first.place) == ("字词", Level.ERROR, "一、主要工作")
    assert "部暑" in first.sentence
    levels = [point.level for point in content.points]
    assert levels == sorted(levels, reverse=True)


def test_blanks_items_problems_and_quotations_are_told_apart_from_them(content: Checklist) -> None:
    assert content.blanks == ("次数",)
    assert content.items == (("谈心谈话", False), ("联系点", True))
    assert content.unmatched == ("某件少见的事没有做好",)
    assert content.quotes == (Quote("要一抓到底，久久为功", "习近平总书记", checked=True),)
    html = page(content, 9)
    assert "√ 联系点" in html
    assert "□ 谈心谈话" in html
    assert not any("【次数】" in point.message for point in content.points)


def point(number: int, category: str = "标点") -> Point:
    return Point(category, Level.ERROR, "一、主要工作", f"第{number}句。", "逗号连写了。")


def test_what_does_not_fit_is_counted_by_class() -> None:
    points = (*(point(number) for number in range(5)), point(5, "字词"))
    content = Checklist("稿", "", "", date(2026, 1, 5), 10, 1, points=points)
    html = page(content, 4)
    assert "第3句" in html
    assert "第4句" not in html
    assert "还有 2 处没有列出（字词 1，标点 1）" in html
    assert "还有" not in page(content, 6)


def test_the_flagged_words_stand_out_in_their_sentence(content: Checklist) -> None:
    first = content.points[0]
    start, end = first.words
    assert "部暑" in first.sentence[start:end]
    assert f"<b>{first.sentence[start:end]}</b>" in page(content, 1)


def test_what_is_found_over_and_over_is_one_line_with_its_number(knowledge: Knowledge) -> None:
    report = text("2025年度抓基层党建工作述职报告\n一、主要工作\n谈话X次，走访X户。\n二、存在问题\n整改X项。")
    context = Context()
    found = analyse(report, knowledge, context)
    content = checklist(
        report, found, context, overview(report, knowledge, context), names=NAMES, day=date(2026, 1, 5), speed=220
    )
    points = [point for point in content.points if "占位符号" in point.message]
    assert [(point.place, point.times) for point in points] == [("一、主要工作", 3)]
    html = page(content, 1)
    assert "等 3 处" in html
    assert "必错 3 处" in html


def test_a_long_heading_is_cut_where_it_shows(knowledge: Knowledge) -> None:
    report = text("2025年度述职报告\n一、主要工作\n（一）把责任书逐条落到每个支部\n认真部暑工作。")
    context = Context()
    found = analyse(report, knowledge, context)
    content = checklist(
        report, found, context, overview(report, knowledge, context), names=NAMES, day=date(2026, 1, 5), speed=220
    )
    assert content.points[0].place == "（一）把责任书逐条落到每个…"


def test_it_says_up_to_when_formulations_are_known(content: Checklist, knowledge: Knowledge) -> None:
    until = month_in_words(knowledge.rules.updated)
    assert f"提法数据截至 {until}，此后会议请自行核对" in page(content, 3)
    assert "提法数据" not in page(Checklist("稿", "", "", date(2026, 1, 5), 10, 1), 5)


def test_nothing_open_is_said_too() -> None:
    html = page(Checklist("稿", "", "", date(2026, 1, 5), 10, 1), 5)
    for words in ("没有待处理的问题", "没有缺的", "单位资料里还没有填", "签字人"):
        assert words in html


def test_signs_of_html_in_the_text_are_only_text() -> None:
    assert "&lt;b&gt;" in page(Checklist("<b>稿", "", "", date(2026, 1, 5), 10, 1), 5)
