"""What is done every month from one month to another comes to so much: 从3月起每月一次，到12月共10次."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.numerals import to_chinese, to_int

_N = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_TIMES = "[次期场轮堂批篇件]"
_EVERY = f"每个?月(?:至少)?[^。；，0-9]{{0,8}}?(?P<each>{_N})(?P<unit>{_TIMES})"
_SUM = f"(?:共计?|累计|合计|总计|一共|先后|已)[^。；，0-9]{{0,10}}?(?P<sum>{_N})(?P=unit)"
_SINCE = re.compile(
    f"(?:从|自)(?P<first>1[0-2]|[1-9])月(?:份|底|初)?(?:起|开始|以来)?，?[^。；0-9]{{0,16}}?{_EVERY}[^。；0-9]{{0,14}}?，"
    f"(?:截?[至到])(?P<last>1[0-2]|[1-9])月(?:份|底|末)?，?[^。；0-9]{{0,6}}?{_SUM}"
)
_RANGE = re.compile(
    f"(?<![0-9])(?P<first>1[0-2]|[1-9])月(?:份|底|初)?(?:起|开始)?(?:至|到|—|－|-|～)(?P<last>1[0-2]|[1-9])月(?:份|底|末)?[^。；0-9]{{0,24}}?"
    f"，{_EVERY}[^。；0-9]{{0,10}}?，{_SUM}"
)
_MANY = re.compile("[0-9两二三四五六七八九十]+[个名支家所](?![月人])|各|分别|[、和]")
"""Those who do it are many, so that all of them do it oftener."""


def _number(written: str) -> int:
    return 2 if written == "两" else int(written) if written.isdigit() else to_int(written) or 0


def wrong(text: str, /) -> Iterator[Match]:
    """Yield sums that the months told, with so much in each of them, don't come to."""
    if "每月" not in text and "每个月" not in text:
        return
    for pattern in (_SINCE, _RANGE):
        for found in pattern.finditer(text):
            months = int(found["last"]) - int(found["first"]) + 1
            due = months * _number(found["each"])
            if (
                months > 0
                and "至少" not in found.group()
                and not _MANY.search(found.group())
                and _number(found["sum"]) != due
            ):
                right = str(due) if found["sum"].isdigit() else to_chinese(due)
                yield Match(*found.span("sum"), (right,))
