"""Names and statements written in two ways in one report."""

import pytest

from tests.checks.examples import findings_of
from tests.shipped_rules import RULES

ROOT = "一、主要工作\n"


def told(rule: str, text: str) -> list[str]:
    (one,) = [each for each in RULES.rules if each.id == rule]
    return [finding.text for finding in findings_of(RULES, one, ROOT + text)]


@pytest.mark.parametrize(
    ("rule", "text", "odd"),
    [
        ("names.quoted_stem", "设“枫岭”调解室，枫岭调解室办结60起。\n二是风岭调解室人少。", ["风岭"]),
        ("names.thing_two_ways", "建检化验中心，检化验中心出具报告。\n化验检测中心老化。", ["化验检测中心"]),
        ("names.numbered_two_ways", "“远安3”轮带头，“远安3”轮获奖。\n推广远安三号的做法。", ["远安三号"]),
        ("style.told_two_ways", "每天7时30分开门，晚9点半关门。", ["9点半"]),
    ],
)
def test_the_odd_way_is_told(rule: str, text: str, odd: list[str]) -> None:
    assert told(rule, text) == odd


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("names.quoted_stem", "“枫岭”调解室、风岭调解室各有2人，“枫岭”调解室获奖。"),
        ("names.numbered_two_ways", "“远安3”轮带头，“远安5”轮获奖。"),
        ("style.told_two_ways", "每天7时30分开门，办好4点半课堂。"),
    ],
)
def test_two_things_are_left_alone(rule: str, text: str) -> None:
    assert told(rule, text) == []
