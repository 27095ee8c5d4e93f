"""Write the table of which words follow which in our own texts: resources/lexicon/usage.txt.

  python packaging/make_usage.py

Counted are texts of ours, cut into words by the frequencies of jieba's dictionary, and the words that it lacks held
together: the phrases of the library (blanks are boundaries), the annotated reports of the tests, the fixed expressions
of the lexicon, the sentences in `packaging/usage/texts`, and the collocations in `packaging/usage`: lines of groups,
every word of a group stands before every word of the next one. One line per word: the word, then every word that
follows it and how often.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.checks.lexicon_files import SPECIAL, _words
from assistant.phrases.library import load_phrases
from assistant.text.usage import COUNTED, ends
from assistant.text.words import Words

_HAN = re.compile("[一-鿿]+")
_BLANK = re.compile("【([^】]*)】")
_ADDED = -13.0
"""Natural logarithm of the probability that a word counts with that the dictionary lacks: that of a rare one it has."""


class Known(Words):
    """The words of the dictionary, and those of the lexicon that it lacks."""

    def __init__(self, folder: Path) -> None:
        """Read the words of the lexicon's folder."""
        super().__init__()
        self._added: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for _, word in _words(folder / "words.txt"):
            self._added[word[:2]][word] = _ADDED

    def beginning(self, two: str) -> Mapping[str, float]:
        """Return the words that begin with two characters, with their log probabilities."""
        known = super().beginning(two)
        return {**self._added[two], **known} if two in self._added else known


def corpus(resources: Path, keep: slice) -> Iterator[tuple[str, str, str]]:
    """Yield (run of characters, the word for what is before it, and for what is behind it), none where it was cut."""
    for phrase in load_phrases(resources / "phrases")[keep]:
        yield from _runs(_BLANK.sub(_filled, phrase.text))
    for path in sorted((ROOT / "tests" / "template" / "corpus").glob("*.txt")):
        _, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        yield from _runs(text)
    for path in sorted((ROOT / "packaging" / "usage" / "texts").glob("*.txt")):
        yield from _runs(path.read_text(encoding="utf-8"))
    for path in sorted((resources / "lexicon").glob("*.txt")):
        if path.name not in SPECIAL:
            for _, text in _words(path):
                for run in _HAN.findall(text):
                    yield run, "", ""
    yield from ((text, "", "") for text in sorted(collocations(ROOT / "packaging" / "usage")))


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    for found in _HAN.finditer(text):
        yield found.group(), *ends(text, *found.span())


def _filled(blank: re.Match[str]) -> str:
    """Return what stands for a blank: a figure for a count, a boundary for anything else."""
    return "1" if blank[1][-1:] in COUNTED else " "


def collocations(folder: Path) -> set[str]:
    """Return what the lines of groups say, each collocation once."""
    found: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                found.update(map("".join, product(*(group.split() for group in line.split("×")))))
    return found


def main(target: Path = ROOT / "resources" / "lexicon" / "usage.txt", keep: slice = slice(None)) -> int:
    """Write the table; `keep` takes only some of the phrases, for measurements."""
    words = Known(ROOT / "resources" / "lexicon")
    if Words.probability(words, "工作") is None:
        raise SystemExit("jieba is not installed here: without its dictionary nothing can be cut into words")
    followers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for run, before, behind in corpus(ROOT / "resources", keep):
        cut = [before, *(word for word, _ in words.cut(run)), behind]
        for one, other in pairwise(filter(None, cut)):
            followers[one][other] += 1
    lines = [
        " ".join((word, *(f"{other}{count}" for other, count in sorted(found.items()))))
        for word, found in sorted(followers.items())
    ]
    head = "# 哪个词后面跟哪个词、跟过几次：由 packaging/make_usage.py 从自己的词库和固定用语数出来，不要手改。\n"
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} words, {sum(map(len, followers.values()))} pairs in {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
