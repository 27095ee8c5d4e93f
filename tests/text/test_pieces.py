"""The pieces of a text are those that slicing it at every place gives."""

import pytest

from assistant.text.pieces import fours, pairs, where


@pytest.mark.parametrize("text", ["", "党", "党建", "党建引", "党建引领", "党建引领基层治理，成效明显。"])
def test_pieces_are_what_stands_at_each_place(text: str) -> None:
    assert pairs(text) == tuple(text[at : at + 2] for at in range(len(text) - 1))
    assert fours(text) == tuple(text[at : at + 4] for at in range(len(text) - 3))


def test_the_places_of_what_a_table_has_are_told_in_order() -> None:
    assert where(pairs("党员党员干部"), {"党员": 1, "干部": 2}) == [0, 2, 4]
    assert where(pairs("党员"), {}) == []
