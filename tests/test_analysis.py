"""Everything the panels show, as a function of the document."""

import pytest

from assistant.analysis import Analysis, Focus, analyse, heading_levels, typed_before
from assistant.checks.engine import Memo
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.knowledge import Knowledge, load_knowledge
from assistant.paths import resources
from assistant.phrases.material import Material, OwnPhrases
from assistant.phrases.phrase import Phrase
from tests.builders import doc

REPORT = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "（一）抓好学习教育。组织党员集中学习，会议部暑了全年任务。",
    "二、存在的主要问题",
    "一是调查研究不够深入。",
    "三、下步打算",
    "（一）抓实责任。带头落实联系点制度。",
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(resources())


def look(knowledge: Knowledge, document: Document, block: str | None = None, **wishes: object) -> Analysis:
    return analyse(document, knowledge, Context(), Focus(block, **wishes))


def test_the_report_its_sections_and_what_is_missing(knowledge: Knowledge) -> None:
    (report,) = look(knowledge, doc(*REPORT)).reports
    assert [section.role for section in report.sections if section.heading and section.heading.level == 1] == [
        "main_work",
        "problems",
        "next_steps",
    ]
    assert {"rectification", "causes"} <= set(report.missing)


def test_findings_stand_where_the_words_are(knowledge: Knowledge) -> None:
    wrong = next(f for f in look(knowledge, doc(*REPORT)).findings if f.text == "部暑")
    assert wrong.span is not None
    assert wrong.span.block == "2"
    assert REPORT[2][wrong.span.start : wrong.span.end] == "部暑"


@pytest.mark.parametrize(("block", "role"), [("2", "main_work"), ("4", "problems"), ("6", "next_steps")])
def test_phrases_are_for_the_section_under_the_caret(knowledge: Knowledge, block: str, role: str) -> None:
    analysis = look(knowledge, doc(*REPORT), block)
    assert analysis.role == role
    assert 1 <= len(analysis.suggestions) <= 5
    assert all(suggestion.phrase.role == role for suggestion in analysis.suggestions)


def test_a_hospital_is_offered_what_hospitals_write_of(knowledge: Knowledge) -> None:
    lines = (
        "县人民医院党委书记抓基层党建工作述职报告",
        "各位领导：",
        "现将抓党建工作情况报告如下。",
        "一、主要工作",
        "",
    )
    analysis = look(knowledge, doc(*lines), "4")
    assert analysis.reports[0].variant == "hospital"
    topics = [s.phrase.topics[0] for s in analysis.suggestions if s.phrase.topics]
    assert topics
    assert set(topics) <= set(knowledge.expected_topics("grassroots-party-building", "hospital"))


def test_without_a_caret_there_are_no_phrases(knowledge: Knowledge) -> None:
    analysis = look(knowledge, doc(*REPORT))
    assert (analysis.role, analysis.suggestions) == ("", ())


def test_a_block_that_is_gone_is_no_caret(knowledge: Knowledge) -> None:
    assert look(knowledge, doc(*REPORT), "99").suggestions == ()


def test_more_phrases_are_others(knowledge: Knowledge) -> None:
    document = doc(*REPORT)
    first = look(knowledge, document, "4").suggestions
    second = look(knowledge, document, "4", skip=len(first)).suggestions
    assert second
    assert not {s.phrase.text for s in first} & {s.phrase.text for s in second}


def test_filtered_phrases_hold_the_words(knowledge: Knowledge) -> None:
    found = look(knowledge, doc(*REPORT), "4", words="调研").suggestions
    assert found
    assert all("调研" in s.phrase.text or "调研" in "".join(s.phrase.topics) for s in found)


PROBLEMS = (
    *REPORT[:4],
    "（一）理论学习不深入。集中研讨只有两次。",
    "（二）发展党员不及时。两个支部三年没有发展党员。",
    "三、下步打算",
    "",
)


def test_with_the_caret_in_the_plans_measures_answer_the_problems(knowledge: Knowledge) -> None:
    found = look(knowledge, doc(*PROBLEMS), "7").suggestions
    assert [s.reason for s in found[:2]] == ["针对问题（一）", "针对问题（二）"]
    assert ["theory_study" in found[0].phrase.topics, "party_members" in found[1].phrase.topics] == [True, True]
    answered = look(knowledge, doc(*PROBLEMS[:-1], "我每季度主持理论学习研讨一次。"), "7").suggestions
    assert {s.reason for s in answered if s.reason.startswith("针对")} == {"针对问题（二）"}


def test_with_the_caret_in_a_problem_measures_for_it_can_be_asked_for(knowledge: Knowledge) -> None:
    usual = look(knowledge, doc(*PROBLEMS), "5", offset=3)
    assert (usual.problem, usual.suggestions[0].phrase.role) == ("问题（二）", "problems")
    asked = look(knowledge, doc(*PROBLEMS), "5", offset=3, measures=True)
    assert (asked.problem, asked.role) == ("问题（二）", "problems")
    assert {(s.reason, s.phrase.role) for s in asked.suggestions} == {("针对问题（二）", "next_steps")}


def test_the_users_own_material_is_offered_and_the_library_is_not_read_again(knowledge: Knowledge) -> None:
    own = OwnPhrases().adding([Phrase("", "我到最远的支部走访【次数】次。", "problems", ("party_members",))])
    _ = knowledge.phrases
    known = knowledge.with_material(Material(own))
    first = look(known, doc(*REPORT), "4").suggestions[0]
    assert (first.phrase.text, first.source) == ("我到最远的支部走访【次数】次。", "我的素材")
    assert known.library is knowledge.library
    starred = known.with_material(Material(own.starring("own.1", on=True)))
    assert starred.phrases is known.phrases
    assert look(starred, doc(*REPORT), "4").suggestions[0].favourite


def test_a_memo_changes_the_time_not_the_result(knowledge: Knowledge) -> None:
    memo: Memo = {}
    document = doc(*REPORT)
    first = analyse(document, knowledge, Context(), Focus("2"), memo)
    assert memo
    assert analyse(document, knowledge, Context(), Focus("2"), memo) == first
    assert analyse(document, knowledge, Context(), Focus("2")) == first


def test_what_the_user_disabled_and_ignored_is_not_found(knowledge: Knowledge) -> None:
    document = doc(*REPORT)
    wrong = next(f for f in look(knowledge, document).findings if f.text == "部暑")
    for context in (
        Context(ignored=frozenset({(wrong.rule, "部暑")})),
        Context(disabled=frozenset({wrong.rule})),
    ):
        assert "部暑" not in [f.text for f in analyse(document, knowledge, context).findings]


def test_heading_levels_name_headings_but_no_body_text(knowledge: Knowledge) -> None:
    document = doc(*REPORT)
    levels = heading_levels(document, look(knowledge, document).reports)
    assert levels["0"] == 0
    assert levels["1"] == 1
    assert "4" not in levels


def test_nothing_is_wrong_with_an_empty_document_but_what_is_missing(knowledge: Knowledge) -> None:
    analysis = look(knowledge, doc(""), "0")
    assert [f for f in analysis.findings if f.span is not None] == []


@pytest.mark.parametrize(
    ("text", "offset", "typed"),
    [("第一句。第二句开头", 9, "第二句开头"), ("只有一句", 2, "只有"), ("写完了。", 4, ""), ("", 0, "")],
)
def test_what_is_being_typed_is_the_clause_before_the_caret(text: str, offset: int, typed: str) -> None:
    assert typed_before(text, offset) == typed
