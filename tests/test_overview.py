"""A look over the whole text: lengths against the kind and the notice, links made by hand, positions."""

import pytest

from assistant.document.context import Context
from assistant.document.requirements import Requirements
from assistant.knowledge import Knowledge, load_knowledge
from assistant.overview import LINK, overview
from assistant.paths import resources
from tests.builders import text

REPORT = text(
    "2025年度抓基层党建工作述职报告\n"
    "一、主要工作\n全年讲授党课6次，走访支部12个，解决困难31件。\n"
    "二、存在的主要问题\n（一）理论学习不深入。学得少。\n（二）某件少见的事没有做好。做得慢。\n"
    "三、下步打算\n（一）抓好理论学习。每月学习1次。\n（二）补上另一件事。六月底前完成。"
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(resources())


def test_every_section_has_its_length_place_and_advised_part(knowledge: Knowledge) -> None:
    (report,) = overview(REPORT, knowledge, Context()).reports
    assert [(length.name, length.index) for length in report.lengths] == [
        ("一、主要工作", 1),
        ("二、存在的主要问题", 3),
        ("三、下步打算", 6),
    ]
    assert all(0 < length.advised < 1 for length in report.lengths)
    assert sum(length.words for length in report.lengths) < report.words
    assert report.advised[0] > 0


def test_what_the_notice_demands_of_the_length_goes_before(knowledge: Knowledge) -> None:
    context = Context(requirements=Requirements(most=1500))
    (report,) = overview(REPORT, knowledge, context).reports
    assert report.advised == (0, 1500)


def test_a_problem_without_a_measure_is_linked_by_hand(knowledge: Knowledge) -> None:
    (report,) = overview(REPORT, knowledge, Context()).reports
    (alone,) = report.matching.problems
    assert alone.text.startswith("某件少见的事")
    measure = "补上另一件事"
    links = frozenset({(alone.text[:LINK], measure)})
    (report,) = overview(REPORT, knowledge, Context(links=links)).reports
    assert report.matching.problems == ()
    (pair,) = [pair for pair in report.matching.pairs if pair.by_hand]
    assert (pair.problem.text, pair.measure.text) == (alone.text, measure)


def test_a_text_that_is_no_report_has_nothing_advised(knowledge: Knowledge) -> None:
    (report,) = overview(text("关于召开会议的通知\n定于1月8日开会。"), knowledge, Context()).reports
    assert report.advised == (0, 0)
    assert all(length.advised == 0 for length in report.lengths)
