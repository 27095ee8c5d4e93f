"""的, 地 and 得 for each other: told where the right one makes the sentence much likelier."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.usage import Usage

_RUN = re.compile("[一-鿿]{4,}")
_PARTICLES = "的地得"
_COMPARED = frozenset("多少")
"""Behind 的 at the end they compare who does something: 照本宣科的多，研讨交流的少."""
_LEAST = {"的地": 6.0, "的得": 6.5, "地的": 7.5, "得的": 12.0, "地得": 6.0, "得地": 6.0}
"""What is written and what is meant → gain from which it is told."""


def particles(usage: Usage, text: str) -> Iterator[Match]:
    """Yield every particle between two words that should be another one."""
    for found in _RUN.finditer(text):
        run = found.group()
        if not any(particle in run for particle in _PARTICLES):
            continue
        base, tokens = usage.cut(run)
        at = 0
        for number, (word, _) in enumerate(tokens):
            if word in _PARTICLES and 0 < number < len(tokens) - 1:
                right = _meant(usage, run, at, base)
                if right:
                    yield Match(found.start() + at, found.start() + at + 1, (right,), run[at - 1 : at + 2])
            at += len(word)


def _meant(usage: Usage, run: str, at: int, base: float) -> str:
    """Return the particle that is meant at a place, empty where the written one may stay."""
    if run[at] == "的" and run[at + 1 :] in _COMPARED:
        return ""
    gains = {}
    for other in _PARTICLES.replace(run[at], ""):
        cost, _ = usage.cut(run[:at] + other + run[at + 1 :])
        gains[other] = base - cost
    best = max(gains, key=lambda other: gains[other])
    return best if gains[best] >= _LEAST[run[at] + best] else ""
