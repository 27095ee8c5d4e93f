"""Write what the signs of a mark weigh: resources/lexicon/marks.txt, and joints.txt for places without one.

  python packaging/make_marks.py

Learned are the marks of our own texts: the sentences in `packaging/usage/texts`, the annotated reports of the tests and
the phrases of the library. Of every mark, and of every place inside an item, the signs are taken (`mark_signs`), and
their weights turned until they say what stands there (logistic regression with four outcomes, steps by AdaGrad).
One line per sign, with a weight in hundredths for each outcome but the first, over the first.
"""

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.checks.mark_signs import MARKS, PLACES, SHORTEST, items_and_marks, may_part, of_joint, of_mark
from assistant.phrases.library import load_phrases

Sample = tuple[tuple[str, ...], int]
"""The signs of a place, and the number of what stands there."""

_ENDS = tuple("。；！？：，")
_HEADED = re.compile("[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")
_OFTEN = 15
"""Times a sign is met from which on it is learned."""
_ROUNDS, _STEP, _DECAY = 5, 0.05, 0.002
_SHARE = 0.4
"""Share of the places without a mark that are learned: there are ten for every mark."""
_SMALL = 15
"""Hundredths by which the weights of a sign differ at most where it isn't worth keeping."""


def paragraphs(resources: Path) -> Iterator[str]:
    """Yield the paragraphs of our texts; in the files of sentences one ends before a heading, and where one is."""
    for path in sorted((ROOT / "packaging" / "usage" / "texts").glob("*.txt")):
        paragraph = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if _HEADED.match(line) or not line.endswith(_ENDS):
                yield paragraph
                paragraph = ""
            paragraph += line
        yield paragraph
    for path in sorted((ROOT / "tests" / "template" / "corpus").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").partition("\n\n")[2].splitlines()
    for phrase in load_phrases(resources / "phrases"):
        yield phrase.text


def written(texts: Iterable[str]) -> Iterator[Sample]:
    """Yield the marks of texts."""
    for text in texts:
        items, marks = items_and_marks(text)
        for number in range(1, len(items) - 3):
            mark = marks[number + 1]
            if mark in MARKS and items[number] and items[number + 1]:
                yield of_mark(items, marks, number), MARKS.index(mark)


def unwritten(texts: Iterable[str], dice: random.Random) -> Iterator[Sample]:
    """Yield places of texts without a mark, and those of marks as they would look without."""
    for text in texts:
        items, marks = items_and_marks(text)
        for number in range(1, len(items) - 2):
            item, other, mark = items[number], items[number + 1], marks[number + 1]
            for at in range(SHORTEST, len(item) - SHORTEST + 1):
                if may_part(item[at - 1], item[at]) and dice.random() < _SHARE:
                    yield of_joint(item[:at], item[at:], marks[number], mark), 0
            if mark in PLACES and min(len(item), len(other)) >= SHORTEST and may_part(item[-1], other[0]):
                yield of_joint(item, other, marks[number], marks[number + 2]), PLACES.index(mark)


def learn(samples: list[Sample]) -> dict[str, list[float]]:
    """Return the weights of the signs that are met often enough."""
    times = Counter(sign for signs, _ in samples for sign in signs)
    weights = {sign: [0.0] * 4 for sign, count in times.items() if count >= _OFTEN and " " not in sign}
    squares = {sign: [1e-6] * 4 for sign in weights}
    known = [([sign for sign in signs if sign in weights], right) for signs, right in samples]
    dice = random.Random(0)
    for _ in range(_ROUNDS):
        dice.shuffle(known)
        for signs, right in known:
            rows = [(weights[sign], squares[sign]) for sign in signs]
            sums = [sum(column) for column in zip(*(row for row, _ in rows), strict=True)] or [0.0] * 4
            most = max(sums)
            shares = [math.exp(one - most) for one in sums]
            whole = sum(shares)
            errors = [share / whole - (number == right) for number, share in enumerate(shares)]
            for row, square in rows:
                for number, error in enumerate(errors):
                    slope = error + _DECAY * row[number]
                    square[number] += slope * slope
                    row[number] -= _STEP * slope / math.sqrt(square[number])
    return weights


def write(path: Path, weights: dict[str, list[float]]) -> None:
    """Write the weights that make a difference."""
    lines = []
    for sign, row in sorted(weights.items()):
        numbers = [round(100 * (weight - row[0])) for weight in row]
        if max(numbers) - min(numbers) > _SMALL:
            lines.append(" ".join((sign, *map(str, numbers[1:]))))
    head = "# 标点前后的字词各有多重：由 packaging/make_marks.py 从自己的文字学来，不要手改。\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} signs in {path.name}")


def main(target: Path = ROOT / "resources" / "lexicon") -> int:
    """Write both files."""
    texts = [text.strip() for text in paragraphs(ROOT / "resources") if text.strip()]
    write(target / "marks.txt", learn(list(written(texts))))
    write(target / "joints.txt", learn(list(unwritten(texts, random.Random(1)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
