"""So many, so much of each, and so much in all, whatever the units: 1800亩，亩均增收600元，合计增收180万元.

What each of has is told by 均 behind what is counted, by 每 or 单 before it; what it comes to stands before or behind.
"""

import re
from collections.abc import Iterator

from assistant.checks.quantities import RELATIVE, Quantity, Row, sentences, shown
from assistant.checks.rule import Match

_OF = (
    "亩|户|人|村|台|座|栋|幢|头|株|棵|艘|辆|家|间|套|口|条|件|公里|床|车|场|期|次|班|名|个|处|盏|张|块|只|项|吨|眼|架"
    "|平方米"
)
_EACH = re.compile(
    f"(?:(?P<mean>{_OF})(?:平?均|(?<=[亩株头])产)|单(?P<single>{_OF}|船|机|仓|体|井|棚|车)|(?:平均)?每一?(?P<every>{_OF}))(?P<what>[一-鿿]{{0,8}})$"
)
_COUNTED_AS = {
    "船": "艘",
    "机": "台",
    "仓": "座",
    "井": "口眼",
    "棚": "座个栋",
    "体": "座个",
    "车": "辆台",
    "户": "户家",
    "家": "家户",
    "村": "村个",
}
_IN_ALL = re.compile("(?:共计?|合计|总计|累计|一共|总共|总[一-鿿]{1,3}|全年|年)[^，、0-9]{0,8}$")
_LIMIT = re.compile("至少|不少于|不低于|以上|不超过|最[高低多少]|[超逾余多近约]|标准|补[贴助]|奖励|收费|价")
_DOING = re.compile("[一-鿿]{2,8}?(?:会|课|日|活动|培训|学习)")
"""What is done so many times."""
_NEAR = 0.35
"""Part by which what is told in all may be off; what is more tells of another thing."""
_MOST = 6
"""Counts before what each of has that may be of what it is told."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield what is told in all where so many times what each of has is another number."""
    if not re.search("均|单|每|[亩株头]产", text):
        return
    for row in sentences(text, least=3):
        for at, each in enumerate(row):
            found = (
                _EACH.search(each.lead) if at and each.unit and each.kind not in RELATIVE and not each.rough else None
            )
            if found is None or _LIMIT.search(each.tail[:2]):
                continue
            count = _count(row[max(at - _MOST, 0) : at], found)
            if count is None or count.kind == each.kind or not each.value or _other_doing(row, at):
                continue
            yield from _against(row, at, count, mean=bool(found["mean"]))


def _other_doing(row: Row, at: int) -> bool:
    """Tell whether what is done in all is another thing than each of them does: 党小组会1次 … 党员大会5次."""
    each, behind = row[at], row[at + 1] if at + 1 < len(row) else None
    done = _DOING.match(each.tail)
    return behind is not None and done is not None and each.unit == "次" and done.group() not in behind.lead


def _count(before: Row, found: re.Match[str]) -> Quantity | None:
    """Return how many there are of what each has something, where one count of them is told."""
    key = found["mean"] or found["single"] or found["every"]
    units = _COUNTED_AS.get(key, "名人" if key in "名人" else key)
    counts = [one for one in before if one.unit and (one.unit == key or one.unit in units)]
    return counts[-1] if len(counts) == 1 and not counts[0].rough and counts[0].value > 1 else None


def _against(row: Row, at: int, count: Quantity, *, mean: bool) -> Iterator[Match]:
    each = row[at]
    due = count.worth * each.worth
    behind = row[at + 1] if at + 1 < len(row) else None
    if behind is not None and _alike(behind, each, count) and _IN_ALL.search(behind.lead) and not behind.rough:
        yield from _told(row, behind, due, each, count, mean=mean)
        return
    before = [one for one in row[:at] if one.kind == each.kind and not one.rough and one.worth > each.worth]
    others = [one for one in before if one.start < count.start]
    if mean or not others or each.kind == "元":
        return
    rest = others[0].worth - sum(one.worth for one in others[1:])  # 18万吨，平房仓12万吨，浅圆仓10座、单座0.6万吨
    wholes = [one.worth for one in before] + [rest]
    if rest > 0 and not any(abs(due - one) < 1e-6 * due for one in wholes) and abs(due - rest) < _NEAR * rest:
        yield Match(each.start, each.end, (shown(rest / count.worth / (each.worth / each.value), each.places),))


def _alike(total: Quantity, each: Quantity, count: Quantity) -> bool:
    """Tell whether a total counts what each has: so many times in each house are so many 户次."""
    often = each.unit in {"次", "轮", "遍", "场", "期"}
    return total.kind == each.kind or (often and total.unit in {f"{count.unit}次", "轮次", "次", "场次"})


def _told(row: Row, total: Quantity, due: float, each: Quantity, count: Quantity, *, mean: bool) -> Iterator[Match]:
    """Yield what is told in all, unless it, or what each has, was rounded, or something else was added."""
    off = abs(total.worth - due)
    if not total.value:
        return
    step = total.worth / total.value * 10.0**-total.places
    rounded = count.worth * each.worth / each.value * 0.56 * 10.0**-each.places if mean else 0.0
    others = [one for one in row if one.kind == total.kind and one is not total and one is not each]
    added = any(abs(abs(total.worth - one.worth) - due) < step for one in others)
    wrong_sum = off > max(rounded, 1.01 * step if total.places else 0.01 * step) and total.worth > each.worth
    if wrong_sum and not added and off < due * 2 and total.worth * 3 > due:
        yield Match(total.start, total.end, (shown(due / (total.worth / total.value), total.places),))
