"""Whom a report looks up to: its county or its district, its town or its street, never now one and now the other."""

from collections import Counter
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import every, lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_REGION = keeping(
    "(?<![社党市辖园校牧林矿片灾景山库小街厂新县（、）])(?P<kind>[县区旗])(?=(?:委(?!员)|直[属机单部]|纪委|政府|人民政府|级机关))"
    "|全(?P<whole>[县旗]|区(?![域位间]))(?!级|人|委)"
)
_LOCAL = keeping("(?<![一-鿿]{2}[省市县区])(?P<kind>[镇乡]党委|街道党工委)(?!会|班子|[一-鿿]{0,2}成员)")
_SIDES = {"镇党委": "镇", "乡党委": "镇", "街道党工委": "街道"}
_USUAL = 2
"""Times a report must name the one for the other to be out of place."""
_RARE = 2
"""How many times as often as the other it must name it."""
_ASKED = keeping("请各位(?P<who>代表|委员|党员|评委|老师|专家|股东|居民|村民)")
_ENDS = 4
"""Paragraphs at the end in which those who listen are asked for their judgement."""


def regions(survey: Survey, /) -> Iterator[Located]:
    """Yield 区委 in a report that speaks of its 县委, and the other way round."""
    for number, report in enumerate(survey.reports):
        places = [
            (index, *found.span("kind" if found["kind"] else "whole"), found["kind"] or found["whole"])
            for index, text in lines_of(survey, report)
            for found in _REGION.finditer(text)
        ]
        yield from _rarer(places, number)


def locals_mixed(survey: Survey, /) -> Iterator[Located]:
    """Yield 街道党工委 in the report of a village or community that belongs to a town, and the other way round."""
    for number, report in enumerate(survey.reports):
        kind = kind_of(unit_of(survey, report).name)
        if kind is None or kind.end not in {"村", "社区"}:
            continue
        places = [
            (index, *found.span("kind"), _SIDES[found["kind"]], found["kind"])
            for index, text in lines_of(survey, report)
            for found in _LOCAL.finditer(text)
        ]
        counts = Counter(side for *_, side, _ in places)
        if len(counts) > 1:
            usual, times = counts.most_common(1)[0]
            for index, start, end, side, _ in places:
                if side != usual or times == counts.total() - times:  # of equals either may be wrong
                    yield Located(
                        index, Match(start, end), " 和 ".join(dict.fromkeys(name for *_, name in places)), report=number
                    )


def _rarer(places: list[tuple[int, int, int, str]], number: int) -> Iterator[Located]:
    counts = Counter(kind for *_, kind in places)
    usual, times = counts.most_common(1)[0] if counts else ("", 0)
    for index, start, end, kind in places:
        if kind != usual and times >= _USUAL and times >= _RARE * counts[kind]:
            yield Located(index, Match(start, end, (usual,)), usual, report=number)


def asked(survey: Survey, /) -> Iterator[Located]:
    """Yield those asked at the end for their judgement where the salutation greets others."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        greeted = {
            i for part in every(report.sections) if part.role == "salutation" for i in range(part.first, part.last + 1)
        }
        said = "".join(text for index, text in lines if index in greeted)
        for index, text in lines[-_ENDS:] if said else ():
            for found in _ASKED.finditer(text):
                if found["who"] not in said:
                    yield Located(index, Match(*found.span("who")), said.strip("：:，, 　"), report=number)
