"""Measure the proofreading on whole reports with marked errors: recall by class, and false alarms on the rest.

  python -m tests.bench.papers [--missed CLASS|all] [--false] FILE...

A FILE is a report, a line a paragraph, with its errors marked in place: `[[wrong→right|class]]`, `wrong` empty where
something is missing, `right` empty where something is too much. Lines before it that begin with `!` say what else is
known of the paper and are not part of it. An error counts as found where a finding touches it; where characters are
missing, where one touches the characters beside the place, and where half of a pair of marks is, where one is about the
other half. A false alarm is a finding of 疑似 or 必错 that touches no
error.
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.paths import data_folder, resources
from tests.bench.checks import reports_of
from tests.builders import doc

_MARK = re.compile(r"\[\[(?P<wrong>.*?)→(?P<right>.*?)\|(?P<kind>.*?)\]\]")
AROUND = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """A marked error: the number of its paragraph, from and to in code points, how it is marked."""

    paragraph: int
    start: int
    end: int
    kind: str
    mark: str


def read(path: Path) -> tuple[Document, list[Fault]]:
    """Return the paper as a careless writer left it, and its errors."""
    lines: list[str] = []
    faults: list[Fault] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("!") or not line.strip():
            continue
        text, at = "", 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()]
            start, at = len(text), mark.end()
            text += mark["wrong"]
            faults.append(Fault(len(lines), start, len(text), mark["kind"], mark.group()))
        lines.append(text + line[at:])
    return doc(*lines), faults


def touches(finding: Finding, fault: Fault, document: Document) -> bool:
    """Tell whether a finding is about the place of an error."""
    span = finding.span
    if span is None or span.block != document.blocks[fault.paragraph].id:
        return False
    if "unpaired" in finding.rule and any(mark in fault.mark[2:-2] for mark in "“”《》（）"):
        return True  # the mark that stands there is told, not the place of the one that is missing
    start, end = (fault.start, fault.end) if fault.start < fault.end else (fault.start - 1, fault.end + 1)
    return span.start < end and start < span.end


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--missed", help="print the errors of this class that nothing touches")
    parser.add_argument("--false", action="store_true", help="print the false alarms")
    options = parser.parse_args()
    rules = load_rules(resources() / "rules", data_folder())
    found: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    total: Counter[str] = Counter()
    false: Counter[Level] = Counter()
    size = 0
    for path in options.files:
        document, faults = read(path)
        size += sum(len(block.text) for block in document.blocks)
        reports, names = reports_of(document)
        findings = check(document, reports, rules, Context(), {}, roles=names)
        for fault in faults:
            touching = [finding for finding in findings if touches(finding, fault, document)]
            total[fault.kind] += 1
            found[fault.kind] += bool(touching)
            sure[fault.kind] += any(finding.level > Level.HINT for finding in touching)
            if not touching and options.missed in {fault.kind, "all"}:
                text = document.blocks[fault.paragraph].text
                left = text[max(0, fault.start - AROUND) : fault.start]
                print(f"missed {path.parent.name}/{path.stem} {left}{fault.mark}{text[fault.end : fault.end + AROUND]}")
        for finding in findings:
            if not any(touches(finding, fault, document) for fault in faults):
                false[finding.level] += 1
                if options.false:
                    print(f"false {path.parent.name}/{path.stem} {finding.level.label} {finding.rule} {finding.text}")
    for kind, count in sorted(total.items(), key=lambda item: -item[1]):
        print(f"{kind}: {found[kind]} of {count} ({found[kind] / count:.0%}), as 疑似 or 必错 {sure[kind]}")
    whole = max(sum(total.values()), 1)
    print(f"all: {sum(found.values())} of {sum(total.values())} ({sum(found.values()) / whole:.1%})")
    for level, count in sorted(false.items(), reverse=True):
        print(f"touching no error: {level.label} {count}, {count / max(size, 1) * 10000:.2f} per 10,000 characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
