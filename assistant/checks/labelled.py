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
_PRESENT = 2
_ROUGH = 3.0
"""Points by which a share that is only about so much may be off."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield shares of a named part that the part and its whole don't give."""
    if ("占" not in text and "比" not in text) or "%" not in text:
        return
    for row in sentences(text, least=3):
        for at, share in enumerate(row):
            found = _SHARE.search(share.lead) if share.kind == "%" and at > 1 else None
            if found is None or _NO_LABEL.search(found["name"]):
                continue
            right = _due(row[:at], found["name"], share)
            if right:
                yield Match(share.start, share.end, (right,))


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
