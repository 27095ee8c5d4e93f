"""The level a unit is of, by its name, and what belongs to another one: 交通强省 in a county's report."""

import re
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_PLACES = re.compile("^(?:[一-鿿]{2,4}?(?:省|市|县|区|旗|州))+")
_STRONG = keeping(
    "(?:建设|建成|打造|奋进|推进|创建|加快|争创|助力|服务)(?:[一-鿿]{2,6}?)?(?P<at>(?:[一-鿿]{2})强(?P<level>省|市|县|区|镇|乡))(?!民|级)"
)
_FIRMS = ("集团有限公司", "集团公司", "集团", "有限公司", "有限责任公司", "公司", "医院", "学校", "中学")
"""Units of which a place has its own: one of another level in the same words is another one."""
_LEVELS = "省市县区"


def other_levels(survey: Survey, /) -> Iterator[Located]:
    """Yield the unit's own name with another level before it, and what a place of another level is to become."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        head = _PLACES.match(unit.name)
        own = head.group()[-1] if head else next((one for one in "镇乡" if unit.name.endswith(one)), "")
        if not own:
            continue
        name = _firm(unit.name[head.end() :]) if head else ""
        other = re.compile(f"[{_LEVELS.replace(own, '')}]{re.escape(name)}") if len(name) > 2 else None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _STRONG.finditer(text):
                if found["level"] != own and not (own in "镇乡" and found["level"] in "镇乡"):
                    right = found["at"][:-1] + own
                    yield Located(index, Match(*found.span("at"), (right,)), right, report=number)
            for found in other.finditer(text) if other else ():
                if found.start() == 0 or text[found.start() - 1] not in _LEVELS:
                    yield Located(index, Match(*found.span(), (f"{own}{name}",)), f"{own}{name}", report=number)


def _firm(name: str) -> str:
    """Return the name of a firm without what all firms are called: 水务集团 of 水务集团有限公司; empty for organs."""
    if not name.endswith(_FIRMS):
        return ""
    for end in ("有限责任公司", "股份有限公司", "有限公司"):
        name = name.removesuffix(end)
    return name
