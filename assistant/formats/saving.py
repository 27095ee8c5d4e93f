"""A document as the bytes of a file, in the format it came from or in the other one."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.document.block import Block, Document, Table
from assistant.errors import CannotSave
from assistant.formats import plain_text
from assistant.formats.layout import Layout
from assistant.formats.opening import open_bytes
from assistant.text.characters import TOKEN, clean

_TIGHT = "、）)】〕．·：:"
"""Last characters of automatic numbers that text follows without a space."""

_NOT_AS_REVISIONS = "这份文件里的改动没能写成修订，没有改动磁盘上的文件，稿子还在，请用普通的“保存”。"
_DIFFERS = "保存前的自检发现写出的文件与稿子不一致，没有改动磁盘上的文件，稿子还在，请另存为 .txt 文件并报告这个问题。"


def save_bytes(
    base: bytes,
    base_format: str,
    document: Document,
    levels: Mapping[str, int],
    *,
    target_format: str,
    blank: bytes,
    layout: Layout | None = None,
) -> bytes:
    """Return the bytes of a file that holds the document.

    In the format of the base (`docx` or `txt`) only what was edited differs from it. A .docx made from a text file is
    the document `blank` with the text in it, `levels` giving heading levels (0 title, 1-4) by block id; `layout` is
    the look of new paragraphs where the base has no model of it. A .txt made from a Word document has automatic numbers
    as text, and tables row by row with tabs between the cells.

    Raises EditRefused where a Word document lacks something that can't be taken out of it.
    """
    if target_format == base_format == "txt":
        return plain_text.write(base, document)
    if target_format == "txt":
        return plain_text.write_new(exported(document))
    from assistant.formats.docx import writer

    if base_format == "docx":
        return writer.write(base, document, levels, layout)
    return writer.write(blank, rebased(document), levels, layout)


def check_saved(data: bytes, base_format: str, document: Document, target_format: str) -> None:
    """Open what was written and raise CannotSave where it doesn't read as the document does."""
    opened = plain_text.read(data) if target_format == "txt" else open_bytes(data, "saved.docx")
    read = tuple(block.text for block in opened.document.blocks)
    expected = _expected(document, base_format, target_format)
    if read != expected:
        pair = next(((a, b) for a, b in itertools.zip_longest(read, expected) if a != b), None)
        raise CannotSave(_DIFFERS, f"{len(read)} paragraphs read, {len(expected)} expected, first difference: {pair!r}")


def check_tracked(data: bytes, document: Document, *, author: str, date: str) -> None:
    """Open what was written as revisions and raise CannotSave where, ours accepted, it doesn't read as the document.

    Until they are accepted, a paragraph we took out still stands there, empty. One that holds a mark of somebody else
    can't go even then, so empty paragraphs are not counted.
    """
    from assistant.formats.docx.revisions import resolve, revisions

    ours = frozenset(r.number for r in revisions(data) if (r.author, r.date) == (author, date))
    read = open_bytes(resolve(data, ours, accept=True) if ours else data, "saved.docx").document
    texts, expected = ([block.text for block in one.blocks if block.text] for one in (read, document))
    if texts != expected:
        raise CannotSave(_NOT_AS_REVISIONS, f"{len(texts)} paragraphs read, {len(expected)} expected")


def _expected(document: Document, base_format: str, target_format: str) -> tuple[str, ...]:
    if target_format == "docx":
        return tuple(block.text for block in (document if base_format == "docx" else rebased(document)).blocks)
    if base_format == "txt":
        return plain_text.lines_written(document)
    return tuple(line for text in exported(document) for line in clean(text).split("\n"))


def rebased(document: Document) -> Document:
    """Return the document as new text for another base: without origins and without the base's tokens."""
    blocks = [
        replace(
            block,
            origin=None,
            runs=tuple(replace(run, origin=None) for run in block.runs if run.token is None and run.text),
        )
        for block in document.blocks
    ]
    return Document(tuple(blocks) or (Block("new.1"),), (), document.layout)


def exported(document: Document) -> tuple[str, ...]:
    """Return the lines of a text file that a reader of the Word document would type."""
    lines: list[str] = []
    for number, group in itertools.groupby(document.blocks, lambda block: block.container and block.container.table):
        if number is None:
            lines += [_line(block) for block in group]
        else:
            table = document.tables[number] if number < len(document.tables) else None
            lines += _rows(list(group), table)
    return tuple(lines)


def _line(block: Block) -> str:
    if block.opaque is not None:
        return block.opaque.preview or f"［{block.opaque.label}］"
    gap = "" if not block.label or block.label[-1] in _TIGHT else " "
    return block.label + gap + block.text.replace(TOKEN, "")


def _rows(blocks: Iterable[Block], table: Table | None) -> list[str]:
    """Return a table's rows; the paragraphs of a cell stand in one line, or the row would be no row."""
    cells: dict[tuple[int, int], list[str]] = {}
    for block in blocks:
        if block.container is not None:
            text = " ".join(_line(block).split("\n"))
            cells.setdefault((block.container.row, block.container.column), []).append(text)
    rows = max([row + 1 for row, _ in cells] + [table.rows if table else 0])
    columns = max([column + 1 for _, column in cells] + [table.columns if table else 0])
    return [
        "\t".join(" ".join(filter(None, cells.get((row, column), ()))) for column in range(columns)).rstrip("\t")
        for row in range(rows)
    ]
