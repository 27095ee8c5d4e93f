"""All of what was counted before, told again with another number: 确定措施13条…目前15条措施全部落实.

Whatever the noun: where words say that all of them are meant, the number is held against every earlier count of it.
"""

import re
from collections.abc import Iterator

from assistant.checks.quantities import slip
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_UNIT = "[名个家户支项条件处所人]|[个项](?:方面|点)的?"
_MEANT = re.compile(
    f"(?P<all>(?:上述|以上|所有|全部|这|对|向|在|将|把|组织|走遍|发动|联系|覆盖)(?:的|全部|所有|全体)?)?(?<![0-9.第])(?P<count>[0-9]{{1,4}})(?P<unit>{_UNIT})"
    "(?P<noun>[一-鿿]{2,6}?)(?=[一-鿿，。、；]|$)"
    "(?P<behind>(?:的[一-鿿]{1,8}|[一-鿿]{1,4})??(?:已|现|目前)?(?:经)?(?:全部|全都|均|都|逐[一个条项]|无一|[里上]全|上都|一个不落))?"
)
_CUE = re.compile(
    "[0-9](?:个|家|户|名|项|条|支|件|处|所|人)[^，。；]{2,14}(?:全|均|都|逐)|(?:上述|以上|所有|全部)的?[0-9]"
)
_ALL = re.compile("上述|以上|所有|全部")
_SOME = re.compile("其中|新|其余|剩余|余下|还有|另有?|已有|仍有|(?<!目)前|原|第|等|首批|部分|选|评")
_OTHERS = re.compile("年|学习|会议|活动|党课|群众")


def again(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of all there are of a thing that no earlier count of it gives, but nearly does."""
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _MEANT.finditer(text) if _CUE.search(text) else ():
                right = _right(survey, report, index, found)
                if right:
                    yield Located(index, Match(*found.span("count"), (right,)), right, report=number)


def _right(survey: Survey, report: Report, index: int, found: re.Match[str]) -> str:
    """Return the one earlier count of a noun where the one told now is a slip of it, or nothing."""
    noun, count = found["noun"], found["count"]
    before = found.string[max(0, found.start() - 6) : found.start()]
    sure = bool(found["behind"]) or bool(found["all"] and _ALL.search(found["all"]))
    if not sure or _SOME.search(before) or _OTHERS.search(noun) or noun[0] in "的以":
        return ""
    said = re.compile(
        f"{re.escape(noun)}(?:[一-鿿]{{0,4}})(?P<one>[0-9]{{1,4}}){found['unit'][0]}|(?<![0-9.第])(?P<other>[0-9]{{1,4}}){found['unit'][0]}(?:方面的?)?[一-鿿]{{0,2}}?{re.escape(noun)}"
    )
    counts: list[str] = []
    for at in range(report.first, report.last + 1):
        text = survey.document.blocks[at].text
        counts += [
            one["one"] or one["other"]
            for one in said.finditer(text)
            if (at, one.start()) < (index, found.start("count"))
        ]
        if at > index:
            break
    told = set(counts)
    if len(told) != 1 or count in told:
        return ""
    right = told.pop()
    near = abs(int(right) - int(count)) <= (1 if int(right) < 10 else 2)
    return right if min(int(right), int(count)) > 1 and (near or slip(count, right)) else ""
