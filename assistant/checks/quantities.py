"""The counted things of a sentence as a reader sees them: how many, of which unit, with the words before and behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

UNIT = (
    "人次|场次|万元|亿元|平方米|公里|名|人|个|家|项|支|户|处|所|次|场|期|件|条|篇|份|堂|节|套|起|批|亩|元|间|座|台|辆"
    "|门|对|块|盏|班|类|轮|位|股|笔|宗|册|栋|幢|户次|辆次"
)
"""Units by which reports count, the longest of those that begin alike first."""
TWO = (
    "艘次|架次|班次|车次|台次|村次|例次|头次|户次|家次|轮次|站次|校次|辆次|艘|架|立方米|千瓦时|千克|千瓦|公顷|床(?!位)|道(?![路德理])"
    "|羽|罐|吨公里"
)
"""Units of what is carried, caught, laid or driven; before the others, which they begin like."""
PEOPLE = frozenset("名人")
_QUANTITY = re.compile(
    rf"(?<![0-9A-Za-z.第〔—－~～+-])(?P<value>(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?)(?P<rough>[余多])?(?P<many>[万亿](?!元))?(?P<unit>个百分点|个工作日|个小时|个月|[%％]|倍|平方公里|公斤|吨|件（套）|台（套）|套（件）|{TWO}|{UNIT}"
    r"|米|种(?![植类子田粮])|口(?!径|岸|碑|号)|眼|桶|袋|瓶|盒|根|字|批次|批|幅|面|封|张|枚|例|只|头|株|棵|趟|站|团|车|箱|平米|小时|分钟|分|本|组|页|款|天|工作日|岁(?![以及至周或的0-9])|课时|学时|毫升"
    r"|部(?![门署分队位]))?(?P<some>以上|以下|左右|余|多(?!出|了|分|[0-9]))?"
)
_SENTENCE = re.compile("(?:[^。；！？\n]|。(?=其中[^。；！？，0-9]{0,20}[0-9]))+")
_ROUGH = re.compile(
    "(?:(?<![临附最])近|(?<![签预节公合特违履])约|超|超过|突破|逾|不少于|不低于|至少|最多|不超过|大约|高于|低于|达不到|平均)$"
)
_DIGIT = re.compile("[0-9]")
EACH = re.compile("(?:[每均][^，。；、]{0,8}|各[^，。；、]{0,4})$")
"""Before a number: it is told of each of so many, so that what follows isn't a part of it."""
ABOVE = re.compile("(?:(?:比(?![武赛例])|较(?![好差大多强高])|超)[^，。；、]{0,14}|[多超]出?了?)$")
"""Before a number: it is what was due, what there was before, or by how much more there is now."""
_NO_COUNT = re.compile("[年月日号岁时点度届条款]|[至到—][0-9]")
_SOME = 30
"""Counts from which on a difference of two is a slip."""
RELATIVE = frozenset({"%", "倍", "个百分点"})
"""Units of what is told of other quantities."""
BESIDE = frozenset({"", "、", "共", "、共"})
"""What stands between two counts of the same: 203户617人."""
SCALE = {"万元": 10000.0, "亿元": 100000000.0, "元": 1.0}
"""What one of each unit of money is worth."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: where it stands, the words from the one before (`lead`) and up to the next (`tail`)."""

    start: int
    end: int
    value: float
    written: str
    unit: str
    many: float
    rough: bool
    lead: str
    tail: str

    @property
    def places(self) -> int:
        """Digits behind the point."""
        return len(self.written.partition(".")[2])

    @property
    def kind(self) -> str:
        """The unit, the same for units that stand for each other."""
        if self.unit in PEOPLE:
            return "人"
        return "元" if self.unit in SCALE else "%" if self.unit == "％" else self.unit

    @property
    def worth(self) -> float:
        """The value in the smallest unit of its kind."""
        return self.value * SCALE.get(self.unit, 1.0) * self.many


Row = tuple[Quantity, ...]
"""The quantities of one sentence."""
Figure = tuple[Quantity, Quantity, str]
"""The first figure that tells, the one it contradicts, how that should read; empty where only words can be wrong."""


def sentences(text: str, least: int = 2) -> Iterator[Row]:
    """Yield the quantities of each sentence that has at least so many; ordinals, dates and ages are none."""
    return (row for row in _rows(text) if len(row) >= least)


@lru_cache(maxsize=2)
def _rows(text: str) -> tuple[Row, ...]:
    """Return the quantities of all sentences that have any, read once for all that judge them."""
    rows = []
    for sentence in _SENTENCE.finditer(text) if _DIGIT.search(text) else ():
        found = [
            one
            for one in _QUANTITY.finditer(text, sentence.start(), sentence.end())
            if one["unit"] or not _NO_COUNT.match(text, one.end())
        ]
        if found:
            rows.append(tuple(_read(text, sentence, found, at) for at in range(len(found))))
    return tuple(rows)


def _read(text: str, sentence: re.Match[str], found: list[re.Match[str]], at: int) -> Quantity:
    one = found[at]
    start = found[at - 1].end() if at else sentence.start()
    end = found[at + 1].start() if at + 1 < len(found) else sentence.end()
    lead = text[start : one.start()]
    rough = bool(one["rough"] or one["some"] or _ROUGH.search(lead))
    return Quantity(
        one.start("value"),
        one.end("value"),
        float(one["value"].replace(",", "")),
        one["value"].replace(",", ""),
        one["unit"] or "",
        {"万": 10000.0, "亿": 100000000.0}.get(one["many"] or "", 1.0),
        rough,
        lead,
        text[one.end() : end],
    )


def shown(value: float, places: int) -> str:
    """Return a number with so many digits behind the point."""
    return f"{value:.{places}f}"


def more(quantity: Quantity, by: float) -> str:
    """Return how a quantity reads with so much more."""
    one = quantity.worth / quantity.value if quantity.value else 1.0
    return shown((quantity.worth + by) / one, quantity.places)


def slip(written: str, right: str) -> bool:
    """Tell whether one number was typed for another: digits swapped, or all but one the same."""
    if len(written) != len(right) or written == right:
        return False
    return sorted(written) == sorted(right) or sum(a != b for a, b in zip(written, right, strict=True)) == 1


def mistyped(quantity: Quantity, by: float) -> bool:
    """Tell whether a quantity is so much less by one digit that is one step off, or by two that are exchanged."""
    written, right = quantity.written, more(quantity, by)
    if len(written) != len(right) or "-" in right:
        return False
    unlike = [(int(a), int(b)) for a, b in zip(written, right, strict=True) if a != b]
    return abs(unlike[0][0] - unlike[0][1]) == 1 if len(unlike) == 1 else sorted(written) == sorted(right)


def close(whole: Quantity, off: float) -> bool:
    """Tell whether what should be as many as a whole is one or two more or less."""
    return whole.kind != "元" and abs(off) <= (2 if whole.worth >= _SOME else 1)


def comes_to(share: Quantity, right: float) -> bool:
    """Tell whether a share is the one reckoned; it may be cut off, but not where it comes out even."""
    unit: float = 10.0**-share.places
    return abs(right - share.value) < (0.3 * unit if abs(right - round(right, share.places)) < 1e-9 else 1.02 * unit)
