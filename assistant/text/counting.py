"""字数 as Word counts it, and how long the text takes to speak."""

import re
from functools import lru_cache

from assistant.text.characters import TOKEN

WORDS_PER_MINUTE = 220
"""Speaking speed in 字 a minute: the middle of the usual 200-240 for a report read aloud; the user may set another."""

_EACH = (
    # East Asian wide characters: CJK radicals, kana, ideographs, Yi, full-width punctuation, letters and digits.
    "\u2e80-\u2fff\u3001-\u3130\u3190-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffef"
    "\U00020000-\U0003ffff"
    # Ambiguous width, drawn full-width in a Chinese text: dashes, quotes, ellipsis, middle dot, circled numbers, units.
    "\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2013-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2025-\u2027"
    "\u2030\u2032\u2033\u2035\u203b\u2103-\u2bff"
)
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff" + TOKEN + "\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
_APOSTROPHE = "(?:(?<=[A-Za-z])\u2019(?=[A-Za-z]))"
_WORD = re.compile(f"(?:{_APOSTROPHE}|[^\\s{_EACH}])+|[{_EACH}]")


@lru_cache(maxsize=1024)
def count_words(text: str) -> int:
    """Return the 字数 of a text: the number Word and WPS show under that name, in units of 字.

    Each Han character and each full-width punctuation mark counts 1; each run of other characters without a space in
    it (Latin letters, digits, half-width punctuation) counts 1; spaces, line breaks, tokens and characters without a
    glyph count 0.

    Sources: peers.md C.7 of the project's research; Microsoft's WdStatistic (wdStatisticWords, FarEastCharacters); two
    published measurements of Word's dialog: full-width marks count, a run of half-width symbols counts as one word,
    half-width kana count one each. Quotes, dashes and ellipses are ambiguous in Unicode: Word counts them one by one
    where they are set in the Chinese font, as they are in an official document, so they are counted one by one here.
    """
    return len(_WORD.findall(_UNSEEN.sub("", text)))


def speaking_minutes(count: int, per_minute: int = WORDS_PER_MINUTE) -> int:
    """Return the minutes that `count` 字 take to speak, rounded up; 0 for an empty text.

    Raises ValueError where `per_minute` is not positive.
    """
    if per_minute <= 0:
        raise ValueError(f"per_minute must be positive, not {per_minute}")
    return -(-count // per_minute)
