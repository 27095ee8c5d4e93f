import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from assistant.errors import CannotOpen
from assistant.formats.docx import body, package
from assistant.formats.docx.package import read_package
from assistant.formats.docx.reader import read
from tests.formats.docx.word_files import (
    HEAD,
    OFFICE,
    WORD,
    pack,
    paragraph,
    relationships,
    rich,
    unpacked,
    word_file,
)

GOOD = word_file(paragraph("一句话。"))


def with_parts(**changes: bytes | None) -> bytes:
    names = {"types": "[Content_Types].xml", "root": "_rels/.rels", "main": "word/document.xml"}
    parts = unpacked(GOOD)
    for key, content in changes.items():
        if content is None:
            del parts[names[key]]
        else:
            parts[names[key]] = content
    return pack(parts)


def main_part(text: str, before: str = "") -> bytes:
    return unpacked(word_file(paragraph(text), before_root=before))["word/document.xml"]


def with_flag_of_encryption() -> bytes:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


def twice() -> bytes:
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", main_part("另一份正文"))
    return out.getvalue()


def other_office(folder: str, part: str) -> bytes:
    parts = unpacked(GOOD)
    parts["_rels/.rels"] = relationships((f"{OFFICE}/officeDocument", f"{folder}/{part}")).encode()
    parts[f"{folder}/{part}"] = parts.pop("word/document.xml")
    return pack(parts)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "空文件"),
    "text": (lambda: "这不是一个文档".encode("gbk"), "不是 Word 文档"),
    "HTML": (lambda: b"<html><body>Word HTML</body></html>", "网页"),
    "RTF": (lambda: b"{\\rtf1\\ansi hello}", "RTF"),
    "PDF": (lambda: b"%PDF-1.7 ...", "PDF"),
    "zip password": (with_flag_of_encryption, "密码"),
    "compound file": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "不是 .docx"),
    "OpenDocument": (
        lambda: pack({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "OpenDocument",
    ),
    "spreadsheet": (lambda: other_office("xl", "workbook.xml"), "Excel"),
    "presentation": (lambda: other_office("ppt", "presentation.xml"), "PowerPoint"),
    "plain zip": (lambda: pack({"a.txt": b"a"}), "压缩包"),
    "truncated": (lambda: GOOD[: len(GOOD) // 2], "损坏"),
    "no content types": (lambda: with_parts(types=None), "损坏"),
    "no root relationships": (lambda: with_parts(root=None), "损坏"),
    "no main part": (lambda: with_parts(main=None), "损坏"),
    "main part twice": (twice, "两份正文"),
    "malformed": (lambda: with_parts(main=main_part("甲")[:-20]), "损坏"),
    "no body": (lambda: with_parts(main=main_part("甲").replace(b"w:body", b"w:bodi")), "损坏"),
    "entities": (
        lambda: with_parts(main=main_part("&a;", '<!DOCTYPE w:document [<!ENTITY a "实体">]>')),
        "不允许的内容声明",
    ),
    "outside definition in relationships": (
        lambda: with_parts(root=b'<!DOCTYPE r SYSTEM "http://192.0.2.1/x.dtd"><r/>'),
        "不允许的内容声明",
    ),
    "nested too deep": (
        lambda: word_file("<w:sdt><w:sdtContent>" * 300 + paragraph("深") + "</w:sdtContent></w:sdt>" * 300),
        "损坏",
    ),
    "bomb": (lambda: word_file(paragraph("A" * (25 * 2**20))), "过大"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_readable_word_file_is_refused_in_one_sentence(name: str) -> None:
    make, word = REFUSED[name]
    with pytest.raises(CannotOpen) as refusal:
        read(make())
    assert word in refusal.value.message
    assert refusal.value.message.endswith("。")
    assert refusal.value.message.count("。") == 1
    assert refusal.value.detail


OPENED: dict[str, Callable[[], bytes]] = {
    "plain": lambda: GOOD,
    "Strict": lambda: word_file(paragraph("一句话。"), strict=True),
    "macro document": lambda: word_file(
        paragraph("一句话。"), content_type="application/vnd.ms-word.document.macroEnabled.main+xml"
    ),
    "template": lambda: word_file(paragraph("一句话。"), content_type=WORD + "template.main+xml"),
    "junk before the zip": lambda: b"JUNK" * 50 + GOOD,
    "junk after the zip": lambda: GOOD + b"\0" * 500,
    "backslashes in member names": lambda: pack({n.replace("/", "\\"): c for n, c in unpacked(GOOD).items()}),
    "other case of member names": lambda: pack(
        {n.replace("document", "Document"): c for n, c in unpacked(GOOD).items()}
    ),
    "dangling relationship": lambda: pack(
        unpacked(GOOD)
        | {
            "word/_rels/document.xml.rels": relationships(
                (f"{OFFICE}/styles", "none.xml"), (f"{OFFICE}/image", "NULL")
            ).encode()
        }
    ),
    "no relationships of the main part": lambda: pack(
        {n: c for n, c in unpacked(GOOD).items() if n != "word/_rels/document.xml.rels"}
    ),
    "damaged style sheet": lambda: pack(
        unpacked(word_file(paragraph("一句话。"), styles="<w:style/>")) | {"word/styles.xml": b"<w:styles"}
    ),
    "UTF-16": lambda: with_parts(main=main_part("一句话。").decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")),
    "absolute target": lambda: with_parts(
        root=relationships((f"{OFFICE}/officeDocument", "/word/document.xml")).encode()
    ),
}


@pytest.mark.parametrize("name", OPENED)
def test_a_readable_file_opens(name: str) -> None:
    assert [p.text for p in read(OPENED[name]()).paragraphs] == ["一句话。"]


def test_sizes_are_taken_from_the_directory_before_anything_is_unpacked() -> None:
    data = bytearray(word_file(paragraph("甲"), extra={"word/media/big.bin": b"x"}))
    entry = data.rfind(b"word/media/big.bin") - 46
    struct.pack_into("<I", data, entry + 24, package.MOST_BYTES)
    with pytest.raises(CannotOpen, match="过大"):
        read_package(bytes(data))


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ENTRIES", 3)
    with pytest.raises(CannotOpen, match="过大"):
        read_package(GOOD)


@pytest.mark.parametrize("most", [1, 20])
def test_too_many_paragraphs_are_refused_before_and_after_parsing(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(body, "MOST_PARAGRAPHS", most)
    with pytest.raises(CannotOpen, match="超过五万段"):
        read(rich())


@pytest.mark.parametrize("limit", ["MOST_TAGS", "MOST_RUNS_IN_ALL"])
def test_too_much_in_the_main_part_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(body, limit, 5)
    with pytest.raises(CannotOpen, match="过于庞杂"):
        read(rich())


def test_the_parts_that_are_read_are_found_by_their_relationships() -> None:
    found = read_package(rich())
    assert found.main == "word/document.xml"
    assert found.styles is not None
    assert found.styles.startswith(HEAD.encode())
    assert found.numbering is not None
    assert found.settings is None
