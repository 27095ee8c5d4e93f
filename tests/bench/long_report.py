"""A Word report of a wished length, from the bundled sample: what benchmarks open when they are given no file."""

from dataclasses import replace
from pathlib import Path

from assistant.paths import resources
from assistant.session import new_file, save_file


def long_report(folder: Path, characters: int) -> Path:
    """Write a report of about so many characters into a folder: the sample, its body paragraphs repeated."""
    sample = new_file((resources() / "sample.docx").read_bytes())
    blocks = list(sample.opened.document.blocks)
    body = [block for block in blocks if len(block.text) > 40]
    size, round_number = sum(len(block.text) for block in blocks), 0
    while size < characters:
        block = body[round_number % len(body)]
        round_number += 1
        place = next(i for i, other in enumerate(blocks) if other.id == block.id) + 1
        runs = tuple(replace(run, origin=None) for run in block.runs)
        blocks.insert(place, replace(block, id=f"{block.id}+{round_number}", origin=None, runs=runs))
        size += len(block.text)
    path = folder / f"报告{characters}字.docx"
    document = replace(sample.opened.document, blocks=tuple(blocks))
    save_file(sample, document, {}, path, blank=(resources() / "blank.docx").read_bytes())
    return path
