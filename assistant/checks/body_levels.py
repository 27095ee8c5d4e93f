"""The body that one leads, with the level of another unit before it: 带领市局党委一班人 in a county bureau."""

import re
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_WORDS = "[省市州县区旗]?(?:局|厅|委|院|校|公司|集团|学校|医院)|[省市州县区旗镇乡村]|街道|社区"
_BODY = "党委|党组|党工委|党总支|党支部"
_LED = keeping(
    f"(?:带领|团结|率领|带好|抓好|我和|本人与|(?:我|本人)?作为|(?:我|本人)担任)(?P<name>{_WORDS})"
    f"(?P<body>{_BODY})(?P<who>书记|[“]?一班人|班子成员|领导班子|班子|全体成员|全体班子)"
)
_POST = keeping("(?:担任|作为)(?P<name>[省市州县区旗]?局)(?P<body>)(?P<who>局长|主要负责人)")
_ORGANS = keeping(
    "(?<![一-鿿]{2})(?<![各省市县区州])(?P<name>[省市县区州旗])直(?:属)?机关工委"
    "|(?<=[和、在对按由经向受])(?P<also>[省市县区州旗])直(?:属)?机关工委"
)
"""The committee over the organs of one level: that of the own one."""
_LEVEL = re.compile("[省市州县区旗](?![场政容民域直])")
_OWN = {"镇": "镇", "乡": "乡", "街道": "街道", "街道办事处": "街道", "村": "村", "社区": "社区"}
_OFFICES = {"局": "局", "厅": "厅", "委": "委", "委员会": "委", "医院": "院", "院": "院"}


def levels(survey: Survey, /) -> Iterator[Located]:
    """Yield the names before 党委一班人 and the like that are of another level than the unit's own."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if kind is None:
            continue
        region = _LEVEL.findall(unit.name[: -len(kind.end)])
        for index, text in lines_of(survey, report):
            for found in _ORGANS.finditer(text) if kind.end in {"局", "委", "厅"} and region else ():
                group = "name" if found["name"] else "also"
                if found[group] != region[-1]:
                    yield Located(index, Match(*found.span(group), (region[-1],)), region[-1], report=number)
            for found in (*_LED.finditer(text), *_POST.finditer(text)):
                right = _right(found["name"], kind.end, region[-1] if region else "", found["body"])
                if right and right != found["name"]:
                    yield Located(index, Match(*found.span("name"), (right,)), right, report=number)


def _right(name: str, end: str, level: str, body: str) -> str:
    """Return what must stand there, empty where it is right or can't be told."""
    bare = name.lstrip("省市州县区旗")
    if end in _OWN:
        own = _OWN[end]
        near = {"镇": "乡镇", "乡": "乡镇"}.get(own, own)
        lower = name in {"村", "社区"} and own not in {"村", "社区"}
        return "" if lower or name in near or own in name else own
    if end not in _OFFICES:
        return ""
    own = _OFFICES[end]
    if not bare:  # 带领县党委一班人: no unit is called so
        return f"{level}{own}" if body == "党委" and name in "省市州县区旗" else ""
    if bare == own and len(name) > len(bare) and level and name[0] != level:
        return f"{level}{own}"
    return ""
