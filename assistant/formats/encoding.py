"""How the bytes of a text file become characters, and back."""

import codecs
from dataclasses import dataclass

from assistant.errors import CannotOpen

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_DAMAGED = "这个文本文件的字符编码已损坏，原文件没有改动，请在记事本里另存为 UTF-8 编码后再打开。"


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name and the signature (BOM) that stands before the text; empty where there is none.

    All four codecs are stateless and one-to-one in Python, so the same characters always give the same bytes.
    """

    codec: str
    signature: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text, without the signature."""
        return text.encode(self.codec)


def decode(data: bytes) -> tuple[Encoding, str]:
    """Return the encoding of a text file and its characters, without the signature.

    A signature decides; without one, what is valid UTF-8 is UTF-8, all else GB18030. Raises CannotOpen where the bytes
    are not valid in the encoding, also where a mostly valid UTF-8 file is damaged: as GB18030 it would be gibberish.
    """
    encoding = _signed(data)
    if encoding is not None:
        return encoding, _strict(data[len(encoding.signature) :], encoding.codec)
    try:
        return Encoding("utf-8"), data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise CannotOpen(_DAMAGED, f"damaged UTF-8: {error}") from error
    return Encoding("gb18030"), _strict(data, "gb18030")


def _signed(data: bytes) -> Encoding | None:
    if data.startswith(_UTF32):
        raise CannotOpen("这个文本文件是 UTF-32 编码，暂时读不了，请在记事本里另存为 UTF-8 编码后再打开。", "UTF-32")
    for signature, codec in _SIGNATURES:
        if data.startswith(signature):
            return Encoding(codec, signature)
    return None


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise CannotOpen(_DAMAGED, str(error)) from error


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for a few places; GB18030 text hardly ever holds valid UTF-8 sequences."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(character > "\x7f" for character in text) - broken
    return valid > 10 * broken
