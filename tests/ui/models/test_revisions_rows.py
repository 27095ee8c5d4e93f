from dataclasses import replace

import pytest

from assistant.formats.revision import PARAGRAPH_MARK, Comment, Revision
from assistant.ui.models.revisions_rows import change_rows, conversations, readable, roots, spoken_date, words_of
from tests.ui.changes import COMMENTS, REVISIONS


def comment(number: int, parent: int | None = None, *, done: bool = False, text: str = "") -> Comment:
    return Comment(number, "甲", "", "", text or f"第{number}条", number, "", parent, done)


def revision(kind: str, text: str, label: str = "") -> Revision:
    return Revision(1, kind, "甲", "", text, 0, label)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-11-18T15:20:00Z", "2026年11月18日 15:20"),
        ("2026-01-02T03:04:05", "2026年1月2日 03:04"),
        ("2026-11-18T15:20:00+08:00", "2026年11月18日 15:20"),
        ("2026-11-18", "2026年11月18日"),
        ("", ""),
        ("昨天", ""),
        ("2026-13-40T99:00:00Z", ""),
    ],
)
def test_a_date_is_said_as_the_author_read_it_on_the_clock(date: str, said: str) -> None:
    assert spoken_date(date) == said


def test_the_year_is_left_out_where_it_goes_without_saying() -> None:
    assert spoken_date("2026-11-18T15:20:00Z", 2026) == "11月18日 15:20"
    assert [row.when for row in readable(change_rows((), COMMENTS))] == [
        "11月18日 15:30",
        "11月19日 09:10",
        "11月18日 15:32",
        "2025年12月3日",
    ]


def test_revisions_come_before_comments_and_empty_groups_are_left_out() -> None:
    assert [row.title for row in change_rows(REVISIONS, COMMENTS)] == ["修订", "批注"]
    assert [row.title for row in change_rows((), COMMENTS)] == ["批注"]
    assert change_rows((), ()) == ()


def test_a_row_says_who_even_where_the_file_does_not() -> None:
    assert [row.author for row in readable(change_rows(REVISIONS, ()))][-2:] == ["王建国", "未署名"]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (revision("insert", "一段话\n两行"), "一段话↵两行"),
        (revision("insert", PARAGRAPH_MARK), "段落标记 ¶"),
        (revision("delete", "  "), "空白 2 处"),
        (revision("insert", "\ufffc"), "（图片、域等文字以外的内容）"),
        (revision("insert", "见图\ufffc。"), "见图□。"),
        (revision("paragraph", "", "分节格式"), "分节格式"),
        (revision("format", ""), "文字的格式"),
        (revision("insert", ""), "（没有文字）"),
    ],
)
def test_the_words_in_question_are_always_something_to_read(one: Revision, words: str) -> None:
    assert words_of(one) == words


def test_answers_follow_what_they_answer_and_go_with_it() -> None:
    rows = readable(change_rows((), COMMENTS))
    assert [(row.ordinal, row.reply) for row in rows] == [(1, False), (1, True), (2, False), (3, False)]
    assert rows[0].together == {1, 2}
    assert rows[1].together == {2}
    assert rows[1].root == 1


def test_an_answer_to_an_answer_belongs_to_the_same_conversation() -> None:
    chain = (comment(1), comment(2, 1), comment(3, 2))
    assert roots(chain) == {1: 1, 2: 1, 3: 1}
    assert readable(change_rows((), chain))[0].together == {1, 2, 3}


def test_an_answer_to_nothing_stands_alone_and_circles_end() -> None:
    strange = (comment(1, 9), comment(2, 3), comment(3, 2), comment(4, 2), comment(5, 5))
    assert roots(strange) == {number: number for number in range(1, 6)}
    assert conversations(strange) == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def test_a_settled_conversation_is_settled_with_its_answers() -> None:
    rows = readable(change_rows((), (comment(1, done=True), comment(2, 1), comment(3))))
    assert [row.done for row in rows] == [True, True, False]


def test_what_is_left_keeps_its_key_when_the_file_is_numbered_anew() -> None:
    before = {row.key for row in readable(change_rows(REVISIONS, COMMENTS))}
    rest = tuple(replace(one, number=i) for i, one in enumerate(REVISIONS[1:], 1))
    assert {row.key for row in readable(change_rows(rest, COMMENTS))} < before


def test_changes_that_look_alike_have_keys_of_their_own() -> None:
    twins = (revision("insert", "的"), replace(revision("insert", "的"), number=2))
    talk = (comment(1, text="同意"), comment(2, text="同意"))
    rows = readable(change_rows(twins, talk))
    assert len({row.key for row in rows}) == 4
