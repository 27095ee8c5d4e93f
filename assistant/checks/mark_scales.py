"""What the signs of a place say for what may stand there: weights learned from our own texts, and their bounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.checks.mark_signs import LEXICAL
from assistant.checks.table import Table

Three = tuple[int, int, int]
Weights = Mapping[str, Three]
"""By sign, hundredths of a natural logarithm for what may stand at a place, over the first of it."""
_USUAL, _FEW = 2.6, 4
"""Words beside a mark that were never met in our kind of texts, and marks of which a paragraph is known by half."""


@lru_cache(maxsize=2)
def read_weights(path: Path) -> Weights:
    """Return the weights of a file, lines of a sign and three numbers; raises ResourceError naming file and line.

    Two rules weigh by one file, so it is kept.
    """
    weights: dict[str, Three] = {}
    line = ""
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                sign, one, two, three = line.split(" ")
                weights[sign] = int(one), int(two), int(three)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Table(path.name, "", {}).wrong(line, str(error)) from error
    return weights


@dataclass(frozen=True)
class Scales:
    """A file of weights, read at the first use, and how much likelier something else must be to be told.

    `least` says it in hundredths by what is written, for marks by the likelier one, too; `strange` is added for each
    word beside a mark that was never met, on the average of the paragraph, over what is usual.
    """

    path: Path
    choices: str
    least: Mapping[str, int]
    strange: int

    @cached_property
    def weights(self) -> Weights:
        """The weights: tens of thousands, so they are read when the first text is checked."""
        return read_weights(self.path)

    def sums(self, signs: Sequence[str]) -> tuple[int, int, int, int]:
        """Return what signs say together for each of the choices."""
        get = self.weights.get
        one = two = three = 0
        for sign in signs:
            weight = get(sign)
            if weight is not None:
                one += weight[0]
                two += weight[1]
                three += weight[2]
        return 0, one, two, three

    def likeliest(self, signs: Sequence[str], written: str) -> tuple[str, int]:
        """Return what is likeliest at a place, and by how much it is likelier than what is written."""
        sums = self.sums(signs)
        best = max(sums)
        return self.choices[sums.index(best)], best - sums[self.choices.index(written)]

    def strangeness(self, places: Iterable[Sequence[str]]) -> float:
        """Return what is asked for the words that were never met, from the signs of the marks of a paragraph."""
        weights = self.weights
        unmet = [sum(sign[0] in LEXICAL and sign not in weights for sign in signs) for signs in places]
        return self.strange * max(0.0, sum(unmet) - _USUAL * len(unmet)) / (len(unmet) + _FEW)
