"""Problems and measures: which belong together, which stand alone, and what the user has linked."""

import pytest

from assistant.checks.answering import Theme
from assistant.checks.engine import check
from assistant.checks.matching import Matching, is_linked, match, matching, themes_in, themes_of
from assistant.checks.points import Item, items_of
from assistant.document.block import Document
from assistant.document.context import Context
from tests.builders import doc
from tests.shipped_rules import RULES
from tests.template.outlines import read

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


def test_a_measure_that_another_one_outdoes_can_still_be_linked() -> None:
    found = named(doc(*REPORT, "（四）常态抓理论学习。每周一次。"))
    assert [item.text for item in found.spare] == ["常态抓理论学习"]
    assert [item.text for item in found.all_measures()] == [
        "系统抓理论学习",
        "选优配强党务干部",
        "守好安全底线",
        "常态抓理论学习",
    ]
    assert [item.text for item in found.all_problems()] == ["理论学习不够系统", "党务干部兼职多", "流动党员管理松"]


def test_without_measures_every_problem_stands_alone() -> None:
    item = Item(0, 0, 4, "学习不深", "学习不深")
    assert match([item], [], THEMES) == Matching((), (item,), ())
    assert match([], [item], THEMES) == Matching((), (), (item,))


def test_themes_are_those_of_the_rule() -> None:
    assert all(isinstance(theme, Theme) for theme in THEMES)
    assert "流动党员" in {theme.name for theme in THEMES}
    assert len({theme.name for theme in THEMES}) == len(THEMES)


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (
            ["在学习方面，针对性不强；在队伍方面，谈心不够。", "存在问题的原因：一是能力不足；二是精力不够。"],
            ["在学习方面，针对性不强", "在队伍方面，谈心不够"],
        ),
        (["在学习方面，针对性不强，联系实际不够。"], []),
        (["（一）学得浅。", "（二）抓得散。"], ["学得浅", "抓得散"]),
        (
            ["一是学得浅，以会代学。二是抓得散；三是查得少。究其原因，一是心不静。"],
            ["学得浅，以会代学", "抓得散", "查得少"],
        ),
        (["1.学习与工作脱节，学用结合不紧密，以会代学、以文代学的现象还有。", "2.抓支部不够经常。"], None),
        (["一是学得浅。", "二是抓得散。", "主要原因：一是心不静。二是身不沉。"], ["学得浅", "抓得散"]),
        (["1.学得浅，以会代学。2.抓得散；3.查得少。"], ["学得浅，以会代学", "抓得散", "查得少"]),
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


def items(*texts: str) -> list[Item]:
    return [Item(i, 0, len(text.split("。")[0]), text.split("。")[0], text) for i, text in enumerate(texts)]


def paired(found: Matching) -> list[tuple[str, str]]:
    return [(pair.problem.text, pair.measure.text) for pair in found.pairs]


def test_what_all_items_speak_of_decides_nothing() -> None:
    problems = items("支部工作发展不平衡", "支部学习不深")
    measures = items("带头学、带头讲，支部月月学", "逐个支部补短板")
    found = match(problems, measures, themes_in(("支部=支部", "学习=学", "补短=不平衡|补短板")))
    assert paired(found) == [("支部工作发展不平衡", "逐个支部补短板"), ("支部学习不深", "带头学、带头讲，支部月月学")]


def test_rare_words_pair_what_no_theme_knows() -> None:
    problems = items("撂荒地多。还有120亩撂荒地没人种。", "账目公布慢。")
    measures = items("请老党员对账，账目按月公布", "组织代耕队把撂荒地种起来")
    assert paired(match(problems, measures, ())) == [
        ("撂荒地多", "组织代耕队把撂荒地种起来"),
        ("账目公布慢", "请老党员对账，账目按月公布"),
    ]


def test_a_measure_that_answers_one_problem_well_is_not_worn_out_for_weak_ones() -> None:
    problems = items("网格底数不清。有矛盾没摸到。", "我学法不够。遇到纠纷说不准。")
    found = match(problems, items("支部建在网格上，底数月月更新，矛盾当天上报"), themes_in(("治理=网格|矛盾|纠纷",)))
    assert paired(found) == [("网格底数不清", "支部建在网格上，底数月月更新，矛盾当天上报")]
    assert [item.text for item in found.problems] == ["我学法不够"]


def test_one_measure_may_answer_two_problems_that_are_plainly_its_own() -> None:
    problems = items("流动党员管理松", "流动党员联系少")
    found = match(problems, items("建好流动党员联络站", "办好食堂"), themes_in(("流动党员=流动党员",)))
    assert [pair.measure.text for pair in found.pairs] == ["建好流动党员联络站"] * 2
    assert [item.text for item in found.measures] == ["办好食堂"]


@pytest.mark.parametrize(("measures", "told"), [(REPORT, []), (REPORT[:-1], ["流动党员管理松"])])
def test_a_problem_is_told_only_where_no_measure_is_left_for_it(measures: tuple[str, ...], told: list[str]) -> None:
    document = doc(*measures)
    found = check(document, read(document), RULES, Context())
    assert [finding.text for finding in found if finding.rule.startswith("structure.unmatched_problem")] == told
