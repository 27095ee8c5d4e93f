"""Votes that don't come to the ballots, and shares of all there are that aren't all: 收回82张，赞成79票、弃权4票."""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.divided import complete
from assistant.checks.quantities import Quantity, sentences
from assistant.checks.rule import Match

_BALLOTS = re.compile(
    "(?:收回|发出|回收|有效|共?投|实收|发放)[^。；，0-9]{0,8}?(?:票|表)(?P<count>[0-9]+)[张票份]"
    "|(?:有表决权的?|到会|实到|参会|参加(?:会议|测评|评议|表决|投票)的?)[^。；，0-9]{0,10}?(?P<people>[0-9]+)[名人]"
)
_VOTE = (
    "(?:赞成|同意|反对|不同意|弃权|好|较好|一般|差|优秀|良好|较差|称职|基本称职|不称职"
    "|满意|基本满意|比较满意|不满意|合格|基本合格|不合格)"
)
_VOTES = re.compile(f"“?{_VOTE}”?的?票?(?:有|为)?[0-9]+[票张](?:[、，]“?{_VOTE}”?的?票?(?:有|为)?[0-9]+[票张]){{1,4}}")
_LAST = re.compile("弃权|反对|不同意|差|不称职|不满意|不合格")
"""What the last of all answers is called."""
_SHARED = re.compile("占(?:比|总[数人]?[^，、]{0,3})?(?:达到?|为|约)?$")
_FROM_TO = (re.compile("以下|以内|未满|不满"), re.compile("以上|及以上"))
_RATE = re.compile("率|度|满意|比例提|增|减|升|降|较|同比|比[上去]")
_ALL, _ROUNDED, _FAR = 100.0, 1.05, 25.0


def wrong(text: str, /) -> Iterator[Match]:
    """Yield votes that are another number than the ballots, and shares of sorts that must be a hundred and aren't."""
    if "票" in text:
        for found in _VOTES.finditer(text):
            yield from _votes(text, found)
    if "%" in text and "占" in text:
        for row in sentences(text):
            run: list[Quantity] = []
            for one in (*row, None):
                if one is not None and one.kind == "%" and not one.rough and (not run or one.lead[:1] in "，、；"):
                    run.append(one)
                    continue
                yield from _shares(run)
                run = []


def _votes(text: str, found: re.Match[str]) -> Iterator[Match]:
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    wholes = [int(one["count"] or one["people"]) for one in _BALLOTS.finditer(text, start, found.start())]
    counts = [int(one) for one in re.findall("[0-9]+", found.group())]
    told = sum(counts)
    complete_row = len(counts) > 2 or _LAST.search(found.group())
    if wholes and told not in wholes and complete_row and abs(told - wholes[-1]) <= max(3, wholes[-1] // 10):
        yield Match(*found.span())


def _shares(run: Sequence[Quantity]) -> Iterator[Match]:
    if len(run) < 2 or not all(_SHARED.search(one.lead) for one in run[:1]):
        return
    names = [_SHARED.sub("", re.split("[，、；：（]", one.lead)[-1]).removesuffix("的") for one in run]
    if any(_RATE.search(name) for name in names) or any(not name for name in names):
        return
    less, more = _FROM_TO
    graded = len(run) > 2 and bool(less.search(names[0]) and more.search(names[-1]))
    graded |= len(run) > 2 and bool(more.search(names[0]) and less.search(names[-1]))
    off = sum(one.value for one in run) - _ALL
    if (graded or complete(names)) and _ROUNDED < abs(off) <= _FAR and run[-1].value > off:
        yield Match(run[0].start, run[-1].end + 1, ())
