"""Where a particle is right for what it makes of the words before it, whatever usage says.

Named with 的 is what people feel (居民信赖的邻居), and a row that a verb governs; 地 tells by what parts something is
done (分批次地组织).
"""

import re

from assistant.checks.word_classes import WordClasses, begins_with

GOVERNING = "进行|开展|予以|给予|加以|得到|取得|实现|带来|获得|受到|提供|需要|离不开|缺少|缺乏|欠缺|出现|产生|形成"
"""Verbs of two whose object is a thing or the name of an action."""
_FAR = 24
"""Characters before a particle in which the verb is looked for that governs what follows."""
_FELT = (
    "满意",
    "放心",
    "信赖",
    "信任",
    "欢迎",
    "喜爱",
    "认可",
    "期盼",
    "期待",
    "需要",
    "关注",
    "关心",
    "拥护",
    "向往",
    "公认",
    "优先",
)
"""What people feel for that which is named behind 的: 居民信赖的邻居."""
_ROW_GOVERNED = re.compile(f"(?:{GOVERNING}|[做作])[^，。；]{{0,16}}[、和与及](?:更|更加|较为)?[一-鿿]{{2,4}}$")
"""The same before a row of words of manner, or of things with such words: 开展灵活的宣讲和扎实的整改."""
_BY_PARTS = re.compile(
    "(?:[分逐按成跨多全高大低强快零无深远](?:[一-鿿]{2,3})|有(?:计划|步骤|重点|组织|目的|秩序|侧重|选择))$"
)
"""Before 地 it tells by what parts something is done, though it ends with a thing."""


_THAN = "比"
_THAN_WHAT = re.compile("比[一-鿿]{1,8}$")
"""What is done is compared as often as how: 写的比说的好."""


def stands(text: str, at: int, classes: WordClasses) -> bool:
    """Tell whether a particle at a place is right for what it makes of the words before it, whatever usage says.

    写的比说的好, 居民信赖的邻居, 进行了彻底、严格的检查, 分批次地组织.
    """
    before = text[max(0, at - _FAR) : at]
    if text[at] == "的":
        compared = text.startswith(_THAN, at + 1) or _THAN_WHAT.search(before) is not None
        return compared or before.endswith(_FELT) or _ROW_GOVERNED.search(before) is not None
    acts = begins_with(text, at + 1, classes.actions) or begins_with(text, at + 1, classes.events)
    return text[at] == "地" and bool(acts) and _BY_PARTS.search(before) is not None
