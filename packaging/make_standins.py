"""Write what tells everyday characters apart that are taken for each other: resources/lexicon/standins.txt.

  python packaging/make_standins.py

Learned are the characters of `packaging/usage/standins.txt` in our own texts: wherever one of a group stands, the signs
around it (`checks/standins.py`) are taken, and their weights turned until they say which one it is (logistic
regression, steps by AdaGrad). Every fifth paragraph is kept back; by how much another character was likelier there,
where the one that stands is a word by itself, is what a finding needs: all places but one, which may be a slip.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from regression import Regression, Sample, rounded

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.checks.lexicon import SENTENCE  # noqa: E402 (the program lies beside this script)
from assistant.checks.standins import Group, plain, signs  # noqa: E402 (as above)
from assistant.phrases.library import load_phrases  # noqa: E402 (as above)
from assistant.text.words import Words  # noqa: E402 (as above)

REGRESSION = Regression(often=6, rounds=4, step=0.15, decay=0.0005)
_SMALL = 50
"""Hundredths by which the weights of a sign differ at least to be kept."""
_KEPT_BACK = 5
_LEAST, _MARGIN = 200, -40
"""Hundredths that a finding needs at least, and what is added to the most that was wrong, but once.

It must also make likelier words with its neighbours (`standins.StandIns`). In 53,000 characters of other reports 4 are
told wrongly; of 2,600 characters put wrong into them 59 % are told by this alone, 76 % with all that tells words (60 %
without).
"""
_RUN = re.compile("[一-鿿]+")


def paragraphs() -> Iterator[str]:
    """Yield the paragraphs of our texts."""
    for path in sorted((ROOT / "packaging" / "usage" / "texts").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()
    for path in sorted((ROOT / "tests" / "template" / "corpus").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").partition("\n\n")[2].splitlines()
    for phrase in load_phrases(ROOT / "resources" / "phrases"):
        yield phrase.text


def samples(sentences: list[str], characters: str) -> list[Sample]:
    """Return every place where one of the characters stands."""
    return [
        (tuple(signs(text, at)), characters.index(one))
        for text in sentences
        for at, one in enumerate(text)
        if one in characters
    ]


def alone(words: Words, text: str) -> Iterator[int]:
    """Yield where a character is a word by itself."""
    for found in _RUN.finditer(text):
        at = found.start()
        for word, _ in words.cut(found.group()):
            if len(word) == 1:
                yield at
            at += len(word)


def main(target: Path = ROOT / "resources" / "lexicon" / "standins.txt") -> int:
    """Write the file."""
    words = Words()
    lines = ["# 常用单字前后的字词各有多重：由 packaging/make_standins.py 从自己的文字学来，不要手改。"]
    learned: list[str] = []
    kept_back: list[tuple[str, int]] = []
    for number, paragraph in enumerate(paragraphs()):
        for found in SENTENCE.finditer(plain(paragraph)):
            if number % _KEPT_BACK:
                learned.append(found.group())
            else:
                kept_back += [(found.group(), at) for at in alone(words, found.group())]
    given = (ROOT / "packaging" / "usage" / "standins.txt").read_text(encoding="utf-8").splitlines()
    for characters in " ".join(line for line in given if not line.startswith("#")).split():
        weights = rounded(REGRESSION.learn(samples(learned, characters), len(characters)), _SMALL)
        group = Group(characters, 0, weights)
        wrong = sorted(group.likeliest(text, at)[1] for text, at in kept_back if text[at] in characters)
        least = max(_LEAST, wrong[-2] + _MARGIN)
        print(f"{characters}: {len(weights)} signs, {least}", flush=True)
        lines.append(f"= {characters} {least}")
        lines += [" ".join((sign, *map(str, row))) for sign, row in weights.items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
