"""Measure what tells that a word is written wrong, and write resources/lexicon/weights.toml.

  python packaging/make_grading.py --papers FILE... --reports FILE...

Papers are reports with marked errors (see tests/bench/papers.py), reports are flawless and must not have been counted
by make_usage.py: what was counted is never suspected.
"""

import argparse
import math
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.checks.evidence import NAMES  # noqa: E402 (the program lies beside this script)
from assistant.checks.lexicon import SENTENCE  # noqa: E402 (as above)
from assistant.checks.lexicon_files import WEIGHTS, load_lexicon  # noqa: E402 (as above)
from assistant.checks.slips import WordSlips  # noqa: E402 (as above)
from tests.bench.papers import read  # noqa: E402 (as above)

KIND = "字词"
EXPECTED = 1 / 800
"""Wrong words a character in a report that is proofread; what an error in a paper counts makes them as frequent."""
PENALTY, ROUNDS = 1.0, 40
CERTAIN, PROBABLE, POSSIBLE = 0.6, -0.75, -2.7
"""Odds from which slips are told whatever else may explain them, as such, and as hints.

In 322,000 characters of reports that were not counted 222, 269 and 366 slips had such odds, and 6, 15 and 112 words
that were right.
"""
Row = tuple[list[float], float, float]


def vector(known: dict[str, float]) -> list[float]:
    """Return the evidence in the order of its names."""
    return [known.get(name, 0.0) for name in NAMES]


def flawless(slips: WordSlips, reports: list[Path]) -> tuple[list[list[float]], int]:
    """Return the evidence of all that may be slips in flawless reports, and how many characters those have."""
    texts = [path.read_text(encoding="utf-8") for path in reports]
    told = [known for text in texts for found in SENTENCE.finditer(text) for _, known in slips.suspects(found.group())]
    return [vector(known) for known in told], sum(map(len, texts))


def marked(slips: WordSlips, papers: list[Path]) -> tuple[list[list[float]], int]:
    """Return the evidence of the marked slips that may be told, and how many are marked."""
    told: list[list[float]] = []
    count = 0
    for path in papers:
        document, faults = read(path)
        for number, block in enumerate(document.blocks):
            here = [fault for fault in faults if fault.paragraph == number and fault.kind == KIND]
            count += len(here)
            for found in SENTENCE.finditer(block.text) if here else ():
                for one, known in slips.suspects(found.group()):
                    start, end = one.start + found.start(), one.end + found.start()
                    if any(start <= fault.end and fault.start <= end for fault in here):
                        told.append(vector(known))
    return told, count


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of a system of linear equations."""
    size = len(right)
    lines = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(lines[row][at]))
        lines[at], lines[best] = lines[best], lines[at]
        for row in range(size):
            if row != at and lines[row][at]:
                factor = lines[row][at] / lines[at][at]
                lines[row] = [one - factor * other for one, other in zip(lines[row], lines[at], strict=True)]
    return [lines[row][size] / lines[row][row] for row in range(size)]


def fit(data: list[Row]) -> list[float]:
    """Return the weights that make what was seen likeliest (Newton's method, ridge penalty)."""
    size = len(NAMES)
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-PENALTY * weight for weight in weights]
        curve = [[PENALTY * (row == column) for column in range(size)] for row in range(size)]
        for values, slip, share in data:
            odds = math.fsum(weight * value for weight, value in zip(weights, values, strict=True))
            chance = 1 / (1 + math.exp(-odds))
            used = [at for at, value in enumerate(values) if value]
            for row in used:
                slope[row] += share * (slip - chance) * values[row]
                for column in used:
                    curve[row][column] += share * chance * (1 - chance) * values[row] * values[column]
        step = solve(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def main() -> int:
    """Measure and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--papers", nargs="+", type=Path, required=True)
    parser.add_argument("--reports", nargs="+", type=Path, required=True)
    given = parser.parse_args()
    folder = ROOT / "resources" / "lexicon"
    slips = load_lexicon(folder, None, ()).words
    assert slips is not None
    wrong, characters = flawless(slips, given.reports)
    right, errors = marked(slips, given.papers)
    share = EXPECTED * characters / errors
    data: list[Row] = [*((values, 0.0, 1.0) for values in wrong), *((values, 1.0, share) for values in right)]
    weights = fit(data)
    told = [(math.fsum(w * v for w, v in zip(weights, values, strict=True)), slip) for values, slip, _ in data]
    for name, least in (("certain", CERTAIN), ("probable", PROBABLE), ("possible", POSSIBLE)):
        found, false = (sum(odds >= least and slip == kind for odds, slip in told) for kind in (1.0, 0.0))
        print(f"{name}: {found} of {errors} slips, {1e4 * false / characters:.1f} false in 10,000 characters")
    lines = [f"{name} = {weight:.2f}" for name, weight in zip(NAMES, weights, strict=True)]
    header = "# 一处像是写错的词有多可疑：各项依据的权重（对数几率），由 packaging/make_grading.py 测得。\n"
    content = (
        f"{header}certain = {CERTAIN}\nprobable = {PROBABLE}\npossible = {POSSIBLE}\n\n[weights]\n"
        + "\n".join(lines)
        + "\n"
    )
    (folder / WEIGHTS).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
