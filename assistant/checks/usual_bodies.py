"""Which Party body a report speaks of as its own: 党组 six times, and 党委 once, in the line with the author's name."""

from collections import Counter
from collections.abc import Iterator

from assistant.checks.identity import said
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report
from assistant.text.keeping import keeping

_OWN = keeping(
    "(?:^|(?<=[，。；：、“经由在向对以为和与我本局院委厅及抓好开年]))(?P<body>党组|党委)(?!织|（|书记们)"
    "(?=会|班子|成员|委员|书记|中心组|理论|[把将]|坚持|始终|认真|全面|第一|的|统一|集体|研究|专题|履行|主体|领导|带头|每|定期|下设|严格|现有|带领|对|，)"
)
_SIDES = frozenset(("党组", "党委"))
_USUAL = 3
"""Times a text must speak of one body for another one in the byline to be wrong."""
_MOST = 1
"""Times it may speak of that other one."""


def usual_body(survey: Survey, report: Report, named: str) -> str:
    """Return the body that the text of a report speaks of, where it all but never speaks of the one named."""
    if named not in _SIDES:
        return named
    places = {one.index for one in said(survey, report)}
    counts = Counter(
        found["body"]
        for index, text in lines_of(survey, report)
        if index not in places
        for found in _OWN.finditer(text)
    )
    other = next(iter(_SIDES - {named}))
    return other if counts[other] >= _USUAL and counts[named] <= _MOST else named


def named_otherwise(survey: Survey, /) -> Iterator[Located]:
    """Yield the Party body in title, byline or signature that the text does not speak of."""
    for number, report in enumerate(survey.reports):
        for one in said(survey, report):
            usual = usual_body(survey, report, one.body)
            if usual != one.body:
                yield Located(one.index, Match(one.end - len(one.body), one.end, (usual,)), usual, report=number)
