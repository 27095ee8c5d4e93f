"""Figures that can't all be right are told; those that may be, stay silent."""

import pytest

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.document.context import Context
from assistant.paths import resources
from tests.checks.examples import reported

RULES = load_rules(resources() / "rules")
UNIT = "全镇下辖14个村、12个社区，设有党支部38个、党员1126名。\n"


def _found(text: str, rule: str) -> list[str]:
    document, reports = reported(UNIT + text)
    return [one.text for one in check(document, reports, RULES, Context(year=2025)) if one.rule == f"figures.{rule}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("与15个村签订责任书。", "15"),
        ("36个党支部全部达标。", "36"),
        ("动员全镇1136名党员参加。", "1136"),
        ("把13个社区划分为网格。", "13"),
    ],
)
def test_a_count_of_all_there_are_is_told_where_it_is_another(text: str, wrong: str) -> None:
    assert _found(text, "whole_again") == [wrong]
