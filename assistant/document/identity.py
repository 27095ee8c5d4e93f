"""Which of several blocks with one origin is the original, and the ids that follow from it."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.document.block import Block


def originals(blocks: Iterable[Block]) -> dict[int, int]:
    """Map each origin to the position of the block that is its original.

    Enter copies a block's origin, so several blocks may descend from one `w:p`. The original is the one that shares
    most run origins and tokens with it; ties go to the first, as the upper half keeps a paragraph's identity in Word.
    """
    best: dict[int, tuple[int, int]] = {}
    for position, block in enumerate(blocks):
        if block.origin is None:
            continue
        shared = len({run.origin for run in block.runs if run.origin is not None})
        shared += sum(run.token is not None for run in block.runs)
        if block.origin not in best or shared > best[block.origin][0]:
            best[block.origin] = (shared, position)
    return {origin: position for origin, (_, position) in best.items()}


def identified(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with ids unique among them.

    An original is named by its origin, so that its id survives edits elsewhere; copies and new blocks are counted.
    """
    blocks = tuple(blocks)
    original = originals(blocks)
    counts: dict[str, int] = {}
    result = []
    for position, block in enumerate(blocks):
        if block.origin is not None and original[block.origin] == position:
            name = str(block.origin)
        else:
            stem = "new" if block.origin is None else str(block.origin)
            counts[stem] = counts.get(stem, 0) + 1
            name = f"{stem}.{counts[stem]}"
        result.append(block if block.id == name else replace(block, id=name))
    return tuple(result)
