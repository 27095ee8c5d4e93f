"""Measure how the proofreading grows with the text: processor seconds for 5,000 to 1,000,000 unseen characters.

  python -m tests.bench.sizes [--most CHARACTERS]

The text is put together at random from the clauses of the annotated reports in `tests/template/corpus`, so that hardly
a sentence comes twice and none is found in a memo; the first check of some other text warms up, and what the program
does meanwhile is done.
"""

import argparse
import gc
import random
import re
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.paths import resources
from assistant.serving import ROUNDS

CORPUS = Path(__file__).resolve().parent.parent / "template" / "corpus"
SIZES = (5_000, 50_000, 250_000, 1_000_000)
SENTENCES, CLAUSES = (2, 6), (2, 5)


def clauses() -> list[str]:
    """Return the clauses of the reports, without their annotations."""
    found: set[str] = set()
    for path in CORPUS.glob("*.txt"):
        _, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        found.update(re.findall("[一-鿿0-9%“”、]{4,40}", text))
    return sorted(found)


def paragraphs(size: int, chance: random.Random, parts: list[str]) -> Iterator[str]:
    """Yield paragraphs of that many characters together."""
    left = size
    while left > 0:
        sentences = (
            "，".join(chance.sample(parts, chance.randint(*CLAUSES))) for _ in range(chance.randint(*SENTENCES))
        )
        text = "".join(f"{sentence}。" for sentence in sentences)
        left -= len(text)
        yield text


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--most", type=int, default=SIZES[-1])
    most = parser.parse_args(arguments).most
    chance, parts, number = random.Random(4), clauses(), count()
    rules = load_rules(resources() / "rules")

    def document(size: int) -> Document:
        return Document(tuple(Block(str(next(number)), (Run(text),)) for text in paragraphs(size, chance, parts)))

    check(document(SIZES[0]), (), rules, Context())
    for _ in rules.screen.made_ready():
        pass
    gc.freeze()  # as the worker does when its first job is done
    gc.set_threshold(*ROUNDS)
    for size in (size for size in SIZES if size <= most):
        text = document(size)
        begin = time.process_time()
        found = check(text, (), rules, Context())
        spent = time.process_time() - begin
        print(
            f"{size:>9} characters: {spent:.2f} s, {spent / size * 5_000_000:.0f} ms per 5,000, {len(found)} findings"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
