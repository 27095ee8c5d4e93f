"""Logistic regression with several outcomes over signs: what the scripts that learn weights share."""

import math
import random
from collections import Counter
from dataclasses import dataclass

Sample = tuple[tuple[str, ...], int]
"""The signs of a place, and the number of what stands there."""


@dataclass(frozen=True, slots=True)
class Regression:
    """How signs are learned, by steps of AdaGrad.

    `often` is how many times a sign is met from which on it is learned, `rounds` how often the samples are gone
    through, `step` how far a weight is turned, `decay` what draws it back to nothing.
    """

    often: int
    rounds: int
    step: float
    decay: float

    def learn(self, samples: list[Sample], size: int) -> dict[str, list[float]]:
        """Return a weight for each of so many outcomes by sign, for the signs that are met often enough."""
        times = Counter(sign for signs, _ in samples for sign in signs)
        weights = {sign: [0.0] * size for sign, count in times.items() if count >= self.often and " " not in sign}
        squares = {sign: [1e-6] * size for sign in weights}
        known = [([sign for sign in signs if sign in weights], right) for signs, right in samples]
        dice = random.Random(0)
        for _ in range(self.rounds):
            dice.shuffle(known)
            for signs, right in known:
                rows = [(weights[sign], squares[sign]) for sign in signs]
                sums = [sum(column) for column in zip(*(row for row, _ in rows), strict=True)] or [0.0] * size
                most = max(sums)
                shares = [math.exp(one - most) for one in sums]
                whole = sum(shares)
                errors = [share / whole - (number == right) for number, share in enumerate(shares)]
                for row, square in rows:
                    for number, error in enumerate(errors):
                        slope = error + self.decay * row[number]
                        square[number] += slope * slope
                        row[number] -= self.step * slope / math.sqrt(square[number])
        return weights


def rounded(weights: dict[str, list[float]], least: int) -> dict[str, tuple[int, ...]]:
    """Return by sign, in order, the weights over the first outcome in hundredths, where they differ by more."""
    rows = {sign: [round(100 * (weight - row[0])) for weight in row] for sign, row in sorted(weights.items())}
    return {sign: tuple(row[1:]) for sign, row in rows.items() if max(row) - min(row) > least}
