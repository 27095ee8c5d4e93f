"""Measure how often the panel holds the right phrase: hit@5 after 6, 8 and 10 typed characters.

    python tests/bench/phrase_hits.py [--split] [--drop WORD] REPORT.txt ...

Every report in turn is typed, the sentences of all others are the library, each with the section it stands in. A
sentence counts where some sentence of the library shares at least 0.3 of its character pairs (F1) with it; a hit is a
first five that holds one with at least 0.8 of the best share there is. `--split` and `--drop` as in `completion.py`.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.analysis import section_at
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.phrases.index import PhraseIndex, bigrams, build_index, search_key, without_number
from assistant.phrases.phrase import Phrase
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import load_vocabulary
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from assistant.text.sentences import sentences
from tests.bench.completion import read

LENGTHS = (6, 8, 10)
ELIGIBLE, NEARLY_BEST = 0.3, 0.8
SHORTEST = 12


def spoken(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return (role, sentence) of everything a report says in its sections."""
    document = Document(identified([Block("", (Run(line),)) for line in lines]), (), None)
    found = []
    for report in recognise(document, load_templates(resources() / "templates"), Context()):
        for index in range(report.first, report.last + 1):
            section = section_at(report, index)
            role = section.role if section is not None else "other"
            for sentence in sentences(document.blocks[index].text):
                text = without_number(sentence.text)
                if len(text) >= SHORTEST and role not in ("title", "byline", "signature", "salutation"):
                    found.append((role, text))
    return found


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the F1 of two sets of pairs."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def tries(index: PhraseIndex, typed: Sequence[tuple[str, str]]) -> list[tuple[str, str, list[float]]]:
    """Return (role, sentence, its likeness to every phrase) of the sentences that have a relative."""
    grams = [frozenset(bigrams(key)) for key in index.keys]
    found = []
    for role, text in typed:
        own = frozenset(bigrams(search_key(text)))
        shares = [likeness(own, other) for other in grams]
        if max(shares, default=0) >= ELIGIBLE:
            found.append((role, text, shares))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how often the right phrase is among the first five.")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--drop", action="append", default=[])
    parser.add_argument("reports", nargs="+", type=Path)
    arguments = parser.parse_args()
    reports = {name: spoken(lines) for name, lines in read(arguments.reports, arguments.split, arguments.drop).items()}
    vocabulary = load_vocabulary(resources() / "phrases")
    hits, all_tries, all_typed = dict.fromkeys(LENGTHS, 0), 0, 0
    for name, typed in reports.items():
        others = [(role, text) for other, said in reports.items() if other != name for role, text in said]
        phrases = [Phrase(str(n), text, role) for n, (role, text) in enumerate(others)]
        index = build_index(phrases, vocabulary)
        chosen = tries(index, typed)
        all_tries, all_typed = all_tries + len(chosen), all_typed + len(typed)
        for role, text, shares in chosen:
            for length in LENGTHS:
                offered = suggest(index, Query(role, text[:length]), 5)
                best = max((shares[int(one.phrase.id)] for one in offered), default=0.0)
                hits[length] += best >= NEARLY_BEST * max(shares)
    print(f"{all_tries} of {all_typed} sentences have a relative in the other reports")
    print("hit@5 " + "  ".join(f"{length} characters {hits[length] / max(1, all_tries):.3f}" for length in LENGTHS))


if __name__ == "__main__":
    main()
