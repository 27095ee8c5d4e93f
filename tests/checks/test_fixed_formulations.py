"""Fixed formulations: a word exchanged or left out, members in another order, a member left out."""

import pytest

from assistant.checks.exchanged_lines import exchanged_word
from assistant.checks.listings import listings

LINES = (
    "产业 兴旺 、 生态 宜居 、 乡风 文明 、 治理 有效 、 生活 富裕$",
    "^慎独 、 慎初 、 慎微 、 慎友$",
    "惩前 毖后 、 治病 救人$",
    "抓铁 有痕 、 踏石 留印$",
    "踏石 留印 、 抓铁 有痕$",
    "四个自信 、 做到 两个维护",
    "党的 组织 覆盖 和 工作 覆盖",
    "推进 国家 治理 体系 和 治理 能力 现代化",
    "四同步 、 四对接$",
    "=党的组织和工作覆盖",
)
EXCHANGED = exchanged_word(LINES)
LISTINGS = listings(LINES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("坚定“四个自信”、坚定“两个维护”。", "四个自信”、坚定“两个维护", "四个自信”、做到“两个维护"),
        ("党的组织覆盖和活动覆盖。", "党的组织覆盖和活动覆盖", "党的组织覆盖和工作覆盖"),
        ("推进国家治理体系和治理能力现实化。", "推进国家治理体系和治理能力现实化", "推进国家治理体系和治理能力现代化"),
        ("落实“四同步、四对照”要求。", "四同步、四对照", "四同步、四对接"),
        (
            "惩前毖后、治病救命。",
            "惩前毖后、治病救命",
            "惩前毖后、治病救人",
        ),
    ],
)
def test_a_formulation_is_known_by_all_its_words_but_one(text: str, wrong: str, right: str) -> None:
    match = next(EXCHANGED(text))
    assert (text[match.start : match.end], match.replacements) == (wrong, (right,))


def test_a_member_of_a_listing_may_be_another_one_as_a_whole() -> None:
    found = {match.replacements for match in EXCHANGED("产业兴旺、生态宜居、邻里互助、治理有效、生活富裕。")}
    assert found == {("产业兴旺、生态宜居、乡风文明、治理有效、生活富裕",)}


@pytest.mark.parametrize(
    "text",
    [
        "推进国家治理体系和治理能力现实化的探索。",
        "党的组织和工作覆盖。",
        "党的组织覆盖和工作覆盖。",
        "坚定“四个自信”、做到“两个维护”。",
    ],
)
def test_the_right_wording_and_what_is_listed_as_right_are_left_alone(text: str) -> None:
    assert not list(EXCHANGED(text))


@pytest.mark.parametrize(
    ("text", "wrong", "rights"),
    [
        ("坚持治病救人、惩前毖后的方针。", "治病救人、惩前毖后", ("惩前毖后、治病救人",)),
        ("做到慎初、慎独、慎微、慎友。", "慎初、慎独、慎微、慎友", ("慎独、慎初、慎微、慎友",)),
        ("做到“慎初”、“慎独”、“慎微”、“慎友”。", "慎初”、“慎独”、“慎微”、“慎友", ()),
        (
            "实现产业兴旺、乡风文明、生态宜居、治理有效、生活富裕目标。",
            "产业兴旺、乡风文明、生态宜居、治理有效、生活富裕",
            ("产业兴旺、生态宜居、乡风文明、治理有效、生活富裕",),
        ),
    ],
)
def test_members_in_another_order_are_found_with_what_stands_around_them(
    text: str, wrong: str, rights: tuple[str, ...]
) -> None:
    (match,) = LISTINGS.out_of_order(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, rights)


@pytest.mark.parametrize(
    "text",
    [
        "发扬踏石留印、抓铁有痕的劲头。",
        "产业兴旺、生态宜居、乡风文明、治理有效、生活富裕。",
        "生态宜居、产业兴旺。",
        "做到治病救人、防微杜渐。",
    ],
)
def test_orders_that_are_both_right_and_parts_of_a_listing_are_left_alone(text: str) -> None:
    assert not list(LISTINGS.out_of_order(text))


def test_a_member_is_missed_only_where_all_are_always_named_together() -> None:
    (match,) = LISTINGS.left_out("做到慎独、慎初、慎友。")
    assert match.replacements == ("慎独、慎初、慎微、慎友",)
    assert not list(LISTINGS.left_out("实现产业兴旺、生态宜居、乡风文明、治理有效。"))


@pytest.mark.parametrize(
    "text", ["做到慎独、慎初、慎微等。", "做到慎独、慎初、慎微和自省。", "做到自省、慎独、慎初、慎微。"]
)
def test_a_listing_that_goes_on_lacks_nothing(text: str) -> None:
    assert not list(LISTINGS.left_out(text))
