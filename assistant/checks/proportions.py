"""Shares told of figures of the same sentence that these don't come to: 25名，其中9名，占40%; `changes` knows the rest.

What the words name as the whole decides; where they name none, a share is asked of every two counts before it, and
only told to be wrong where none gives it and the words leave no doubt, or where a single digit was mistyped.
"""

import re
from collections.abc import Iterator

from assistant.checks.changes import changes
from assistant.checks.quantities import Figure, Quantity, Row, comes_to, sentences, shown, slip
from assistant.checks.rule import Match

_SHARE = re.compile(
    "(?:占(?!地|用)(?P<of>[^，。、]{0,14}?)(?:总数|总人数|总量)?的?|(?P<label>[一-鿿]{2,6})?占比(?:为|达到?|是)?"
    "|(?:^|[，、（(])(?P<rate>[一-鿿]{2,4})[率度](?:为|达到?|是|均为)?|比例(?:为|达到?|是)?)(?:达到?|为|近)?$"
)
_EVERY_ONE = re.compile("全[一-鿿](?:现|共)?有|共有|总数|总户数")
_REACHED = re.compile("(?:提高|提升|上升|增长|增加|扩大|升|增)[到至]")
_OF = re.compile("[）)]?[一-鿿]{0,6}的(?:比例|比重)?(?:为|达)?")
_CHANGE = re.compile(
    "提高|增长|增加|上升|提升|下降|降低|减少|压减|压缩|压降|精简|缩减|同比|较|比[上去前20]|[由从]|增幅|降幅|年初|计划|任务"
)
_PART = re.compile(
    "其中|中(?=[，有已])|已|累计|完成|办结|整改|实到|实际|参[加会学训]|合格|达标|评[出为]|采纳|到位|通过|占"
)
_ANY_RATE = re.compile(
    "覆盖|参与|完成|到会|出席|参会|参训|参学|使用|执行|占有|入住|建成|投用|整改|办结|化解|解决|达标|合格|优秀|采纳"
)
"""Rates that are of whatever was counted; any other one must be heard in the words of the part."""
_OF_PEOPLE = re.compile("到会|出席|参会|参训|到课|参学|参与|参加")
_PEOPLE = frozenset(["名", "人", "人次"])
"""Rates of people, and what people are counted in."""
_TARGET = re.compile("任务|目标|计划|指标|预算")
"""Wholes of which more than all can be reached."""
_BEYOND = 3
"""Times a target is reached at most."""
_SLIPPED = 12
"""Points by which a share with one wrong digit may be off."""
_BEHIND = re.compile(
    r"(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]?[%％][（(](?:共有?|现有)?(?P<whole>[0-9]+)(?P<unit>[名人个家户支])[^。；，0-9（）]{0,10}中(?:仅|只)?有?(?P<part>[0-9]+)(?P=unit)"
)
"""占38.5%（13名中有5名）."""
_CUT = 0.85
"""Points that nobody cuts off."""
_NOT = re.compile("不|未|没有")
_FAR = 48
"""Characters between two figures from which on only the second one is told."""
_MANY = 5
"""Counts of a sentence among which two give any share."""


def shares(row: Row) -> Iterator[Figure]:
    """Yield shares that no two counts before them give."""
    for at, one in enumerate(row):
        if at < 1 or one.kind != "%" or one.rough:
            continue
        part = row[at - 1]
        clause = part.lead.split("，")[-1]
        if at > 1 and _OF.fullmatch(one.lead) and ("占" in clause or _TARGET.search(clause)):
            yield from _named(_subject(row[: at - 1], clause), part, one)
        lead = one.lead
        if part.kind == "%" and _REACHED.fullmatch(one.lead):  # 覆盖率由68%提高到79%
            lead, part = re.sub("(?:已|分别)?[由从][^，]{0,10}$", "", part.lead), row[at - 2]
        found = _SHARE.search(lead)
        if found is not None and not _CHANGE.search(lead) and not part.rough and part.kind not in {"%", "", "倍"}:
            behind = [p for p in row[at + 1 : at + 2] if _EVERY_ONE.search(p.lead)]
            counts = [p for p in (*behind, *row[:at]) if p.kind == part.kind and not p.rough]
            yield from _unnamed(counts, one, found)


def _subject(before: Row, clause: str) -> Quantity:
    """Return the quantity that a clause says to be a share: the one it names (在职党员占…), else the last one."""
    name = clause.partition("占")[0] if "占" in clause else ""
    named = [one for one in before if len(name) > 1 and one.lead.endswith(name)]
    return named[-1] if named else before[-1]


def _named(part: Quantity, whole: Quantity, share: Quantity) -> Iterator[Figure]:
    """Yield a share of a whole that is told right before it: 21名，占参评党员140名的20%."""
    most = whole.worth * (_BEYOND if _TARGET.search(whole.lead) else 1)
    if part.kind == whole.kind and 0 < part.worth <= most and not part.rough and not whole.rough:
        right = 100 * part.worth / whole.worth
        if not comes_to(share, right):
            yield part, share, shown(right, share.places)


def _unnamed(counts: list[Quantity], share: Quantity, found: re.Match[str]) -> Iterator[Figure]:
    among = next((at for at in range(len(counts) - 1, 0, -1) if "其中" in counts[at].lead), 1)
    if not found["rate"] and not found["of"]:
        counts = counts[among - 1 :]  # what stands before the whole has nothing to do with a part of it
    if len(counts) < 2 or not _linked(found["rate"], counts):
        return
    bare = not found["rate"] and found["of"] in {None, "", "比"} and among == 1
    owner = re.split("[，、；（(]", share.lead[: found.start()])[-1] + (found["label"] or "")
    if (
        not found["rate"]
        and len(owner) > 1
        and not any(owner[-2:] in one.lead + re.split("[，、]", one.tail)[0] for one in counts)
    ):
        return  # 脱贫人口8712人，少数民族占38%
    in_row = bare and any(one.lead.startswith("、") for one in counts[1:])  # 示范村1个、先进村3个，占比15%
    if in_row or (found["rate"] and _OF_PEOPLE.search(found["rate"]) and counts[-1].kind not in _PEOPLE):
        return  # 上党课24次，党员到会率95%
    reckoned = [100 * p.worth / w.worth for p in counts for w in counts if p is not w and 0 < p.worth <= w.worth]
    if found["rate"] and _NOT.search(counts[-1].lead.split("，")[-1]) and not _NOT.search(found["rate"]):
        others = [100 - right for right in reckoned]  # 不合格6批次，合格率98.1%
        if len(counts) == 2 and not any(comes_to(share, right) for right in (*others, *reckoned)):
            yield counts[0], share, shown(others[-1], share.places)
        return
    if any(comes_to(share, right) and not _cut_off(share, right, found, counts) for right in reckoned):
        return
    whole, part = counts[0], counts[-1]
    labelled = [one for one in counts[1:] if found["label"] and found["label"][-2:] in one.lead]
    if len(labelled) == 1 and "其中" in counts[1].lead and labelled[0].worth <= whole.worth:
        yield labelled[0], share, shown(100 * labelled[0].worth / whole.worth, share.places)
        return
    near = [r for r in reckoned if slip(share.written, shown(r, share.places)) and abs(r - share.value) < _SLIPPED]
    if near and len(counts) < _MANY:
        yield counts[0] if len(counts) == 2 else part, share, shown(near[-1], share.places)
    elif len(counts) == 2 and 0 < part.worth <= whole.worth and _sure(found, whole, part, share):
        yield whole, share, shown(100 * part.worth / whole.worth, share.places)


def _cut_off(share: Quantity, right: float, found: re.Match[str], counts: list[Quantity]) -> bool:
    """Tell whether a rate lacks nearly a point of what its own two counts give: 556件，按期办结550件，按期办结率98%."""
    named = len(counts) == 2 and bool(found["rate"]) and found["rate"][-2:] in counts[1].lead[-6:]
    return named and not share.places and right - share.value > _CUT


def _linked(rate: str | None, counted: list[Quantity]) -> bool:
    """Tell whether a rate is of what was counted, by its name; a share that has none always is."""
    if not rate or (rate[-2:] == rate and _ANY_RATE.fullmatch(rate)):
        words = "".join(one.lead + one.tail.split("，")[0] for one in counted)
        return not rate or bool(_OF_PEOPLE.search(rate)) or any(character in words for character in rate)
    if _ANY_RATE.fullmatch(rate[-2:]):
        return any(rate[:2] in one.lead + one.tail.split("，")[0] for one in counted)
    heard = "".join(one.lead + one.tail.split("，")[0] for one in counted[1:])
    return any(character in heard for character in rate[-2:])


def _sure(found: re.Match[str], whole: Quantity, part: Quantity, share: Quantity) -> bool:
    """Tell whether a share can only be of the whole: nothing else is named, and the part is told to be one."""
    named = (found["of"] or "").strip("全其党的比")
    rated = bool(found["rate"]) and found["rate"][-2:] in part.lead + part.tail[:4]  # 调解成功81起，成功率
    near = (
        re.fullmatch("占比?(?:为|达到?)?", found.group())
        and abs(100 * part.worth / whole.worth - share.value) < _SLIPPED
    )
    if named and named[-2:] not in whole.lead[-6:] + whole.tail[:8]:
        return False
    return rated or bool(near) or bool(_PART.search(part.lead))


def wrong(text: str, /) -> Iterator[Match]:
    """Yield the shares and changes of a paragraph that the other figures of their sentence contradict.

    Any of the figures may be the wrong one: a match reaches from the first of them, what it becomes changes the last.
    """
    for row in sentences(text):
        for first, one, right in (*shares(row), *changes(row)):
            start = first.start if 0 < one.start - first.start < _FAR else one.start
            yield Match(start, one.end, (text[start : one.start] + right,) if right else ())
    for found in _BEHIND.finditer(text) if "中" in text and "%" in text else ():
        whole, part, share = int(found["whole"]), int(found["part"]), found["share"]
        places = len(share.partition(".")[2])
        if 0 < part <= whole and abs(100 * part / whole - float(share)) > 1.02 * 10.0**-places:
            yield Match(
                found.start(),
                found.end(),
                (shown(100 * part / whole, places) + text[found.end("share") : found.end()],),
            )
