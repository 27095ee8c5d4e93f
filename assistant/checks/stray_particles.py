"""Particles behind words that none may follow: 围绕了重点, 对的问题, 快速的地."""

import re
from collections.abc import Callable, Iterator

from assistant.checks.rule import Match
from assistant.text.lattice import Lattice
from assistant.text.usage import ends

STRAY = "stray"
"""The grade of a particle too many."""

_RUN = re.compile("[一-鿿]{4,}")
_OPEN = frozenset(
    [
        "和",
        "与",
        "及",
        "以及",
        "并",
        "并且",
        "而且",
        "也",
        "还",
        "都",
        "就",
        "又",
        "却",
        "很",
        "更",
        "较",
        "将",
        "把",
        "被",
        "从",
        "由",
        "以",
        "因",
        "正在",
        "必须",
        "务必",
        "始终",
        "继续",
        "按照",
        "根据",
        "依照",
        "针对",
        "关于",
        "对于",
        "由于",
        "鉴于",
        "围绕",
    ]
)
"""Words behind which something must follow."""
_NEVER_BEHIND = {
    "的": _OPEN | {"对", "向", "得"},
    "地": frozenset(["的"]),
    "了": (_OPEN | {"不断", "的", "地", "进一步", "逐步", "着"}) - {"就", "围绕"},
}
"""Particles, and the words that none of them may follow."""


def strays(lattice: Callable[[str, str, str], Lattice], text: str) -> Iterator[Match]:
    """Yield particles behind words that none may follow."""
    for found in _RUN.finditer(text):
        start, before = found.start(), ""
        words = [word for word, _ in lattice(found.group(), *ends(text, *found.span())).likeliest()[1]]
        for number, word in enumerate(words):
            stray = word in _NEVER_BEHIND and before in _NEVER_BEHIND[word] and number < len(words) - 1
            if stray and not (word == "地" and len(words[number + 1]) == 1):  # 的|地市: a word that no table has
                yield Match(start, start + len(word), ("",))
            start, before = start + len(word), word
