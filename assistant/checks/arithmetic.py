"""Figures of one sentence that its other figures contradict: averages, sums, what is left, parts of a whole."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.checks.quantities import Figure, Quantity, Row, mistyped, sentences, shown, slip
from assistant.checks.rule import Match
from assistant.checks.split_wholes import parts

_HALF = 0.55
"""What an average may be rounded by, where another digit of the sum would make it come out."""
_NEAR = 0.12
"""Part of the right sum by which a slip may be off."""
_EACH = re.compile(
    "(?:平均)?每(?P<one>个|名|家|户|支|期|场|次|批|轮|人|所|座|村|班|组|台|套|件|亩|公里|平方米|篇|对|辆|间|张|队|镇|校|格|科室|社区)(?P<noun>[一-鿿]{0,10})$"
    "|(?P<short>人|户|村|场|期|次|班|校|家|支部|社区)(?:平)?均[^，、0-9]{0,4}$"
)
_ALL = re.compile(
    "(?:共|共计|合计|总计|累计|总共|一共|合共|加起来|加在一起|合起来)(?:有|是|为)?(?P<noun>[^，、0-9其中]{0,6})$"
)
_ONLY = re.compile(
    "[，、](?:[这以]?上?述?[两二三四五六七八九十](?:项|笔|样|块|处|者|个方面)(?:收入)?)?"
    "(?:合计|总计|共计|加起来|加在一起|合起来|相加)(?:共?是|共?有|共?为|共?达|共)?"
)
_REACHED = re.compile("，(?:目前|现有?)?(?P<noun>[一-鿿]{2,6}?)(?:总数|数量)?(?:已?达到?|增至|已?有|为)$")
_LEAST = re.compile("^[至到—～-]|至少|不少于|以上|不低于|左右|最[多少高低]|[余多]")
_REST = re.compile(
    "(?:其余|剩余|剩下|余下|还有|尚有|仍有|另有|另外|未完成|未整改|结余|节余|结存|留存)的?(?:未[一-鿿]{1,4}的?)?$"
)
_DONE = re.compile(
    "已|完成|办结|整改|解决|销号|化解|落实|脱贫|达标|转正|参[加会]|投用|使用|支出|下拨|上缴|拨付|支付|发放"
)
_NET = re.compile("净(?:增加?|减少?|增长)了?$")
_ALL_DONE = re.compile("[^，。；]{0,4}，(?:现?已|均已?)?全部(?:整改|完成|办结|销号|到位|落实|解决)")
_ALL_OF_THEM = re.compile("[^，。；0-9]{0,6}(?:均|已|都)?全部(?:整改|完成|办结|销号|到位|落实|解决|兑现|化解|办理)")
_HERE = re.compile("(?:[，在对为]|这|上述|实现)$")
_OF_THEM = re.compile("书记|委员|班子|党员|成员|代表|负责人")
"""Behind a noun they tell of those who belong to it: 新设支部3个，8个支部|书记."""
_JOIN = re.compile("[、，和及]")
_UNITS = frozenset("个名家户支所")
_APIECE = re.compile("[^，、。0-9]{1,8}[各每](?![类级项种界地方族自支村镇科处乡县区社位]|单位|部门)[^，、。0-9]{0,12}")
_REGULAR = re.compile("每个?(?:月|季|半年|年|周)")
_TOGETHER = re.compile("[^，。]{0,8}，(?:全[一-鿿]{1,2})?(?:合计|共计|总计|一共|共)")
_GAINED = re.compile("增收|收入|收益|工资|租金|津贴|补贴|分红|节约|节省")
"""What each gains is no share of the money spent on all of them, unless that is called so, too."""
_PROVIDED = re.compile("(?:配备|配齐|选派|确定|明确|聘请|安排|设|配)了?[一-鿿]{2,8}$")
"""Before what each is told to have: 每个党支部配备纪检委员1名."""
_LEVELS = 2
_BECAME = re.compile("[到至为成]$")
"""What leads to the second of two levels, that which an average told behind them is of."""
_APART = 16
"""Characters between two parts of one sum at most."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield what is told to follow from other figures of its sentence and does not, from the first of them to the last.

    Any of them may be the wrong one; `key` is how the last one should read if the others are right.
    """
    for row in sentences(text):
        for check in _CHECKS:
            for first, last, right in check(row):
                start, end = min(first.start, last.start), max(first.end, last.end)
                yield Match(start, end + len(last.unit if last.end == end else first.unit), key=right)


def _averages(row: Row) -> Iterator[Figure]:
    """Yield averages, and sums told of what each has, that a count and a sum of the sentence contradict."""
    for at, one in enumerate(row):
        found = _EACH.search(one.lead.rsplit("，", 1)[-1]) if one.unit and one.value else None
        if (
            found is None
            or (one.rough and "平均" not in one.lead)
            or (_LEAST.search(one.lead) or _LEAST.search(one.tail[:2]))
        ):
            continue
        key, noun = found["one"] or found["short"], found["noun"] or ""
        joined = row[at + 1] if at + 1 < len(row) and row[at + 1].kind == one.kind else None
        if _REGULAR.search(one.lead) or (joined is not None and re.fullmatch("[一-鿿]{1,6}[、和]", joined.lead)):
            continue  # 每村每月1次; 每个网格配1名网格长、2名网格员
        counts = [c for c in row if c is not one and not c.rough and c.kind != one.kind and _counts(c, key, noun)]
        totals = [t for t in row if t is not one and _as(t) == _as(one) and not t.rough and t not in counts]
        if "均" not in found.group() and one.kind != "元":
            beside = set(row[max(at - 2, 0) : at])
            totals = [
                t
                for t in totals
                if ({*counts, t} == beside and _one_thing(t, one)) or (row.index(t) > at and _ALL.search(t.lead))
            ]
        if len(totals) > 1 and any(abs(sum(t.worth for t in totals) - c.worth * one.worth) < 0.01 for c in counts):
            continue  # 专职12名、兼职36名，平均每个网格4名
        if len(totals) > 1 and "均" in found.group() and row[at - 1] in totals and at:
            totals = [row[at - 1]]  # 涉及资金9600万元，平均每个标段800万元
        if len(totals) == _LEVELS and re.search("[由从]", totals[0].lead) and _BECAME.search(totals[1].lead):
            totals = totals[1:]
        gained = _GAINED.search(one.lead)
        totals = [t for t in totals if gained is None or gained.group() in t.lead or "，" not in one.lead]
        if len(counts) > 1 and len(totals) == 1 and "均" in found.group():
            fits = any(abs(c.value * one.worth - totals[0].worth) < one.worth for c in counts)
            counts = [] if fits else counts[:1]  # 义诊36场，每个乡镇3场，服务5400人次，平均每场150人次
        if len(counts) == len(totals) == 1 and counts[0].value:
            yield from _apportioned(counts[0], totals[0], one, mean="均" in found.group() or row.index(totals[0]) < at)


def _as(quantity: Quantity) -> str:
    """Return what a quantity is summed up as: so many people each time are so many 人次."""
    return quantity.kind.removesuffix("次") if quantity.kind == "人次" else quantity.kind


def _one_thing(total: Quantity, each: Quantity) -> bool:
    """Tell whether what each has may be some of a total: 586名党员编入35个网格，每个配备1名联络员 speaks of others."""
    what = re.match("[一-鿿]{2,8}", each.tail) or _PROVIDED.search(each.lead)
    return what is None or what.group()[-2:] in total.lead[-8:] + total.tail[:10]


def _apportioned(count: Quantity, total: Quantity, each: Quantity, *, mean: bool) -> Iterator[Figure]:
    if mean:
        right = total.worth / count.value / (each.worth / each.value)
        off = abs(right - each.value)
        typed = off > _HALF * 10**-each.places and mistyped(total, count.value * each.worth - total.worth)
        far = off > (0.04 * right if right % 1 else 0.001) and off > 0.95 * 10**-each.places
        if (far or typed) and total.worth > each.worth:
            yield min(count, total, key=_place), each, shown(right, each.places)
    elif abs(count.value * each.worth - total.worth) > 0.001:
        yield (
            min(count, each, key=_place),
            total,
            shown(count.value * each.worth / (total.worth / total.value), total.places),
        )


def _place(quantity: Quantity) -> int:
    return quantity.start


def _counts(count: Quantity, key: str, noun: str) -> bool:
    """Tell whether a quantity counts what each of is told: 12个支部 for 每个支部, 3期 for 每期."""
    if key in {"个", "名", "家", "户", "支", "所"}:
        words = [word for word in (noun[:2], noun[1:3]) if len(word) > 1]
        near = any(word in count.tail[:6] or word in count.lead[-6:] for word in words)
        return count.unit in set("个名家户支所") and near if words else count.unit == key
    if key in {"村", "社区", "支部", "校", "组"}:
        named = count.tail.lstrip("行政党学小").startswith(key) or count.lead.endswith(key)
        return count.unit in {"个", "所"} and named
    beside = key in "队镇校科室社区格" and (count.tail.startswith(key) or count.lead.endswith(key))
    return beside or count.unit.startswith(key) or (key == "人" and count.unit == "名")


def _sums(row: Row) -> Iterator[Figure]:
    """Yield totals that the parts told right before them don't come to."""
    for at, one in enumerate(row):
        named = (_ALL.search(one.lead) or _REACHED.search(one.lead)) if at > 1 and one.unit and not one.rough else None
        noun = named["noun"] if named else one.tail[:2] if at > 1 and _HERE.search(one.lead) else ""
        if named is None and (len(noun) < 2 or one.rough or not one.unit or _OF_THEM.match(one.tail, 2)):
            continue
        parts: list[Quantity] = []
        for other in reversed(row[:at]):
            if not _summed(other, one) or other.rough or _ALL.search(other.lead):
                break
            parts.append(other)
            if re.search("其中|[（(：]", other.lead):
                break
        joined = all(_JOIN.search(part.tail) and len(part.tail) < _APART for part in parts[1:])
        sums = [sum(part.worth for part in parts[:size]) for size in range(1, len(parts) + 1)]
        if len(parts) < 2 or not joined or any(abs(total - one.worth) < 0.01 for total in sums):
            continue
        if "等" in one.lead:
            continue
        reached = _REACHED.search(one.lead) is not None
        noun = noun[:2] if reached else noun
        alike = bool(_ONLY.fullmatch(one.lead)) or (bool(noun) and all(noun in p.lead for p in parts))
        alike = alike or (named is not None and not reached and ("、" in parts[-1].tail or "上半年" in parts[-1].lead))
        told = shown(sums[-1] / (one.worth / one.value), max(p.places for p in parts)) if one.value else ""
        near = abs(sums[-1] - one.worth) <= max(2, _NEAR * sums[-1]) or slip(one.written, told)
        if alike and near and one.worth > max(p.worth for p in parts):
            yield parts[-1], one, told


def _summed(part: Quantity, total: Quantity) -> bool:
    """Tell whether a quantity may be part of a total: it has its unit, or both are papers."""
    return _as(part) == _as(total) or (total.unit in {"件", "份"} and part.unit in {"封", "面", "幅", "份", "件", "篇"})


def _rests(row: Row) -> Iterator[Figure]:
    """Yield what is told to be left of a whole where the whole less what is done is another number."""
    for whole, done, rest in zip(row, row[1:], row[2:], strict=False):
        if rest.rough or not _REST.search(rest.lead.split("，")[-1]) or not _DONE.search(done.lead):
            continue
        off = abs(whole.worth - done.worth - rest.worth)
        same = whole.kind == done.kind == rest.kind and not whole.rough and not done.rough
        if same and whole.worth > done.worth and 0 < off <= max(3, whole.worth * 0.1):
            yield whole, rest, shown(whole.value - done.value, rest.places)


def _unfinished(row: Row) -> Iterator[Figure]:
    """Yield less done than there was, where all is told to be done: 措施12项，已完成11项，全部整改到位.

    All of them may be counted again: 实事10件，已办结9件，10件实事全部兑现.
    """
    for at, (whole, done) in enumerate(pairwise(row)):
        again = row[at + 2] if at + 2 < len(row) and row[at + 2].worth == whole.worth else None
        all_done = _ALL_DONE.match(done.tail) or (again is not None and _ALL_OF_THEM.match(again.tail))
        same = whole.kind == done.kind and not whole.rough and not done.rough
        if same and 0 < whole.worth - done.worth <= 2 and all_done and _DONE.search(done.lead):
            yield whole, done, whole.written


def _apiece(row: Row) -> Iterator[Figure]:
    """Yield totals of what each of so many did so many times, and I before that: 我讲3次，4人各讲2次，共12次."""
    for at, (count, each, total) in enumerate(zip(row, row[1:], row[2:], strict=False)):
        rough = count.rough or each.rough or total.rough or count.unit not in _UNITS
        rough = rough or bool(_REGULAR.search(each.lead))
        if rough or each.kind != total.kind or not _APIECE.fullmatch(each.lead) or not _TOGETHER.match(total.lead):
            continue
        right = count.value * each.worth
        mine = sum(one.worth for one in row[:at] if one.kind == total.kind)
        if each.value and total.worth not in {right, right + mine} and total.worth > each.worth:
            right += mine
            yield count, total, shown(right / (total.worth / total.value), total.places)


def _nets(row: Row) -> Iterator[Figure]:
    """Yield net changes that are not the difference of what went and what came."""
    for at, one in enumerate(row):
        before = [other for other in row[:at] if other.kind == one.kind] if _NET.search(one.lead) else []
        if len(before) == 2 and not one.rough and abs(abs(before[0].worth - before[1].worth) - one.worth) > 0.01:
            yield before[0], one, shown(abs(before[0].value - before[1].value), one.places)


_CHECKS: tuple[Callable[[Row], Iterator[Figure]], ...] = (_averages, _sums, _rests, _apiece, _unfinished, _nets, parts)
