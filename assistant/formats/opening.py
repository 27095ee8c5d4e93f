"""Which kind of file some bytes are, judged by content, and the one sentence for every kind that can't be opened."""

import codecs
from pathlib import PurePath

from assistant.errors import CannotOpen
from assistant.formats import plain_text
from assistant.formats.docx.refusal import refusal
from assistant.formats.opened import Opened

LARGEST_TEXT = 64 * 1024 * 1024
"""Bytes up to which a text file is opened: some 20 million characters, a hundred times a thick book."""

WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Names that promise a Word document; saving keeps to them too."""

_ZIP_START, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_OFD = b"ofd.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (b"{\\rtf", b"%pdf-")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"mime-version:")
_XML_DOCUMENTS = (b"word.document", b"<html", b"opendocument", b"office/2006/xmlpackage")

_NO_TEXT = "这个文件不是文字文档，程序没有改动它，请打开 .docx 或 .txt 文件。"
_TOO_BIG = "这个文本文件超过 64 MB，太大了，程序没有改动它，请拆成几个小文件后再打开。"
_TEXT_AS_WORD = "这个文件名是 Word 文档，内容却是纯文本，原文件没有改动，请把文件名改成 .txt 后再打开。"
_NOT_WORD = "这个文件名是 Word 文档，内容却不是，可能已经损坏，原文件没有改动，请找一份完好的副本打开。"
_PICTURE = "这是图片，不是文字文档，请打开 .docx 或 .txt 文件，原文件没有改动。"
_ARCHIVE = "这是压缩包，请先解压，再打开里面的 .docx 或 .txt 文件，原文件没有改动。"
_LAYOUT = "这是 OFD 版式文件，读不出可以修改的文字，请打开它的 Word 原稿（.docx），原文件没有改动。"

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
)


def open_bytes(data: bytes, name: str) -> Opened:
    """Return the document that some bytes hold, whatever the file is called.

    `name` only decides what is said of a file that is not what its name promises. An old Word file (.doc, .wps) is
    made into a .docx, which is then the base. Raises CannotOpen with one plain Chinese sentence for everything that is
    neither a readable Word document nor a text.
    """
    if not data.removeprefix(b"\xef\xbb\xbf"):
        _refuse(b"")
    if data.startswith(_OLE):  # asked first: Word keeps a zip inside old files too
        return _open_old_word(data)
    if _is_package(data):
        return _open_package(data)
    _refuse_known(data)
    if PurePath(name).suffix.lower() in WORD_SUFFIXES:
        return _open_disguised(data)
    if len(data) > LARGEST_TEXT:
        raise CannotOpen(_TOO_BIG, f"{len(data)} bytes")
    if _is_binary(data):
        raise CannotOpen(_NO_TEXT, "NUL or control bytes without a UTF-16 signature")
    return plain_text.read(data)


def is_word_name(name: str) -> bool:
    """Tell whether a file of that name should be a Word document (.docx and its macro and template forms)."""
    return PurePath(name).suffix.lower() in WORD_SUFFIXES


def _is_package(data: bytes) -> bool:
    """Tell whether bytes are a zip, also one with junk before it, as mail gateways leave them."""
    return data.startswith((_ZIP_START, _ZIP_END)) or (_ZIP_END in data[-66_000:] and b"\x00" in data)


def _open_package(data: bytes) -> Opened:
    if data[30 : 30 + len(_OFD)].lower() == _OFD:  # the first entry's name
        raise CannotOpen(_LAYOUT, "OFD package")
    from assistant.formats.docx import reader

    return reader.read(data)


def _open_old_word(data: bytes) -> Opened:
    from assistant.formats.doc import reader

    return reader.read(data)


def _refuse(data: bytes) -> None:
    if (refused := refusal(data)) is not None:
        raise refused


def _refuse_known(data: bytes) -> None:
    """Raise CannotOpen for bytes that start as some other kind of file does."""
    for start, sentence in _STARTS:
        if data.startswith(start):
            raise CannotOpen(sentence, f"starts with {start!r}")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise CannotOpen(_PICTURE, "WebP")
    if data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data):
        raise CannotOpen(_PICTURE, "BMP")
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_FOREIGN + _MARKUP):
        _refuse(data)
    if head.startswith(b"<?xml") and any(mark in head for mark in _XML_DOCUMENTS):
        _refuse(data)


def _open_disguised(data: bytes) -> Opened:
    """Refuse a file whose name promises a Word document; say whether it holds text at all."""
    if len(data) <= LARGEST_TEXT and not _is_binary(data):
        try:
            plain_text.read(data)
        except CannotOpen as error:
            raise CannotOpen(_NOT_WORD, error.detail) from error
        raise CannotOpen(_TEXT_AS_WORD, "text named as a Word document")
    raise CannotOpen(_NOT_WORD, "not a zip file")


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes can't be a text: one control byte in twenty, or NULs in what is neither UTF-16 nor UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = bytes(range(9)) + bytes(range(14, 27)) + b"\x7f"
    if len(data.translate(None, controls)) * 20 < len(data) * 19:
        return True
    if b"\x00" not in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False
