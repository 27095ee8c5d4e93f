"""What of last year's report still waits in the text being written: each place until it is changed or kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.last_year import LastYear, Place, Promise, essence
from assistant.document.outline import Report
from assistant.reuse.found import Found
from assistant.reuse.names import names
from assistant.reuse.promises import quoted
from assistant.reuse.rollover import Item, Knowledge, Passage, Rollover, item_at, passages, stale
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
class Pending:
    """What of last year's report stands in the text, in reading order.

    `waiting` are the places to change or keep, `carried` the sentences that nobody has confirmed; `kept` places and
    `confirmed` sentences are those the user has looked at and left as they were, `kept` with its settlement.
    """

    waiting: tuple[Waiting, ...] = ()
    carried: tuple[Passage, ...] = ()
    kept: tuple[tuple[Waiting, Place], ...] = ()
    confirmed: tuple[Passage, ...] = ()


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
    places = tuple(place_of(document.blocks[item.index].text, item.found) for item in items)
    return LastYear(source, found.last, carried - {""}, promises, places)


def pending(
    document: Document, reports: Sequence[Report], knowledge: Knowledge, context: Context, year: int
) -> Pending:
    """Return what of last year's report still stands in `document`, the report of `year`, unchanged and unconfirmed."""
    last = context.last_year
    by_words: dict[tuple[str, str], list[Place]] = {}
    for place in last.places:
        by_words.setdefault((place.kind, place.text), []).append(place)
    standing: list[Waiting] = []
    carried: list[Passage] = []
    for report in reports:
        items = stale(document, report, knowledge, last.year, year)
        named = [item_at(document, i, one) for i, one in names(document, report, context.unit)]
        for item in sorted((*items, *named), key=lambda item: (item.index, item.found.start)):
            text = document.blocks[item.index].text
            place = place_of(text, item.found)
            known = by_words.get((place.kind, place.text), ())
            if any(_is_like(place, one) for one in known) and not _is_quoted(text, item.found, last.promises):
                standing.append(Waiting(item, place))
        carried += [one for one in passages(document, report) if essence(one.text) in last.carried]
    kept = _kept(standing, last.settled)
    settled = {id(one) for one, _ in kept}
    return Pending(
        tuple(one for one in standing if id(one) not in settled),
        tuple(one for one in carried if last.waits(one.text)),
        kept,
        tuple(one for one in carried if not last.waits(one.text)),
    )


def place_of(text: str, found: Found) -> Place:
    """Return how a place of a paragraph is told from others."""
    before = [sign for sign in text[max(0, found.start - 40) : found.start] if is_han(sign)]
    after = [sign for sign in text[found.end : found.end + 40] if is_han(sign)]
    return Place(found.kind, found.text, "".join(before[-_KEPT:]), "".join(after[:_KEPT]))


def settlements(document: Document, changes: Iterable[tuple[Item, str]]) -> list[Place]:
    """Return how changed places are told from others, from the text before any of the changes; each has new words."""
    blocks = {block.id: block.text for block in document.blocks}
    by_block: dict[str, list[tuple[Item, str]]] = {}
    for item, words in changes:
        by_block.setdefault(item.span.block, []).append((item, words))
    places = []
    for name, ones in by_block.items():
        text, shift = blocks.get(name, ""), 0
        found = []
        for item, words in sorted(ones, key=lambda one: one[0].span.start):
            start, end = item.span.start + shift, item.span.end + shift
            text = text[:start] + words + text[end:]
            shift += len(words) - (end - start)
            found.append(replace(item.found, text=words, start=start, end=start + len(words)))
        places += [place_of(text, one) for one in found]
    return places


def _is_quoted(text: str, found: Found, promises: Sequence[Promise]) -> bool:
    """Tell whether a place stands in a promise that the text quotes: last year's words are meant to be last year's."""
    if "“" not in text[: found.start]:
        return False
    quotes = (f"“{quoted(one.text)}”" for one in promises)
    return any(0 <= (at := text.find(words)) <= found.start and found.end <= at + len(words) for words in quotes)


def _is_like(one: Place, other: Place) -> bool:
    """Tell whether two places of the same words are one: what stands right before or right behind is the same."""
    before, after = (one.before[-_ALIKE:], other.before[-_ALIKE:]), (one.after[:_ALIKE], other.after[:_ALIKE])
    if before[0] == before[1] and after[0] == after[1]:
        return True
    return (before[0] == before[1] != "") or (after[0] == after[1] != "")


def _kept(standing: Sequence[Waiting], settled: Iterable[Place]) -> tuple[tuple[Waiting, Place], ...]:
    """Return the places that were settled; every settlement is of one place, the one that is most like it."""
    left = list(standing)
    kept: list[tuple[Waiting, Place]] = []
    vague: list[Place] = []
    for place in settled:
        exact = next((one for one in left if one.place == place), None)
        if exact is None:
            vague.append(place)
        else:
            left.remove(exact)
            kept.append((exact, place))
    for place in vague:
        like = next((one for one in left if _is_beside(one.place, place)), None)
        if like is not None:
            left.remove(like)
            kept.append((like, place))
    return tuple(kept)


def _is_beside(one: Place, other: Place) -> bool:
    same = (one.kind, one.text) == (other.kind, other.text)
    return same and (one.before == other.before != "" or one.after == other.after != "")
