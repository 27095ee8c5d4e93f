import codecs
import io
import zipfile

import pytest

from assistant.errors import CannotOpen
from assistant.formats import opening
from assistant.formats.opening import is_word_name, open_bytes
from tests.formats.doc.compound_files import compound
from tests.formats.doc.old_word_files import old_word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def package(*entries: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


REFUSED = [
    ("empty", b"", "a.docx", "空"),
    ("only a signature", codecs.BOM_UTF8, "a.txt", "空"),
    ("password", compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "a.docx", "密码"),
    ("damaged old Word", OLE, "a.doc", "损坏"),
    ("another OLE container", compound({"Workbook": b""}), "a.doc", "Excel"),
    ("RTF", rb"{\rtf1\ansi text}", "a.doc", "RTF"),
    ("HTML", b"\xef\xbb\xbf \r\n<!DOCTYPE HTML><p>text", "a.doc", "网页"),
    ("MHTML", b"MIME-Version: 1.0\r\n", "a.doc", "网页"),
    ("Word 2003 XML", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "a.xml", "XML"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3", "a.docx", "PDF"),
    ("ODF", package(("mimetype", b"application/vnd.oasis.opendocument.text")), "a.docx", "OpenDocument"),
    ("OFD", package(("OFD.xml", b"<ofd/>")), "a.docx", "OFD"),
    ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(20), "a.docx", "图片"),
    ("JPEG", b"\xff\xd8\xff\xe0" + bytes(20), "a.txt", "图片"),
    ("WebP", b"RIFF\x00\x00\x00\x00WEBP", "a.txt", "图片"),
    ("BMP", b"BM\x1e\x00\x00\x00" + bytes(24), "a.txt", "图片"),
    ("RAR", b"Rar!\x1a\x07\x01\x00", "a.docx", "压缩包"),
    ("an archive without a document", package(("照片.txt", b"text")), "a.docx", "压缩包"),
    ("binary", bytes(range(256)) * 4, "a.txt", "不是文字文档"),
    ("NULs", bytes(64), "a.txt", "不是文字文档"),
    ("UTF-16 without signature", "工作\n".encode("utf-16-le") * 40, "a.txt", "文字文档|编码"),
    ("text named .docx", "述职报告\n".encode(), "a.docx", "改成 .txt"),
    ("binary named .docx", bytes(range(1, 256)), "a.DOCX", "完好的副本"),
    ("truncated .docx", package(("[Content_Types].xml", bytes(200)))[:120], "a.docx", "损坏"),
]


@pytest.mark.parametrize(("data", "name", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_opened_is_named_in_one_plain_sentence(data: bytes, name: str, words: str) -> None:
    with pytest.raises(CannotOpen, match=words) as caught:
        open_bytes(data, name)
    assert caught.value.message.endswith("。")
    assert caught.value.message.count("。") == 1
    assert caught.value.detail


def test_an_enormous_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST_TEXT", 10)
    with pytest.raises(CannotOpen, match="太大"):
        open_bytes(b"a" * 11, "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a", "a.doc"])
def test_a_text_is_opened_whatever_its_name(name: str) -> None:
    opened = open_bytes("述职报告\r\n".encode("gb18030"), name)
    assert opened.format == "txt"
    assert [block.text for block in opened.document.blocks] == ["述职报告"]


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    opened = open_bytes("述职报告\x00，各位同志".encode() * 10, "a.txt")
    assert len(opened.document.blocks) == 1


def test_utf_16_holds_nuls_and_is_text() -> None:
    opened = open_bytes(codecs.BOM_UTF16_LE + "abc\n".encode("utf-16-le"), "a.txt")
    assert opened.document.blocks[0].text == "abc"


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx", "a.txt"])
def test_an_old_word_file_is_opened_whatever_its_name(name: str) -> None:
    opened = open_bytes(old_word("述职报告", "各位同志："), name)
    assert [block.text for block in opened.document.blocks] == ["述职报告", "各位同志："]
    assert opened.format == "docx"
    assert opened.converted


def test_an_old_word_file_with_a_zip_inside_is_no_zip() -> None:
    data = old_word("述职报告") + package(("theme.xml", b"<theme/>"))
    assert open_bytes(data, "a.doc").converted


def test_a_text_about_markup_is_a_text() -> None:
    assert open_bytes(b"a <html> tag", "a.txt").format == "txt"


@pytest.mark.parametrize(("name", "word"), [("a.docx", True), ("a.DOCM", True), ("a.txt", False), ("docx", False)])
def test_word_names(name: str, word: bool) -> None:
    assert is_word_name(name) is word
