"""Which of several blocks with one origin is the original, and the ids that follow from it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from assistant.document.block import Block, Run


class Descendant(Protocol):
    """What has an origin and runs: a block, or the row it is made from."""

    @property
    def origin(self) -> int | None:
        """Ordinal of the `w:p` it descends from."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its text with the origins of its characters."""


def originals(blocks: Iterable[Descendant]) -> dict[int, int]:
    """Map each origin to the position of the block that is its original.

    Enter copies a block's origin, so several blocks may descend from one `w:p`. The original is the one that shares
    most run origins and tokens with it; ties go to the first, as the upper half keeps a paragraph's identity in Word.
    """
    shared: dict[int, list[int]] = {}
    blocks = tuple(blocks)
    for position, block in enumerate(blocks):
        if block.origin is not None:
            shared.setdefault(block.origin, []).append(position)
    return {
        origin: places[0] if len(places) == 1 else max(places, key=lambda place: (_kinship(blocks[place]), -place))
        for origin, places in shared.items()
    }


def _kinship(block: Descendant) -> int:
    """Count the run origins and tokens a block has."""
    origins = {run.origin for run in block.runs if run.origin is not None}
    return len(origins) + sum(run.token is not None for run in block.runs)


def names(blocks: Iterable[Descendant]) -> list[str]:
    """Return an id for each block, unique among them.

    An original is named by its origin, so that its id survives edits elsewhere; copies and new blocks are counted.
    """
    blocks = tuple(blocks)
    original = originals(blocks)
    counts: dict[str, int] = {}
    result = []
    for position, block in enumerate(blocks):
        if block.origin is not None and original[block.origin] == position:
            result.append(str(block.origin))
            continue
        stem = "new" if block.origin is None else str(block.origin)
        counts[stem] = counts.get(stem, 0) + 1
        result.append(f"{stem}.{counts[stem]}")
    return result


def identified(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with ids unique among them (see `names`)."""
    blocks = tuple(blocks)
    return tuple(
        block if block.id == name else replace(block, id=name)
        for block, name in zip(blocks, names(blocks), strict=True)
    )
