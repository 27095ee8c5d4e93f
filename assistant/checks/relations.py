"""Figures that a word says follow from others near them, whatever the words between: rests, changes, parts of all.

Of all figures that may be meant some must come out. Where none does, but a slip of one digit makes it so, or no
other figure can be meant, one of them was mistyped.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from assistant.checks.quantities import BESIDE, RELATIVE, Quantity, Row, close, mistyped, more, sentences, shown
from assistant.checks.rule import Match

Told = tuple[Quantity, Quantity, str]
"""The first figure that tells, the one it contradicts, and how that should read."""

_LEFT = re.compile(
    "(?:其余|剩余|剩下|余下|(?<!不)保留|现保留|还有|还剩|仅剩|只剩|尚有|仍有|另有|另外|还差|尚差|未完成|未整改|未办结|结余|结存|留存|(?:缺口|余额|存量|债务|欠款|积案|库存)[一-鿿]{0,2}?(?:缩小|减少|压缩|下降|降|减|压减)[到至为]|正在[一-鿿]{1,4}|在办|在建|待[一-鿿]{1,3})的?(?:未[一-鿿]{1,4}的?)?$"
)
_LEFT_BEHIND = re.compile("[一-鿿]{0,4}(?:结转|跨年|未完成|未办结|正在|仍在|尚在|待|缓办|转入下年|明年|因)")
"""What is said of what is left of a whole, before its number and behind it."""
_BACK = 3
"""Figures of the sentence before that what is left is still held against."""
_FEW = 3
"""What is left may be off by so many, where it is no less itself."""
_UP = "提高|提升|上升|增长|增加|净增|新增|扩大|上涨|增|多"
_DOWN = "下降|降低|减少|压缩|压减|精简|缩短|少|降|减"
_ROSE = re.compile(f"(?:{_UP}|{_DOWN})了?$")
_BY = re.compile(
    "(?:^|[，、；（]|(?<=中))(?:比|较|同比|环比|年初|[去上]年末|[去上]年底|期初|原?计划|预[期计]|[这两三]年|今年|一年|全年|整整|足足|共|累计|平均|净|又|[去上]年|同期|工期|总数|数量|人数|总量|的)*"
    f"(?:(?:{_UP}|{_DOWN}|增[产收]|减[产收]|提前|节省|节约|相差|延长|高出|多出)(?:了|达到?|整整)?|(?:[增降涨]幅|增速|增长率|压[减缩]比例|增长幅度|下降幅度)(?:达到?|为|是)?)$"
)
"""A change told of the two levels before it: nothing of its own is named."""
_AS_MANY = re.compile("，(?:是|为|相当于)[^，、]{0,8}的")
_CAME = re.compile("(?:新增|增加|增设|新建|新成立|新发展|减少|撤并|清理|整合|撤销|取消|关停)[^，、0-9]{0,10}$")
_SUM_FROM = re.compile("[^，]{0,3}，(?:[^，]{0,8}(?:总数|总量|数量|人数|数)[由从]|[由从]原)")
_THAN = re.compile("(?:[比较](?:[去上]年|同期|以前)|同比)[^，]{0,4}(?:多|少|增|减|下降|上升)[一-鿿]?$")
_AGO = re.compile("[^，]{0,2}，(?:而)?(?:[去上]年|同期)")
_TIMES = re.compile("(?:是|为|相当于)[^，]{0,12}$")
_FORMER = re.compile("（20[0-9]{2}年|[去上前]年|[由从]|原|以[前往]|过去|此前|年初|往年|上[季月届]|同期")
_CHANGED = re.compile("[到至为成]$")
_DAYS = frozenset({"天", "工作日", "个工作日"})
_TWO = 2
_ROUNDED = 0.6
"""Times by which a multiple may be rounded."""
_PORTION = re.compile(
    "(?:其中)?(?:已|共|均|实际|目前)*(?:(?:女|男)(?:党员|性|职工|干部|生)?|少数民族(?:党员)?"
    "|(?:实到|到会|参加|参会|参训|结业|合格|办结|整改|完成|解决|化解|落实|销号)(?:完成|到位|了)?)"
)
"""How what is some of a whole may be called."""
_SOME = re.compile("岁|学历|本科|大专|以[上下]|正式|预备|在职|退休|流动|困难|妇女|青年|[学教]生|新(?:发展|增)")
"""What tells that something is some of a whole already."""
_INSIDE = re.compile("(?<![高初集])[中里](?:[，、]?(?:仅|只|已)?有?|，[^，、把为到建划设新]{2,8})$")
_BESIDES = re.compile(
    "我|本人|新|累计|最|另|比|较|原|由|从|[去上前今往]年|年初|年底|许诺|计划|定下|规定|要求|应当?有?|该"
)
_OVER = 3
"""Times that a part which was mistyped is more than its whole at most."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield the figures of a sentence that others contradict, from the first that tells to the last.

    `key` is how the last one should read if the others are right.
    """
    before: Row = ()
    for row in sentences(text, least=1):
        told = [one for check in _CHECKS for one in check(row)] if len(row) > 1 else []
        if not told and before:
            told = [one for one in _rests((*before[-_BACK:], *row)) if one[1] in row]
        for first, last, right in told:
            start, end = min(first.start, last.start), max(first.end, last.end)
            start = max(start, text.rfind("》", start, end) + 1)  # nothing is told of what lies across a title
            yield Match(start, end + len(last.unit if last.end == end else first.unit), key=right)
        before = row


def _rests(row: Row) -> Iterator[Told]:
    """Yield what is left of a whole where the whole less what is done is another number: 26个，整改24个，还有3个."""
    for at, rest in enumerate(row):
        lead = row[at - 1].lead if at and rest.lead in BESIDE else rest.lead  # 剩下的6户、18人
        left = _LEFT.search(lead) or ("，" in rest.lead and _LEFT_BEHIND.match(rest.tail))
        before = [one for one in row[:at] if one.kind == rest.kind and not one.rough] if left and rest.unit else []
        if rest.rough or len(before) < _TWO:
            continue
        due = {whole.worth - done.worth for whole, done in combinations(before, 2)}
        due |= {one.worth - sum(other.worth for other in before[i + 1 :]) for i, one in enumerate(before[:-1])}
        whole, done = before[-2], before[-1]
        off = whole.worth - done.worth - rest.worth
        if rest.worth in due or done.worth >= whole.worth or rest.worth + off <= 0:
            continue
        if (
            close(whole, off)
            or abs(off) <= min(_FEW, rest.value)
            or mistyped(whole, -off)
            or mistyped(done, off)
            or mistyped(rest, off)
        ):
            yield whole, rest, more(rest, off)


def _differences(row: Row) -> Iterator[Told]:
    """Yield changes that the two levels of a sentence don't give: 去年24人，今年36人，多了14人."""
    for at, by in enumerate(row) if len(row) > _TWO else ():
        levels = () if by.rough or not by.value else _levels(row, at)
        if levels and _netted(row, levels, by):
            continue
        if levels and not any(_vague(one) for one in levels):
            right = _due(levels[0], levels[1], by)
            if right:
                yield min(levels[0], by, key=_place), max(levels[1], by, key=_place), right


def _netted(row: Row, levels: Row, by: Quantity) -> bool:
    """Tell whether two levels differ by what came less what went: 核减32户、新增47户，由204户变为219户."""
    change = abs(levels[1].worth - levels[0].worth)
    others = [one.worth for one in row if one not in levels and one is not by and _same(one, by)]
    return any(abs(by.worth - other) == change for other in others)


def _vague(one: Quantity) -> bool:
    return not one.worth or (one.rough and not one.lead.endswith("平均"))


def _levels(row: Row, at: int) -> Row:
    """Return the two quantities that a change is told of: those before it, those around or behind it, with 由."""
    by = row[at]
    before = tuple(one for one in row[:at] if one.kind not in RELATIVE or by.kind == "个百分点")[-_TWO:]
    multiple = (
        by.kind == "倍"
        and bool(before)
        and bool(_TIMES.search(before[-1].lead) if by.lead == "的" else _AS_MANY.fullmatch(by.lead))
    )
    if before and re.match("，总[数量额]比", before[-1].lead):
        return ()  # 一等奖2项、二等奖3项，总数比上年的6项增长…
    if len(before) == _TWO and (multiple or _BY.search(by.lead)) and _changed(before, by):
        return before
    behind = row[at + 1 : at + 3]
    rose = len(behind) == _TWO and _ROSE.search(by.lead) and re.match("[^，]{0,3}，[由从]", behind[0].lead)
    if rose or (len(behind) == _TWO and _CAME.search(by.lead) and _SUM_FROM.match(behind[0].lead)):
        return behind if _changed(behind, by) else ()
    around = (*row[max(at - 1, 0) : at], *behind[:1])
    if len(around) < _TWO or not _changed(around, by):
        return ()
    became = re.fullmatch(f"[^，、]{{0,4}}(?:{_UP}|{_DOWN})了?", by.lead) and re.match(
        "，[^，]{0,4}[到至为]", around[1].lead
    )
    before_that = by.kind == "%" and re.match("（(?:20[0-9]{2}|[去上])年", around[1].lead)
    return around if became or before_that or (_THAN.search(by.lead) and _AGO.match(around[1].lead)) else ()


def _changed(levels: Row, by: Quantity) -> bool:
    """Tell whether one of two quantities became the other, and whether they are of the kind that a change has."""
    one, other = levels
    linked = _FORMER.search(one.lead) or _FORMER.search(other.lead) or _CHANGED.search(other.lead)
    if not linked or _BY.search(one.lead) or _BY.search(other.lead) or not _same(one, other):
        return False
    if by.kind == "个百分点":
        return one.kind == "%"
    return one.kind not in RELATIVE and bool(one.unit) and (by.kind in RELATIVE or _same(one, by))


def _due(one: Quantity, other: Quantity, by: Quantity) -> str:
    """Return what the change of two levels is, nothing where it is the one told."""
    old, new = (other, one) if _FORMER.search(other.lead) and not _FORMER.search(one.lead) else (one, other)
    if by.kind in {"%", "倍"}:
        rose = by.kind == "%" or re.search(_UP, by.lead)
        due = abs(new.worth - old.worth) / old.worth if rose else new.worth / old.worth
        due *= 100 if by.kind == "%" else 1
        near = (1.02 if by.kind == "%" else _ROUNDED) * 10.0**-by.places
        return "" if abs(due - by.value) < near else shown(due, by.places)
    due = abs(new.worth - old.worth) / (by.worth / by.value)
    places = max(by.places, old.places, new.places)
    return "" if abs(due - by.value) < 0.51 * 10.0**-places else shown(due, places)


def _same(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are counted alike."""
    return one.kind == other.kind or {one.kind, other.kind} <= _DAYS


def _place(quantity: Quantity) -> int:
    return quantity.start


def _over(row: Row) -> Iterator[Told]:
    """Yield what is told of some of those there are, and is more than all of them: 党员41名，参加学习的43名."""
    for at, (whole, part) in enumerate(pairwise(row)):
        alike = [one.worth for one in row[: at + 1] if one.kind == part.kind]
        named = [one.worth for one in row[: at + 1] if one.kind == part.kind and one.lead[-2:] == whole.lead[-2:]]
        if max(alike, default=0) >= part.worth or sum(named) >= part.worth:
            continue  # 党员17名，其中书记员4名，女党员9名; 班子问题18个，个人问题214个，已整改228个
        over = (
            part.kind == whole.kind not in RELATIVE
            and not re.search("预算|计划|任务|目标", whole.lead)
            and whole.worth < part.worth <= _OVER * whole.worth
        )
        both = [one.worth for one in row[: at + 1] if one.kind == part.kind]
        if over and not whole.rough and not part.rough and sum(both[-2:]) != part.worth and _some(whole, part):
            yield whole, part, ""


def _some(whole: Quantity, part: Quantity) -> bool:
    """Tell whether the words leave no doubt that one quantity is of some of the other."""
    if _INSIDE.search(part.lead):
        return True
    name, beside = (re.split("[。，、：（；]", one.lead)[-1] for one in (part, whole))
    if "，" not in part.lead or "、" in part.lead or _PORTION.fullmatch(beside) or beside[-1:] == "的":
        return False
    if _SOME.search(beside):
        return False  # 预备党员4人，女党员9人
    if _PORTION.fullmatch(name):
        return not re.match("[一-鿿]", part.tail)
    return part.unit in {"名", "人", "次", "场"} and name.endswith("的") and not _BESIDES.search(name)


_CHECKS: tuple[Callable[[Row], Iterator[Told]], ...] = (_rests, _differences, _over)
