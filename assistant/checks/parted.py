"""Parts told some clauses behind their whole: 党员34名，设3个党小组，分别有12名、13名和10名; 48次，平均每月4次，其中….

Behind 分别 the parts are all there are. Behind 其中 they need not be, and any count of their kind told before may be
the whole, but for those that are themselves told of another time or of each.
"""

import re
from collections.abc import Iterator

from assistant.checks.divided import contradict, even_run, parts_of
from assistant.checks.quantities import EACH, RELATIVE, Quantity, Row, close, mistyped, sentences
from assistant.checks.rule import Match

_SHARED_OUT = re.compile(
    "(?:分别|依次|各自|对应|各(?=[有设配编]))(?:为|是|有|编有|配有|设有|拥有|共有|配备|安排|联系|负责|覆盖|达到?)*(?P<noun>[一-鿿]{0,6}?)(?:人数|数)?(?:分别)?(?:为|是|有|达到?)?$"
    "|(?P<before>[一-鿿]{2,6}?)(?:人数|数量?)?(?:分别|依次)(?:为|是|有|达到?)$"
)
_WORDS = ("分别", "依次", "各自", "各有", "各设", "各配", "各编", "对应")
_ONE_OF_THEM = re.compile("(?:[一-鿿]{1,6}名|[一-鿿]{0,4})?(?:[、，]|和|及|与|以及)[一-鿿]{0,2}")
"""What stands between two counts of one row behind 分别."""
_SPLIT = re.compile(
    "分[为成设布属散在]|归|划[分为]|编[为成入]|设(?:有|立|置)?|下设|组建|成立|组成|辖|按|[、和][一-鿿]{1,6}(?:[0-9一二两三四五六七八九十]+|各|分别|依次)"
)
"""Words by which a whole is shared out."""
_NO_WHOLE = re.compile(
    "[比较].{0,12}$|[多少增减超]了?$|[由从].{0,6}$|增[加长]了?$|减少了?$|(?:任务|计划|目标)数?$|同比.{0,3}$"
)
"""What leads to a count of another time, of what was due, or of a difference."""
_NEAR = 0.12
"""Part of a whole by which parts that are all of it may be off to be a slip."""
_BACK = 4
"""Counts before the parts any of which may be their whole."""
_FEW = 5
"""Characters of what counts the parts themselves: 3个党小组."""
_EVEN = 0.001


def apart(text: str, /) -> Iterator[Match]:
    """Yield parts that the whole told earlier in their sentence contradicts, with the whole."""
    if any(word in text for word in _WORDS):
        for row in sentences(text, least=3):
            for whole, last in _shared_out(row):
                yield Match(whole.start, last.end + len(last.unit))
    if "其中" in text:
        for row in sentences(text, least=4):
            for whole, last in _among(row):
                yield Match(whole.start, last.end + len(last.unit))


def _shared_out(row: Row) -> Iterator[tuple[Quantity, Quantity]]:
    for at, first in enumerate(row[1:], 1):
        said = _SHARED_OUT.search(first.lead) if first.unit and first.kind not in RELATIVE else None
        if said is None:
            continue
        parts = [first]
        for other in row[at + 1 :]:
            if other.kind != first.kind or not _ONE_OF_THEM.fullmatch(other.lead):
                break
            parts.append(other)
        noun = said["noun"] or said["before"] or ""
        wholes = [one for one in row[max(at - _BACK, 0) : at] if _may_be_whole(one, first)]
        wholes = [one for one in wholes if one.worth > max(part.worth for part in parts)]
        if len(parts) < 2 or any(part.rough for part in parts) or not wholes:
            continue
        told = sum(part.worth for part in parts)
        if any(abs(one.worth - told) < _EVEN for one in row[:at]) or not _count_fits(row[:at], len(parts), wholes[-1]):
            continue
        whole = wholes[-1]
        between = whole.tail + "".join(one.lead + one.tail for one in row[row.index(whole) + 1 : at]) + first.lead
        named = len(noun) > 1 and noun[-2:] in whole.lead[-6:] + whole.tail[:6]
        if (named or _SPLIT.search(between)) and _slipped(whole, parts, told - whole.worth):
            yield whole, parts[-1]


def _may_be_whole(one: Quantity, part: Quantity) -> bool:
    return one.kind == part.kind and not one.rough and not EACH.search(one.lead) and not _NO_WHOLE.search(one.lead)


def _count_fits(before: Row, parts: int, whole: Quantity) -> bool:
    """Tell whether the counts behind a whole, if any tell how many parts it has, tell as many: 设3个党小组."""
    counts = [one for one in before if one.start > whole.start and one.kind != whole.kind and one.many == 1]
    return not counts or any(one.value == parts for one in counts)


def _slipped(whole: Quantity, parts: list[Quantity], over: float) -> bool:
    near = abs(over) <= _NEAR * whole.worth or close(whole, over) or mistyped(whole, over)
    return near or any(mistyped(part, -over) for part in parts)


def _among(row: Row) -> Iterator[tuple[Quantity, Quantity]]:
    for at, first in enumerate(row):
        if at < 2 or "，其中" not in first.lead or not first.unit or first.kind in RELATIVE:
            continue
        wholes = [one for one in row[max(at - _BACK, 0) : at] if _may_be_whole(one, first)]
        if not wholes or wholes[0] is row[at - 1]:
            continue  # told by `divided`
        whole = wholes[0]
        parts = parts_of((whole, *row[at:]), 0)
        told = [one.worth for one in row[:at] if one.kind == first.kind]
        sums = sum(part.worth for _, part in parts)
        if len(parts) < 2 or any(abs(sums - one) < _EVEN for one in told) or even_run(whole, parts):
            continue
        over = sums > whole.worth or (len(parts) > 2 and close(whole, whole.worth - sums))
        if over and len(wholes) == 1 and contradict(whole, parts):
            yield whole, parts[-1][1]
