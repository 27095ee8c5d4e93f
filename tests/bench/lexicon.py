"""Measure the fuzzy lexicon on sentence pairs: precision, recall, what it flags in right text, and its speed.

  python -m tests.bench.lexicon [--show] PAIRS.tsv [CLEAN.txt …]

PAIRS.tsv holds lines of label, wrong sentence, right sentence, of equal length. A flag on a wrong sentence is right
where the sentences differ in its range; recall counts the wrong characters inside flagged ranges. Hints count only with
`--hints`.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from assistant.checks.grading import POSSIBLE
from assistant.checks.lexicon import GRADES, Lexicon
from assistant.checks.lexicon_files import load_lexicon
from assistant.checks.rule import Match
from assistant.paths import resources

AROUND = 8


def slips(lexicon: Lexicon, text: str, *, hints: bool) -> list[Match]:
    """Return the slips that stay when each place is objected to once: the surest first, then the longest."""
    kept: list[Match] = []
    found = [(number, match) for number, match in lexicon.find(text) if hints or GRADES[number] != POSSIBLE]
    for _, slip in sorted(found, key=lambda one: (one[0], one[1].start - one[1].end)):
        if not any(slip.start < other.end and other.start < slip.end for other in kept):
            kept.append(slip)
    return kept


def shown(text: str, slip: Match) -> str:
    """Return one slip with its surroundings."""
    before, behind = text[max(0, slip.start - AROUND) : slip.start], text[slip.end : slip.end + AROUND]
    return f"  {before}[{text[slip.start : slip.end]}]{behind} → {'/'.join(slip.replacements)}"


def on_pairs(lexicon: Lexicon, path: Path, *, show: bool, hints: bool) -> None:
    """Print precision and recall on the wrong sides, and the flags on the right sides."""
    rows = [line.split("\t")[-2:] for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [(bad, good) for bad, good in rows if len(bad) == len(good)]
    right = wrong = hit = errors = mended = clean = 0
    for bad, good in rows:
        places = {i for i, (one, other) in enumerate(zip(bad, good, strict=True)) if one != other}
        errors += len(places)
        for slip in slips(lexicon, bad, hints=hints):
            inside = places & set(range(slip.start, slip.end))
            hit += len(inside)
            right += bool(inside)
            wrong += not inside
            mended += good[slip.start : slip.end] in slip.replacements
            if show and not inside:
                print(shown(bad, slip))
        clean += len(slips(lexicon, good, hints=hints))
    print(f"{len(rows)} pairs, {errors} wrong characters: {right} right flags, {wrong} false")
    print(f"precision {right / max(right + wrong, 1):.1%}, recall {hit / max(errors, 1):.1%}, mended {mended}")
    print(f"flags on the right sides: {clean}")


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("clean", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print every false flag")
    parser.add_argument("--hints", action="store_true", help="count what is only a hint, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("words made from the dictionary", "words from their cache"):
            began = time.perf_counter()
            lexicon = load_lexicon(
                resources() / "lexicon", Path(folder), tuple((grade, i) for i, grade in enumerate(GRADES))
            )
            loaded = time.perf_counter() - began
            list(lexicon.find("开始读表"))
            print(
                f"{name}: lexicon {loaded * 1000:.0f} ms, words {(time.perf_counter() - began - loaded) * 1000:.0f} ms"
            )
    print(f"{len(lexicon.index.expressions)} expressions")
    on_pairs(lexicon, options.pairs, show=options.show, hints=options.hints)
    characters = 0
    began = time.perf_counter()
    for path in options.clean:
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            characters += len(line)
            for slip in slips(lexicon, line, hints=options.hints):
                print(shown(line, slip))
    if characters:
        speed = (time.perf_counter() - began) / characters * 5e6
        print(f"{characters} characters of clean text, {speed:.0f} ms per 5,000")
    return 0


if __name__ == "__main__":
    sys.exit(main())
