"""The files of the fuzzy lexicon: expressions, accepted wordings, readings, shapes. Strict, like the rule files."""

from pathlib import Path

from assistant.checks.lexicon import Lexicon
from assistant.checks.nearby import SHORTEST, NearbyIndex
from assistant.checks.similar import similar
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.words import Words

READINGS, SHAPES, ACCEPTED = "readings.txt", "shapes.txt", "accepted.txt"
"""Files with a meaning of their own; every other file of the folder lists expressions."""

_LONGEST = 40


def load_lexicon(folder: Path, cache: Path | None, rules: tuple[tuple[str, int], ...]) -> Lexicon:
    """Return the lexicon of a folder; `cache` is where the table of words is kept, `rules` grade → rule number.

    Raises ResourceError, naming file and line, for an expression that is too short, too long, or listed twice.
    """
    expressions: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        if path.name in {READINGS, SHAPES, ACCEPTED}:
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
    shapes = [text for _, text in _words(folder / SHAPES)]
    table = similar(_readings(folder / READINGS), shapes)
    return Lexicon(NearbyIndex(expressions), accepted, table, Words(cache).cut, rules)


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


def _readings(path: Path) -> dict[str, str]:
    readings = {}
    for number, words in _lines(path):
        if len(words) != 2 or words[0] in readings:
            raise _wrong(path, number, "a syllable, once, and its characters are expected")
        readings[words[0]] = words[1]
    return readings


def _wrong(path: Path, line: int, reason: str) -> ResourceError:
    return Table(path.name, f"line {line}", {}).wrong("", reason)
