"""What speaks for a row of leads being headings: that they are alike, what they tell, and how they stand.

Everything is a small number; a row is taken for one of headings from `SURE` on, from `BESIDE` on where another row of
the text is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.template.likeness import likeness
from assistant.template.shape import Shape
from assistant.template.vocabulary import Vocabulary

SURE, BESIDE = 5, 3
_MANY = 2
"""What it says at most that leads are more than two."""
_DEFICITS = 3
"""What it says that all leads tell of something that is not as it should be."""
_OF_PROBLEMS = 1
"""What it says more where the section's heading speaks of problems."""
_PROBLEMS = frozenset({"problems", "problems_causes", "problems_next_steps"})
_WORK = frozenset({"main_work", "highlights", "next_steps", "rectification"})
"""What a section speaks of where such words are no evidence."""
_UNDERTAKEN = 2
"""What it says that all leads begin as headings of work do."""
_MARKED = 2
"""What it says that all leads have a line of their own, or a bullet."""
_TALKING = -3
"""What it says that a lead talks of us, of figures, of what is done already."""
_MIXED = -2
"""What it says that not the same mark stands behind all leads."""
SCATTERED = -1
"""What it says that leads have more than a paragraph each, or some of them none that is told by its first sentence."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A paragraph that may open with a heading, the mark behind it, and how many paragraphs it takes with its text."""

    shape: Shape
    text: str
    mark: str
    takes: int
    bulleted: bool


def weight(row: Sequence[Lead], role: str | None, words: Vocabulary) -> int:
    """Return what leads say for themselves as headings in a section whose heading speaks of a role."""
    texts = [lead.text for lead in row]
    result = likeness(texts) + min(len(row) - 2, _MANY)
    if role not in _WORK and all(words.tells("problems", text) or words.deficits.search(text) for text in texts):
        result += _DEFICITS + (_OF_PROBLEMS if role in _PROBLEMS else 0)
    result += _UNDERTAKEN if all(words.undertakes.match(text) for text in texts) else 0
    result += _MARKED if all(lead.bulleted or not lead.shape.run_in for lead in row) else 0
    result += _TALKING if any(words.talks.search(text) for text in texts) else 0
    return result + (_MIXED if len({lead.mark for lead in row}) > 1 else 0)


def covering(row: Sequence[Lead], paragraphs: int) -> int:
    """Return what it says how much of a section begins with a lead: all, all but a paragraph at an end, or less."""
    return max(1 - paragraphs + sum(lead.takes for lead in row), -1)
