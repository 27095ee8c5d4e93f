"""Measure how well the structure of annotated reports is recognised.

Usage: python tests/bench/structure.py REPORT.txt...   (REPORT.txt.json beside each: the right outline)

The annotation has the shape of `shuzhi outline --json`: {"reports": [{"kind", "first", "last", "headings":
[{"paragraph", "level", "text", "role"}], "missing": [...]}]}, so that it can be started from that output and corrected.
Prints heading F1 (paragraph, level and text right), level accuracy, role accuracy, reports whose set of missing
sections is right, every exception, and the time per 10,000 characters.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from assistant import paths  # noqa: E402
from assistant.document.context import Context  # noqa: E402
from assistant.document.outline import Report  # noqa: E402
from assistant.template.report import load_templates  # noqa: E402
from assistant.template.structure import recognise  # noqa: E402
from tests import builders  # noqa: E402

Key = tuple[int, int, str]


def main() -> int:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    files = parser.parse_args().files
    templates = load_templates(paths.resources() / "templates")
    counts = dict.fromkeys(("right", "found", "annotated", "level", "role", "placed", "missing", "reports"), 0)
    characters, seconds = 0, 0.0
    for file in files:
        text = file.read_text(encoding="utf-8-sig")
        document = builders.text(text.removesuffix("\n"))
        characters += sum(len(block.text) for block in document.blocks)
        begin = time.perf_counter()
        found = recognise(document, templates, Context())
        seconds += time.perf_counter() - begin
        wanted = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))["reports"]
        if len(wanted) != len(found):
            print(f"{file.name}: {len(found)} reports, {len(wanted)} annotated")
        for report, annotation in zip(found, wanted, strict=False):
            _compare(file.name, report, annotation, counts)
    _print(counts)
    print(f"time               {seconds / max(characters, 1) * 1e7:.2f} ms per 10,000 characters ({characters} read)")
    return 0


def _compare(name: str, report: Report, annotation: dict[str, Any], counts: dict[str, int]) -> None:
    found = {(h.index, h.level, h.text): h.role for h in report.headings}
    wanted: dict[Key, str] = {(h["paragraph"], h["level"], h["text"]): h["role"] for h in annotation["headings"]}
    for key in sorted(wanted.keys() - found.keys()):
        print(f"{name}: not found {key}")
    for key in sorted(found.keys() - wanted.keys()):
        print(f"{name}: not a heading {key}")
    levels = {(index, text): level for index, level, text in wanted}
    both = [(level, levels[index, text]) for index, level, text in found if (index, text) in levels]
    counts["placed"] += len(both)
    counts["level"] += sum(one == other for one, other in both)
    right = wanted.keys() & found.keys()
    for key in sorted(right):
        if wanted[key] != found[key]:
            print(f"{name}: role {found[key]}, annotated {wanted[key]}: {key}")
    counts["role"] += sum(wanted[key] == found[key] for key in right)
    counts["right"] += len(right)
    counts["found"] += len(found)
    counts["annotated"] += len(wanted)
    counts["reports"] += 1
    counts["missing"] += set(report.missing) == set(annotation["missing"])
    if set(report.missing) != set(annotation["missing"]):
        print(f"{name}: missing {report.missing}, annotated {annotation['missing']}")
    for key in ("kind", "first", "last"):
        if key in annotation and annotation[key] != getattr(report, key):
            print(f"{name}: {key} {getattr(report, key)}, annotated {annotation[key]}")


def _print(counts: dict[str, int]) -> None:
    f1 = 2 * counts["right"] / max(counts["found"] + counts["annotated"], 1)
    print(f"heading F1         {f1:.4f} ({counts['right']} right, {counts['found']} found)")
    print(f"level accuracy     {counts['level'] / max(counts['placed'], 1):.4f}")
    print(f"role accuracy      {counts['role'] / max(counts['right'], 1):.4f}")
    print(f"missing sets right {counts['missing']} of {counts['reports']}")


if __name__ == "__main__":
    raise SystemExit(main())
