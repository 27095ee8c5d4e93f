"""How well words fit into a range of a run, in the place of what stands there: whether one is worth a trial at all."""

from assistant.checks.places import Gap, Place
from assistant.text.usage import Usage

_TRIED, _UNATTESTED = 2.5, 5.0
"""Gain that a trial must be able to reach to be made: where a neighbour is attested, and where none is."""
_NEARLY = -3.0
"""Gain that an edit must have where all words around it stay: other cuts of them add hardly more than its opposite."""
_FOLLOWS = 1.0
"""What the word behind a mended one costs at best."""


class Fitting:
    """A range of a run; what is known of it is found once for all words that are tried there."""

    def __init__(self, usage: Usage, place: Place, start: int, end: int) -> None:
        """`place` is the weak word for which the range is looked at."""
        self._usage, self._place, self._start, self._end = usage, place, start, end
        self._cost = place.cost(start, end)
        self._gap: Gap | None = None

    def is_worth(self, word: str, channel: float) -> bool:
        """Tell whether a word there can make the text likely enough at all; `channel` is what the edit costs."""
        gain = self._cost - self._usage.cheapest(word) - _FOLLOWS - channel
        return gain > _UNATTESTED or (gain > _TRIED and self._meets(word))

    def fits(self, word: str, channel: float) -> bool:
        """Tell whether a word is worth a trial, too, when all words around it stay as they are cut."""
        cost = self._cost - channel
        gain = cost - self._usage.cheapest(word) - _FOLLOWS
        if gain <= _TRIED or (gain <= _UNATTESTED and not self._meets(word)):
            return False
        after, (last, lead, tail, behind) = self._usage.after, self._gap or self._around()
        for part in (*lead, word, *tail) if lead or tail else (word,):
            cost -= after(last, part)
            last = part
        # What stands behind only costs more, so that it need not be asked where that is too much already.
        return cost > _NEARLY and cost - after(last, behind) > _NEARLY

    def _around(self) -> Gap:
        """Return what stays around the range; most words cost too much for it to be asked."""
        self._gap = self._place.gap(self._start, self._end)
        return self._gap

    def _meets(self, word: str) -> bool:
        """Tell whether our texts have a word beside one that would be its neighbour, as far as those are known."""
        gap, seen = self._gap or self._around(), self._usage.seen
        if gap.lead and gap.tail:
            return True
        return (not gap.lead and seen(gap.before, word)) or (not gap.tail and seen(word, gap.behind))
