"""Pieces of Word files with tracked changes and comments, for the tests of both."""

from tests.formats.docx.word_files import (
    OFFICE,
    STRICT_OFFICE,
    TYPES,
    WORD,
    pack,
    relationships,
    run,
    unpacked,
    word_file,
)

LEADER = 'w:author="李处长" w:date="2024-11-20T09:30:00Z"'
OFFICER = 'w:author="王科员" w:date="2024-11-21T10:00:00Z"'
MAIN = "word/document.xml"


def ins(*content: str, by: str = LEADER, tag: str = "ins", number: int = 1) -> str:
    """Inserted runs; a content without markup becomes a run."""
    return f'<w:{tag} w:id="{number}" {by}>{"".join(c if c.startswith("<") else run(c) for c in content)}</w:{tag}>'


def dele(*content: str, by: str = LEADER) -> str:
    """Deleted runs."""
    runs = (c if c.startswith("<") else f'<w:r><w:delText xml:space="preserve">{c}</w:delText></w:r>' for c in content)
    return f'<w:del w:id="2" {by}>{"".join(runs)}</w:del>'


def mark(tag: str, by: str = LEADER) -> str:
    """Properties of a paragraph whose end was inserted or deleted (`ins`, `del`, `moveFrom`, `moveTo`)."""
    return f'<w:rPr><w:{tag} w:id="3" {by}/></w:rPr>'


def change(tag: str, old: str, by: str = LEADER) -> str:
    """A tracked change of properties: `old` are those of before."""
    return f'<w:{tag} w:id="4" {by}>{old}</w:{tag}>'


def story(name: str, *content: str) -> str:
    """The whole of a header, footer or notes part."""
    from assistant.formats.docx.names import TRANSITIONAL

    return f'<w:{name} xmlns:w="{TRANSITIONAL}">{"".join(content)}</w:{name}>'


def with_parts(data: bytes, parts: dict[str, tuple[str, str, str]], *, strict: bool = False) -> bytes:
    """Add parts with relationships from the main part: name -> (relationship type, content type, content).

    A relationship type without a scheme is one of the office's own.
    """
    files = unpacked(data)
    office = STRICT_OFFICE if strict else OFFICE
    links = [(t if "://" in t else f"{office}/{t}", name.removeprefix("word/")) for name, (t, _, _) in parts.items()]
    files["word/_rels/document.xml.rels"] = relationships(*links).encode()
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{type_ if "/" in type_ else WORD + type_}"/>'
        for name, (_, type_, _) in parts.items()
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", f"{overrides}</Types>".encode())
    files.update({name: content.encode() for name, (_, _, content) in parts.items()})
    return pack(files)


def main_of(data: bytes) -> str:
    """The main part as text."""
    return unpacked(data)[MAIN].decode()


def body_of(data: bytes) -> str:
    """The body of the main part without its section."""
    return main_of(data).partition("<w:body>")[2].partition("<w:sectPr>")[0]


__all__ = [
    "LEADER",
    "MAIN",
    "OFFICER",
    "TYPES",
    "body_of",
    "change",
    "dele",
    "ins",
    "main_of",
    "mark",
    "story",
    "with_parts",
    "word_file",
]
