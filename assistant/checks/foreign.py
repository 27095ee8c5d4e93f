"""Words that a unit of this sort never says of itself: 党组会议 where the body is a 党委, 来校 in a hospital's report.

The table stands in the rule: `sorts=pattern`, the sorts being ends of unit names or Party bodies with blanks between
them. What stands behind `~` counts only where the unit itself must be meant, no other unit's name going before; what
stands behind `!` only at the beginning of a clause and the like, where its superiors can't be meant either.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import said, unit_of
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.checks.usual_bodies import usual_body
from assistant.text.keeping import Keeping, keeping

_CLAUSE = (*"，。；：我本", "支持", "带领", "制定", "召开", "全年", "年初", "团结")
_ITSELF = (
    *(*_CLAUSE, *"、“（由在经向对和与及以把为是被请将", "对照", "按照", "根据", "发挥", "加强", "强化", "健全", "落实"),
    *("成立", "邀请", "组织", "严格", "推动", "接受", "服从", "配合", "坚持", "每年", "定期", "及时", "参加", "督促"),
    *(
        "协助",
        "经过",
        "通过",
        "配合",
        "开展",
        "完善",
        "发展",
        "调整",
        "选派",
        "提交",
        "各级",
        "学习",
        "作为",
        "主持",
        "召集",
        "担任",
        "报送",
    ),
)
_HEADED = ("党委", "党组")
"""Party bodies that tell what is not said of the unit, even where its name doesn't tell its sort."""
_INSIDE = "局院校委厅处"
"""What a branch of a unit calls the unit as a whole."""
_BEFORE = {"~": _ITSELF, "!": _CLAUSE}
_SCHOOL = re.compile("教职员?工|教研组|年级组|院系|师生|来校|校内")
_OF_SCHOOLS = "教"
"""What an office has in its name that tells of schools all the time."""
_WHOLE, _PART = re.compile("学校|校党委"), re.compile("大学|学院|附属")
"""What a hospital or a college calls the university that it is part of, and how its name says so."""
_MARKED = re.compile(r"\|(?=[~!])")


def words(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the words of other sorts of units, by the sort and the Party body of the one that reports."""
    tables = _tables(options.words["foreign"])
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        bodies = (one.body for one in said(survey, report) if one.body in _HEADED)
        body = usual_body(survey, report, unit.post.removesuffix("书记") or next(bodies, ""))
        own = {kind.end if kind else "", body} - {""}
        judging = [(before, pattern) for sorts, before, pattern in tables if sorts & own]
        for index, text in lines_of(survey, report) if judging else ():
            for before, pattern in judging:
                for found in pattern.finditer(text):
                    start = found.start()
                    if found.group().endswith("党组") and text.startswith("织", found.end()):
                        continue  # 社区党组织
                    schools = _SCHOOL if _OF_SCHOOLS in unit.name else _WHOLE if _PART.search(unit.name) else None
                    if schools is not None and schools.match(found.group()):
                        continue
                    if found.group()[0] in _INSIDE and found.group()[0] in unit.name and body not in _HEADED:
                        continue  # 审计局机关党总支, 局党组
                    if not before or not start or text.endswith(before, 0, start):
                        yield Located(index, Match(*found.span()), unit.short_name or unit.name, report=number)


@lru_cache(maxsize=2)
def _tables(written: tuple[str, ...]) -> tuple[tuple[frozenset[str], tuple[str, ...], Keeping], ...]:
    """Return the sorts, what must go before a match (nothing: anything may), and the pattern of each line."""
    return tuple(
        (frozenset(sorts.split()), _BEFORE.get(part[0], ()), keeping(part.lstrip("~!")))
        for sorts, _, pattern in (one.partition("=") for one in written)
        for part in _MARKED.split(pattern)
    )
