"""Measure the proofreading on sentences of ours with one slip each: found, and mended, by class of error.

  python -m tests.bench.slips [--missed] [PAIRS.tsv]

Lines of class, wrong sentence, right sentence. A slip is found where a finding (no hint) touches the place where the
two differ and the right sentence does not have it; it is mended where its first fix makes the right sentence.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.checks.rule_set import RuleSet
from assistant.paths import data_folder, resources

PAIRS = Path(__file__).with_suffix(".tsv")


def alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def found(rules: RuleSet, wrong: str, right: str) -> list[Finding]:
    """Return the findings at the place where two sentences differ that only the wrong one has."""
    start, end = alike(wrong, right), len(wrong) - alike(wrong[::-1], right[::-1])
    clean = {(finding.rule, finding.text) for finding in find_text(rules, right, 2025)}
    return [
        finding
        for finding in find_text(rules, wrong, 2025)
        if (span := finding.span) is not None
        and finding.level > Level.HINT
        and (finding.rule, finding.text) not in clean
        and span.start <= max(start, end) + 1
        and min(start, end) - 1 <= span.end
    ]


def mends(finding: Finding, wrong: str, right: str) -> bool:
    """Tell whether the first fix of a finding makes the right sentence."""
    span = finding.span
    if span is None or not finding.fixes or finding.fixes[0].replacement is None:
        return False
    return wrong[: span.start] + finding.fixes[0].replacement + wrong[span.end :] == right


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("--missed", action="store_true", help="print what is missed")
    options = parser.parse_args()
    rules = load_rules(resources() / "rules", data_folder())
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in options.pairs.read_text(encoding="utf-8").splitlines():
        name, wrong, right = line.split("\t")
        hits = found(rules, wrong, right)
        for count in (counts[name], counts["全部"]):
            count[0] += 1
            count[1] += bool(hits)
            count[2] += any(mends(hit, wrong, right) for hit in hits)
        if options.missed and not hits:
            print(f"  {name} {wrong}")
    for name, (tried, hit, mended) in counts.items():
        print(f"{name}: {hit} found, {mended} mended, of {tried}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
