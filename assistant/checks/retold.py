"""All of what was counted before, told again with another number: 确定措施13条…目前15条措施全部落实.

Whatever the noun: where words say that all of them are meant, the number is held against every earlier count of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.quantities import slip
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_UNIT = "[个项](?:方面|点)的?|[名个家户支项条件处所人份]"
_MEANT = re.compile(
    f"(?P<all>(?:上述|以上|所有|全部|全体|这|对|向|在|将|把|组织|走遍|发动|联系|覆盖)(?:的|全部|所有|全体)?)?(?<![0-9.第])(?P<count>[0-9]{{1,4}})(?P<unit>{_UNIT})"
    "(?P<noun>[一-鿿]{2,6}?)(?=[一-鿿，。、；]|$)"
    "(?P<behind>(?:的[一-鿿]{1,8}|[一-鿿]{1,4})??(?:已|现|目前)?(?:经)?(?:全部|全都|均|都|逐[一个条项]|无一|人人|个个|户户|家家|全员|[里上]全|上都|一个不落))?"
)
_CUE = re.compile(
    "[0-9](?:个|家|户|名|项|条|支|件|处|所|人)[^，。；]{2,14}(?:全|均|都|逐|人人|个个|户户|家家)|(?:上述|以上|所有|全部|全体)的?[0-9]"
)
_COUNT = re.compile("(?<![0-9.第])(?P<count>[0-9]{1,4})(?P<unit>[名个家户支项条件处所人份])(?:方面的?)?")
_BESIDE = 8
_MARK = re.compile("[^一-鿿“”]")
_BETWEEN = 4
_ALL = re.compile("上述|以上|所有|全部|全体")
_SOME = re.compile("其中|新|其余|剩余|余下|还有|另有?|已有|仍有|(?<!目)前|原|第|等|首批|部分|选|评")
_WHOSE = re.compile("书记|委员|党员|班子|成员|干部|代表|负责人")
"""Behind a noun they tell that those who are its are counted."""
_OTHERS = re.compile("年|学习|会议|活动|党课|群众")


@dataclass(frozen=True, slots=True)
class Told:
    """A count with the words right before and behind it: where it stands, how many, of which unit."""

    place: tuple[int, int]
    count: str
    unit: str
    before: str
    behind: str

    def names(self, noun: str, follows: str) -> bool:
        """Tell whether the count is of a noun: 非公党支部14个, 13条整改措施; not of what is the noun's: 支部书记."""
        own = _WHOSE.match(self.behind, len(noun)) if self.behind.startswith(noun) else None
        if (own.group() if own else "") != follows:
            return False
        return noun in self.before[-len(noun) - _BETWEEN :] or noun in self.behind[: len(noun) + 2]


def again(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of all there are of a thing that no earlier count of it gives, but nearly does."""
    for number, report in enumerate(survey.reports):
        told: tuple[Told, ...] | None = None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _MEANT.finditer(text) if _CUE.search(text) else ():
                if _means_all(found):
                    told = _told(survey, report) if told is None else told
                    right = _right(told, (index, found.start("count")), found)
                    if right:
                        yield Located(index, Match(*found.span("count"), (right,)), right, report=number)


def _means_all(found: re.Match[str]) -> bool:
    """Tell whether a count is of all there are of a noun that is not counted again and again."""
    before = found.string[max(0, found.start() - 6) : found.start()]
    sure = bool(found["behind"]) or bool(found["all"] and _ALL.search(found["all"]))
    return sure and not _SOME.search(before) and not _OTHERS.search(found["noun"]) and found["noun"][0] not in "的以"


def _told(survey: Survey, report: Report) -> tuple[Told, ...]:
    """Return all counts of a report."""
    found = []
    for index in range(report.first, report.last + 1):
        text = survey.document.blocks[index].text
        for one in _COUNT.finditer(text):
            before = _MARK.split(text[max(0, one.start() - _BESIDE) : one.start()])[-1]
            behind = _MARK.split(text[one.end() : one.end() + _BESIDE])[0]
            found.append(Told((index, one.start()), one["count"], one["unit"], before, behind))
    return tuple(found)


def _right(told: tuple[Told, ...], place: tuple[int, int], found: re.Match[str]) -> str:
    """Return the one earlier count of a noun where the one told now is a slip of it, or nothing."""
    count, unit = found["count"], found["unit"][0]
    own = _WHOSE.match(found.string, found.end("noun"))
    same = [one for one in told if one.place < place and one.unit == unit]
    counts = {one.count for one in same if one.names(found["noun"], own.group() if own else "")}
    if len(counts) != 1 or count in counts:
        return ""
    right = counts.pop()
    near = abs(int(right) - int(count)) <= (1 if len(right) == 1 else 2)
    return right if min(int(right), int(count)) > 1 and (near or slip(count, right)) else ""
