"""What is remembered of last year's report: decisions are values, and come back as they were written."""

import json

import pytest

from assistant.document.last_year import LastYear, Place, Promise, essence, from_values, to_values

LAST = LastYear(
    "/稿/2025年述职.docx",
    2025,
    frozenset({essence("全年集中学习12次。"), essence("走访农户3200余户。")}),
    (Promise("每季度研究一次党建。", "压实责任"), Promise("建好服务中心。", "", "done", "5月启用")),
    (Place("figure", "12次", "集中学习", "本人讲党"),),
    (Place("figure", "15次", "集中学习", "本人讲党"),),
    frozenset({essence("走访农户3200余户。")}),
)


def test_punctuation_and_blanks_do_not_make_a_sentence_another() -> None:
    assert essence("全年集中学习12次；") == essence("全年 集中学习12次。")
    assert essence("全年集中学习12次。") != essence("全年集中学习13次。")


def test_a_sentence_waits_until_it_is_touched_or_confirmed() -> None:
    assert LAST.waits("全年集中学习12次。")
    assert not LAST.waits("全年集中学习15次。")
    assert not LAST.waits("走访农户3200余户。")
    assert not LAST.with_confirmed("全年集中学习12次。").waits("全年集中学习12次。")


def test_confirming_can_be_taken_back() -> None:
    assert LAST.with_confirmed("走访农户3200余户。", wanted=False).waits("走访农户3200余户。")


def test_a_settled_place_can_be_opened_again() -> None:
    place = Place("figure", "4场", "讲党课", "")
    assert LAST.with_settled(place).without_settled(place) == LAST


def test_it_comes_back_as_it_was_written() -> None:
    assert from_values(json.loads(json.dumps(to_values(LAST)))) == LAST


def test_there_is_none_where_nothing_was_written() -> None:
    assert from_values({}) == LastYear()
    assert not LastYear().begun


def test_what_a_later_version_added_is_passed_over() -> None:
    values = to_values(LAST) | {"unknown": 1}
    assert from_values(values) == LAST


@pytest.mark.parametrize("damage", [{"promises": [["a", "b", "never", ""]]}, {"year": "x"}, {"places": [1]}])
def test_damaged_values_are_refused(damage: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_values(to_values(LAST) | damage)
