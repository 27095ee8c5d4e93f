"""Text edited in a bound content control must last; elsewhere the bond stays."""

from assistant.document.block import Span
from assistant.document.edit import ReplaceText, apply
from assistant.formats.docx.reader import read
from assistant.formats.docx.writer import write
from tests.formats.docx.word_files import paragraph, run, unpacked, word_file

BOUND = (
    '<w:sdt><w:sdtPr><w:id w:val="7"/><w:dataBinding w:xpath="/a" w:storeItemID="{{0}}"/></w:sdtPr>'
    f"<w:sdtContent>{run('编号12')}</w:sdtContent></w:sdt>"
)


def edited(at: int, text: str) -> str:
    base = word_file(paragraph("发文", BOUND, "正文"))
    document = apply(read(base).document, (ReplaceText(Span("0", at, at), "", text),))
    return unpacked(write(base, document, {}))["word/document.xml"].decode("utf-8")


def test_an_edit_inside_cuts_the_bond_and_keeps_the_control() -> None:
    saved = edited(4, "新")
    assert "dataBinding" not in saved
    assert '<w:id w:val="7"/>' in saved


def test_an_edit_beside_leaves_the_bond_alone() -> None:
    assert "dataBinding" in edited(0, "新")
    assert "dataBinding" in edited(8, "新")
