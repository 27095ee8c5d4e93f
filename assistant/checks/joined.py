"""A sum told with what was added up, and a whole told with what is left of it."""

import re
from collections.abc import Iterator

from assistant.checks.divided import UNIT
from assistant.checks.rule import Match

_JOINED = re.compile(
    rf"(?<![0-9.第])(?P<parts>(?:[0-9]+(?P<unit>{UNIT})[^0-9。；，、（）]{{1,12}}(?:、|和)){{1,5}}[0-9]+(?P=unit)[^0-9。；，、（）]{{1,12}})"
    rf"，?(?:共计|合计|总计|总共|共)(?:有)?(?P<whole>[0-9]+)(?P=unit)"
)
_NUMBER = re.compile("[0-9]+")
_LEFT = re.compile(
    "(?<![0-9.第])(?P<whole>[0-9]+)(?P<unit>条|项|个|件|起|户)[^0-9。；，、（）]{2,12}，?(?:已|均已|现已|目前已)"
    "(?:经)?(?:全部)?(?:整改|完成|解决|销号|办结|落实)(?:整改|完成|到位|销号)?(?P<done>[0-9]+)(?P=unit)，"
    "(?:其余|剩余|另有|另外|余下|还有)(?P<left>[0-9]+)(?P=unit)"
)


def joined(text: str, /) -> Iterator[Match]:
    """Yield sums of counts of one unit that are wrong: 14个村、9个部门共22个单位."""
    for found in _JOINED.finditer(text):
        if sum(map(int, _NUMBER.findall(found["parts"]))) != int(found["whole"]):
            yield Match(found.start(), found.end())


def left(text: str, /) -> Iterator[Match]:
    """Yield wholes that what is done and what is left don't make up: 11条措施已完成10条，其余2条."""
    for found in _LEFT.finditer(text):
        if int(found["done"]) + int(found["left"]) != int(found["whole"]):
            yield Match(found.start(), found.end())
