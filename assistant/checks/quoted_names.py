"""Names that a report coins, such as those of its brands and posts, written two ways: “柳岸夜话” and “柳岸夜谈”."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.opposites import OPPOSITE
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_QUOTED = keeping("“(?P<name>[一-鿿]{3,8})”")
_SHORTEST = 4
"""Characters of a name that is looked for without quotation marks, too, and of one that stands once as the other."""


def two_ways(survey: Survey, /) -> Iterator[Located]:
    """Yield the rarer, of equals each, of two names that differ in one character."""
    for number, report in enumerate(survey.reports):
        lines = [(i, survey.document.blocks[i].text) for i in range(report.first, report.last + 1)]
        places = [(i, found) for i, text in lines for found in _QUOTED.finditer(text)]
        counts = Counter(found["name"] for _, found in places)
        whole = "\n".join(text for _, text in lines)
        reported: set[tuple[int, int]] = set()
        for index, found in places:
            usual = _usual(found["name"], counts)
            if usual and not _set_against(found, usual, counts):
                reported.add((index, found.start("name")))
                yield Located(index, Match(*found.span("name"), (usual,)), usual, report=number)
        for name, times in counts.items():
            if times > 1 and len(name) >= _SHORTEST:
                yield from _bare(name, lines, whole, reported, number)


def _set_against(found: re.Match[str], other: str, counts: Counter[str]) -> bool:
    """Tell whether two names are meant to differ: in one sentence, behind the same word, or short and seen once each.

    从“输血式”变为“造血式”; 由“有形覆盖”向“有效覆盖”迈进; 守好“米袋子”…用好“电袋子”.
    """
    text, name = found.string, found["name"]
    if any({one, another} in OPPOSITE for one, another in zip(name, other, strict=False) if one != another):
        return True  # “巾帼大宣讲”和“巾帼微宣讲”
    if _NAMED.match(text, found.end()):
        return False
    begin, end = text.rfind("。", 0, found.start()) + 1, text.find("。", found.end())
    if f"“{other}”" in text[begin : end if end > 0 else len(text)]:
        return True
    return counts[name] == counts[other] == 1 and (len(name) < _SHORTEST or text[found.start() - 1] in _TURNED)


def _usual(name: str, counts: Counter[str]) -> str:
    """Return the name that is meant where another one is more usual, or as usual: then either may be wrong."""
    alike = [other for other in counts if other != name and _one_off(other, name)]
    for other in alike if len(alike) == 1 else ():  # of three alike each is meant: 防控网, 防控线, 防控账
        if counts[other] >= counts[name]:
            return other
    return ""


_NAMED = re.compile(
    "(?:党建|服务|志愿|特色|党员(?!的))*(?:品牌|服务站|服务岗|先锋|工作站|宣讲|调解|行动|模式|做法|服务队|小分队|工作室|基地|课堂|讲堂|驿站|志愿|突击队|党建)"
)
"""What is called so: behind it, the name is one."""
_TURNED = frozenset("从由让向到为成使对于与是被")
"""Words before what somebody or something is, or becomes."""


def _one_off(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    if sorted(one) == sorted(other):
        return True  # 红石榴, 石榴红
    unlike = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    # Pairs such as 学习强国/学习强县 aside: numerals differ where names are made in series.
    return len(unlike) == 1 and not {one[unlike[0]], other[unlike[0]]} <= set(
        "一二三四五六七八九十上下前后东西南北红蓝大小新老内外"
    )


def _bare(
    name: str, lines: list[tuple[int, str]], whole: str, reported: set[tuple[int, int]], number: int
) -> Iterator[Located]:
    """Yield the name with another last character where it stands without quotation marks before what it names."""
    pattern = re.compile(
        f"{re.escape(name[:-1])}(?!{re.escape(name[-1])})[一-鿿](?=党建|品牌|行动|活动|模式|做法|志愿)"
    )
    if not pattern.search(whole):
        return
    for index, text in lines:
        for found in pattern.finditer(text):
            if (index, found.start()) not in reported:
                yield Located(index, Match(*found.span(), (name,)), name, report=number)
