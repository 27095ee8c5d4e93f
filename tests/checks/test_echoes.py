"""Words that are said again where they were just said, small words too many, and words of manner behind their verb."""

import pytest

from assistant.checks.engine import find_text
from tests.shipped_rules import RULES


def _found(text: str, rule: str) -> list[str]:
    return [finding.text for finding in find_text(RULES, text) if finding.rule.startswith(rule)]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("建成党支部支部活动室2处。", "党支部支部"),  # the end of one
        ("今年今年以来，我带头学习。", "今年今年以来"),
        ("到水厂宣讲了全会精神的宣讲4场。", "的宣讲"),  # a verb done to itself
        ("共讲授讲党课4次。", "讲授讲"),
        ("指导12个任期届满期满的党支部换届。", "届满期满"),  # two words of the same meaning
        ("问题已全部办结完成。", "办结完成"),
        ("受理办理群众诉求530件。", "受理办理"),
        ("发案率同比下降减少23%。", "下降减少"),
        ("带头起草调研文章起草3篇。", "起草"),  # what was done before the thing is done behind it
        ("印发了考核方案下发。", "下发"),
        ("很多的不少党员主动认领岗位。", "很多的不少"),
    ],
)
def test_what_is_said_again_is_told(text: str, again: str) -> None:
    assert again in _found(text, "lexicon.echo")


@pytest.mark.parametrize(
    "text",
    [
        "党组织组织党员学习。",
        "理论学习中心组学习12次。",
        "履行第一责任人责任。",
        "用身边事教育身边人。",
        "能合并的合并，该红脸的红脸。",
        "群众要什么送什么。",
        "组织党员志愿服务队开展12次。",
        "到廉政教育基地接受教育3批次。",
        "健全完善制度，协调解决困难，关心关爱干部。",
        "问题在支部、办法也在支部。",
        "就工作谈工作，就党建抓党建，就工单办工单。",
        "印发活动方案计划，短板问题列表销号。",  # things side by side are no more than a whole and its part
        "副处长负责分管食堂，大力积极推广光盘行动。",
        "集团党委下设基层党委3个。",
        "毕业生初次毕业去向落实率达91%。",
        "职工普遍参与与岗位相关的技能竞赛。",
        "将两个支部合并并调整了班子。",
        "特殊情况特殊处理，难点问题难点突破。",
        "绝不能自己毁掉自己。",
        "凡靠工程吃工程者，坚决清出建筑队伍。",
        "把基金篱笆扎紧扎密。",
        "事项都经集体研究，并在公示栏公示。",
    ],
)
def test_what_goes_on_is_no_repetition(text: str) -> None:
    assert _found(text, "lexicon.echo") == []


@pytest.mark.parametrize(
    ("text", "moved"), [("落实严格“一岗双责”。", "落实严格"), ("履行认真第一责任人职责。", "履行认真")]
)
def test_a_word_of_manner_behind_its_verb_is_told(text: str, moved: str) -> None:
    assert any(moved in found for found in _found(text, ""))


@pytest.mark.parametrize(
    "text", ["发挥积极作用。", "扩大有效投资。", "坚持深入基层。", "作用发挥充分。", "推进全面从严治党。"]
)
def test_a_word_of_manner_before_what_it_names_stays(text: str) -> None:
    assert _found(text, "lexicon.moved") == []


@pytest.mark.parametrize("text", ["队伍建设持续提质。", "作风建设不断见效。", "村级治理逐步破题。"])
def test_a_word_of_manner_behind_a_subject_stays(text: str) -> None:
    assert _found(text, "lexicon.moved") == []
