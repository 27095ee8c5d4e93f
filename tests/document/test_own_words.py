"""我的词库 as text: pasted lines, imported and exported files."""

import pytest

from assistant.document.context import OwnWord
from assistant.document.own_words import ALLOWED, FORBIDDEN, REQUIRED, WordLists, read_words, written_words

LISTS = WordLists(
    (OwnWord("村长", "村委会主任", "口径"), OwnWord("大干快上", "", "县委要求不用"), OwnWord("厉害")),
    (OwnWord("政绩观", "", "通知要求"), OwnWord("双报告")),
    ("靠实", "李明"),
)


def test_what_is_written_is_read_again() -> None:
    assert read_words(written_words(LISTS)) == LISTS
    assert written_words(WordLists()) == ""


@pytest.mark.parametrize("line", ["村长\t村委会主任", "村长→村委会主任", " 村长 -> 村委会主任 ", "村长，村委会主任"])
def test_a_pasted_line_may_be_parted_in_any_way(line: str) -> None:
    assert read_words(line, FORBIDDEN).forbidden == (OwnWord("村长", "村委会主任"),)


def test_lines_belong_to_the_list_named_above_them_else_to_the_one_pasted_into() -> None:
    lists = read_words("甲县\n【必写词】\n政绩观\n# 禁用词：\n村长", ALLOWED)
    assert lists == WordLists((OwnWord("村长"),), (OwnWord("政绩观"),), ("甲县",))


def test_a_required_word_has_only_a_reason() -> None:
    assert read_words("政绩观\t通知要求", REQUIRED).required == (OwnWord("政绩观", "", "通知要求"),)


def test_empty_lines_sentences_and_doubles_are_left_out() -> None:
    assert read_words("\n李明\n　\n李明\n" + "很" * 60).allowed == ("李明",)


def test_joining_keeps_what_is_there() -> None:
    joined = LISTS.with_all_of(WordLists((OwnWord("村长", "支书"), OwnWord("乡长")), (), ("王强", "李明")))
    assert joined.forbidden == (*LISTS.forbidden, OwnWord("乡长"))
    assert joined.allowed == ("靠实", "李明", "王强")
    assert joined.size == 9
