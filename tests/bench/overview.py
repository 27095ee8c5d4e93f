"""How long a look over a text takes: `python tests/bench/overview.py FILE …`, the bundled sample without FILE."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.knowledge import load_knowledge
from assistant.overview import overview
from assistant.paths import resources
from assistant.session import open_file

TIMES = 5
MANY = 20
"""How many copies of the text behind each other make a long one."""


def measure(name: str, document: Document) -> None:
    """Print the fastest of some looks."""
    best = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        found = overview(document, knowledge, Context())
        best = min(best, time.perf_counter() - start)
    characters = sum(len(block.text) for block in document.blocks)
    quotations = len(found.quotations)
    loose = sum(len(report.loose) for report in found.reports)
    print(f"{name}: {characters:,} characters, {best * 1000:.0f} ms, {loose} paragraphs, {quotations} quotations")


knowledge = load_knowledge(resources())
for file in sys.argv[1:] or [str(resources() / "sample.docx")]:
    opened = open_file(Path(file)).opened.document
    measure(Path(file).name, opened)
    copies = [replace(block, id=f"{n}/{block.id}") for n in range(MANY) for block in opened.blocks]
    measure(f"{Path(file).name} ×{MANY}", replace(opened, blocks=tuple(copies), tables=()))
