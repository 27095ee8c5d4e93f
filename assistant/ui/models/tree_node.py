"""What a tree model keeps of a frozen row: its place among its siblings and a number Qt can hold."""

from collections.abc import Sequence
from typing import Protocol


class Row(Protocol):
    """What the model needs of a row: a key unique among its siblings, and its children."""

    @property
    def key(self) -> str:
        """Name the row; the same key in the next picture is the same row."""

    @property
    def children(self) -> Sequence["Row"]:
        """Return the rows below it."""


class Node:
    """The place of a row in the tree; `number` identifies it to Qt, which keeps no Python objects alive."""

    __slots__ = ("children", "number", "parent", "place", "row")

    def __init__(self, number: int, row: Row | None, parent: "Node | None") -> None:
        self.number, self.row, self.parent = number, row, parent
        self.place = 0
        self.children: list[Node] = []


def renumber(node: Node) -> None:
    """Tell the children their places after some came or went."""
    for place, child in enumerate(node.children):
        child.place = place
