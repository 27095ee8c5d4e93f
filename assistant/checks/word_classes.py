"""What words do in a sentence, as far as 的, 地, 得 and the order of words ask: a table by class."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MANNER, ADVERBS, QUALITIES, ACTIONS, EVENTS, RESULTS, SINGLE, THINGS = (
    *("状语", "只作状语", "定语", "动作", "名动", "补语", "单字动作", "事名"),
)
CLASSES = (MANNER, ADVERBS, QUALITIES, ACTIONS, EVENTS, RESULTS, SINGLE, THINGS)
"""How the lines of the table begin; what each of them holds stands there."""
SYNONYMS = "同义"
"""How a line begins that is a group of words of the same meaning."""


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
    synonyms: Mapping[str, frozenset[int]]
    """Words with the numbers of the groups of the same meaning that they are in."""


def word_classes(lines: Iterable[list[str]]) -> WordClasses:
    """Return the classes of a table: lines of words, the first of which names their class; raises ValueError."""
    words: dict[str, set[str]] = {name: set() for name in CLASSES}
    synonyms: dict[str, set[int]] = {}
    for number, (name, *members) in enumerate(lines):
        if name == SYNONYMS:
            for word in members:
                synonyms.setdefault(word, set()).add(number)
        elif name in words:
            words[name].update(members)
        else:
            raise ValueError(name)
    groups = {word: frozenset(numbers) for word, numbers in synonyms.items()}
    manner, adverbs, qualities, actions, events, results, single, things = (frozenset(words[name]) for name in CLASSES)
    return WordClasses(manner, adverbs, qualities, actions, events, results, single, things, groups)


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
