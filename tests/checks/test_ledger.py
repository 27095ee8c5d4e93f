"""Figures that contradict each other."""

import pytest

from assistant.checks.engine import check
from assistant.checks.ledger import parts_exceed_whole
from assistant.document.context import Context
from tests.checks.examples import reported
from tests.shipped_rules import RULES


def _found(text: str, rule: str) -> list[str]:
    document, reports = reported(text)
    return [f.text for f in check(document, reports, RULES, Context()) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支部工作扎实，现有党员32名。\n年底统计，现有35名党员。", ["现有35名党员"]),
        ("支部工作扎实，现有党员32名。\n年底统计，现有党员32名。", []),
        ("支部工作扎实，现有党员32名。\n年底统计，共有党员35名。", []),
        ("一支部现有党员12名。\n二支部现有党员15名。", []),
        ("去年，现有党员32名。\n今年，现有党小组3个。", []),
    ],
)
def test_the_same_thing_counted_twice(text: str, found: list[str]) -> None:
    assert _found(text, "figures.contradiction") == found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("发展党员3名，其中女党员5名。", True),
        ("发展党员5名（其中女党员3名）。", False),
        ("整改问题12个，其中立行立改9个、限期整改13个。", True),
        ("走访30户，其中党员40人。", False),
        ("投入26.4万元，其中上级补助15万元、自筹11.4万元。", False),
        ("投入26.4万元，其中上级补助31.5万元。", True),
        ("正式党员26名、预备党员1名，其中博士15名。", False),
        ("正式党员26名、预备党员1名，其中博士28名。", True),
        ("在编职工90名。返聘4人，其中钳工31人、焊工26人、电工33人。", False),
    ],
)
def test_a_part_is_no_more_than_the_whole(text: str, wrong: bool) -> None:
    assert bool(list(parts_exceed_whole(text))) == wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局抓学习。\n我局抓落实，我局抓整改，我校抓服务。", ["我校"]),
        ("我局抓学习，我校抓落实。", []),
        ("我局抓学习，我局抓落实，我局抓整改，我镇、我镇、我镇都参加。", []),
        ("我局抓学习，我局抓落实，我局抓整改，我县、我市走在前列。", []),
        ("我局抓学习，我局抓落实，我局抓整改，我村长大。", []),
    ],
)
def test_a_name_against_the_usual_one(text: str, found: list[str]) -> None:
    assert _found(text, "leftover.self_name") == found
