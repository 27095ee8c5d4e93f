"""Whether a text that lacks one character of an expression means the expression: 因地宜, 中国特色社会义道路.

Short ones without a character are often other good Chinese (严把关 beside 严格把关). So of an idiom what is left must
make no words, and of a longer expression the place must leave a character alone that is hardly a word.
"""

import re
from collections.abc import Callable

from assistant.checks.nearby import SHORTEST, Near

FUNCTION = frozenset(
    "的了和与及或等在是不也对为以从向到把被将之其所有无中上下年月日一二三四五六七八九十各该此这那个就都而且但并又再更较很最于由让使给同还"
)
"""Characters that are words of grammar, places and numerals."""
VERB = "作"
"""A character that goes on with what follows it: 到党支部|作专题宣讲."""
_OPTIONAL = frozenset("好牢稳紧准级化型式课个双")
"""Characters that many an expression may be without: 算（好）经济账, 县（级）融媒体中心."""
_LENGTH, _LONG = 5, 9
"""Characters from which an expression may lack one, and from which without an inner one it is no other good Chinese."""
_EVERYDAY = -9.0
"""Log probability up to which a character left alone is hardly a word there (unlike 县, 算, 讲)."""
_RARE = -13.0
"""Log probability up to which a word of two is hardly ever met but in its idiom (井井, 独无)."""
_HAN = re.compile("[一-鿿]")

Word = tuple[str, int, float]
"""A word of the text, where it starts, its log probability."""


def lacks(near: Near, text: str, word_at: Callable[[int], Word], *, idiom: bool) -> bool:
    """Tell whether an expression is meant that stands in the text without one of its characters."""
    missing = near.expression[near.place]
    goes_on = text[near.end - 1] == VERB and _HAN.match(text, near.end)
    if goes_on or missing in FUNCTION or missing in _OPTIONAL or not _HAN.match(missing):
        return False
    size = len(near.expression)
    if size == SHORTEST:
        return idiom and text[near.start - 1 : near.start] != "“" and _is_torn(near, word_at)
    alone = any(_is_alone(word_at(at)) for at in (near.at - 1, near.at))
    return size >= (_LENGTH if alone else _LONG)


def _is_torn(near: Near, word_at: Callable[[int], Word]) -> bool:
    """Tell whether what is left of an idiom makes no words: 因地|宜, 一|帆|顺."""
    words = [word_at(at) for at in range(near.start, near.end)]
    inside = all(near.start <= start and start + len(word) <= near.end for word, start, _ in words)
    torn = all(len(word) == 1 or log < _RARE for word, _, log in words)
    return inside and torn and any(map(_is_alone, words))


def _is_alone(found: Word) -> bool:
    word, _, log = found
    return len(word) == 1 and word not in FUNCTION and log < _EVERYDAY
