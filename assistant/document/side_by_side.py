"""Two texts side by side, paragraph by paragraph, with the characters that differ."""

import itertools
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.document.block import Document
from assistant.document.pairing import pair

_LONGEST = 3_000
"""Characters up to which two paragraphs are compared one by one; the comparison is quadratic."""
_ISLAND = 2
"""Equal characters between two changes up to which they read better as one change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one side; `changed`: the other side hasn't got them."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as it was and as it is; None where there was, or is, none."""

    left: tuple[Piece, ...] | None
    right: tuple[Piece, ...] | None

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        sides = (self.left, self.right)
        return None not in sides and not any(piece.changed for side in sides for piece in side or ())


def side_by_side(old: Document, new: Document) -> tuple[Row, ...]:
    """Return the rows that show what leads from one text to the other."""
    before = [_shown(block.label, block.text) for block in old.blocks]
    after = [_shown(block.label, block.text) for block in new.blocks]
    rows = []
    for i, j in pair(before, after):
        if i is None:
            rows.append(Row(None, (Piece(after[j or 0], changed=True),)))
        elif j is None:
            rows.append(Row((Piece(before[i], changed=True),), None))
        else:
            rows.append(Row(*pieces(before[i], after[j])))
    return tuple(rows)


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the pieces of both sides of one paragraph."""
    if old == new:
        return (Piece(old),), (Piece(new),)
    left: list[Piece] = []
    right: list[Piece] = []
    for same, group in itertools.groupby(_steps(old, new), key=lambda step: step[0]):
        steps = list(group)
        left.append(Piece("".join(step[1] for step in steps), not same))
        right.append(Piece("".join(step[2] for step in steps), not same))
    return tuple(p for p in left if p.text), tuple(p for p in right if p.text)


def _steps(old: str, new: str) -> list[tuple[bool, str, str]]:
    """Return (same, old, new) in order; a few equal characters between two changes count as changed."""
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    steps = [(True, old[:head], new[:head])]
    if max(len(a), len(b)) > _LONGEST or not a or not b:
        steps.append((False, a, b))
    else:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        for n, (tag, i, i_end, j, j_end) in enumerate(codes):
            inside = 0 < n < len(codes) - 1
            same = tag == "equal" and not (inside and i_end - i <= _ISLAND)
            steps.append((same, a[i:i_end], b[j:j_end]))
    steps.append((True, old[len(old) - tail :], new[len(new) - tail :]))
    return [step for step in steps if step[1] or step[2]]


def _common(one: str, other: str) -> int:
    return sum(1 for _ in itertools.takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _shown(label: str, text: str) -> str:
    return f"{label}{text}".replace("\ufffc", "□")
