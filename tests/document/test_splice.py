"""Runs keep, for every character, where it came from."""

from assistant.document.block import Marks, Run, Token
from assistant.document.splice import cut, inherited, marked, merged, replaced
from assistant.text.characters import TOKEN

TWO = (Run("甲乙", 0), Run("丙丁", 1, Marks.BOLD))
NOTE = (Run("甲", 0), Run(TOKEN, 1, token=Token(0, "note", "脚注")), Run("乙", 2))


def test_neighbours_of_one_origin_are_joined() -> None:
    assert merged([Run("甲", 0), Run("", 5), Run("乙", 0)]) == (Run("甲乙", 0),)


def test_tokens_are_never_joined() -> None:
    tokens = [Run(TOKEN, 1, token=Token(0, "note", "脚注")), Run(TOKEN, 1, token=Token(1, "note", "脚注"))]
    assert merged(tokens) == tuple(tokens)


def test_cut_keeps_origins() -> None:
    assert cut(TWO, 1, 3) == (Run("乙", 0), Run("丙", 1, Marks.BOLD))


def test_replacement_takes_the_format_of_what_it_replaces() -> None:
    assert replaced(TWO, 2, 3, "丑") == (Run("甲乙", 0), Run("丑丁", 1, Marks.BOLD))


def test_insertion_takes_the_format_of_the_character_before() -> None:
    assert replaced(TWO, 2, 2, "子") == (Run("甲乙子", 0), Run("丙丁", 1, Marks.BOLD))


def test_insertion_beside_a_token_never_joins_it() -> None:
    assert inherited(NOTE, 2, 2) == (2, Marks.NONE)
    alone = (Run(TOKEN, 1, token=Token(0, "note", "脚注")),)
    assert inherited(alone, 1, 1) == (None, Marks.NONE)


def test_a_mark_is_set_on_part_of_a_run() -> None:
    assert marked(TWO, 1, 2, Marks.BOLD, on=True) == (
        Run("甲", 0),
        Run("乙", 0, Marks.BOLD),
        Run("丙丁", 1, Marks.BOLD),
    )
