"""Rules over groups of words: one frame, and for each group which words belong there and which do not.

What goes with what (力度 is 大, a 突击队 is counted in 支) is a table; the frame says where in a sentence it shows.
Where any word of a sort may stand, a group has `(?P<word>[一-鿿]{2})` and names in `are` the classes of words that it
is looked up in: verbs and nouns that one rule needs are there for all of them.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.pairs import Guard
from assistant.checks.pattern import Pattern
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.checks.word_classes import CLASSES
from assistant.text.kept_needs import KeptNeeds

HEADS, WRONG = "{heads}", "{wrong}"
"""Where the words of a group stand in the frame."""
WORD = "(?P<word>"
"""How the part of a group begins that is a word of some class."""

WordsOf = Callable[[tuple[str, ...]], Collection[str]]
"""Returns all words of some classes."""


@dataclass(frozen=True)
class Grouped:
    """The patterns of all groups."""

    patterns: Sequence[Pattern]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the matches of every group."""
        for pattern in self.patterns:
            yield from pattern(text)


def grouped(table: Table, guard: Guard, needs: KeptNeeds, words_of: WordsOf) -> Grouped:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    frame = table.text("pattern")
    patterns = []
    for group in table.tables("groups"):
        group.refuse_unknown({"heads", "wrong", "right", "are"})
        heads = group.text("heads")
        wrong = group.text("wrong") if group.has("wrong") else heads
        source = frame.replace(HEADS, heads).replace(WRONG, wrong)
        right = (group.text("right", empty=True),) if group.has("right") else ()
        are = group.choices("are", CLASSES, ())
        if bool(are) != (WORD in source):
            raise group.wrong("are", f"the classes of what stands as {WORD}…) are expected, and only there")
        words = words_of(are) if are else ()
        patterns.append(Pattern(source, needs(source), right, guard, words, needs.confined(source)))
    if not patterns or HEADS not in frame:
        raise table.wrong("groups", "a frame with {heads} and a group or more is expected")
    return Grouped(tuple(patterns))
