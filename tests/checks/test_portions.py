"""Shares in words, people counted more often than there are, grades: held against the counts told before them."""

import pytest

from assistant.checks.engine import check
from assistant.checks.portions import wrong
from assistant.document.context import Context
from assistant.paths import resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import doc
from tests.shipped_rules import RULES

TEMPLATES = load_templates(resources() / "templates")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("技师26名，其中女技师9名，占两成。", []),  # 两成 is no numeral of a share: only 二成 is
        ("技师26名，其中女技师9名，占五成。", ["五成"]),
        ("技师26名，其中女技师9名，占三成多。", []),
        ("现有船员30名，其中党员11名，超过半数。", ["超过半数"]),
        ("现有船员30名，其中党员16名，超过半数。", []),
        ("受理来信45件，其中实名28件，占三分之二。", []),
        ("受理来信45件，其中实名18件，占三分之二。", ["三分之二"]),
        ("技师26名，班组长占五成。", []),  # of whom nothing is counted
        ("自营和代理收入分别占52.4%、48.6%。", ["52.4%、48.6%"]),
        ("女党员和大专以上学历党员分别占52.4%、48.6%。", []),  # the same people
        ("人员结构为3:5:2，比例合理。", []),
    ],
)
def test_shares_are_what_the_counts_come_to(text: str, flagged: list[str]) -> None:
    assert [text[match.start : match.end] for match in wrong(text)] == flagged


def _found(*lines: str) -> set[tuple[str, str]]:
    document = doc("石门街道党工委书记2023年度抓基层党建工作述职报告", "一、主要工作", *lines)
    context = Context(year=2023)
    return {(one.rule, one.text) for one in check(document, recognise(document, TEMPLATES, context), RULES, context)}


def test_who_takes_part_more_often_than_there_are_people_is_counted_by_times() -> None:
    have = "街道现有网格员126名。"
    assert ("numbers.more_than_all", "640名") in _found(have, "开展演练8场，参加网格员640名。")
    assert ("numbers.more_than_all", "120名") not in _found(have, "开展演练8场，参加网格员120名。")
    assert ("numbers.more_than_all", "640名") not in _found(have, "全区网格员640名参加演练。")


def test_grades_come_to_all_that_were_graded() -> None:
    have, judged = "街道现有党支部23个。", "对党支部分类定级，评定先进9个、一般11个、后进{}个。"
    assert ("figures.graded", "先进9个、一般11个、后进5个") in _found(have, judged.format(5))
    assert not [rule for rule, _ in _found(have, judged.format(3)) if rule == "figures.graded"]
