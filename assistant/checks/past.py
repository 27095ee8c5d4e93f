"""What was over before the year of the report and is told, or planned, as work of that year: 疫情防控期间 in 2025.

The table stands in the rule: `until=pattern` or `until=pattern~other`, the last year of which it can be told, what says
it, and what in the same sentence makes it something else (动物疫情). Sentences that look back are left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import DONE, FAULTS, PLAN, dated_paragraphs
from assistant.text.keeping import Keeping, keeping

_BACK = re.compile(
    "以来|曾|当年|那年|那时|那会|当时|经验|成果|回顾|胜利|荣获|获评|荣誉|精神|巩固|衔接|常态化|长效|过去|此前|之前|先后经历|历时|收官|圆满|原有|昔日"
    "|后半篇|回头看|延伸|决议|条例|中查[摆找]|中发现|[去前]年|上年|入伍|入党|担任|任职|参加工作|到任|任上|期间担任|总结|曾经|经历了|经受"
)
"""Words of a sentence that looks back, or keeps up what came of it."""
_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?=年)")
_ROLES = DONE | FAULTS | PLAN
_SENTENCE = re.compile("[^。！？；\n]+")

Row = tuple[int, Keeping, re.Pattern[str] | None]


def over(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the words of what was over, with the last year of it."""
    rows = _rows(options.words["over"])
    for one in dated_paragraphs(survey):
        if not one.place or one.role not in _ROLES:
            continue
        for until, pattern, other in rows:
            if until >= one.year:
                continue
            for found in pattern.finditer(one.text):
                sentence = _around(one.text, found.start())
                earlier = any(int(year) < one.year for year in _YEAR.findall(sentence))
                if not (earlier or _BACK.search(sentence) or (other and other.search(sentence))):
                    yield Located(one.index, Match(*found.span()), str(until), report=one.report)


def _around(text: str, at: int) -> str:
    """Return the sentence that a place lies in."""
    return next((one.group() for one in _SENTENCE.finditer(text) if one.start() <= at < one.end()), "")


@lru_cache(maxsize=2)
def _rows(written: tuple[str, ...]) -> tuple[Row, ...]:
    rows = []
    for one in written:
        until, _, said = one.partition("=")
        pattern, _, other = said.partition("~")
        rows.append((int(until), keeping(pattern), re.compile(other) if other else None))
    return tuple(rows)
