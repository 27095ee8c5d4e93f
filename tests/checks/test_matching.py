"""Problems and measures: which belong together, which stand alone, and what the user has linked."""

import pytest

from assistant.checks.loader import load_rules
from assistant.checks.matching import Matching, Theme, is_linked, match, matching, themes_of
from assistant.checks.points import Item, items_of
from assistant.document.block import Document
from assistant.paths import resources
from tests.builders import doc
from tests.template.outlines import read

RULES = load_rules(resources() / "rules")
THEMES = themes_of(RULES)
REPORT = (
    "抓党建述职报告",
    "一、主要工作",
    "抓学习。",
    "二、存在的问题及原因",
    "（一）理论学习不够系统。有的支部以念代学。",
    "（二）党务干部兼职多。18人里有17人兼职。",
    "（三）流动党员管理松。11人联系不上。",
    "究其原因，是我督促不够。",
    "三、下一步打算",
    "（一）系统抓理论学习。每月一次。",
    "（二）选优配强党务干部。年内轮训。",
    "（三）守好安全底线。每季检查。",
)


def named(document: Document, links: frozenset[tuple[str, str]] = frozenset()) -> Matching:
    return matching(document, read(document)[0], THEMES, links)


def test_what_is_about_the_same_is_paired_and_the_rest_is_left() -> None:
    found = named(doc(*REPORT))
    assert [(pair.problem.text, pair.measure.text) for pair in found.pairs] == [
        ("理论学习不够系统", "系统抓理论学习"),
        ("党务干部兼职多", "选优配强党务干部"),
    ]
    assert "理论学习" in found.pairs[0].themes
    assert [item.text for item in found.problems] == ["流动党员管理松"]
    assert [item.text for item in found.measures] == ["守好安全底线"]


def test_a_link_made_by_hand_wins() -> None:
    found = named(doc(*REPORT), frozenset({("流动党员", "守好安全"), ("理论学习", "守好安全")}))
    by_hand = [(pair.problem.text, pair.measure.text) for pair in found.pairs if pair.by_hand]
    assert by_hand == [("理论学习不够系统", "守好安全底线"), ("流动党员管理松", "守好安全底线")]
    assert not found.problems
    assert not is_linked(found.pairs[0].problem, found.pairs[0].measure, frozenset({("", "")}))


def test_without_measures_every_problem_stands_alone() -> None:
    item = Item(0, 0, 4, "学习不深", "学习不深")
    assert match([item], [], THEMES) == Matching((), (item,), ())
    assert match([], [item], THEMES) == Matching((), (), (item,))


def test_themes_are_those_of_the_rule() -> None:
    assert Theme("流动党员", THEMES[7].words) == THEMES[7]
    assert len({theme.name for theme in THEMES}) == len(THEMES)


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["（一）学得浅。", "（二）抓得散。"], ["学得浅", "抓得散"]),
        (
            ["一是学得浅，以会代学。二是抓得散；三是查得少。究其原因，一是心不静。"],
            ["学得浅，以会代学", "抓得散", "查得少"],
        ),
        (["1.学习与工作脱节，学用结合不紧密，以会代学、以文代学的现象还有。", "2.抓支部不够经常。"], None),
        (["一是学得浅。", "二是抓得散。", "主要原因：一是心不静。二是身不沉。"], ["学得浅", "抓得散"]),
        (["学得浅，抓得散。"], []),
    ],
)
def test_what_a_section_lists(lines: list[str], items: list[str] | None) -> None:
    document = doc("抓党建述职报告", "一、存在的问题", *lines, "二、下一步打算", "抓落实。")
    report = read(document)[0]
    section = next(one for one in report.sections if one.role == "problems")
    found = items_of(document, section)
    assert len(found) == 2 if items is None else [item.text for item in found] == items
    for item in found:
        assert document.blocks[item.index].text[item.start : item.end] == item.text
