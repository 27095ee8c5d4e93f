"""The line of work that a report says is its own: 全县教育系统 in a report of the police was copied from another.

So was what it wants to bring forward: 开创全区民政事业新局面.
"""

import re
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of

_LINES = (
    "教育|教体|教育体育|卫生健康|卫健|卫生|农业农村|农业|交通运输|交通|住建|住房城乡建设|水利|水务|公安|政法|文化旅游|文旅|旅游|民政|司法行政"
    "|司法|市场监管|自然资源|税务|统计|审计|财政|应急管理|应急|林业|商务|气象|供销|医保|人社|退役军人|发改|工信|科技|信访|城管|消防|组织|宣传"
)
_SYSTEM = re.compile(
    f"全(?:[县市区省州旗](?:的)?)?(?P<line>{_LINES})系统(?=党|全面从严|干部|作风|意识|基层|各|有影响|的?党)"
    f"|(?:开创|谱写|推动|促进|引领|助力)(?:新时代)?(?:全[县市区省州旗]|我[县市区省州旗])?(?P<work>{_LINES})事业(?=高质量发展|发展|新局面|新篇章)"
)
_ENDS = {"局", "委", "委员会", "厅", "医院", "院", "中学", "小学", "学校", "大学", "学院"}
_SHORT = {
    "住建": "住房",
    "卫健": "卫生",
    "教体": "教育",
    "文旅": "文化",
    "人社": "人力",
    "工信": "工业",
    "医保": "医疗",
    "发改": "发展",
}
"""Short names of lines of work, and how the name of their office begins."""
_WITHIN = {"卫": "医院卫健疾控", "教": "学校大学中学小学", "政": "公安司法法院检察", "水": "水利水务"}
"""Other words by which a unit belongs to a line of work, by the first character of that."""


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield the lines of work of which nothing stands in the unit's name."""
    for number, report in enumerate(survey.reports):
        name = unit_of(survey, report).name
        kind = kind_of(name)
        if kind is None or kind.end not in _ENDS:
            continue
        for index, text in lines_of(survey, report):
            for found in _SYSTEM.finditer(text) if "系统" in text or "事业" in text else ():
                if not _belongs(name, found["line"] or found["work"]):
                    yield Located(index, Match(*found.span()), name, report=number)


def _belongs(name: str, line: str) -> bool:
    words = {line[i : i + 2] for i in range(len(line) - 1)} | {_SHORT.get(line[:2], line[:2])}
    within = _WITHIN.get(line[0], "")
    return any(word in name for word in words) or any(within[i : i + 2] in name for i in range(0, len(within), 2))
