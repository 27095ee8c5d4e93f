"""What stands beside a title in the outline, and what of it yields so that the title's beginning can be read."""

from dataclasses import dataclass

LEAST = 5
"""Characters of a title, besides its number, that what stands beside it has to leave room for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a row shows behind its title: 字数, 已定, the badge, and whether the badge says how many."""

    words: bool
    said: bool
    badge: bool
    count: bool


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide each of them is with the gap before it, in pixels; 0: the row has none."""

    words: int = 0
    said: int = 0
    badge: int = 0
    count: int = 0

    def of(self, beside: Beside) -> int:
        """Return how much room these take together."""
        shown = (
            (self.words, beside.words),
            (self.said, beside.said),
            (self.badge, beside.badge),
            (self.count, beside.badge and beside.count),
        )
        return sum(width for width, on in shown if on)


_YIELDING = (
    Beside(words=True, said=True, badge=True, count=True),
    Beside(words=True, said=True, badge=True, count=False),
    Beside(words=False, said=True, badge=True, count=True),
    Beside(words=False, said=True, badge=True, count=False),
    Beside(words=False, said=False, badge=True, count=False),
    Beside(words=False, said=False, badge=False, count=False),
)


def beside(room: int, title: int, widths: Widths) -> Beside:
    """Return as much as leaves a title that wants so many pixels its room; the tip of the row tells the rest."""
    most = next((one for one in _YIELDING if room - widths.of(one) >= title), _YIELDING[-1])
    return Beside(
        words=most.words and widths.words > 0,
        said=most.said and widths.said > 0,
        badge=most.badge and widths.badge > 0,
        count=most.count and widths.count > 0,
    )
