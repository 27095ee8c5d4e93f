"""Measure how well the structure of annotated reports is recognised.

Usage: python tests/bench/structure.py [FILE...]

Without FILE the corpus of the tests is measured. A FILE is a report (.txt, .docx …) with its annotation beside it
(FILE.json), a text of the corpus' own form (its first line begins with `=`), or one with marks in it (marked.py; its
first line begins with `!kind:`). The annotation has the shape of
`shuzhi outline --json`: {"reports": [{"kind", "first", "last", "headings": [{"paragraph", "level", "text", "role"}],
"missing": [...]}]}, so that it can be started from that output and corrected.
Prints heading F1 (paragraph, level and text right) as a whole and by level, role accuracy, reports whose kind and whose
set of missing sections is right, every exception, and the time per 10,000 characters.
"""

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from assistant import paths
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.session import open_file
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.bench.marked import bare, is_marked, read_marked
from tests.template.corpus import Entry, corpus, entry

_FRAME = frozenset({"salutation", "opening", "closing", "signature"})
Key = tuple[int, int, str]


@dataclass(frozen=True)
class Annotated:
    """One file: its document, the headings by (paragraph, level, text) with the roles that are right, and the reports.

    Of each report kind and missing sections are told. Marks in the text (`bare`) tell sections only, no salutation and
    the like, and headings without the stop behind them.
    """

    name: str
    document: Document
    headings: dict[Key, frozenset[str]]
    reports: list[tuple[str | None, frozenset[str]]]
    bare: bool = False


@dataclass
class Tally:
    """What was counted so far."""

    right: Counter[int] = field(default_factory=Counter)
    found: Counter[int] = field(default_factory=Counter)
    annotated: Counter[int] = field(default_factory=Counter)
    roles: int = 0
    kinds: int = 0
    missing: int = 0
    reports: int = 0


def main() -> int:
    """Measure the files named on the command line, or the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files
    texts = [_read(file) for file in files] if files else [_of_corpus(one) for one in corpus()]
    templates = load_templates(paths.resources() / "templates")
    tally = Tally()
    characters, seconds = 0, 0.0
    for one in texts:
        characters += sum(len(block.text) for block in one.document.blocks)
        begin = time.perf_counter()
        found = recognise(one.document, templates, Context())
        seconds += time.perf_counter() - begin
        _compare(one, found, tally)
    _print(tally)
    print(f"time               {seconds / max(characters, 1) * 1e7:.2f} ms per 10,000 characters ({characters} read)")
    return 0


def _read(file: Path) -> Annotated:
    if file.suffix == ".txt" and file.read_text(encoding="utf-8-sig").startswith("="):
        return _of_corpus(entry(file))
    if is_marked(file):
        marked = read_marked(file)
        return Annotated(file.stem, marked.document, marked.headings, [(marked.kind, marked.missing)], bare=True)
    document = open_file(file).opened.document
    positions = {block.origin: i for i, block in enumerate(document.blocks)}
    wanted = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))["reports"]
    headings = {
        (positions.get(h["paragraph"], -1), h["level"], h["text"]): frozenset({h["role"]})
        for one in wanted
        for h in one["headings"]
    }
    return Annotated(file.name, document, headings, [(one.get("kind"), frozenset(one["missing"])) for one in wanted])


def _of_corpus(one: Entry) -> Annotated:
    headings = {(heading.paragraph, heading.level, heading.text): frozenset({heading.role}) for heading in one.headings}
    return Annotated(one.name, one.document, headings, list(one.reports))


def _compare(one: Annotated, reports: tuple[Report, ...], tally: Tally) -> None:
    found = {
        (h.index, h.level, bare(h.text) if one.bare else h.text): h.role
        for report in reports
        for h in (report.all_headings if one.bare else report.headings)
    }
    for key in sorted(one.headings.keys() - found.keys()):
        print(f"{one.name}: not found {key}")
    for key in sorted(found.keys() - one.headings.keys()):
        print(f"{one.name}: not a heading {key}")
    right = one.headings.keys() & found.keys()
    for key in sorted(right):
        if found[key] not in one.headings[key]:
            print(f"{one.name}: role {found[key]}, annotated {sorted(one.headings[key])}: {key}")
    tally.roles += sum(found[key] in one.headings[key] for key in right)
    tally.right.update(level for _, level, _ in right)
    tally.found.update(level for _, level, _ in found)
    tally.annotated.update(level for _, level, _ in one.headings)
    if len(one.reports) != len(reports):
        print(f"{one.name}: {len(reports)} reports, {len(one.reports)} annotated")
    tally.reports += len(one.reports)
    for report, (kind, missing) in zip(reports, one.reports, strict=False):
        tally.kinds += kind in {None, report.kind}
        frame = _FRAME if one.bare else frozenset()
        right = set(report.missing) - frame == missing - frame
        tally.missing += right
        if kind not in {None, report.kind} or not right:
            print(f"{one.name}: {report.kind} without {report.missing}, annotated {kind} without {sorted(missing)}")


def _print(tally: Tally) -> None:
    def f1(levels: set[int]) -> str:
        right, found, wanted = (
            sum(counter[level] for level in levels) for counter in (tally.right, tally.found, tally.annotated)
        )
        return f"{2 * right / max(found + wanted, 1):.4f} ({right} right, {found} found, {wanted} annotated)"

    levels = set(tally.found) | set(tally.annotated)
    print(f"heading F1         {f1(levels)}")
    for level in sorted(levels):
        print(f"  level {level}          {f1({level})}")
    print(f"role accuracy      {tally.roles / max(tally.right.total(), 1):.4f}")
    print(f"kinds right        {tally.kinds} of {tally.reports}")
    print(f"missing sets right {tally.missing} of {tally.reports}")


if __name__ == "__main__":
    raise SystemExit(main())
