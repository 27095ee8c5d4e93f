"""One count of all told of two wholes: 全县14个行政村 in the report of a town that has 全镇14个行政村.

Told is the whole that is not the unit's own, or the rarer one.
"""

from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_COUNTED = keeping(
    "全(?P<whole>[省市县区镇乡村校院局站所馆厂矿场园库队段]|街道|社区|公司|集团|中心|支行|分公司)"
    "(?:的|共有?|现有|各|所有)?(?P<count>[0-9]+(?:\\.[0-9]+)?万?[个名人户所家座栋间条台辆支])(?P<noun>[一-鿿]{0,2})"
)
_TELLING = 2
"""Digits of a count that two wholes don't have by chance, unless the same is counted."""


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield the whole of a count that is told of another whole elsewhere."""
    for number, report in enumerate(survey.reports):
        found = [(index, one) for index, text in lines_of(survey, report) for one in _COUNTED.finditer(text)]
        if len({one["whole"] for _, one in found}) < 2:
            continue
        name = unit_of(survey, report).name
        for index, one in found:
            alike = [
                other
                for _, other in found
                if other["count"] == one["count"]
                and (other["noun"][:1] == one["noun"][:1] or sum(map(str.isdigit, one["count"])) > _TELLING)
            ]
            rights = {other["whole"] for other in alike if other["whole"] != one["whole"]}
            told = sum(other["whole"] == one["whole"] for other in alike)
            own = one["whole"] in name and not any(right in name for right in rights)
            if len(rights) == 1 and told == 1 and not own:
                right = f"全{next(iter(rights))}"
                if len(alike) > told + 1 or right[1:] in name:
                    start = one.start("whole") - 1
                    yield Located(index, Match(start, one.end("whole"), (right,)), right, report=number)
