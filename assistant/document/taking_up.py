"""What the user has said of a text, taken up again when its file is opened anew: the file itself holds none of it."""

from collections import Counter
from dataclasses import replace

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.edit import SetSaid


def said_again(before: Document, now: Document) -> tuple[SetSaid, ...]:
    """Return edits that say of the blocks of `now` what was said of those of `before`.

    A block is the same where it stands in the same place with the same words; elsewhere only if no other has its words.
    """
    often = Counter(block.text for block in before.blocks)
    places: dict[str, list[int]] = {}
    for i, block in enumerate(now.blocks):
        places.setdefault(block.text, []).append(i)
    edits = []
    for i, block in enumerate(before.blocks):
        if block.said is None:
            continue
        found = places.get(block.text, [])
        alone = len(found) == 1 and often[block.text] == 1
        at = i if i in found else found[0] if alone else None
        if at is not None and now.blocks[at].said is None:
            edits.append(SetSaid(now.blocks[at].id, block.said))
    return tuple(edits)


def decided_again(before: Context, now: Context) -> Context:
    """Return the context of a text just opened with what was decided about it before; what is decided now counts more.

    What is remembered for every report (unit, rules, words) is not taken from before.
    """
    return replace(
        now,
        kind=now.kind or before.kind,
        kinds=frozenset({**dict(before.kinds), **dict(now.kinds)}.items()),
        year=now.year or before.year,
        ignored=now.ignored | before.ignored,
        links=now.links | before.links,
        requirements=now.requirements if now.requirements.asked else before.requirements,
    )
