"""本镇 in the report of a street, 本村 in that of a community: self-names with the word of another kind of unit."""

from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_SAID = keeping(
    "(?<![基根日资原成书版标自剧样底课读])本(?P<kind>街道|社区|[镇乡村])"
    "(?=党|干部|职工|机关|作风|实际|实施|班子|基层|各|辖区|群众|居民|村民|的[^。；，]{0,8}(?:工作|发展|实际|群众|党))"
)
_OFFICES = ("镇", "乡", "街道", "社区", "村")
_OTHERS = {
    "街道": ("镇", "乡"),
    "街道办事处": ("镇", "乡"),
    "镇": ("街道", "乡"),
    "乡": ("街道", "镇"),
    "村": ("社区",),
    "社区": ("村",),
    **dict.fromkeys(("局", "医院", "学院", "大学", "中学", "小学", "幼儿园", "公司", "集团"), _OFFICES),
}
"""By the end of one's own name, what one is not; a town may well speak of 本村, meaning each of its villages."""


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield self-names of another kind of unit."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        wrong = _OTHERS.get(kind.end, ()) if kind else ()
        for index, text in lines_of(survey, report) if wrong and kind else ():
            for found in _SAID.finditer(text):
                if found["kind"] in wrong and found["kind"] not in unit.name:
                    right = f"本{kind.end}" if kind and len(kind.end) < 3 else unit.short_name
                    yield Located(index, Match(*found.span()), right, report=number)
