"""Bring old and new paragraphs of one stretch into a single line of text, as tracked changes need it.

Word knows no moves inside this line: what was there is kept or deleted in its place, what is new is inserted between.
A paragraph's end is a character like any other, so splitting inserts one and merging deletes one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.document.block import Marks
from assistant.formats.docx.alignment import Sign


@dataclass(frozen=True, slots=True)
class Piece:
    """One sign of a new paragraph: atom `atom` of the file's paragraph `source`, or inserted where these are None."""

    sign: Sign
    source: int | None = None
    atom: int | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """One paragraph as it is to be: `home` is the file's paragraph whose look it has, None for a fresh one.

    `position` is that of its block in the document.
    """

    position: int
    pieces: tuple[Piece, ...]
    home: int | None


@dataclass(frozen=True, slots=True)
class Inserted:
    """A new sign in a target; without a sign, the new end of that target."""

    target: Target
    sign: Sign | None


@dataclass(slots=True)
class Course:
    """What becomes of one paragraph of the file.

    `gaps` holds what is inserted before each of its atoms (by index; their number: at its end), `kept` its atoms that
    stay and `marked` those of them whose marks change. `end` is the target that ends with this paragraph's end, None
    where that end is deleted.
    """

    gaps: dict[int, list[Inserted]] = field(default_factory=dict)
    kept: set[int] = field(default_factory=set)
    marked: dict[int, Marks] = field(default_factory=dict)
    end: Target | None = None

    def keep(self, atom: int, sign: Sign, before: Sign) -> None:
        """Record that an atom stays, and whether its marks change."""
        self.kept.add(atom)
        if sign.token is None and sign.marks != before.marks:
            self.marked[atom] = sign.marks


Place = tuple[int, int]
"""Rank of a paragraph in its stretch, and an atom of it (their number: its end)."""


def courses(old: Sequence[int], atoms: Mapping[int, Sequence[Sign]], new: Sequence[Target]) -> dict[int, Course]:
    """Return what becomes of each of the paragraphs `old`, which hold these atoms, to read as `new`.

    Kept pieces of `new` must come from `old` and rise. The last end is always kept where there is anything to end, so
    that the stretch ends where it did. Without `old`, nothing is returned: `new` has no place in the file yet.
    """
    result = {number: Course() for number in old}
    if not old or not new:
        return result
    ranks = {number: rank for rank, number in enumerate(old)}
    sizes = [len(atoms[number]) for number in old]
    ends = _ends(ranks, new)
    left: Place | None = None
    waiting: list[Inserted] = []
    for place, inserted, target in _line(ranks, sizes, new, ends):
        if place is None:
            waiting.append(inserted)
            continue
        for at, items in _settle(left, place, waiting, sizes):
            result[old[at[0]]].gaps.setdefault(at[1], []).extend(items)
        waiting, left = [], place
        course = result[old[place[0]]]
        if inserted.sign is None:
            course.end = target
        else:
            course.keep(place[1], inserted.sign, atoms[old[place[0]]][place[1]])
    return result


def _ends(ranks: Mapping[int, int], new: Sequence[Target]) -> list[int | None]:
    """Return for each target the rank of the paragraph whose end it keeps, in rising order."""
    following = [len(ranks)] * (len(new) + 1)
    for j in range(len(new) - 1, -1, -1):
        following[j] = next((ranks[p.source] for p in new[j].pieces if p.source is not None), following[j + 1])
    ends: list[int | None] = []
    lowest = 0
    for j, target in enumerate(new):
        own = next((ranks[p.source] for p in reversed(target.pieces) if p.source is not None), None)
        lowest = max(lowest, own or 0)
        home = None if target.home is None else ranks.get(target.home)
        fitting = (rank for rank in (home, own) if rank is not None and lowest <= rank < following[j + 1])
        end = next(fitting, None)
        ends.append(end)
        if end is not None:
            lowest = end + 1
    last = len(ranks) - 1
    return [*(None if end == last else end for end in ends[:-1]), last]


def _line(
    ranks: Mapping[int, int], sizes: Sequence[int], new: Sequence[Target], ends: Sequence[int | None]
) -> Iterator[tuple[Place | None, Inserted, Target]]:
    """Yield all signs and ends of the targets in order, with the place in the file of those that are kept."""
    for target, end in zip(new, ends, strict=True):
        for piece in target.pieces:
            place = None
            if piece.source is not None and piece.atom is not None:
                place = (ranks[piece.source], piece.atom)
            yield place, Inserted(target, piece.sign), target
        yield (None if end is None else (end, sizes[end])), Inserted(target, None), target


def _settle(
    left: Place | None, right: Place, items: list[Inserted], sizes: Sequence[int]
) -> Iterator[tuple[Place, list[Inserted]]]:
    """Say where between two kept places new content stands among deleted content: after what it replaces.

    New whole paragraphs stand after deleted whole ones, but not inside a paragraph that begins with deleted text.
    """
    cut = max((i for i, item in enumerate(items) if item.sign is None), default=-1) + 1
    head, tail = items[:cut], items[cut:]
    inside = left is not None and left[1] < sizes[left[0]]
    after_left = (left[0], sizes[left[0]]) if left is not None and inside and left[0] < right[0] else None
    if head:
        yield (after_left or (right if inside else (right[0], 0))), head
    if tail:
        yield (after_left if after_left and not head else right), tail
