"""The texts of a file's paragraphs alone: for looking through many files, where styles and numbers don't matter."""

from dataclasses import replace

from assistant.formats.opening import open_bytes

_ZIP = b"PK\x03\x04"


def paragraph_texts(data: bytes, name: str) -> tuple[str | None, ...]:
    """Return the text of every paragraph by its origin, None where the document has no editable paragraph.

    The same texts as `open_bytes` gives, in less than half the time for a Word file: style sheet and lists stay unread.
    Raises CannotOpen as `open_bytes` does.
    """
    if data.startswith(_ZIP) and name.lower().endswith(".docx"):
        from assistant.formats.docx.package import read_package
        from assistant.formats.docx.picture import Picture

        picture = Picture(replace(read_package(data), styles=None, numbering=None))
        texts = {origin: "".join(run.text for run in runs) for origin, runs in picture.runs.items()}
    else:
        blocks = open_bytes(data, name).document.blocks
        texts = {block.origin: block.text for block in blocks if block.origin is not None and block.opaque is None}
    return tuple(texts.get(i) for i in range(max(texts, default=-1) + 1))
