"""What a report names by a head, and whether it names it in two ways."""

from assistant.checks.named_things import heads_of, things_in

_HEADS = heads_of(("先锋队 队", "食堂"))


def test_a_name_is_read_through_its_quotation_marks() -> None:
    text = "组建“松涛”先锋队。"
    one, short = things_in(text, _HEADS)
    assert (short.left, short.head) == ("组建松涛先锋", "队")
    assert (one.left, one.head, one.quoted, one.made) == ("组建松涛", "先锋队", True, True)
    assert text[one.start(2) : one.end] == "松涛”先锋队"


def test_what_goes_on_as_another_word_is_no_head() -> None:
    assert things_in("松涛先锋队员到了。", _HEADS) == ()


def test_a_name_stands_behind_a_mark() -> None:
    (one,) = things_in("菜品不多，松鹤食堂冷清。", _HEADS)
    assert (one.left, one.made) == ("松鹤", False)
