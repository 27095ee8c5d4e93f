"""Figures and letters in full width, which Chinese official writing sets in half width (GB/T 15835-2011, 5.1)."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+[％]?)?")
_OFFSET = 0xFEE0
"""Distance of the full-width forms U+FF01-FF5E from ASCII."""


def full_width(text: str, /) -> Iterator[Match]:
    """Yield full-width figures, letters and percent signs with their half-width form."""
    for found in _WIDE.finditer(text):
        narrow = "".join(chr(ord(character) - _OFFSET) for character in found.group())
        yield Match(*found.span(), (narrow,))
