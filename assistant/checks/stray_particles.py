"""Particles too many, told by the word before them: none may follow 围绕, 对 or 的 (围绕了重点, 快速的地)."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.rule import Match

STRAY = "stray"
"""The grade of a particle behind what none may follow."""

_LEAST = 4
"""Characters of a run in which a particle may be too many."""
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
_END_WORDS = re.compile(
    "[同双单动意方走流导志]向$|[劝讲求柔温平]和$|(?:[不是都没配成说做]|[核校应])对$|[多少所应可难该各自]得$|[该要应能]还$|[可所能触遍波普顾企]及$|[参给]与$"
)
"""Words that end with one of those: 同心同向的, 劝和了事, 不对的地方, 多劳者多得的, 该还的."""


_OWED = frozenset(["没有", "账", "债", "钱", "款", "贷款", "欠款", "人情", "愿", "情", "房贷"])
"""Behind 还了 they tell that it is the verb: 欠的账还了没有."""


_TILLED = frozenset("喝浇种荒旱涝肥瘦耕")
"""Behind 的地 they tell that it is the land: 渠尾的地喝不上水."""


def strays(runs: Iterable[CutRun], text: str) -> Iterator[Match]:
    """Yield particles behind words that none may follow, in the runs of a text."""
    for cut in of_size(runs, _LEAST):
        start, before, words = cut.start, "", cut.words
        for number, word in enumerate(words):
            stray = word in _NEVER_BEHIND and before in _NEVER_BEHIND[word] and number < len(words) - 1
            stray = stray and _END_WORDS.search(text[cut.start : start]) is None
            stray = stray and not (before == "还" and words[number + 1] in _OWED)
            if stray and not (
                word == "地" and (len(words[number + 1]) == 1 or words[number + 1][0] in _TILLED)
            ):  # 的|地市: a word that no table has
                yield Match(start, start + len(word), ("",))
            start, before = start + len(word), word
