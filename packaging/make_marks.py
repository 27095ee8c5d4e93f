"""Write what the signs of a mark weigh: resources/lexicon/marks.txt, and joints.txt for places without one.

  python packaging/make_marks.py

Learned are the marks of our own texts: the sentences in `packaging/usage/texts`, the annotated reports of the tests and
the phrases of the library. Of every mark, and of every place inside an item, the signs are taken (`mark_signs`), and
their weights turned until they say what stands there (logistic regression with four outcomes, steps by AdaGrad).
One line per sign, with a weight in hundredths for each outcome but the first, over the first.
"""

import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from regression import Regression, Sample, rounded

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.checks.mark_signs import MARKS, PLACES, SHORTEST, items_and_marks, may_part, of_joint, of_mark
from assistant.phrases.library import load_phrases

_ENDS = tuple("。；！？：，")
_HEADED = re.compile("[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")
REGRESSION = Regression(often=15, rounds=5, step=0.05, decay=0.002)
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


def write(path: Path, weights: dict[str, list[float]]) -> None:
    """Write the weights that make a difference."""
    lines = [" ".join((sign, *map(str, row))) for sign, row in rounded(weights, _SMALL).items()]
    head = "# 标点前后的字词各有多重：由 packaging/make_marks.py 从自己的文字学来，不要手改。\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} signs in {path.name}")


def main(target: Path = ROOT / "resources" / "lexicon") -> int:
    """Write both files."""
    texts = [text.strip() for text in paragraphs(ROOT / "resources") if text.strip()]
    write(target / "marks.txt", REGRESSION.learn(list(written(texts)), len(MARKS)))
    write(target / "joints.txt", REGRESSION.learn(list(unwritten(texts, random.Random(1))), len(PLACES)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
