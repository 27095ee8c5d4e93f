"""The alphabet of a block's text, and the one filter at every way in."""

import re

TOKEN = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: stands for exactly one inline token (field, note, drawing, page break...)."""

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffb\ufffd\U00010000-\U0010ffff]|\u2029")
# XML 1.0 allows U+007F-U+009F, but they are control characters that no keyboard types and Qt draws as boxes; U+0085
# stays because files hold it. U+FDD0-FDEF: Qt uses some of them as frame marks and would split blocks there.


def clean(text: str) -> str:
    r"""Return `text` with only characters that a block may hold.

    Line ends (CR LF, CR, U+2028) become `\n`. Removed: lone surrogates, NUL and other XML-illegal characters,
    U+FDD0-FDEF, U+2029, and U+FFFC, which only a file's own tokens may bring in.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _FORBIDDEN.sub("", text.replace(TOKEN, ""))


def is_han(character: str) -> bool:
    """Tell whether a character is a Han ideograph (extensions and compatibility forms included)."""
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or code == 0x3007
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x323AF
    )
