"""What the lexicon tells of one sentence: its slips, and how well it knows the words."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Slip:
    """An expression written wrong: where, what it could be, how sure; `odds` where the evidence was weighed."""

    start: int
    end: int
    rights: tuple[str, ...]
    grade: str
    odds: float | None = None


class Told(NamedTuple):
    """What a sentence tells: its slips, and what its words cost, by how many characters."""

    slips: tuple[Slip, ...]
    cost: float
    size: int
