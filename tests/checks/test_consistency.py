"""One thing is written one way throughout; both ways once each is nobody's habit."""

import pytest

from assistant.checks.engine import check
from assistant.checks.repeated import pasted
from assistant.document.context import Context
from tests.checks.examples import reported
from tests.shipped_rules import RULES


def _found(text: str) -> list[tuple[str, str]]:
    document, reports = reported(text)
    found = check(document, reports, RULES, Context(year=2025))
    return [(finding.rule, finding.text) for finding in found if finding.rule.startswith("style.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走访300余人，慰问20余户，办事12多件。", []),
        ("开会12次、学习8次、研讨4次，调研二十一次。", [("style.written_numbers", "二十一")]),
        ("开会12次、学习8次、研讨4次，这是第十二次。", []),
        ("开会12次、学习8次、研讨4次，提升到四百余次。", [("style.written_numbers", "四百余")]),
        ("慰问12名、走访8名，发展党员三名、转正4名。", [("style.written_numbers", "三")]),
        ("走访9户、8户、7户，五次登门，每季度学习两次，由三名党员帮带，少则三天。", []),
        (
            "走访9名、8名、7名，“师德标兵”六名，确定入党积极分子一名，党员一起参加。",
            [("style.written_numbers", w) for w in "六一"],
        ),
        ("开会9次、8次、7次，到外地学习一次，培训两次。", []),
        ("建站3个、4个、5个，建立三个清单，突出三个重点。", [("style.written_numbers", "三")]),
        (
            f"{'走访9户，' * 12}修订制度五项，坚持四项制度，每月一次，分三批。",
            [("style.written_numbers", "五")],
        ),
        ("达到95%、96%、97%，覆盖率为百分之九十八。", [("style.percent_words", "百分之九十八")]),
        ("与县卫健局共建。\n县卫健委参加。", [("style.organ_names", "卫健委")]),
        ("与县住建局共建。\n县住房和城乡建设局参加。", []),
        ("县乡村振兴局由原扶贫办重组而来。", []),
    ],
)
def test_the_rarer_way_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_a_long_sentence_twice_is_told_at_its_second_place() -> None:
    sentence = "坚持每月召开一次党组会议专题研究基层党建工作"
    assert _found(f"{sentence}。\n{sentence}。") == [("style.sentence_twice", sentence)]
    assert _found("抓好落实。\n抓好落实。") == []


def test_a_sentence_changed_a_little_is_told_at_its_second_place() -> None:
    sentence = "坚持每月召开一次党组会议专题研究基层党建工作，推动各项重点任务落地落实"
    assert _found(f"{sentence}。\n{sentence.replace('基层', '机关')}。")[0][0] == "style.sentence_again"
    other = "坚持每季度开展一轮党建督查，对排名靠后的支部书记进行约谈提醒，限期整改到位"
    assert _found(f"{sentence}。\n{other}。") == []


def test_a_run_pasted_twice_is_told_unless_it_names_another_thing() -> None:
    assert list(pasted("对照群众期盼，还存在对照群众期盼，还存在不少差距。"))
    assert not list(pasted("扎实开展党小组规范化建设。以开展党小组规范化建设为抓手。"))
    assert not list(pasted("城关第一中心小学党员、城南第一中心小学党员。"))
