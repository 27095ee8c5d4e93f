"""Where rules about words and marks keep silent: what is quoted as it is, not written by the author."""

import re
from collections.abc import Iterable

from assistant.checks.rule import Match

_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_NUMBER = re.compile(r"[一-鿿A-Za-z]{0,8}[〔\[（(【][0-9]{4}[〕\]）)】]\s?第?[0-9]{1,5}号")
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]+"
    r"|www\.[!-~]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z0-9])(?:[A-Za-z0-9-]+\.)+(?:com|cn|net|org|gov|edu)(?![A-Za-z])(?:/[!-~]*)?"
)

_QUOTATION = re.compile("“[^“”]*”")

_PATTERNS = (
    ("titles", "《", _TITLE),
    ("numbers", "号", _NUMBER),
    ("addresses", ".", _ADDRESS),
    ("quotations", "“", _QUOTATION),
)


def masked_ranges(text: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return, for each mask of `rule.MASKS`, the ranges of the text that it covers."""
    return {
        name: tuple(found.span() for found in pattern.finditer(text)) if sign in text else ()
        for name, sign, pattern in _PATTERNS
    }


def is_masked(match: Match, masks: Iterable[str], ranges: dict[str, tuple[tuple[int, int], ...]]) -> bool:
    """Tell whether the match touches a range of one of the masks."""
    return any(start < match.end and match.start < end for mask in masks for start, end in ranges[mask])
