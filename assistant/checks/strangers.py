"""Another unit in the place of one's own: 县水利局党组坚持… in the report of the county's transport office."""

from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_ORGAN = "[县市区旗][一-鿿]{1,10}?(?:局|委|办|医院|法院|检察院|学校|中学|中心|公司|集团|馆)"
_SUBJECT = keeping(
    f"(?:^|(?<=[。；]))(?P<name>{_ORGAN})(?:党组|党委|党总支|党支部)(?:书记)?"
    "(?=坚持|严格|认真|始终|高度重视|全面|深入|扎实|带头|切实|定期|专题|将|把|全年|班子|落实|制定|召开|组织|聚焦|围绕)"
)
_MADE = keeping(f"(?:把|将)(?P<name>{_ORGAN})(?=(?:真正)?(?:建设|打造|建|办)成)")
_PLACE = "[一-鿿]{2,6}?(?:镇|乡|街道|社区|村|局|院|校|公司|集团|中心)"
_ONWARD = keeping(
    f"(?:推动|促进|推进|开创|助推|带动)(?P<name>{_PLACE})的?(?:基层)?(?:党建|党的建设|组织|各项)(?:各项)?工作?"
    "(?=再上|迈上|再迈|上新|再创|走在|取得新|实现新|提质|高质量|新局面|全面)"
)
_OWNERS = frozenset("我全各本该两")


def strangers(survey: Survey, /) -> Iterator[Located]:
    """Yield the names of other units where only the one that reports can stand; its own may be cut short."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if kind is None:
            continue
        lines = list(lines_of(survey, report))
        whole = "\n".join(text for _, text in lines)
        for index, text in lines:
            for pattern in (_SUBJECT, _MADE, _ONWARD):
                for found in pattern.finditer(text):
                    name = found["name"]
                    if not _OWNERS & set(name) and not _is_own(name, unit.name) and whole.count(name) == 1:
                        yield Located(index, Match(*found.span("name")), unit.short_name or unit.name, report=number)


def _is_own(name: str, own: str) -> bool:
    """Tell whether a name is the unit's own or short for it: 县人社局 for 县人力资源和社会保障局."""
    rest = iter(own)
    return all(character in rest for character in name.lstrip("省市县区旗"))
