"""A slip in an ordinary word, told as a whole word: as it stands and as it should."""

from dataclasses import dataclass

from assistant.checks.anomalies import Anomaly


@dataclass(frozen=True, slots=True)
class WordSlip:
    """A word written wrong: where, what it should be, how sure; `odds` where the evidence was weighed."""

    start: int
    end: int
    right: str
    grade: str
    odds: float | None = None


def as_word(one: Anomaly, text: str, grade: str) -> WordSlip:
    """Return the slip with the whole word around it, as it stands and as it should."""
    start = one.begin
    for word in one.window:
        end = start + len(word)
        if start <= one.start and one.start + len(one.right) <= end and (one.right or start < one.start < end):
            stop = end - len(one.right) + (one.end - one.start)
            return WordSlip(start, stop, word, grade)
        start = end
    size = one.end - one.start
    if not one.right and text[one.start - size : one.start] == text[one.start : one.end]:
        return WordSlip(one.start - size, one.end, text[one.start : one.end], grade)
    if not one.right and one.start and text[one.start - 1] == text[one.start]:
        return WordSlip(one.start - 1, one.end, text[one.start], grade)
    if not one.right and text[one.end : one.end + 1] == text[one.start : one.end]:
        return WordSlip(one.start, one.end + 1, text[one.start], grade)
    return WordSlip(one.start, one.end, one.right, grade)
