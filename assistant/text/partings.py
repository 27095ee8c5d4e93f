"""Whether a mark usually stands between two pieces of text at all, as learned from well punctuated reports.

What is looked at is how the pieces end and begin, how long they are, and the marks before and behind them. The table
gives each of these signs a weight; what they add up to is the logarithm of how much likelier a mark is there than none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.text.marks import BEGIN, MARKS, Stretch, stretches

_WHOLE = frozenset({"“”", "《》"})
"""Two characters that stand for one thing."""
_SMALL = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two pieces of text: where, which mark parts them (none: empty), and how the pieces read."""

    at: int
    mark: str
    left: str
    right: str
    before: str
    behind: str

    @property
    def signs(self) -> Iterator[str]:
        """The signs around the place, the telling ones first."""
        left, right = self.left, self.right
        yield from near(left, right)
        yield from ("B", "r" + right[:3], "l" + left[-3:], f"b{left[-2:]}|{right[:1]}", f"b{left[-1:]}|{right[:2]}")
        yield from ("p" + left[:2], "P" + left[:1], "k" + right[-2:], f"q{left[:1]}|{right[:1]}")
        yield f"L{min(len(left) // 2, _SMALL)}"
        yield f"R{min(len(right) // 2, _SMALL)}"
        yield f"T{min((len(left) + len(right)) // 3, _SMALL)}"
        yield f"m{self.before}{self.behind}"
        ends = left[-2:-1] == "0", left[-3:-2] == "0", "0" in left[:-3], "0" in right
        yield "d" + "".join(str(int(one)) for one in ends) + self.before
        yield f"v{min(left.count('0'), 3)}{min(right.count('0'), 3)}"
        yield f"D{'的' in left[-6:]:d}{'的' in right[:8]:d}{left[-1:] == '0':d}"


def near(left: str, right: str) -> tuple[str, ...]:
    """Return the signs of what stands right beside a place."""
    signs = ("r" + right[:1], "r" + right[:2], "l" + left[-1:], "l" + left[-2:], f"b{left[-1:]}{right[:1]}")
    return (*signs, "n" + right[:1], "n" + right[:2]) if "0" in left[-3:-1] else signs


def _near(weights: Mapping[str, int], text: str, at: int) -> int:
    """Return what the signs of `near` add up to: asked at every character, so written out."""
    weight = weights.get
    two, right = text[max(0, at - 2) : at], text[at : at + 2]
    told = weight("r" + right[0], 0) + weight("l" + two[-1], 0) + weight("b" + two[-1] + right[0], 0)
    told += weight("r" + right, 0) + weight("l" + two, 0)
    if "0" in text[max(0, at - 3) : at - 1]:
        told += weight("n" + right[0], 0) + weight("n" + right, 0)
    return told


def parted(text: str) -> Iterator[Gap]:
    """Yield the marks of a paragraph that have text on both sides."""
    parts = list(stretches(text))
    for number, part in enumerate(parts[:-1]):
        after = parts[number + 1]
        if part.mark in MARKS and part.text and after.text:
            yield Gap(part.end, part.mark, part.text, after.text, _before(parts, number), after.mark)


def unparted(text: str, weights: Mapping[str, int], least: int) -> Iterator[Gap]:
    """Yield the places without a mark where what stands right beside them speaks for one by `least`."""
    parts = list(stretches(text))
    for number, part in enumerate(parts):
        own = part.text
        for at in range(1, len(own)):
            if _near(weights, own, at) < least or own[at - 1 : at + 1] in _WHOLE:
                continue
            yield Gap(part.place(at), "", own[:at], own[at:], _before(parts, number), part.mark)


def _before(parts: list[Stretch], number: int) -> str:
    return parts[number - 1].mark if number else BEGIN


def likelihood(weights: Mapping[str, int], gap: Gap) -> int:
    """Return how much likelier a mark is than none, in hundredths of a logarithm."""
    return sum(weights.get(sign, 0) for sign in gap.signs)
