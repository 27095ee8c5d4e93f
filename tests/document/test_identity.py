"""Which of several blocks with one origin is the original."""

from assistant.document.block import Block, Run
from assistant.document.identity import identified, originals


def block(origin: int | None, *run_origins: int) -> Block:
    return Block("", tuple(Run("字", number) for number in run_origins), origin)


def test_the_block_sharing_most_runs_is_the_original() -> None:
    assert originals([block(3, 7), block(3, 8, 9)]) == {3: 1}


def test_ties_go_to_the_first() -> None:
    assert originals([block(3, 7), block(3, 8)]) == {3: 0}


def test_ids_are_unique_and_originals_keep_theirs() -> None:
    ids = [b.id for b in identified([block(None), block(3, 7), block(3, 8, 9), block(None), block(3)])]
    assert ids == ["new.1", "3.1", "3", "new.2", "3.2"]
