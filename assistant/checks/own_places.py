"""Another town or village where only one's own can be meant: 东坪镇距县城52公里, told by 柳河镇卫生院."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import unit_of
from assistant.checks.parts import every, lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.strangers import is_stranger
from assistant.document.outline import Report
from assistant.text.keeping import Keeping, keeping

_OWN = re.compile("(?:^|(?<=[县市区旗镇乡])|(?<=街道))(?P<name>[一-鿿]{2,4}?(?P<kind>镇|乡|街道|社区|村))(?![镇乡])")
_TAIL = re.compile(
    "(?:^|(?<=[局司队团院处县市区镇乡场段]))(?P<name>(?P<stem>[一-鿿]{2,3}?)"
    "(?P<kind>管护站|林业站|林业工作站|收费站|供热所|供电所|派出所|法庭|粮库|管理所|管理处|服务区|项目部|工区|消防站|车站|泵站|水厂|煤矿|监区|站|校区|院区))$"
)
"""The place that a name ends in where one is called after it: 黑松岭管护站."""
_NUMBERED = "(?:[一二三四五六]是|第[一二三四五]，|其[一二三四五]，)?"
_ITSELF = f"(?:^|(?<=[。；，：])){_NUMBERED}<name>(?!、|和|与|及|等|结对|共建|观摩|来)"
"""What a report says of the place itself, where it tells its weak points and plans."""
_PLAIN = re.compile(
    "(?:客运|汽车|火车|加油|服务|工作|消防|水文|气象|变电|换热|社区|卫生|充电|农技|兽医|文化|广播|志愿|中转|监测|检测|检查)$"
)
"""What stations of all sorts are called, which names none."""
_WEAK = frozenset(("problems", "causes", "next_steps", "problems_causes", "problems_next_steps"))
_DESCRIBED = (
    "距|地处|位于|总?面积|地形|海拔|常住|总人口|户籍|现有|下辖|共?辖|山高|交通不|集镇|财政|底子|基础薄|属于?|是典型|山多"
    "|人口|经济基础|条件|虽然?是|历来"
)
_CLAUSE = "(?:^|(?<=[。；，：]))(?:由于|因为?|加之|加上)?"
_SERVED = "惠及|覆盖|方便|造福|服务|保障|为|给|让|解决了?|满足|关系"
_PEOPLE = "[0-9]{2,}|[^，。；、]{0,6}?(?:居民|村民|群众|老人|老年人|乡亲|百姓|儿童|孩子|老党员|商户|住户|家庭|农户)"
_FRAMES = (
    f"{_CLAUSE}<name>(?={_DESCRIBED})",
    f"(?:{_SERVED})了?<name>(?=的?(?:{_PEOPLE}))",
    "(?:在|把|将|立足|扎根|建设|守护|热爱|来到|调到|走遍|跑遍)<name>(?=这片|这块|这方|工作了?[0-9一二三四五六七八九十]|[一二三四五六七八九十]+年|的山山|的沟沟|每[一个])",
)
"""Places of one's own place; `<name>` is a name that ends as its own does."""


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield names of places of the same kind as one's own that stand once, in such a frame."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        yield from _tails(survey, report, unit.name, number)
        for own in _OWN.finditer(unit.name):
            lines = list(lines_of(survey, report))
            kind = own["kind"]
            for index, text in lines:
                for pattern in _patterns(kind)[:-1] if kind in text else ():
                    for found in pattern.finditer(text):
                        name = found["name"]
                        alone = sum(line.count(name) for _, line in lines) == 1
                        if alone and is_stranger(name, unit.name):
                            yield Located(index, Match(*found.span("name"), (own["name"],)), own["name"], report=number)


def _tails(survey: Survey, report: Report, name: str, number: int) -> Iterator[Located]:
    """Yield another station, court … where the report speaks of its own weak points and plans."""
    own = _TAIL.search(name)
    if own is None:
        return
    lines = list(lines_of(survey, report))
    weak = {i for part in every(report.sections) if part.role in _WEAK for i in range(part.first, part.last + 1)}
    pattern = _patterns(own["kind"])[-1]
    for index, text in lines:
        for found in pattern.finditer(text) if index in weak else ():
            other = found["name"]
            stem = other.removesuffix(own["kind"])
            if sum(line.count(other) for _, line in lines) == 1 and is_stranger(stem, name) and not _PLAIN.search(stem):
                yield Located(index, Match(*found.span("name"), (own["name"],)), own["name"], report=number)


@lru_cache(maxsize=16)
def _patterns(kind: str) -> tuple[Keeping, ...]:
    return tuple(keeping(frame.replace("<name>", f"(?P<name>[一-鿿]{{2,4}}?{kind})")) for frame in (*_FRAMES, _ITSELF))
