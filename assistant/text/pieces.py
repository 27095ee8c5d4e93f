"""Pieces of a text: all of two or four characters that stand in it side by side, and where a table has one of them.

Most places have none, and to ask a table for the pieces of a text one after the other in Python costs several times
what it does to make all of them at once.
"""

from collections.abc import Container, Iterable
from functools import lru_cache
from operator import add


@lru_cache(maxsize=4)
def pairs(text: str) -> tuple[str, ...]:
    """Return every two characters, in order; many look at the same text in turn, so the last answers are kept."""
    return tuple(map(add, text, text[1:]))


@lru_cache(maxsize=4)
def fours(text: str) -> tuple[str, ...]:
    """Return every four characters, in order."""
    two = pairs(text)
    return tuple(map(add, two, two[2:]))


def where(pieces: Iterable[str], table: Container[str]) -> list[int]:
    """Return the places of the pieces that a table has, in order."""
    return [at for at, piece in enumerate(pieces) if piece in table]
