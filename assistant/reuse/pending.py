"""What of last year's report still waits in the text being written: each place until it is changed or kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.last_year import LastYear, Place, Promise, essence
from assistant.document.outline import Report
from assistant.reuse.found import Found
from assistant.reuse.names import names
from assistant.reuse.rollover import Item, Knowledge, Rollover, item_at, passages, stale
from assistant.text.characters import is_han

_KEPT = 4
"""Han characters kept on either side of a place."""
_ALIKE = 2
"""Of these, how many next to it make it the same place, on one side or the other."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A place of the text that stands as last year's, and how it is told from others of the same words."""

    item: Item
    place: Place


@dataclass(frozen=True, slots=True)
class Carried:
    """A sentence that stands as it was and that nobody has confirmed; `section` is the role it stands under."""

    index: int
    start: int
    end: int
    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Pending:
    """What is left to do in the text, in reading order."""

    waiting: tuple[Waiting, ...] = ()
    carried: tuple[Carried, ...] = ()


def remembered(source: str, document: Document, found: Rollover) -> LastYear:
    """Return what is to be remembered of last year's report; `document` is the text before anything was changed."""
    items = [item for item in (*found.items, *found.names) if item not in found.done]
    changed = {(item.index, item.span.start, item.span.end) for item in found.done}
    carried = frozenset(
        essence(one.text)
        for one in found.carried
        if not any(one.index == i and one.span.start <= a and b <= one.span.end for i, a, b in changed)
    )
    promises = tuple(Promise(one.text, one.heading) for one in found.promises)
    places = tuple(dict.fromkeys(place_of(document.blocks[item.index].text, item.found) for item in items))
    return LastYear(source, found.last, carried - {""}, promises, places)


def pending(
    document: Document, reports: Sequence[Report], knowledge: Knowledge, context: Context, year: int
) -> Pending:
    """Return what of last year's report still stands in `document`, the report of `year`, unchanged and unconfirmed."""
    last = context.last_year
    candidates: list[Waiting] = []
    carried: list[Carried] = []
    for report in reports:
        items = stale(document, report, knowledge, last.year, year)
        named = [item_at(document, i, one) for i, one in names(document, report, context.unit)]
        candidates += [
            Waiting(item, place_of(document.blocks[item.index].text, item.found))
            for item in sorted((*items, *named), key=lambda item: (item.index, item.found.start))
        ]
        carried += [
            Carried(one.index, one.span.start, one.span.end, one.text, one.role)
            for one in passages(document, report)
            if essence(one.text) in last.carried
        ]
    by_words: dict[tuple[str, str], list[Place]] = {}
    for place in last.places:
        by_words.setdefault((place.kind, place.text), []).append(place)
    open_ones = [
        one
        for one in candidates
        if any(_is_like(one.place, place) for place in by_words.get((one.place.kind, one.place.text), ()))
    ]
    return Pending(tuple(_unsettled(open_ones, last.settled)), tuple(carried))


def place_of(text: str, found: Found) -> Place:
    """Return how a place of a paragraph is told from others."""
    before = [sign for sign in text[max(0, found.start - 40) : found.start] if is_han(sign)]
    after = [sign for sign in text[found.end : found.end + 40] if is_han(sign)]
    return Place(found.kind, found.text, "".join(before[-_KEPT:]), "".join(after[:_KEPT]))


def _is_like(one: Place, other: Place) -> bool:
    """Tell whether two places of the same words are one: what stands right before or right behind is the same."""
    before, after = (one.before[-_ALIKE:], other.before[-_ALIKE:]), (one.after[:_ALIKE], other.after[:_ALIKE])
    if before[0] == before[1] and after[0] == after[1]:
        return True
    return (before[0] == before[1] != "") or (after[0] == after[1] != "")


def _unsettled(waiting: Sequence[Waiting], settled: Iterable[Place]) -> list[Waiting]:
    """Leave out the places that were settled; every settlement is of one place, the one that is most like it."""
    left = list(waiting)
    vague: list[Place] = []
    for place in settled:
        exact = next((one for one in left if one.place == place), None)
        if exact is not None:
            left.remove(exact)
        else:
            vague.append(place)
    for place in vague:
        same = (one for one in left if (one.place.kind, one.place.text) == (place.kind, place.text))
        like = next(
            (one for one in same if one.place.before == place.before != "" or one.place.after == place.after != ""),
            None,
        )
        if like is not None:
            left.remove(like)
    return left
