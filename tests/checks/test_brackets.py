"""Brackets and quotation marks."""

import pytest

from assistant.checks.brackets import half_width, reversed_quotes, straight_quotes, unpaired


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“甲”“乙”", []),
        ("“甲", [0]),
        ("甲”", [0]),
        ("“甲‘乙’丙”", []),
        ("“甲‘乙”", [2]),
        ("《甲（乙》丙）", [2, 5]),
        ("（甲)", []),
        ("1）甲；2）乙", []),
        ("甲）", [0]),
        ("he’s", []),
        ("“甲“", []),
        ("", []),
    ],
)
def test_marks_without_a_partner(text: str, places: list[int]) -> None:
    assert sorted(match.start for match in unpaired(text)) == places


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("落实“三会一课、主题党日等制度。", "“三会一课”"),
        ("打造“先锋引领党建品牌。", "“先锋引领”"),
        ("发挥“把方向、管大局、保落实的作用。", "“把方向、管大局、保落实”"),
        ("学习《中国共产党纪律处分条例，举办读书班。", "《中国共产党纪律处分条例》"),
        ("落实三会一课”制度。", "“三会一课”"),
        ("43项（其中重大项目5项。坚持集体决策。", "（其中重大项目5项）"),
    ],
)
def test_a_mark_without_a_partner_leads_to_the_place_where_it_is_missing(text: str, whole: str) -> None:
    assert [match.replacements for match in unpaired(text)] == [(whole,)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“甲“、“乙”", [(2, "”")]),
        ("”甲”、“乙”", [(0, "“")]),
        ("“甲“、“乙“", [(2, "”"), (6, "”")]),
        ("“甲“乙”丙”", []),
        ("“甲，“乙”，丙", []),
        ("”甲“", []),
    ],
)
def test_marks_the_wrong_way_round(text: str, places: list[tuple[int, str]]) -> None:
    assert [(match.start, match.replacements[0]) for match in reversed_quotes(text)] == places


def test_straight_quotes_become_a_pair() -> None:
    assert [(match.start, match.replacements) for match in straight_quotes('"甲"和"b"')] == [(0, ("“",)), (2, ("”",))]
    assert not list(straight_quotes('5"甲'))


def test_half_width_brackets_around_chinese() -> None:
    assert [match.start for match in half_width("甲(乙)丙（丁)(GDP)")] == [1, 3, 7]


def test_two_quotations_that_lack_a_half_each_are_no_long_one() -> None:
    text = "推行“一人一格、走动办公，全年办理诉求430件。群众说，办事比以前方便多了”。"
    first, second = unpaired(text)
    assert (text[first.start], text[second.end - 1]) == ("“", "”")
    assert first.end < second.start
    assert not list(unpaired("把“讲诚信，不失约；讲原则，不松口；讲效率，不拖拉”写进员工手册。"))
    theme = "以钉钉子精神抓作风，锲而不舍纠四风，凝心聚力谋发展，真抓实干开新局"
    assert not list(unpaired(f"会议紧扣“{theme}”主题，开展批评和自我批评。"))
    assert not list(unpaired("老书记常说：“路是干部带头修的。修好了，大家才肯跟着走。”"))
