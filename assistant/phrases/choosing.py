"""Which of the probable continuations to offer."""

import heapq
from collections.abc import Mapping, Sequence

_LOOKED_AT = 12
# Continuations that are compared for the first offer: those that save most.
_LEFT = 0.05
# What stays possible at least, however much was declined.


def choose(continuations: Sequence[tuple[float, str]], limit: int) -> list[tuple[float, str]]:
    """Return (keys saved on average, text) of the offers that together save most: each p × (length - 1), cut there.

    Offers may be beginnings of one another. The first stands alone as ghost text, so it is the one that saves most
    together with those that can follow it. What a chosen offer already saves isn't counted again for the next one.
    """
    best = heapq.nlargest(8 * limit, ((p * (len(text) - 1), p, text) for p, text in continuations))
    chosen: list[tuple[float, float, str]] = []
    if best and limit > 0:
        chosen.append(best.pop(_first(best[:_LOOKED_AT])))
    while best and len(chosen) < limit:
        most, place = 0.0, -1
        for i, (gain, probability, text) in enumerate(best):
            if gain <= most:
                break
            added = _added(probability, text, chosen)
            if added > most:
                most, place = added, i
        if place < 0:
            break
        chosen.append(best.pop(place))
    return [(gain, text) for gain, _, text in chosen]


def _first(best: Sequence[tuple[float, float, str]]) -> int:
    """Return the place of the offer that saves most now and at the next key.

    Taken, it is followed at once by what goes on from it; declined, by typing its first character, by what else begins
    with that one. So a short offer loses nothing where a long one is doubtful, and none is shown for the sake of a key.
    """
    most, place = -1.0, 0
    for i, (gain, probability, text) in enumerate(best):
        after = anyway = instead = 0.0
        for _, p, other in best:
            if other[0] != text[0]:
                continue
            anyway = max(anyway, p * (len(other) - 2))
            if other.startswith(text):
                after = max(after, p * (len(other) - len(text) - 1))
            else:
                left = p - probability if text.startswith(other) else p
                instead = max(instead, left * (len(other) - 2))
        if gain + after + instead - anyway > most:
            most, place = gain + after + instead - anyway, i
    return place


def _added(probability: float, text: str, chosen: Sequence[tuple[float, float, str]]) -> float:
    """Return how many keys an offer saves on average beyond those that are chosen."""
    shorter = 1
    longer: list[tuple[int, float, str]] = []
    for _, other, offer in chosen:
        if text.startswith(offer):
            shorter = max(shorter, len(offer))
        elif offer.startswith(text):
            longer.append((len(offer), other, offer))
    counted: list[str] = []
    for _, other, offer in sorted(longer):
        if not any(offer.startswith(begun) for begun in counted):
            counted.append(offer)
            probability -= other
    return probability * (len(text) - shorter)


def without(found: Mapping[str, float], declined: str) -> dict[str, float]:
    """Return continuations with their probabilities once it is known that `declined` does not follow."""
    lost = max((p for text, p in found.items() if text.startswith(declined)), default=0.0)
    if not lost:
        return dict(found)
    left = max(_LEFT, 1 - lost)
    return {
        text: (p - lost if declined.startswith(text) else p) / left
        for text, p in found.items()
        if not text.startswith(declined)
    }
