"""Write the tables of which mark usually stands where: marks.txt and partings.txt in resources/lexicon.

  python packaging/make_marks.py REPORT.txt…

Learned are the marks of well punctuated reports, a line a paragraph, of the annotated reports of the tests and, for
which mark it is, of the phrases. Errors marked as `[[wrong→right|class]]` are put right first. The tables are
regressions (AdaGrad, the mean of the later rounds): which mark it is, and whether there is one at all, rounded to
hundredths; signs that are rare or say little are left out.
"""

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.phrases.library import load_phrases  # noqa: E402
from assistant.text.marks import MARKS, places  # noqa: E402
from assistant.text.partings import parted, unparted  # noqa: E402

_ROUNDS, _MEANT_FROM = 8, 2
_RATE = 0.1
_SEEN = 4
"""How often a sign must have been met."""
_LEAST = 0.1
"""How far the weight of a sign must be from nothing for one mark at least."""
_SEEN_HERE, _LEAST_HERE, _ROUNDS_HERE, _SURE = 12, 0.35, 4, 0.003
"""The same for whether there is a mark, and how little wrong teaches nothing any more."""
_BLANK = re.compile(r"\s")
_ERROR = re.compile(r"\[\[.*?→(.*?)\|.*?\]\]")

Sample = tuple[tuple[int, ...], int]


def paragraphs(papers: list[Path]) -> Iterator[str]:
    """Yield the paragraphs to learn from."""
    for path in papers:
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (_ERROR.sub(r"\1", line) for line in lines if line.strip() and not line.startswith("!"))
    for path in sorted((ROOT / "tests" / "template" / "corpus").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").partition("\n\n")[2].splitlines():
            yield line.rpartition("|")[2]


def learn(samples: list[Sample], count: int) -> list[list[float]]:
    """Return the weights of every sign."""
    weights = [[0.0] * len(MARKS) for _ in range(count)]
    means = [[0.0] * len(MARKS) for _ in range(count)]
    squares = [0.001] * count
    order = list(range(len(samples)))
    chance = random.Random(1)
    for turn in range(_ROUNDS):
        chance.shuffle(order)
        for number in order:
            signs, mark = samples[number]
            wrong = _likely([sum(column) for column in zip(*(weights[sign] for sign in signs), strict=True)])
            wrong[mark] -= 1
            square = sum(value * value for value in wrong)
            for sign in signs:
                squares[sign] += square
                step = _RATE / math.sqrt(squares[sign])
                weights[sign] = [weight - step * value for weight, value in zip(weights[sign], wrong, strict=True)]
        if turn >= _MEANT_FROM:
            for mean, weight in zip(means, weights, strict=True):
                for column, value in enumerate(weight):
                    mean[column] += value / (_ROUNDS - _MEANT_FROM)
    return means


def _likely(sums: list[float]) -> list[float]:
    high = max(sums)
    powers = [math.exp(value - high) for value in sums]
    return [value / sum(powers) for value in powers]


def numbered(signs: list[tuple[str, ...]], least: int) -> tuple[dict[str, int], list[tuple[int, ...]]]:
    """Return the number of every sign met often enough, and the signs as numbers."""
    seen = Counter(sign for some in signs for sign in set(some))
    often = (sign for sign, times in seen.items() if times >= least and not _BLANK.search(sign))
    numbers = {sign: number for number, sign in enumerate(often)}
    return numbers, [tuple(numbers[sign] for sign in some if sign in numbers) for some in signs]


def which(texts: list[str]) -> dict[str, tuple[int, ...]]:
    """Return the weights of the signs for each mark."""
    found = [place for text in texts for place in places(text)]
    numbers, signs = numbered([place.signs for place in found], _SEEN)
    samples = list(zip(signs, (MARKS.index(place.mark) for place in found), strict=True))
    weights = learn(samples, len(numbers))
    kept = {}
    for sign, number in numbers.items():
        middle = sum(weights[number]) / len(MARKS)
        if max(abs(value - middle) for value in weights[number]) >= _LEAST:
            kept[sign] = tuple(round((value - middle) * 100) for value in weights[number])
    return kept


def whether(texts: list[str]) -> dict[str, tuple[int, ...]]:
    """Return the weights of the signs for a mark against none."""
    found = [gap for text in texts for gap in (*parted(text), *unparted(text, {}, 0))]
    numbers, signs = numbered([tuple(gap.signs) for gap in found], _SEEN_HERE)
    samples = [(some, bool(gap.mark)) for some, gap in zip(signs, found, strict=True)]
    weights = learn_whether(samples, len(numbers))
    return {
        sign: (round(weights[number] * 100),) for sign, number in numbers.items() if abs(weights[number]) >= _LEAST_HERE
    }


def learn_whether(samples: list[tuple[tuple[int, ...], bool]], count: int) -> list[float]:
    """Return the weight of every sign."""
    weights, means, squares = [0.0] * count, [0.0] * count, [0.001] * count
    order = list(range(len(samples)))
    chance = random.Random(1)
    for turn in range(_ROUNDS_HERE):
        chance.shuffle(order)
        for number in order:
            signs, mark = samples[number]
            wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[sign] for sign in signs))))) - mark
            if abs(wrong) < _SURE:
                continue
            for sign in signs:
                squares[sign] += wrong * wrong
                weights[sign] -= _RATE * wrong / math.sqrt(squares[sign])
        if turn > 0:
            means = [mean + weight / (_ROUNDS_HERE - 1) for mean, weight in zip(means, weights, strict=True)]
    return means


def main(folder: Path = ROOT / "resources" / "lexicon") -> int:
    """Write the tables."""
    texts = list(paragraphs([Path(name) for name in sys.argv[1:]]))
    phrases = [phrase.text for phrase in load_phrases(ROOT / "resources" / "phrases")]
    write(folder / "marks.txt", f"标点前后的字词各支持 {' '.join(MARKS)} 几分", which(texts + phrases))
    write(folder / "partings.txt", "两段话之间的字词各支持有标点几分", whether(texts))
    return 0


def write(target: Path, what: str, weights: dict[str, tuple[int, ...]]) -> None:
    """Write a table."""
    lines = [" ".join((sign, *map(str, values))) for sign, values in sorted(weights.items())]
    head = f"# {what}：由 packaging/make_marks.py 学来，不要手改。\n"
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} signs in {target.name}")


if __name__ == "__main__":
    sys.exit(main())
