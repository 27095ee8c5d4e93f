"""Measure how often the panel holds the right phrase: hit@5 after 6, 8 and 10 typed characters.

    python tests/bench/phrase_hits.py [--bundled] [--split] [--drop WORD] [REPORT.txt ...]

Every report in turn is typed, the sentences of all others are the library, each with the section it stands in; with
`--bundled` the library is the one that comes with the program, and the sentences of `phrase_probes.txt` are typed, too.
A sentence counts where some sentence of the library shares at least 0.3 of its character pairs (F1) with it; a hit is a
first five that holds one with at least 0.8 of the best share there is. `--misses` prints the others with the best
phrase. `--split` and `--drop` as in `completion.py`.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.analysis import section_at
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.phrases.index import PhraseIndex, bigrams, build_index, search_key, without_number
from assistant.phrases.library import load_phrases
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


def probes() -> list[tuple[str, str]]:
    """Return (role, sentence) of the sentences written for this measurement."""
    lines = Path(__file__).with_name("phrase_probes.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("\t") for line in lines if not line.startswith("#")]
    return [(role, text) for role, _, text in pairs]


@dataclass
class Tally:
    """Sentences typed, those with a relative in the library, and the hits after so many characters."""

    typed: int = 0
    tries: int = 0
    hits: dict[int, int] = field(default_factory=lambda: dict.fromkeys(LENGTHS, 0))

    def __str__(self) -> str:
        shares = "  ".join(f"{length} characters {self.hits[length] / max(1, self.tries):.3f}" for length in LENGTHS)
        return f"{self.tries} of {self.typed} sentences have a relative; hit@5 {shares}"


def count(index: PhraseIndex, typed: Sequence[tuple[str, str]], tally: Tally, misses: bool) -> None:
    """Type sentences and count the hits."""
    places = {phrase.id: n for n, phrase in enumerate(index.phrases)}
    tally.typed += len(typed)
    for role, text, shares in tries(index, typed):
        tally.tries += 1
        for length in LENGTHS:
            offered = suggest(index, Query(role, text[:length]), 5)
            best = max((shares[places[one.phrase.id]] for one in offered), default=0.0)
            hit = best >= NEARLY_BEST * max(shares)
            tally.hits[length] += hit
            if misses and not hit:
                nearest = index.phrases[shares.index(max(shares))]
                print(f"  {role} {text[:length]}|{text[length:40]}… → {nearest.role} {nearest.text[:40]}…")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how often the right phrase is among the first five.")
    parser.add_argument("--bundled", action="store_true", help="against the library that comes with the program")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--drop", action="append", default=[])
    parser.add_argument("reports", nargs="*", type=Path)
    arguments = parser.parse_args()
    reports = {name: spoken(lines) for name, lines in read(arguments.reports, arguments.split, arguments.drop).items()}
    vocabulary = load_vocabulary(resources() / "phrases")
    if arguments.bundled:
        index = build_index(load_phrases(resources() / "phrases"), vocabulary)
        for name, typed in (("probes", probes()), ("reports", [pair for said in reports.values() for pair in said])):
            tally = Tally()
            count(index, typed, tally, arguments.misses)
            print(f"{name} against {len(index.phrases)} bundled phrases: {tally}")
        return
    tally = Tally()
    for name, typed in reports.items():
        others = [(role, text) for other, said in reports.items() if other != name for role, text in said]
        phrases = [Phrase(str(n), text, role) for n, (role, text) in enumerate(others)]
        count(build_index(phrases, vocabulary), typed, tally, arguments.misses)
    print(f"each report against the others: {tally}")


if __name__ == "__main__":
    main()
