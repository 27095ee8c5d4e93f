"""的, 地 and 得 are told by the classes of the words around them, whether or not our texts have the pair."""

import pytest

from assistant.checks.engine import find_text
from assistant.checks.word_classes import word_classes
from tests.shipped_rules import RULES


def _particles(text: str) -> list[tuple[str, str]]:
    return [
        (finding.text, finding.fixes[0].replacement or "")
        for finding in find_text(RULES, text)
        if finding.rule.startswith("lexicon.particle")
    ]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("党委班子精心的筹划了换届工作。", "的", "地"),  # an action that is done
        ("村干部挨家挨户的宣讲新政策。", "的", "地"),  # words that say nothing but how
        ("做到旗帜鲜明的抵制各种错误思潮。", "的", "地"),  # an idiom
        ("主动的为企业排忧解难。", "的", "地"),  # for whom it is done
        ("认真的撰写《对照检查材料》。", "的", "地"),  # its object begins with a mark
        ("虚心的接受代表委员的意见。", "的", "地"),
        ("有的支部主题党日安排的过于简单。", "的", "得"),
        ("红色阵地建的有模有样。", "的", "得"),
        ("惠民政策讲解地通俗易懂。", "地", "得"),
        ("对党的创新理论领会的不深不透。", "的", "得"),
        ("我们要深入的学习领会全会精神。", "的", "地"),  # a verb, another one, and what is done
        ("面对繁重地改革任务，没有退缩。", "地", "的"),  # a word that only things have
    ],
)
def test_the_particle_that_is_meant_is_told(text: str, written: str, meant: str) -> None:
    assert (written, meant) in _particles(text)


@pytest.mark.parametrize(
    "text",
    [
        "形成有效的激励和制约机制。",
        "家中老人无人照看的困难有了办法。",
        "留下来的党员里，写的比说的好，点开看的比发下去的折页多得多。",
        "发挥了积极的推动发展的作用。",
        "提供了坚强的组织保证。",
        "开展了一次深入的检查。",
        "没有把严肃的批评当作真正的爱护。",
        "联系业务工作谈打算的不多。",
        "让群众感受到党组织的温暖。",
        "用实实在在的变化回报组织的重托。",  # a thing, although it is something that happens, too
        "没有找到共同的服务事项。",
        "需要改进的还很多。",
        "参加活动的比较多。",
        "坚持解放思想、实事求是的坚定性。",
        "绘出一张清晰的创建路线图。",
        "基地建设稳步推进，因地制宜发展产业。",
    ],
)
def test_a_particle_before_a_name_stays(text: str) -> None:
    assert _particles(text) == []


def test_a_class_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="状况"):
        word_classes([["状况", "认真"]])
