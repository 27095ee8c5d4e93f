"""What speaks for a slip in an ordinary word, and how sure it all makes it.

The evidence is weighed by the logarithm of the odds that the place is a slip (logistic regression). The weights were
measured on reports with marked errors and on flawless reports whose words had not been counted; errors count as often
as in a report that is read for the last time. `packaging/make_grading.py` measures them again.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.checks.anomalies import Anomaly
from assistant.checks.grading import ATTESTED, KINDS, POSSIBLE, PROBABLE
from assistant.checks.vocabulary import Vocabulary
from assistant.text.usage import Usage

ALWAYS, GAIN, ONE_PAIR, PAIRS, SEEN, QUOTED, LISTED, CONFUSED, RARE, NEW, COUNTED, SINGLE, LONG, MEANT = FACTS = (
    *("always", "gain", "one_pair", "pairs", "seen", "quoted", "listed", "confused", "rare", "new", "counted"),
    *("single", "long", "meant"),
)
NAMES = (*KINDS, *FACTS)
"""What may be known of a slip: its kind, how much likelier the text gets (in tens of nats), what is attested, and more.

One of the mended words is attested, or more; the share of the pairs of words around that are; it stands in quotation
marks; the two words are listed as taken for each other, or are single characters that are; what is written is rare (its
cost, in tens of nats), or was never counted; it counts something; the word that is meant is a single character, longer
than two, or rare.
"""
_MOST, _TEN = 20.0, 10.0
"""Gain above which more says nothing more, and what gains and costs are divided by."""
_PAIR = 2
"""Characters of most words."""
_UNKNOWN = 24.0
"""What it costs to write what no table has."""


def evidence(one: Anomaly, text: str, kind: str, usage: Usage, vocabulary: Vocabulary) -> dict[str, float]:
    """Return what is known of a slip, by name."""
    written = text[one.start : one.end]
    pairs = [usage.seen(word, follow) for word, follow in zip(one.window, one.window[1:], strict=False)]
    opened = text.rfind("“", 0, one.start)
    cost = usage.alone(written) if written else None
    attested = min(one.attested, ATTESTED)
    meant = _meant(one)
    listed = one.right in vocabulary.confused.get(written, ())
    return {
        kind: 1.0,
        ALWAYS: 1.0,
        GAIN: min(one.gain, _MOST) / _TEN,
        ONE_PAIR: float(attested == 1),
        PAIRS: float(attested == ATTESTED),
        SEEN: sum(pairs) / max(1, len(pairs)),
        QUOTED: float(opened >= 0 and "”" not in text[opened : one.start]),
        LISTED: float(listed),
        CONFUSED: float(listed and len(meant) == 1),
        RARE: (_UNKNOWN if cost is None else cost) / _TEN,
        NEW: float(not usage.count(written)),
        COUNTED: float(text[one.start - 1 : one.start].isdigit()),
        SINGLE: float(len(meant) == 1),
        LONG: float(len(meant) > _PAIR),
        MEANT: (usage.alone(meant) or _UNKNOWN) / _TEN if meant else 0.0,
    }


def _meant(one: Anomaly) -> str:
    """Return the word that a slip was to be, or was to be part of; empty where something is too much."""
    start = one.begin
    for word in one.window:
        if one.right and start <= one.start < start + len(word):
            return word
        start += len(word)
    return ""


@dataclass(frozen=True)
class Weights:
    """What each piece of evidence adds to the odds, and the odds from which a slip is certain, probable, possible.

    What is certain is told even where a name or a coinage might explain it.
    """

    weights: Mapping[str, float]
    certain: float
    probable: float
    possible: float

    def odds(self, known: Mapping[str, float]) -> float:
        """Return the logarithm of the odds that a place is a slip."""
        return math.fsum(self.weights[name] * value for name, value in known.items())

    def grade(self, known: Mapping[str, float]) -> str:
        """Return the grade of a slip, empty where it is hardly one."""
        odds = self.odds(known)
        # Behind a figure stands what is counted, and anything may be.
        probable = odds >= (self.certain if known.get(COUNTED) else self.probable)
        return PROBABLE if probable else POSSIBLE if odds >= self.possible else ""


def read_weights(path: Path) -> Weights:
    """Return the weights of a file; raises ValueError or OSError for one that is damaged, lacks or has too much."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    given = content.get("weights", {})
    unlike = sorted(set(NAMES) ^ given.keys())
    if unlike:
        raise ValueError(f"{unlike[0]}: a weight for each of {', '.join(NAMES)} is expected")
    values = {name: float(value) for name, value in given.items()}
    return Weights(values, *(float(content[name]) for name in ("certain", "probable", "possible")))
