"""Anniversaries reckoned for another year than the report's: 建党103周年 left over in the report of 2025."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import DONE, dated_paragraphs

_PAST = re.compile("大会|讲话|以来|当年|(?P<year>20[0-9]{2})年|回顾|成就")
"""What near an anniversary of an earlier year makes it history: 在庆祝中国共产党成立100周年大会上的重要讲话."""
_COMING = re.compile("喜?迎|明年|筹备|准备|20[0-9]{2}年|来临|到来|今年是")
"""What near an anniversary of the next year says that it is still to come: 为迎接建党105周年."""
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Anniversary:
    """What is remembered, in all its wordings, and the year it happened."""

    names: tuple[str, ...]
    year: int


@dataclass(frozen=True, slots=True)
class WrongAnniversary:
    """Find anniversaries that fall neither into the year reported on nor, in what it plans, into the next one."""

    anniversaries: tuple[Anniversary, ...]

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them with what it should be in the year of the report."""
        for one in dated_paragraphs(survey):
            for anniversary in self.anniversaries if "周年" in one.text else ():
                names = "|".join(map(re.escape, anniversary.names))
                right = one.year - anniversary.year
                for found in re.finditer(f"(?:{names})(?P<count>[0-9]{{1,3}})周年", one.text):
                    count = int(found["count"])
                    near = one.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
                    past = any(other["year"] != str(one.year) for other in _PAST.finditer(near))
                    early = count == right + 1 and one.role in DONE and not _COMING.search(near)
                    if count > right + 1 or early or (count < right and not past):
                        match = Match(*found.span("count"), (str(right),))
                        yield Located(one.index, match, str(right), report=one.report)
