"""Shares told later of a part that was named: 收购4.5万吨，其中小麦2.7万吨、玉米1.8万吨，小麦占66%.

The name decides which count is meant, so that what the others would give is no excuse.
"""

import re
from collections.abc import Iterator

from assistant.checks.quantities import RELATIVE, Quantity, Row, comes_to, sentences, shown
from assistant.checks.rule import Match

_SHARE = re.compile(
    "[，；（](?:其中)?(?P<name>[一-鿿A-Za-z“”]{1,10}?)(?:的)?(?:占比|占|比重|比例|份额)(?:总[数量]|总人数|全部|总收入|总面积|的比例|的比重|的)*(?:约|近)?(?:达到?|为|是|有)?$"
)
_NO_LABEL = re.compile("仅|只|约|共|比|较|同|所|其|各|合计|两[者项]|三[者项]|上述|以上|实际|目前|分别")
_REACHED = re.compile(
    "(?P<how>完成|达到?|占|为|超额?|超出|超过|[比较])(?:了)?(?:年度|全年|年初|既定|预期|原定|全年度)?(?P<aim>预算|计划|任务|目标|指标)(?:数|任务|目标)?"
    "(?P<over>超出?|多|增加|高出?)?(?:的)?$"
)
"""完成预算的109%, 超计划9%: of what was aimed at."""
_PRESENT = 2
_ROUGH = 3.0
"""Points by which a share that is only about so much may be off."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield shares of a named part that the part and its whole don't give."""
    if "%" not in text:
        return
    for row in sentences(text, least=3):
        for at, share in enumerate(row):
            found = _SHARE.search(share.lead) if share.kind == "%" and at > 1 else None
            if found is None or _NO_LABEL.search(found["name"]):
                continue
            right = _due(row[:at], found["name"], share)
            if right:
                yield Match(share.start, share.end, (right,))
        for at, share in enumerate(row):
            said = _REACHED.search(share.lead) if share.kind == "%" and at > 1 and not share.rough else None
            right = _of_aim(row[:at], said, share) if said is not None else ""
            if right:
                yield Match(share.start, share.end, (right,))


def _of_aim(before: Row, said: re.Match[str], share: Quantity) -> str:
    """Return the share that what was reached has of what was aimed at, nothing where it has the one told."""
    aims = [one for one in before if said["aim"] in one.lead[-10:] + one.tail[:6].split("，")[0] and one.worth]
    if len(aims) != 1 or aims[0].rough or aims[0].kind in RELATIVE:
        return ""
    done = [one for one in before if one is not aims[0] and one.kind == aims[0].kind]
    if len(done) != 1 or done[0].rough or re.search("其中|[去上]年", done[0].lead):
        return ""
    due = 100 * done[0].worth / aims[0].worth
    if said["how"][0] in "超比较":
        due -= 100
    return "" if due <= 0 or comes_to(share, due) or abs(due - share.value) > 100 else shown(due, share.places)


def _due(before: Row, name: str, share: Quantity) -> str:
    """Return the share that a named part has of what was told before it, nothing where it has the one told."""
    clauses = [re.split("[，、；：（和]|其中", one.lead)[-1] for one in before]
    named = [n for n, clause in enumerate(clauses) if len(name) > 1 and clause.removesuffix("为").endswith(name)]
    named = named or [n for n, clause in enumerate(clauses) if len(name) > 1 and clause.startswith(name)]
    if len(named) != 1 or not named[0]:
        return ""
    part = before[named[0]]
    wholes = [one for one in before[: named[0]] if one.kind == part.kind and one.worth >= part.worth]
    if part.kind in RELATIVE or part.rough or not part.unit or not wholes or any(one.rough for one in wholes):
        return ""
    if not any("其中" in one.lead for one in before[1 : named[0] + 1]):
        return ""
    shares = [100 * part.worth / one.worth for one in wholes if one.worth]
    parts = [one for one in before if one.kind == part.kind]
    shares += [100 * part.worth / sum(one.worth for one in parts[1:])] if len(parts) > _PRESENT else []
    near = _ROUGH if share.rough else 0.0
    if any(comes_to(share, due) or abs(due - share.value) <= near for due in shares):
        return ""
    return shown(shares[0], share.places)
