"""The smallest replacements that turn one text into another, without touching tokens."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.document.block import Block, Span
from assistant.document.edit import ReplaceText
from assistant.text.characters import TOKEN

_LONGEST = 2000
"""Code points up to which the middle is compared character by character; the comparison is quadratic."""


def replacements(block: Block, new: str) -> tuple[ReplaceText, ...]:
    """Return edits that make the block read `new`; tokens that `new` does not mention stay where they are."""
    old = block.text
    edits = [
        ReplaceText(Span(block.id, start, end), old[start:end], text)
        for low, high, text in _between_tokens(old, new)
        for start, end, text in _changes(old[low:high], text, low)
    ]
    return tuple(edits)


def _between_tokens(old: str, new: str) -> list[tuple[int, int, str]]:
    """Pair the stretches of `old` between its tokens with the stretches of `new` that replace them."""
    if TOKEN not in old:
        return [(0, len(old), new.replace(TOKEN, ""))]
    same = old.count(TOKEN) == new.count(TOKEN)
    pieces = new.split(TOKEN) if same else _cut_like(old, new.replace(TOKEN, ""))
    result = []
    position = 0
    for stretch, piece in zip(old.split(TOKEN), pieces, strict=True):
        result.append((position, position + len(stretch), piece))
        position += len(stretch) + 1
    return result


def _cut_like(old: str, new: str) -> list[str]:
    """Cut `new` where the tokens of `old` belong, judged by the text that both have in common."""
    bare = old.replace(TOKEN, "")
    cuts = []
    position = 0
    for stretch in old.split(TOKEN)[:-1]:
        position += len(stretch)
        cuts.append(position)
    opcodes = SequenceMatcher(None, bare, new, autojunk=False).get_opcodes() if len(bare) <= _LONGEST else []
    pieces = []
    last = 0
    for place in cuts:
        target = max(last, _image(place, opcodes, len(bare), len(new)))
        pieces.append(new[last:target])
        last = target
    return [*pieces, new[last:]]


def _image(place: int, opcodes: Sequence[tuple[str, int, int, int, int]], old: int, new: int) -> int:
    if place == 0:
        return 0
    for _tag, low, high, new_low, new_high in opcodes:
        if low < place <= high:
            return min(new_low + place - low, new_high)
    return min(place, new) if place < old else new


def _changes(old: str, new: str, base: int) -> list[tuple[int, int, str]]:
    prefix = 0
    while prefix < min(len(old), len(new)) and old[prefix] == new[prefix]:
        prefix += 1
    suffix = 0
    while suffix < min(len(old), len(new)) - prefix and old[-1 - suffix] == new[-1 - suffix]:
        suffix += 1
    a, b = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    if not a and not b:
        return []
    base += prefix
    if not a or not b or max(len(a), len(b)) > _LONGEST:
        return [(base, base + len(a), b)]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(base + i, base + j, b[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
