"""What words do in a sentence, as far as 的, 地, 得 and the order of words ask: a table by class."""

from collections.abc import Iterable
from dataclasses import dataclass

MANNER, ADVERBS, QUALITIES, ACTIONS, EVENTS, RESULTS, SINGLE, THINGS = (
    *("状语", "只作状语", "定语", "动作", "名动", "补语", "单字动作", "事名"),
)
CLASSES = (MANNER, ADVERBS, QUALITIES, ACTIONS, EVENTS, RESULTS, SINGLE, THINGS)
"""How the lines of the table begin; what each of them holds stands there."""


@dataclass(frozen=True)
class WordClasses:
    """The words of each class."""

    manner: frozenset[str]
    adverbs: frozenset[str]
    qualities: frozenset[str]
    actions: frozenset[str]
    events: frozenset[str]
    results: frozenset[str]
    single: frozenset[str]
    things: frozenset[str]


def word_classes(lines: Iterable[list[str]]) -> WordClasses:
    """Return the classes of a table: lines of words, the first of which names their class; raises ValueError."""
    words: dict[str, set[str]] = {name: set() for name in CLASSES}
    for name, *members in lines:
        if name not in words:
            raise ValueError(name)
        words[name].update(members)
    return WordClasses(*(frozenset(words[name]) for name in CLASSES))


def ends_with(text: str, end: int, words: frozenset[str], longest: int = 6) -> str:
    """Return the longest word of a class that ends at a place of a text, empty where none does."""
    for size in range(min(longest, end), 0, -1):
        if text[end - size : end] in words:
            return text[end - size : end]
    return ""


def begins_with(text: str, start: int, words: frozenset[str], longest: int = 6) -> str:
    """Return the longest word of a class that begins at a place of a text, empty where none does."""
    for size in range(longest, 0, -1):
        if text[start : start + size] in words:
            return text[start : start + size]
    return ""
