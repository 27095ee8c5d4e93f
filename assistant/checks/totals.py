"""Counts of one sentence that cannot all be right: more done than found, halves that are no whole, shares over all."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match

_N = r"[0-9]+(?:\.[0-9]+)?"
_NEAR = 1.0
"""Percent by which a share may be rounded."""

_FOUND = (
    "确定|建立|承诺|认领|查摆|查找|梳理|发现|排查|反馈|收集|征集|征求|受理|收到|点评|列出|认领|指出|制定|承办|提出|接到"
)
_DONE = "整改|办结|解决|销号|化解|落实|办理|采纳|完成"
_HANDLED = re.compile(
    rf"(?:{_FOUND})[^。；，0-9]{{0,14}}?(?P<whole>[0-9]+)(?P<unit>个|件|项|条|户|处|起)[^。；，0-9]{{0,10}}"
    rf"(?:，其中[^。；]{{2,40}}?)?(?:，(?:研究|研提|逐[条项一]|分类)?(?:制定|明确|细化|列出|提出)(?:整改)?措施[0-9]+[条项])?[，（](?:截至目前，|目前，?|现|其中)?(?:均|都|共|累计)?(?:已经?)?(?:全部)?(?:完成)?(?:{_DONE})(?:完成|到位|落实|销号)?了?"
    rf"(?P<part>[0-9]+)(?P=unit)(?:[，、（](?:其余|剩余|剩下|还有|尚有|余下|未完成|未整改|正在整改)的?(?P<rest>[0-9]+)(?P=unit))?"
    rf"(?:[^。；，0-9]{{0,8}}[，、](?:问题)?(?:{_DONE})(?:完成)?率(?:达到?|为|是)?(?P<share>{_N})[%％])?"
)
"""梳理问题15个，已整改12个，剩余3个: what was found, what of it is done, what is left."""

_PERIODS = (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度"))
_SPLIT = tuple(
    re.compile(
        rf"(?P<whole>{_N})(?P<unit>[^0-9。；，、（）]{{1,3}})[^。；0-9]{{0,12}}[，（：](?:其中)?[，：]?"
        + "[、，]".join(
            rf"第?{period}[^0-9。；，、]{{0,6}}(?P<part{n}>{_N})(?P=unit)" for n, period in enumerate(periods)
        )
    )
    for periods in _PERIODS
)
"""12次，上半年5次、下半年7次: parts of the year are the whole of it."""
_JOINED = re.compile(
    rf"上半年[^0-9。；，、]{{0,8}}(?P<part0>{_N})(?P<unit>[^0-9。；，、（）]{{1,3}})[、，]下半年[^0-9。；，、]{{0,8}}(?P<part1>{_N})(?P=unit)，"
    rf"(?:全年|合计|共计|一年)[^。；，0-9]{{0,14}}(?P<whole>{_N})(?P=unit)"
)

_ALIKE = "个|家|支|所|处"
"""Units of what is counted by sort: parts of it don't overlap where they are named alike and none is a praise."""
_PRAISE = re.compile("先进|示范|星级|优秀|过硬|达标|标准|品牌|[四五]强|样板|重点")
_FEW = 3
"""Parts from more of which on a list of them divides its whole, whatever they are called."""
_DISJOINT = "次|场|期|件|条|项|份|篇|节|堂|批|起|万元|亿元|元"
"""Units of events, papers and money: parts of them rarely overlap, as those of people do."""
_AMONG = re.compile(
    rf"(?P<whole>{_N})余?(?P<unit>{_DISJOINT}|{_ALIKE})[^。；，0-9]{{0,8}}[，（]其中[:：，]?"
    rf"(?P<parts>(?:(?!我|班子|人均|带头)[^0-9。；，、（）]{{1,12}}{_N}(?P=unit)[、，和]?){{2,6}})(?![^。；，]*以上)"
)
_RATING = re.compile(
    rf"(?P<name>(?<=“)好|优秀|良好|较好|一般|较差|基本合格|不合格|(?<!基本)(?<!不)合格)”?(?P<how>率|等次|党员|票|的)?(?:占比?|为|达到?)?(?P<share>{_N})[%％]"
)
_OF_ALL = re.compile(
    r"(?P<part>[0-9]+)[名人个][^。；，0-9]{0,8}，占[^。；，0-9%％]{0,10}(?:总数|总人数|人数)(?:的)?(?P<whole>[0-9]+)[名人个]"
)
_PRESENT = re.compile(
    r"应(?:到|参加|参会|参学|参训)[^。；0-9]{0,6}(?P<whole>[0-9]+)[名人][，、]实(?:到|际参加|际参会|参)[^。；0-9]{0,6}(?P<part>[0-9]+)[名人]"
)


def _found_before(text: str, found: re.Match[str]) -> int:
    """Return how many were found by others, told earlier in the sentence: 班子查摆18个，个人查摆39个，已整改53个."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    others = re.findall(rf"(?:{_FOUND})[^。；，0-9]{{0,14}}?([0-9]+){found['unit']}", text[start : found.start()])
    done = int(found["part"]) + int(found["rest"] or 0)
    came = sum(map(int, others))
    return came if done == int(found["whole"]) + came or not found["rest"] else 0


def overdone(text: str, /) -> Iterator[Match]:
    """Yield more done than was found, what is left wrongly reckoned, and rates that don't follow from both."""
    for found in _HANDLED.finditer(text):
        whole, part = int(found["whole"]), int(found["part"])
        rest = found["rest"]
        share = found["share"]
        whole += _found_before(text, found) if part + int(rest or 0) != whole else 0
        wrong = part > whole or (rest is not None and part + int(rest) != whole)
        if wrong or (share is not None and whole and abs(100 * part / whole - float(share)) > _NEAR):
            yield Match(*found.span())
    for found in (*_OF_ALL.finditer(text), *_PRESENT.finditer(text)):
        if int(found["part"]) > int(found["whole"]):
            yield Match(*found.span())


def parts_outnumber(text: str, /) -> Iterator[Match]:
    """Yield enumerations after 其中 that are more than the whole, and parts of a year that are not all of it."""
    for found in _AMONG.finditer(text):
        named = re.findall(rf"([^0-9、，和]+)({_N}){found['unit']}", found["parts"])
        parts = [float(part) for _, part in named]
        of_one_kind = "，" not in found["parts"] or any(len({name[i] for name, _ in named}) == 1 for i in (0, -1))
        alike = (len({name[-2:] for name, _ in named}) == 1 or len(named) > _FEW) and not _PRAISE.search(found["parts"])
        if not of_one_kind or (found["unit"] in _ALIKE and not alike):
            continue  # 其中研讨12次，带头发言12次: another clause, no further part
        if sum(parts) > float(found["whole"]) + 0.01 >= max(parts):  # one part alone too big: `ledger` says so
            yield Match(*found.span())
    for split in (*_SPLIT, _JOINED) if "半年" in text or "季度" in text else ():
        for found in split.finditer(text):
            parts = [float(value) for name, value in found.groupdict().items() if name.startswith("part")]
            if abs(sum(parts) - float(found["whole"])) > _NEAR / 100:
                yield Match(*found.span())


def ratings_over_all(text: str, /) -> Iterator[Match]:
    """Yield shares of the grades of one rating that come to more than a hundred percent."""
    for sentence in re.finditer("[^。；\n]+", text):
        grades = list(_RATING.finditer(sentence.group()))
        names = [grade["name"] for grade in grades]
        nested = "合格" in names and "不合格" not in names  # whoever is 优秀 is 合格, too
        if len(grades) > 1 and len(set(names)) == len(names) and not nested:
            total = sum(float(grade["share"]) for grade in grades)
            if total > 100 + _NEAR:
                yield Match(sentence.start() + grades[0].start(), sentence.start() + grades[-1].end())
