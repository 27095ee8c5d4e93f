"""Years that a report tells of as past although it was written before they ended: 截至2026年底, in 2025's report."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import PLANNED, WRITTEN_BY, dated_paragraphs

_YEAR = re.compile("(?<![0-9])(?P<until>截[至止]到?|自|从)?(?P<year>20[0-9]{2})年(?P<when>[0-9]{1,2}月|底|末|初)?")
_TOLD = re.compile(
    "共|已|累计|开展|召开|组织|(?:完成|发展)了|取得|获得|荣获|被评为|获评|我局|我镇|认真|坚持|履行|一年来"
)
_AHEAD = re.compile(
    "规划|远景|目标|力争|计划|预计|将|到20[0-9]{2}年|前|期间|拟|打算|明年|建成|力求|确保|争取|任期|届满|[—－-]20"
)
"""Words of a sentence that look ahead."""


def told(survey: Survey, /) -> Iterator[Located]:
    """Yield years after the report's own that a sentence writes of as past."""
    for one in dated_paragraphs(survey):
        named = "20" in one.text and one.role not in PLANNED
        for sentence in re.finditer("[^。；！？\n]+", one.text) if named else ():
            for found in _YEAR.finditer(sentence.group()):
                if _is_later(found, one.year) and _is_told(sentence.group(), found):
                    start, end = (sentence.start() + at for at in found.span("year"))
                    yield Located(one.index, Match(start, end, (str(one.year),)), str(one.year), report=one.report)


def _is_later(found: re.Match[str], year: int) -> bool:
    """Tell whether the time lies behind the writing of the report."""
    when = found["when"] or ""
    early = when == "初" or (when.endswith("月") and int(when[:-1]) <= WRITTEN_BY) or (not when and not found["until"])
    return int(found["year"]) > year + 1 or (int(found["year"]) == year + 1 and not early)


def _is_told(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether the sentence says that something happened by or in that year."""
    if _AHEAD.search(sentence):
        return False
    first = not found.start() or sentence[found.start() - 1] in "，、"
    return found["until"] in {"截至", "截止", "截至到", "截止到"} or (
        first and bool(_TOLD.search(sentence[found.end() :]))
    )
