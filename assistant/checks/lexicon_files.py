"""The files of the fuzzy lexicon: expressions, accepted wordings, readings, shapes. Strict, like the rule files."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from assistant.checks.anomalies import Anomalies
from assistant.checks.brands import brands
from assistant.checks.coinages import coinages
from assistant.checks.evidence import read_weights
from assistant.checks.lexicon import Lexicon
from assistant.checks.nearby import SHORTEST, NearbyIndex
from assistant.checks.similar import Similar, similar
from assistant.checks.slips import WordSlips
from assistant.checks.standins import StandIns
from assistant.checks.table import Table
from assistant.checks.threes import Threes
from assistant.checks.vocabulary import vocabulary
from assistant.checks.word_classes import WordClasses, word_classes
from assistant.errors import ResourceError
from assistant.text.usage import Usage, read_followers
from assistant.text.words import Words

THREES, TWOS, BRANDS, ALONE, COINED = "threes.txt", "twos.txt", "brands.txt", "alone.txt", "coined.txt"
READINGS, SHAPES, STROKES = "readings.txt", "shapes.txt", "strokes.txt"
ACCEPTED, WORDS, USAGE, CONFUSED = "accepted.txt", "words.txt", "usage.txt", "confused.txt"
CLASSES = "classes.txt"
WEIGHTS, STAND_INS = "weights.toml", "standins.txt"
IDIOMS = "idioms"
"""How the names of the files begin that list idioms."""
SPECIAL = frozenset(
    {
        READINGS,
        SHAPES,
        STROKES,
        ACCEPTED,
        WORDS,
        USAGE,
        CONFUSED,
        CLASSES,
        THREES,
        TWOS,
        BRANDS,
        COINED,
        ALONE,
        STAND_INS,
    }
)
"""Files with a meaning of their own; every other file of the folder lists expressions."""

_LONGEST = 40
_COMMON = -13.2
"""Log probability from which a word of the dictionary is one that people write."""


def load_lexicon(
    folder: Path, cache: Path | None, rules: tuple[tuple[str, int], ...], words: Words | None = None
) -> Lexicon:
    """Return the lexicon of a folder; `cache` is where the table of words is kept, `rules` grade → rule number.

    `words` is that table, where it has been made.

    Raises ResourceError, naming file and line, for an expression that is too short, too long, or listed twice.
    """
    expressions: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        if path.name in SPECIAL:
            continue
        for number, text in _words(path):
            if not SHORTEST <= len(text) <= _LONGEST:
                raise _wrong(path, number, f"{text}: an expression has {SHORTEST} to {_LONGEST} characters")
            if text in expressions:
                raise _wrong(path, number, f"{text}: also stands in {expressions[text]}")
            expressions[text] = path.name
    accepted = frozenset(text for _, text in _words(folder / ACCEPTED))
    both = accepted & expressions.keys()
    if both:
        raise _wrong(folder / ACCEPTED, 0, f"{min(both)}: also an expression")
    table = load_similar(folder)
    terms = frozenset(_terms(folder))
    words = words if words is not None else Words(cache)
    try:
        weights = read_weights(folder / WEIGHTS)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _wrong(folder / WEIGHTS, 0, str(error)) from error
    free = frozenset("".join(text for _, text in _words(folder / ALONE)))
    idioms = frozenset(text for text, name in expressions.items() if name.startswith(IDIOMS))
    stand_ins = StandIns(folder / STAND_INS)
    try:
        coined = coinages(parts for _, parts in _lines(folder / COINED))
    except ValueError as error:
        raise _wrong(folder / COINED, 0, f"{error}: characters, ×, and characters or * are expected") from error
    slips = WordSlips(
        lambda: _anomalies(folder, words, table),
        accepted,
        weights,
        free,
        expressions.keys(),
        idioms,
        stand_ins,
        coined,
        terms,
    )
    phrases = Threes(frozenset(text for _, text in _words(folder / THREES)), table, words.cut)
    try:
        names = brands((parts for _, parts in _lines(folder / BRANDS)), table)
    except ValueError as error:
        raise _wrong(folder / BRANDS, 0, f"{error}: names, ×, and what stands behind them are expected") from error
    short = (phrases.find, names.find)
    return Lexicon(NearbyIndex(expressions), accepted, table, words.cut, rules, slips, idioms, short)


def _terms(folder: Path) -> Iterator[str]:
    """Yield the terms of two characters; raises ResourceError for one of another size."""
    for number, text in _words(folder / TWOS):
        if len(text) != 2:
            raise _wrong(folder / TWOS, number, f"{text}: a term has two characters")
        yield text


@lru_cache(maxsize=2)
def load_similar(folder: Path) -> Similar:
    """Return which characters are taken for each other."""
    shapes = [text for _, text in _words(folder / SHAPES)]
    return similar(_characters(folder / READINGS), shapes, _characters(folder / STROKES))


def _anomalies(folder: Path, words: Words, table: Similar) -> Anomalies:
    """Return what finds slips in ordinary words; it takes a third of a second, so it is made at the first use."""
    path = folder / USAGE
    try:
        followers = read_followers(parts for _, parts in _lines(path))
    except ValueError as error:
        raise _wrong(path, 0, f"{error}: a word with its count is expected") from error
    usage = Usage(words, followers, tuple(word for name in (WORDS, TWOS) for _, word in _words(folder / name)))
    confused = [group for _, group in _lines(folder / CONFUSED)]
    classes = _classes(folder)
    return Anomalies(usage, table, vocabulary({*words.above(_COMMON), *usage.often()}, table, confused), classes)


@lru_cache(maxsize=8)
def words_of(folder: Path, names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of some classes of the lexicon of a folder."""
    return frozenset(word for _, (name, *words) in _lines(folder / CLASSES) if name in names for word in words)


def _classes(folder: Path) -> WordClasses:
    try:
        return word_classes(parts for _, parts in _lines(folder / CLASSES))
    except ValueError as error:
        raise _wrong(folder / CLASSES, 0, f"{error}: the name of a class is expected") from error


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, 0, str(error)) from error
    lines = enumerate(text.splitlines(), 1)
    return [(number, line.split()) for number, line in lines if not line.startswith("#")]


def _words(path: Path) -> list[tuple[int, str]]:
    """Return (number of the line, word) for every word of a file; a line that begins with # is a remark."""
    return [(number, word) for number, words in _lines(path) for word in words]


def _characters(path: Path) -> dict[str, str]:
    """Return a table of characters by syllable, or by a character that they are like."""
    table = {}
    for number, words in _lines(path):
        if len(words) != 2 or words[0] in table:
            raise _wrong(path, number, "a syllable or character, once, and its characters are expected")
        table[words[0]] = words[1]
    return table


def _wrong(path: Path, line: int, reason: str) -> ResourceError:
    return Table(path.name, f"line {line}", {}).wrong("", reason)
