"""Texts without their quotation marks, which formulations are written with and without."""

import re
from collections.abc import Sequence
from functools import lru_cache

QUOTES = re.compile("[“”‘’]")


@lru_cache(maxsize=8)
def without_quotes(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without quotation marks, and where each of its characters stands."""
    bare = QUOTES.sub("", text)
    if len(bare) == len(text):
        return text, range(len(text))
    return bare, [at for at, character in enumerate(text) if character not in "“”‘’"]


def plain_wording(line: str) -> str:
    """Return what a line of a list of formulations says, without its quotation marks, blanks and signs."""
    return re.sub("[~ ]", "", QUOTES.sub("", line).strip("^$="))
