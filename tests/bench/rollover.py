"""Measure how much of what must change in a new year is listed, against answer keys made by a careful reader.

Usage: python tests/bench/rollover.py [REPORT...]

REPORT.json beside each: {"year": 2025, "items": [{"paragraph": 4, "text": "12次"}]}, paragraphs counted as by
`shuzhi text`, items in reading order, repeated ones repeated. Without a REPORT our own one is measured, whose key is
written into it: rollover_key.txt, a report on 2025 with every place that a reader of 2026 marks in ⟦⟧.

An item is found where the program lists a place of the same paragraph whose text holds the key's or is held by it.
Prints what was missed and what was listed beyond the key, recall, precision and the time.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

OWN = Path(__file__).with_name("rollover_key.txt")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from assistant import paths
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.formats.opening import open_bytes
from assistant.reuse.rollover import load_knowledge, roll_over
from assistant.session import open_file
from assistant.template.report import load_templates
from assistant.template.structure import recognise


def main() -> int:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files
    templates = load_templates(paths.resources() / "templates")
    knowledge = load_knowledge(paths.resources() / "reuse")
    counts: Counter[str] = Counter()
    for file in files or [OWN]:
        document, key = _read(file)
        reports = recognise(document, templates, Context())
        begin = time.perf_counter()
        found = roll_over(document, reports, templates, knowledge, key["year"])
        seconds = time.perf_counter() - begin
        listed = [(document.blocks[item.index].origin, item.found.text, item.found.kind) for item in found.items]
        _compare(file.name, [(item["paragraph"], item["text"]) for item in key["items"]], listed, counts)
        print(
            f"{file.name}: {seconds * 1000:.0f} ms, {len(found.promises)} promises, {len(found.carried)} carried over"
        )
    print(f"recall    {counts['found'] / max(counts['wanted'], 1):.3f} ({counts['found']} of {counts['wanted']})")
    print(f"precision {counts['found'] / max(counts['listed'], 1):.3f} ({counts['listed']} listed)")
    return 0


def _read(file: Path) -> tuple[Document, dict[str, Any]]:
    """Return a report and its key."""
    if file != OWN:
        return open_file(file).opened.document, json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    lines = file.read_text(encoding="utf-8").splitlines()
    items = [{"paragraph": i, "text": one} for i, line in enumerate(lines) for one in re.findall("⟦([^⟧]*)⟧", line)]
    plain = "\n".join(lines).replace("⟦", "").replace("⟧", "")
    return open_bytes(plain.encode(), file.name).document, {"year": 2026, "items": items}


def _compare(
    name: str, wanted: list[tuple[int, str]], listed: list[tuple[int | None, str, str]], counts: Counter[str]
) -> None:
    rest = list(listed)
    counts.update(wanted=len(wanted), listed=len(listed))
    for paragraph, text in wanted:
        exact = [one for one in rest if one[:2] == (paragraph, text)]
        near = [one for one in rest if one[0] == paragraph and (text in one[1] or one[1] in text)]
        if not near:
            print(f"{name}: missed {paragraph} {text}")
            continue
        rest.remove((exact or near)[0])
        counts["found"] += 1
    for paragraph, text, kind in rest:
        print(f"{name}: beyond the key {paragraph} {kind} {text}")


if __name__ == "__main__":
    raise SystemExit(main())
