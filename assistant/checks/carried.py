"""Totals of what was told in earlier sentences: 夏粮收购6.2万吨。…秋粮收购3.8万吨。两季合计收购10.2万吨."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.checks.quantities import UNIT, Quantity, close, mistyped, more, sentences, shown, slip
from assistant.checks.rule import Located, Match, Survey

_TOTAL = re.compile(
    "(?:(?P<many>[两三四五])[一-鿿]{1,3})?(?:全年|一年)?(?:合计|共计|总计|总共|一共|累计|(?<![公其一])共)(?P<what>[一-鿿]{0,6})$"
)
_MANY = {"两": 2, "三": 3, "四": 4, "五": 5}
_QUARTERS = 4
"""Parts of a year that is told by quarters."""
_SOME = 6
"""Figures before a total any of which may be its parts."""
_MOST = 4
"""Parts that are still told one by one."""
_NEAR = 0.12
"""Part of the right sum by which a slip may be off."""
_BESIDE = 8
"""Characters before a part, and behind it, in which what is summed is named."""

_IN_ALL = re.compile(
    "(?:共|合计|共计|总计|累计|(?<!党)总(?!支|书记|经理|部|理|司|站|局|队|公司|医院|务|工会|体|是|算|能)[一-鿿]{1,3})(?P<what>[一-鿿]{0,6})$"
)
_ALONE = re.compile("，(?:一?共|合计|共计|总计)有?")
_PART_OF_YEAR = re.compile("下半年|四季度")
_BECOME = re.compile("[到至为成]$")
_BACK = 3
"""Figures of the sentence before that a total is still held against, whatever they are called."""
_ADDED = re.compile(
    "(?:新增加?|新建|新创建?|新?打造|新?培育|再增加?|再建|增加|增设|创建|建成)(?P<what>[^。；，、0-9]{0,12}?)"
    f"(?P<new>[0-9]+)(?P<unit>{UNIT})[^。；]{{0,30}}?(?P<noun>[一-鿿]{{2,10}})?总数(?:将|要)?(?:达到?|增加到|增至|扩大到)(?P<total>[0-9]+)(?P=unit)"
)
_BASE = re.compile(f"(?:现有|原有|已有|已建成?|在现?有?的?)[^。；，、0-9]{{0,8}}(?P<base>[0-9]+)(?P<unit>{UNIT})")
_EACH = re.compile("[各每][一-鿿]{0,3}$|分别")
"""What ends the words before a figure that counts for each of several."""
_USED = frozenset({"台次", "艘次", "架次", "车次", "班次", "辆次", "次"})
_DEED = 4
"""Characters between two counts, without a mark, in which something is done."""
_OFF = 3
"""What a sum may be off by to be a slip, unless a digit explains it."""


def totals(text: str, /) -> Iterator[Match]:
    """Yield totals that the counts of the same thing in earlier sentences of the paragraph don't come to."""
    if not re.search("[计共总]|全年", text):
        return
    before: list[Quantity] = []
    for row in sentences(text, least=1):
        for one in row:
            found = _TOTAL.search(one.lead)
            if found and not one.rough and one.value and (one is row[0] or found["many"]):
                earlier = [*before, *row[: row.index(one)]]
                parts = [part for part in earlier if _alike(part, one, found["what"] or one.tail[:4])]
                right = _sum(parts, one, _MANY.get(found["many"] or "", 0))
                if right:
                    yield Match(one.start, one.end, (right,))
                    continue
            here = row[: row.index(one)]
            by_parts = "全年" in one.lead and len(here) > 1 and _PART_OF_YEAR.search(here[-1].lead)
            if not one.rough and one.value and (by_parts or _IN_ALL.search(one.lead)):
                right = _nearly(here, one) if len(here) > 1 else _nearly((*before[-_BACK:], *here), one)
                if right:
                    yield Match(one.start, one.end, (right,))
        before += row


def _nearly(before: Sequence[Quantity], total: Quantity) -> str:
    """Return what the figures right before a total come to where it, or one of them, was mistyped, or nothing."""
    parts = [one for one in before if _times(one) == _times(total) and not one.rough and not _does(one)]
    if len(parts) < 2 or max(one.worth for one in parts) >= total.worth or any(_BECOME.search(p.lead) for p in parts):
        return ""
    if any(_EACH.search(part.lead) for part in parts):
        return ""
    some = parts[-_SOME:]  # 班子13个、14个社区党委126个，合计139个: what is summed need not stand side by side
    sums = [sum(one.worth for one in row) for size in range(2, len(some) + 1) for row in combinations(some, size)]
    sums += [sum(one.worth for one in parts[i:j]) for i, j in combinations(range(len(parts) + 1), 2) if j - i > 1]
    off = sum(one.worth for one in parts) - total.worth
    if any(abs(one - total.worth) < 0.001 for one in sums):
        return ""
    if "年" in total.lead and len(parts) < _QUARTERS and any("季度" in part.lead for part in parts):
        return ""
    every = len(parts) == _MANY.get("".join(re.findall("([两三四五])[项个期批次轮处类]", total.lead)))
    slipped = mistyped(total, off) or any(mistyped(one, -off) for one in parts)
    told = _IN_ALL.search(total.lead)
    every |= told is not None and len(told["what"]) > 1 and all(told["what"][:2] in part.lead for part in parts)
    near = every and abs(off) <= _NEAR * total.worth
    near |= len(parts) > 1 and bool(_ALONE.fullmatch(total.lead)) and abs(off) <= _NEAR * total.worth
    near |= len(parts) > 2 and abs(off) <= 2 and total.kind != "元"
    return more(total, off) if close(total, off) or slipped or near else ""


def _times(one: Quantity) -> str:
    """Return the kind of a quantity, the same for all that is counted by how often it was used: 台次, 艘次, 架次."""
    return "次" if one.unit in _USED else one.kind


def _does(one: Quantity) -> bool:
    """Tell whether a count is of those who did what the next one counts: 3个支部查摆问题45个."""
    return len(one.tail) >= _DEED and not re.search("[，、；。：（]", one.tail)


def _alike(part: Quantity, total: Quantity, what: str) -> bool:
    """Tell whether a part counts in the unit of the total, and what is summed."""
    if part.kind != total.kind or part.many != total.many or part.rough or "其中" in part.lead:
        return False
    beside = part.lead[-_BESIDE:] + "|" + part.tail[:_BESIDE]
    return any(what[i : i + 2] in beside for i in range(len(what) - 1))


def _sum(parts: list[Quantity], total: Quantity, many: int) -> str:
    """Return what the parts come to where the total was mistyped, or nothing."""
    if "年" in total.lead and len(parts) < _QUARTERS and any("季度" in part.lead for part in parts):
        return ""
    if not 1 < len(parts) <= _MOST or (many and len(parts) != many) or any(_TOTAL.search(p.lead) for p in parts):
        return ""
    values = [part.value for part in parts]
    if total.value <= max(values) or any(abs(sum(values[i:]) - total.value) < 0.001 for i in range(len(values) - 1)):
        return ""
    right = shown(sum(values), max(part.places for part in parts))
    near = abs(sum(values) - total.value) <= _NEAR * sum(values)
    if not near and len(total.written) == 1:
        return ""  # of one digit any other one is a slip
    return (
        right.rstrip("0").rstrip(".") if "." in right and near else right if near or slip(total.written, right) else ""
    )


def added(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of all there will be that those there are and the new ones don't come to."""
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _ADDED.finditer(text) if "总数" in text else ():
                base, new, total = _base(survey, index, found), int(found["new"]), int(found["total"])
                right = base + new
                if (
                    base
                    and total not in {base, right}
                    and (abs(total - right) <= _OFF or slip(found["total"], str(right)))
                ):
                    yield Located(index, Match(*found.span("total"), (str(right),)), str(right), report=number)


def _base(survey: Survey, index: int, found: re.Match[str]) -> int:
    """Return how many there are already: what the sentence says, or the one number that the report tells elsewhere."""
    text = found.string
    begin = text.rfind("。", 0, found.start()) + 1
    for start, end in ((begin, found.end()), (0, len(text))):
        here = [one for one in _BASE.finditer(text, start, end) if one["unit"] == found["unit"]]
        if here:
            return int(here[-1]["base"])
    noun = re.escape((found["noun"] or found["what"])[-4:])
    if len(noun) < 4:
        return 0
    told = re.compile(f"{noun}(?P<one>[0-9]+){found['unit']}|(?<![0-9.])(?P<other>[0-9]+){found['unit']}{noun}")
    counts = {
        one["one"] or one["other"] for block in survey.document.blocks[:index] for one in told.finditer(block.text)
    }
    return int(counts.pop()) if len(counts) == 1 else 0
