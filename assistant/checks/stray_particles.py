"""Small words too many, told by the words beside them.

Particles behind words that none may follow (围绕了重点, 对的问题, 快速的地), and any small word between two that our
texts have side by side, while they have it neither behind the one nor before the other.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.rule import Match
from assistant.checks.word_classes import WordClasses
from assistant.text.usage import Usage

STRAY, PERHAPS_STRAY = "stray", "stray_perhaps"
"""Grades of a small word too many: what none may follow stands before it, or our texts do without it."""

_LEAST = 4
"""Characters of a run in which a small word may be too many."""
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
    "[同双单动意方走流导志]向$|[劝讲求柔温平]和$|(?:[不是都没配成说做]|[核校应])对$|[多少所应可难该各自]得$|[该要应能]还$"
)
"""Words that end with one of those: 同心同向的, 劝和了事, 不对的地方, 多劳者多得的, 该还的."""


_OWED = frozenset(["没有", "账", "债", "钱", "款", "贷款", "欠款", "人情", "愿", "情", "房贷"])
"""Behind 还了 they tell that it is the verb: 欠的账还了没有."""


def strays(runs: Iterable[CutRun], text: str) -> Iterator[Match]:
    """Yield particles behind words that none may follow, in the runs of a text."""
    for cut in of_size(runs, _LEAST):
        start, before, words = cut.start, "", cut.words
        for number, word in enumerate(words):
            stray = word in _NEVER_BEHIND and before in _NEVER_BEHIND[word] and number < len(words) - 1
            stray = stray and _END_WORDS.search(text[cut.start : start]) is None
            stray = stray and not (before == "还" and words[number + 1] in _OWED)
            if stray and not (word == "地" and len(words[number + 1]) == 1):  # 的|地市: a word that no table has
                yield Match(start, start + len(word), ("",))
            start, before = start + len(word), word


def _verb_follows(run: str, at: int, word: str) -> bool:
    """Tell whether behind a preposition comes what it goes with: 向高知群体|倾斜."""
    verbs = _GOVERNED.get(word)
    return verbs is not None and verbs.search(run, at + 2) is not None


_SMALL = {
    **dict.fromkeys("了地得对把被由为到从向使让而们中上却仍均", 9.0),
    **dict.fromkeys("在以着", 13.0),
}
"""Words of one character, and how much likelier a text must be without one for it to be too many.

和, 与, 及, 的, 是, 也 and such stand between any two words. Told 0.2 times in 10,000 characters of flawless reports
that are not counted themselves, of those put between any two words of them one in four.
"""
_OF_VERBS = frozenset("了着")
"""They may follow any verb: they are too many only behind what is known to be none."""
_GOVERNED = {
    "向": re.compile(
        "倾斜|延伸|拓展|转[变型化向]|发力|迈进|挺进|靠拢|看齐|聚[焦集]|下沉|纵深|报告|汇报|反馈|反映|通报|发[出起放]|推[荐广送开]|学习|要[^求]|借|请教|开放|公[开示布]|倾听|宣[传讲]|捐|传|进军|前|介绍|说明|承诺|征求|提[出供交]|流动|覆盖"
    ),
    "从": re.compile("[到向入起中里]|抓|做|着手|出发|来"),
    "由": re.compile("[到向成为]|担任|负责|牵头|组成|承担|支付|审|带"),
}
"""What is said behind these words where they stand rightly."""
_MUST = frozenset(
    ["把", "给", "先", "去", "有", "让", "往", "靠", "从", "跟", "多", "自己", "想", "管", "下", "花", "听", "看"]
)
"""Behind a 得 they tell that something must be done: 支书得把账算清."""
_OFTEN = 2
"""How often our texts must have the two words side by side."""


def needless(usage: Usage, runs: Iterable[CutRun], classes: WordClasses) -> Iterator[Match]:
    """Yield the small words between two that our texts have side by side, and never with such a word."""
    no_verbs = (classes.adverbs, classes.manner, classes.things)
    for cut in of_size(runs, _LEAST):
        start, last, words = cut.start, cut.before, cut.words
        for word, follow in zip(words, (*words[1:], cut.behind), strict=True):
            least = _SMALL.get(word)
            if least is not None and usage.followers.get(last, {}).get(follow, 0) >= _OFTEN:
                gain = usage.after(last, word) + usage.after(word, follow) - usage.after(last, follow)
                acts = word in _OF_VERBS and not any(last in words for words in no_verbs)
                if _verb_follows(cut.run, start - cut.start, word) or (word == "得" and follow in _MUST):
                    gain = 0.0
                if gain >= least and not (acts or usage.seen(last, word) or usage.seen(word, follow)):
                    yield Match(start, start + 1, ("",))
            start, last = start + len(word), word
