"""What a unit calls itself: one name throughout; another one is often left over from a text that was copied."""

from collections import Counter
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import Keeping, keeping

_NAME = keeping("(?<![自本])我(?P<kind>局|镇|乡|街道|校|院|公司|委|厅|中心|社区|村|站|馆|所)(?![一-鿿]?(?:长|们))")
_BODY = keeping(
    "(?:^|(?<=[我本，。；、：由经向在和对以为到请]))(?P<name>(?:局|公司|集团|院|校|镇|乡|街道|委|厅|中心)(?:党组|党委|党工委))"
    "(?![：:]$|书记们|指出|反馈|点评|提出|批评|表彰|通报|给我|对我|向我|考核组|巡察|督导|督查)"
)
_OWN = {"村": "村", "社区": "社区", "医院": "院"} | dict.fromkeys(("中学", "小学", "学校"), "校")
"""Ends of names of units that have one Party body, and what they are called before its name."""
_LOCAL = {
    own: keeping(f"(?:^|(?<=[我，。；、：由经向在对和以为到请]))(?P<name>{own}(?:党委|党总支|党支部))(?!书记们)")
    for own in dict.fromkeys(_OWN.values())
}
_USUAL = 3
"""Times a unit must call itself by one name before another name is out of place."""
_USUAL_BODY = 2


def mixed(survey: Survey, /) -> Iterator[Located]:
    """Yield the self-names that stand against a usual one at least three times as frequent."""
    yield from _against_usual(survey, _NAME, _USUAL, _USUAL)


def mixed_bodies(survey: Survey, /) -> Iterator[Located]:
    """Yield 局党委 in a report that says 局党组 twice as often or more, 校党委 in one that says 校党总支."""
    yield from _against_usual(survey, _BODY, _USUAL_BODY, _USUAL_BODY)
    for own in dict.fromkeys(_OWN.values()):
        yield from _against_usual(survey, _LOCAL[own], _USUAL_BODY, _USUAL_BODY, own)


def _against_usual(survey: Survey, pattern: Keeping, least: int, factor: int, own: str = "") -> Iterator[Located]:
    """Yield what the pattern finds against the most frequent finding, `factor` times as frequent and `least` times.

    With `own`, only in reports of units of which that is the short name.
    """
    for number, report in enumerate(survey.reports):
        if own and _OWN.get(getattr(kind_of(unit_of(survey, report).name), "end", "")) != own:
            continue
        places = [
            (index, found.start(), found.end(), found.group())
            for index in range(report.first, report.last + 1)
            for found in pattern.finditer(survey.document.blocks[index].text)
        ]
        counts = Counter(name for *_, name in places)
        if len(counts) < 2:
            continue
        usual, times = counts.most_common(1)[0]
        for index, start, end, name in places:
            if name != usual and times >= least and times >= factor * counts[name]:
                yield Located(index, Match(start, end, (usual,)), right=usual, report=number)
