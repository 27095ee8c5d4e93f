"""The quick way to a file's texts gives what opening it gives."""

import pytest

from assistant.errors import CannotOpen
from assistant.formats.opening import open_bytes
from assistant.formats.paragraph_texts import paragraph_texts
from assistant.paths import resources
from tests.formats.docx.word_files import BREAK, NOTE, TEXT_BOX, TOC, cell, paragraph, table, word_file

GRID = table((cell(paragraph("格一")), cell(paragraph("格二"))))
FILES = {
    "稿.docx": word_file(
        TOC, paragraph("正文"), paragraph(TEXT_BOX), GRID, paragraph("前", BREAK, "后"), paragraph(NOTE)
    ),
    "sample.docx": (resources() / "sample.docx").read_bytes(),
    "空.docx": word_file(paragraph("")),
    "稿.txt": "甲\r\n\r\n乙".encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_the_texts_are_those_of_the_opened_document(name: str) -> None:
    blocks = [one for one in open_bytes(FILES[name], name).document.blocks if one.opaque is None]
    texts = paragraph_texts(FILES[name], name)
    assert {i: text for i, text in enumerate(texts) if text is not None} == {one.origin: one.text for one in blocks}


@pytest.mark.parametrize(
    ("name", "data"), [("坏.docx", b"PK\x03\x04 broken"), ("空.docx", b""), ("图.docx", b"GIF89a")]
)
def test_what_cannot_be_opened_is_refused_as_on_opening(name: str, data: bytes) -> None:
    with pytest.raises(CannotOpen) as quick:
        paragraph_texts(data, name)
    with pytest.raises(CannotOpen) as full:
        open_bytes(data, name)
    assert quick.value.message == full.value.message
