"""A whole and its parts told in one sentence: 38个，其中班子问题13个、个人问题24个; 67项，原则同意62项，否决4项."""

import re
from collections.abc import Iterator
from itertools import accumulate, permutations

from assistant.checks.quantities import UNIT, slip
from assistant.checks.rule import Match

_N = r"[0-9]+(?:\.[0-9]+)?"
_NAME = "(?:[^0-9。；，、（）：]|[0-9]{1,3}(?:个|岁|周岁|级|号|届)){1,16}?"
_DIVIDED = re.compile(
    rf"(?<![0-9.])(?P<whole>{_N})(?P<unit>{UNIT})(?P<behind>(?:[^。；，（）0-9]|[0-9]+[个处条]){{0,24}}?)(?P<far>，(?:(?![0-9](?P=unit))[^。；]){{4,36}}?(?=，其中))?(?P<mark>[，（：](?:其中)?[:：，]?)"
    rf"(?P<parts>(?:{_NAME}{_N}(?P=unit)(?:[^。；，、（）0-9]{{0,4}}[、，和])){{1,7}}{_NAME}{_N}(?P=unit))"
)
_PARTS = {
    unit: re.compile(rf"(?P<name>{_NAME})(?P<count>{_N}){unit}(?!次)[^。；，、（）0-9]{{0,4}}(?:[、，和]|$)")
    for unit in UNIT.split("|")
}
_CLASSES = re.compile(
    "岁|学历|以[上下]|女|少数民族|预备|优秀|先进|示范|标准|星级|市级|省级|国家级|[党镇村]干部|人均|我|本人|带头|主任|委员|书记"
    "|骨干|模范|负责人|[高中初]级|代表(?!大?会)|组长|退役|致富|妇女|青年|大学生|研究生|硕士|博士|本科"
)
"""Marks of parts that overlap or are only some of the whole."""
_TOGETHER = (
    ("在职", "退休"),
    ("正式|在编|编内", "临聘|聘用|编外|合同|辅助"),
    ("地面|地上", "地下|立体"),
    ("一类", "二类", "三类"),
    ("五星", "四星", "三星"),
    ("一等奖", "二等奖", "三等奖"),
    ("先进|优秀", "合格|一般", "后进|较差"),
    ("男", "女"),
    ("教师|教工|教职工", "学生"),
    ("正式", "预备"),
    ("全资", "控股|参股"),
    ("班子(?!成员)", "个人"),
    ("同意|通过", "否决|缓议|暂缓"),
    ("办结|整改|完成|解决|销号", "剩余|其余|正在|未完成|尚未"),
    ("党委", "党总支", "支部"),
    ("优秀", "(?<!不)(?<!本)合格"),
    ("好", "较好", "一般"),
    ("上半年", "下半年"),
    ("财政|上级|争取", "自筹|配套"),
    ("城市|城镇", "农村"),
    ("机关", "基层|农村|站所"),
)
"""Names of parts that together are the whole."""
_REST = re.compile("^(?:其他|其它|其余|剩余|余下|另外)")
_OTHER = re.compile("^(?:其他|其它)")
_DOING = re.compile("讲|开展|组织|研讨|参加|举办|召开")
_SHORT = 12
"""Characters of a name of a part; a longer one tells of something else besides."""
_MONEY = frozenset({"万元", "亿元", "元"})
_DIGIT = 0.06
"""Part of a sum by which one wrong digit puts it off at most."""
_OVER = 0.1
"""Part of a whole by which parts that don't overlap are more where a digit is wrong."""
_LEAST, _SOME = 4, 30
"""Wholes from which on a difference of one, and one of two, is a slip."""


def divided(text: str, /) -> Iterator[Match]:
    """Yield wholes with their parts where these must, or all but, come to another sum."""
    for found in _DIVIDED.finditer(text) if "、" in text or "，" in text else ():
        parts = list(_PARTS[found["unit"]].finditer(found["parts"]))
        names = [part["name"] for part in parts]
        sums = list(accumulate(float(part["count"]) for part in parts))
        whole, total = float(found["whole"]), sums[-1] if sums else 0
        if len(parts) < 2 or any(abs(one - whole) < 0.001 for one in sums[1:]):
            continue  # 22名，其中正式21名、预备1名，女10名: what follows is of the same people
        if _OTHER.search(names[-1]) and "其中" not in found["mark"] and _DOING.search(names[0]):
            continue  # 学习26次，我讲党课2次、其他党员主讲13次
        if found["far"] and found["unit"] not in _MONEY:
            continue  # what stands between may count something else
        if any(_complete(names[:size]) for size in range(2, len(names) + 1)) or (
            "其中" in found["mark"] and _nearly(whole, total, names, found["unit"])
        ):
            yield Match(found.start(), found.end())


def _complete(names: list[str]) -> bool:
    """Tell whether the parts are all there can be, by their names."""
    if len(names) > 1 and _REST.search(names[-1]):
        return True
    return any(
        all(re.search(word, name) and len(name) < _SHORT for word, name in zip(words, ordered, strict=True))
        for words in _TOGETHER
        if len(words) == len(names)
        for ordered in permutations(names)
    )


def _nearly(whole: float, total: float, names: list[str], unit: str) -> bool:
    """Tell whether the parts are one short of the whole, or hardly more than it."""
    off = abs(whole - total)
    if unit not in _MONEY and (whole < _LEAST or any(_CLASSES.search(name) for name in names)):
        return False
    if unit in _MONEY or unit in {"平方米", "公里", "亩"}:
        digit = f"{off:g}".strip("0.")
        return total > whole or (off / whole < (_DIGIT if len(digit) == 1 else 0.02) and len(names) > 2)
    if total > whole and off / whole < _OVER and slip(f"{whole:g}", f"{total:g}"):
        return True
    most = 2 if whole >= _SOME else 1
    return off <= most
