"""What a notice demands is checked, and told with its numbers; without a notice nothing is said."""

from dataclasses import replace

import pytest

from assistant.checks.engine import check
from assistant.checks.requirements import count_problems, is_told
from assistant.checks.rule import Finding, Level, Survey
from assistant.document.context import Context
from assistant.document.requirements import Item, Requirements, SectionDemand
from tests.builders import doc
from tests.shipped_rules import RULES
from tests.template.outlines import read

NAMES = {"main_work": "主要工作", "problems": "存在问题", "next_steps": "下步打算"}
LINES = (
    "抓基层党建工作述职报告",
    "各位领导、同志们：",
    "按照会议要求，现将有关情况报告如下。",
    "一、主要工作",
    "（一）抓学习。组织集中学习12次，讲授党课两堂。",
    "（二）抓服务。党员到社区报到，认领群众的心愿。",
    "二、存在的主要问题",
    "（一）调研不深。下去的时间不多。",
    "（二）督查不细。看材料多，看现场少。",
    "三、下步打算",
    "带头到联系点讲课。",
    "以上报告，请予评议。",
)
EVERYTHING = Requirements(
    (SectionDemand("problems"), SectionDemand("main_work")), 5000, 9000, 1, 1, 5, 90, True, items=(Item("谈心谈话"),)
)


def found(requirements: Requirements, *lines: str) -> list[Finding]:
    document = doc(*(lines or LINES))
    context = Context(requirements=requirements)
    reports = read(document, context)
    findings = check(document, reports, RULES, context, roles=NAMES)
    return [finding for finding in findings if finding.rule.startswith("requirements.")]


def messages(requirements: Requirements, *lines: str) -> list[str]:
    return [finding.message for finding in found(requirements, *lines)]


def test_without_a_notice_nothing_is_said() -> None:
    assert found(Requirements()) == []
    assert found(Requirements(deadline="2020-01-01", naming="单位+姓名")) == []


def test_all_are_hints() -> None:
    findings = found(EVERYTHING)
    assert {finding.rule.split(".")[1] for finding in findings} == {
        *("length", "problems", "share", "figures", "order", "item"),
    }
    assert {finding.level for finding in findings} == {Level.HINT}


class TestLength:
    def test_too_long_and_too_short_are_told_with_both_numbers(self) -> None:
        assert messages(Requirements(most=50)) == ["篇幅与通知要求不符：要求 50 字以内，现在 158 字。"]
        assert messages(Requirements(least=1500)) == ["篇幅与通知要求不符：要求不少于 1,500 字，现在 158 字。"]

    def test_the_very_limit_is_within(self) -> None:
        assert messages(Requirements(least=158, most=158)) == []

    def test_minutes_follow_from_the_speed_of_the_speaker(self) -> None:
        (message,) = messages(Requirements(minutes=1, speed=60))
        assert message == "篇幅与通知要求不符：要求 1 分钟以内，现在约 3 分钟。"
        assert messages(Requirements(minutes=1, speed=200)) == []

    def test_it_is_about_the_report_as_a_whole(self) -> None:
        (finding,) = found(Requirements(most=50))
        assert (finding.span, finding.role, finding.text) == (None, None, "篇幅")


class TestProblems:
    def test_too_few_are_told_at_their_heading(self) -> None:
        (finding,) = found(Requirements(problems=3))
        assert finding.message == "问题条数少于通知要求：要求不少于 3 条，现在 2 条。"
        assert finding.text == "存在的主要问题"

    def test_enough_are_enough(self) -> None:
        assert not found(Requirements(problems=2))

    @pytest.mark.parametrize(
        ("body", "count"),
        [
            (("（一）调研不深。", "（二）督查不细。", "（三）学习不够。"), 3),
            (("一是调研不深；二是督查不细；三是学习不够；四是总结不够。",), 4),
            (("一是调研不深。", "二是督查不细。"), 2),
            (("第一，调研不深。第二，督查不细。",), 2),
            (("一是调研不深。二是督查不细。", "究其原因，一是站位低，二是方法少，三是用心少。"), 2),
            (("调研不深，督查不细，学习不够，都要改进。",), 0),
        ],
    )
    def test_they_are_counted_by_headings_or_points(self, body: tuple[str, ...], count: int) -> None:
        document = doc("抓基层党建工作述职报告", "一、主要工作", "做了工作。", "二、存在的问题", *body)
        reports = read(document)
        section = next(part for part in reports[0].sections if part.role == "problems")
        assert count_problems(Survey(document, reports, {}, kind_said=False), section) == count

    def test_causes_in_a_joint_section_are_no_problems(self) -> None:
        body = (
            "（一）存在的问题",
            "一是调研不深。二是督查不细。",
            "（二）原因分析",
            "一是站位低。二是方法少。三是心不细。",
        )
        lines = ("抓基层党建工作述职报告", "一、主要工作", "做了工作。", "二、存在的问题及原因", *body)
        assert messages(Requirements(problems=3), *lines) == ["问题条数少于通知要求：要求不少于 3 条，现在 2 条。"]

    def test_where_they_cannot_be_counted_nothing_is_said(self) -> None:
        assert not found(Requirements(problems=3), *LINES[:7], "调研不深，督查不细，都要改进。", *LINES[9:])


class TestShare:
    def test_problems_and_next_steps_are_reckoned_together(self) -> None:
        (message,) = messages(Requirements(share=50))
        assert message == "问题和打算写得偏少：要求不少于全文的 50%，现在 36%。"
        assert not messages(Requirements(share=36))

    def test_where_both_are_missing_that_is_said_elsewhere(self) -> None:
        assert not found(Requirements(share=50), *LINES[:6])


class TestFigures:
    def test_work_without_any_is_told_at_its_heading(self) -> None:
        (finding,) = found(Requirements(figures=True))
        assert finding.text == "抓服务"
        assert finding.message == "通知要求用数据说话，“抓服务”这一部分里没有看到数字。"

    def test_chinese_numerals_are_figures_too(self) -> None:
        lines = (*LINES[:5], "（二）抓服务。党员三十名到社区报到。", *LINES[6:])
        assert not found(Requirements(figures=True), *lines)


class TestOrder:
    WANTED = Requirements(sections=(SectionDemand("problems"), SectionDemand("main_work"), SectionDemand("next_steps")))

    def test_the_sections_that_should_change_places_are_named(self) -> None:
        (finding,) = found(self.WANTED)
        assert finding.message == "各部分的顺序与通知要求不同：“存在的主要问题”应在“主要工作”前面。"

    def test_the_right_order_is_right(self) -> None:
        first, second, third = self.WANTED.sections
        assert not found(replace(self.WANTED, sections=(second, first, third)))


class TestItems:
    def test_one_that_is_told_is_found_by_its_words(self) -> None:
        assert not found(Requirements(items=(Item("组织集中学习情况", "main_work"), Item("到联系点讲课情况"))))

    def test_one_that_is_not_is_told_with_its_section(self) -> None:
        (finding,) = found(Requirements(items=(Item("谈心谈话情况", "main_work"),)))
        assert finding.message == (
            "通知要求写“谈心谈话情况”，“主要工作”部分里没有看到，如果已经写了，请在“通知要求”里打勾。"
        )
        assert (finding.span, finding.role, finding.text) == (None, None, "没看到“谈心谈话情况”")

    def test_it_has_to_stand_in_its_own_section(self) -> None:
        (finding,) = found(Requirements(items=(Item("到联系点讲课情况", "main_work"),)))
        assert "“主要工作”部分" in finding.message

    @pytest.mark.parametrize(
        "item",
        [Item("下一步工作思路和主要举措", "next_steps"), Item("查摆存在的突出问题", "problems")],
    )
    def test_one_that_only_names_a_section_is_told_by_that_section(self, item: Item) -> None:
        assert not found(Requirements(items=(item,)))

    def test_one_that_says_more_than_the_name_of_a_section_is_looked_for(self) -> None:
        assert found(Requirements(items=(Item("党务公开方面存在的突出问题", "problems"),)))

    def test_one_without_a_section_may_stand_anywhere(self) -> None:
        (finding,) = found(Requirements(items=(Item("谈心谈话情况"),)))
        assert "全文里没有看到" in finding.message

    def test_what_the_user_has_ticked_is_done(self) -> None:
        assert not found(Requirements(items=(Item("谈心谈话情况", "main_work", done=True),)))

    def test_several_are_told_one_by_one_and_ignored_one_by_one(self) -> None:
        requirements = Requirements(items=(Item("谈心谈话情况"), Item("意识形态责任制")))
        one, other = found(requirements)
        assert one.rule != other.rule
        document = doc(*LINES)
        context = Context(requirements=requirements, ignored=frozenset({(one.rule, one.text)}))
        findings = check(document, read(document, context), RULES, context, roles=NAMES)
        assert [f.text for f in findings if f.rule.startswith("requirements.")] == [other.text]

    @pytest.mark.parametrize(
        ("item", "text"),
        [
            ("落实意识形态工作责任制情况", "研究意识形态工作4次，压实责任制。"),
            ("抓党建促乡村振兴情况", "以党建引领乡村振兴。"),
            ("上年度述职评议反馈问题整改情况", "对照上年度述职评议时指出的问题，逐条整改。"),
            ("写明有关情况", ""),
        ],
    )
    def test_other_words_for_the_same_are_heard(self, item: str, text: str) -> None:
        assert is_told(Item(item), text)

    @pytest.mark.parametrize("item", ["谈心谈话情况", "党务公开", "发展党员违规违纪问题排查整顿"])
    def test_a_text_about_something_else_does_not_tell_it(self, item: str) -> None:
        assert not is_told(Item(item), "".join(LINES))


def test_a_demanded_section_that_is_missing_is_told() -> None:
    (finding,) = found(Requirements(sections=(SectionDemand("highlights"),)))
    assert (finding.role, finding.rule) == ("highlights", "requirements.section.highlights")
