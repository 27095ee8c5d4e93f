"""Names too short to be known by themselves, found by what stands around them: 由何力牵头, 大湾、岩角等4个村."""

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.checks.name_places import SURNAMES

_PERSON = re.compile(
    f"(?P<name>[{''.join(sorted(SURNAMES))}][一-鿿])"
    "(?=[0-9两]{1,2}[名位]|同志|老师|教授|医生|书记|主任|等[0-9一二三四五六七八九十]{1,2}[名位人]|牵头|负责|担任|分别|主动|带头|带领|被评|获评|荣获|的(?:先进)?事迹|为组长"
    "|、[一-鿿]{2,3}(?:[、等和]|[0-9]+[名位人])|和[一-鿿]{2,3}(?:[0-9两]+[名位人]|同志|等))"
)
"""A surname and one character more, before what is said of people."""
_TITLED = re.compile(
    "(?:^|[由让请像向以为同、“]|党员|书记|委员|主任|教授|老师|教师|医生|护士|[队组站所局镇科股校院]长|同志|工程师|干部|骨干|能手|标兵"
    "|模范|代表|村民|居民|职工|工人|队员|专家|带头人)$"
)
"""What stands before the name of a person."""
_TITLE = 3
_LISTED = re.compile(
    "(?P<row>(?:(?:(?!等)[一-鿿]){2,3}、){1,6}(?:(?!等)[一-鿿]){2,3})等?(?:[0-9]+|[两三四五六七八九十])个(?:行政|自然|贫困|重点)?(?:村|社区)"
)
_VILLAGES = re.compile("、[一-鿿]+[0-9两三四五六七八九十]+个(?:..)?[村社]")
_MANAGED = re.compile(
    "(?P<stem>[一-鿿]{4})(?P<kind>管理[处所站局]|管理中心|保护[区站所]|执法[大中]队|服务[处所])(?![长室])"
)
_LESS = frozenset({"管理局", "管理所"})
"""Offices of which one has the other below it."""


def people(text: str) -> frozenset[str]:
    """Return the names of two characters in a paragraph that can only be people's."""
    found = _PERSON.finditer(text)
    return frozenset(one["name"] for one in found if _TITLED.search(text[max(0, one.start() - _TITLE) : one.start()]))


def listed(text: str) -> tuple[str, ...]:
    """Return the names of villages that a paragraph lists without saying 村 each time."""
    rows = (found["row"].split("、") for found in (_LISTED.finditer(text) if _VILLAGES.search(text) else ()))
    return tuple(name for row in rows for name in row)


def offices(text: str) -> tuple[tuple[str, str], ...]:
    """Return (what it is called after, what it is) of offices: 石岭水库, 管理所; more may stand before it."""
    return tuple((found["stem"], found["kind"]) for found in _MANAGED.finditer(text))


def other_offices(found: tuple[tuple[str, str], ...], whole: str) -> Iterator[tuple[str, str]]:
    """Yield (wrong, right) names of offices called after the same, which can't be above one another."""
    for (stem, kind), (other, another) in combinations(dict.fromkeys(found), 2):
        if stem == other and kind != another and {kind, another} != _LESS:
            pair = stem + kind, stem + another
            times = [whole.count(name) for name in pair]
            if times[0] <= times[1]:
                yield pair
            if times[1] <= times[0]:
                yield pair[1], pair[0]
