"""Organs called as they were before a reform: 市工商局, 县环保局, 国家卫计委.

History may tell the old name: where the sentence says so (原, 曾任, 划转) or names a year before the reform.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_PLACE = re.compile("(?:[省市县区州旗盟乡镇地厅]|街道|^|[，。；：、与和同向请由到从及])$")
"""What stands before the name of an organ: the place it belongs to, or what parts it from other organs."""
_PAST = re.compile("原|曾|时任|历任|前身|划转|改制|合并|撤销|撤并|更名|改称|转隶|重组|组建|当年|参加工作")
_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_SENTENCE = re.compile("[^。；！？\n]+")
_FURTHER = ("部门", "系统", "网", "报")
_NATIONAL = "国"
_Organ = tuple[str, tuple[str, ...], int]


def former(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield old names with the new one: `organs` are written old=new|another=year of the reform."""
    organs = _organs(options.words["organs"])
    year = survey.context.year
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for at, (old, new, since) in _old(text, organs):
                if year is None or year >= since:
                    yield Located(index, Match(at, at + len(old), new, old), new[0], report=number)


@lru_cache(maxsize=512)
def _old(text: str, organs: tuple[_Organ, ...]) -> tuple[tuple[int, _Organ], ...]:
    """Return where old names stand as if they were of today, the longest at each place."""
    found: dict[int, _Organ] = {}
    for organ in organs:
        at = text.find(organ[0])
        while at >= 0:
            if _of_today(text, at, organ):
                found.setdefault(at, organ)
            at = text.find(organ[0], at + 1)
    return tuple(sorted(found.items()))


def _of_today(text: str, at: int, organ: _Organ) -> bool:
    """Tell whether a name is an organ's own, in a sentence that tells of no time before the reform."""
    old, _, since = organ
    end = at + len(old)
    if not old.startswith(_NATIONAL) and not _PLACE.search(text, max(0, at - 2), at):
        return False
    start = max(text.rfind(mark, 0, at) for mark in "。；！？\n") + 1
    sentence = _SENTENCE.match(text, start)
    said = sentence.group() if sentence else ""
    long_ago = any(int(year) < since for year in _YEAR.findall(said))
    return not (long_ago or _PAST.search(said) or text.startswith(_FURTHER, end))


@lru_cache(maxsize=2)
def _organs(lines: tuple[str, ...]) -> tuple[_Organ, ...]:
    """Return the table, long names first."""
    rows = [line.split("=") for line in lines]
    return tuple(
        sorted(((old, tuple(new.split("|")), int(year)) for old, new, year in rows), key=lambda row: -len(row[0]))
    )
