"""Shares and changes that the figures of the same paragraph contradict by a slip: a digit, two digits swapped.

A share is reckoned from every count that may be its whole. Where one gives it exactly, all is well; where none
does, but one nearly does, a digit was mistyped. Where nothing comes near, the whole was simply not told.
"""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.wholes import counts_of, totals
from assistant.text.keeping import keeping

_N = r"[0-9]+(?:\.[0-9]+)?"
_COUNT = keeping(r"(?<![0-9.])(?P<value>[0-9]+)(?P<unit>[名人个项件户条家支处所起次篇份套场期])(?!百分)")
_SHARE = keeping(
    r"(?P<part>[0-9]+)(?P<unit>[名人个项件户条家支处所起次篇份套场期])[^。；，0-9]{0,14}(?:[，（](?:仅?占|占比|[^。；，0-9占]{0,7}率)"
    r"|[^。；0-9]{0,26}?占(?=[^。；，0-9]{2,12}总))[^。；，0-9]{0,14}?(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_OF = re.compile(
    "占(?:全(?:集团|公司|街道|社区|系统|[一-鿿])|我[一-鿿]|本[一-鿿]|在职|现有)?(?P<noun>[一-鿿]{2,6}?)(?:总数|总人数|人数|的)"
)
_ROUGHLY = re.compile("(?:不到|不足|近|约|超过?|逾|将近)$")
"""Before a share that is only about so much."""
_CHANGED = re.compile("平均|提高|提升|增长|上升|下降|降低|减少")
"""What says of a share that it is none of these counts."""
_ALL = frozenset({"党员", "职工"})
"""Those of whom a share is told where no whole stands in the paragraph."""
_NEAR = 10.0
"""Percent by which a mistyped share is off at most, unless one of its digits explains it, and below which a change of a
rate whose level isn't told is one in points.
"""


_RATE = re.compile(
    rf"(?:率|占比|比例|比重|份额|满意度|知晓度)[^。；，0-9]{{0,6}}(?:(?:达到?|为|是|占|至|到)?(?P<level>{_N})[%％][，（]?)?(?:比|较|同比|环比)[^。；，]{{0,10}}?"
    rf"(?:提高|上升|提升|下降|降低|增加|减少|增长)了?(?P<by>{_N}[%％])"
)


def shares_slipped(survey: Survey, /) -> Iterator[Located]:
    """Yield shares that no count gives, but that a slip of a digit makes of one that does.

    The whole stands before the share in its paragraph, or, where the share names it (占职工总数), anywhere.
    """
    for number, report in enumerate(survey.reports):
        lines = [(i, survey.document.blocks[i].text) for i in range(report.first, report.last + 1)]
        for index, text in lines:
            counts = [(found.start(), int(found["value"]), found["unit"]) for found in _COUNT.finditer(text)]
            for found in _SHARE.finditer(text):
                part, share = int(found["part"]), found["share"]
                if _ROUGHLY.search(text, 0, found.start("share")):
                    continue
                before = [value for at, value, unit in counts if at < found.start() and _one_kind(unit, found["unit"])]
                wholes = [*_named(found.group(), lines), *before]
                if not any(whole > part for whole in wholes):
                    of = _ALL if found["unit"] in "名人" else {"村"} if "的村" in text[: found.end()] else set()
                    wholes = [int(whole) for noun, whole in totals(counts_of(survey, report)).items() if noun in of]
                beside = [value for at, value, unit in counts if at < found.start() and unit == found["unit"]][-1:]
                if any(_comes(share, part + other, whole) for other in beside for whole in wholes):
                    continue  # 302名，升学151名、就业142名，去向落实率97%
                right = _meant(share, [_shown(100 * part / whole, share) for whole in wholes if whole >= part > 0])
                if right and not _CHANGED.search(found.group()):
                    yield Located(index, Match(*found.span("share"), (right,)), right, report=number)


def _comes(share: str, part: int, whole: int) -> bool:
    """Tell whether a share is the one that a part has of a whole."""
    return whole > part and abs(100 * part / whole - float(share)) <= 10 ** -len(share.partition(".")[2])


def _named(share: str, lines: list[tuple[int, str]]) -> list[int]:
    """Return how many there are of what a share is of: of 占职工总数 what 职工862人 or 862名职工 say."""
    of = _OF.search(share)
    if of is None:
        return []
    noun = re.escape(of["noun"][-3:] if of["noun"].endswith("党支部") else of["noun"][-2:])
    counted = re.compile(
        rf"{noun}(?:总数)?(?P<one>[0-9]+)[名人个]|(?P<other>[0-9]+)[名人个](?:[一-鿿]{{0,2}}){noun}(?![一-鿿]{{0,2}}占)"
    )
    return [int(found["one"] or found["other"]) for _, text in lines for found in counted.finditer(text)]


def _one_kind(unit: str, other: str) -> bool:
    return unit == other or {unit, other} <= {"名", "人", "个"}


def _shown(value: float, like: str) -> str:
    """Return a number with as many decimals as another one is written with."""
    return f"{value:.{len(like.partition('.')[2])}f}"


def _meant(share: str, reckoned: list[str]) -> str:
    """Return the share that is meant, empty where the written one is right or nothing comes near it."""
    if any(abs(float(one) - float(share)) <= 10 ** -len(share.partition(".")[2]) for one in reckoned):
        return ""
    near = [one for one in reckoned if _slip(share, one)]
    return near[-1] if near else ""


def _slip(written: str, right: str) -> bool:
    """Tell whether one number was typed for another: digits swapped, or one wrong and both about as big."""
    if sorted(written) == sorted(right) and written != right:
        return True
    if len(written) != len(right):
        return False
    unlike = sum(one != other for one, other in zip(written, right, strict=True))
    return unlike == 1 and (abs(float(written) - float(right)) < _NEAR or len(written) > 3)


def points_meant(text: str, /) -> Iterator[Match]:
    """Yield changes of a rate told in percent: 占比达到61%，比上届提高23% means 23 points or a growth by 23 %."""
    for found in _RATE.finditer(text):
        if found["level"] is None and float(found["by"][:-1]) >= _NEAR:
            continue  # 违纪率同比下降34%
        yield Match(*found.span("by"), (f"{found['by'][:-1]}个百分点",))
