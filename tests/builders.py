"""One-line builders of documents for tests: `doc("一、主要工作", "正文。")` reads like the text it makes."""

from assistant.document.block import Block, Document, Marks, Run, Said


def doc(*lines: str) -> Document:
    """Return a document with one body paragraph per line; `id` is the line's number, `origin` too, one run each."""
    return Document(tuple(block(line, i) for i, line in enumerate(lines)))


def text(whole: str) -> Document:
    """Return the document of a text with one paragraph per line; empty lines are paragraphs, too."""
    return doc(*whole.split("\n"))


def block(
    line: str,
    number: int = 0,
    *,
    bold: bool = False,
    label: str = "",
    style_level: int | None = None,
    said: Said | None = None,
) -> Block:
    """Return one paragraph with the evidence a test is about."""
    marks = Marks.BOLD if bold else Marks.NONE
    runs = (Run(line, origin=number, marks=marks),) if line else ()
    return Block(str(number), runs, origin=number, label=label, style_level=style_level, said=said)


def of(*blocks: Block) -> Document:
    """Return the document of these blocks, numbered anew."""
    return Document(
        tuple(
            Block(
                str(i),
                tuple(Run(run.text, i, run.marks, run.token) for run in one.runs),
                i,
                one.container,
                one.style_level,
                one.label,
                one.said,
                one.opaque,
            )
            for i, one in enumerate(blocks)
        )
    )
