"""Shares told in words that the counts before them contradict, and shares of all that are not all: 20名中14名，占六成.

A share in words says from how much to how much it may be; it is held against every two counts told before it.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.checks.quantities import RELATIVE, Quantity, sentences
from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_WORDED = re.compile(
    "(?P<before>超过?了?|突破了?|逾|近|接近|不到|不足|仅|只|将近|约|达到?)?(?:全[一-鿿]{1,4}?的|总数的|党员的)?"
    "(?:(?P<tenths>[一二三四五六七八九])成(?P<five>半)?|(?P<half>一半|半数|大半|多半|(?<=[过超])半(?!年|天|个|月|小))"
    "|(?P<whole>[二三四五六七八九十])分之(?P<part>[一二三四五六七八九]))(?P<behind>以上|以下|左右|多|强)?"
)
_SAID = re.compile("[一二三四五六七八九]成|[一大多过超]半|半数|分之")
_LINK = re.compile(
    "(?![余多以])[^。；，、0-9]{0,10}[，（]?(?:已|均)?(?:占(?:比|到|了)?(?:[^。；，0-9]{0,10}(?:的|(?<=[党员工人户数])))?(?:比例)?(?:达到?|为|是)?|(?<=[，（])|过)"
)
"""What leads from a count to the share that is told of it; another clause tells of others: 占 must begin it."""
_LEAST = 5
"""Wholes from which on a share in words is reckoned."""
_MOST = 6
"""Counts before a share that are tried."""
_RISE = re.compile("提高|增[长加]|提升|上升|下降|减少|降低|缩短|压减|(?<!占)比|[较同]|节|翻")

_SHARES = re.compile("(?:分别为?占|占比分别为?)[^。；，0-9]{0,14}(?P<row>[0-9.]+[%％](?:[、和][0-9.]+[%％])+)")
_RATIO = re.compile("(?<![0-9.:：∶])(?P<row>[0-9]+(?:\\.[0-9]+)?(?:[:：∶][0-9]+(?:\\.[0-9]+)?){1,3})(?![0-9.:：∶])")
_RATIOS = re.compile("比例|比为|比调|结构|之比|构成")
_OVERLAP = re.compile("岁|女|学历|少数民族|高级|中级|职称|以上|以下|优秀|达标|合格|满意|率")
"""What shares are of that may be of the same people."""
_ALL = 100.0
_TENTH = 0.051
_ROUNDED = 0.25
_NEARLY = 4.0
"""Points by which shares that should be all there is are off at most."""


_SHORT_OF = re.compile(
    r"(?P<now>[0-9]+(?:\.[0-9]+)?)[%％][^。；%％0-9]{0,12}，(?:距离?|离|与|比|较)[^。；%％0-9]{0,14}(?P<aim>[0-9]+(?:\.[0-9]+)?)[%％][^。；，0-9]{0,8}"
    r"(?:还?相?差|低|少)了?(?P<by>[0-9]+(?:\.[0-9]+)?)个百分点"
)


def wrong(text: str, /) -> Iterator[Match]:
    """Yield shares in words that no two counts before them give, and shares and ratios that nearly are all of it."""
    if _SAID.search(text):
        for row in sentences(text, least=1):
            yield from _worded(text, row)
    for found in _SHORT_OF.finditer(text) if "百分点" in text else ():
        due = abs(float(found["aim"]) - float(found["now"]))
        if abs(due - float(found["by"])) > _TENTH:
            yield Match(found.start(), found.end())
    for found in _SHARES.finditer(text) if "分别" in text else ():
        values = [float(one) for one in re.findall("[0-9]+(?:\\.[0-9]+)?", found["row"])]
        clause = re.split("[。；，]", text[: found.start()])[-1]
        if _nearly_all(values) and not _OVERLAP.search(clause):
            yield Match(*found.span("row"))
    for found in _RATIO.finditer(text) if re.search("[:：∶]", text) and _RATIOS.search(text) else ():
        values = [float(one) for one in re.split("[:：∶]", found["row"])]
        beside = text[max(0, found.start() - 24) : found.start()] + text[found.end() : found.end() + 6]
        if _nearly_all(values) and _RATIOS.search(beside):
            yield Match(*found.span("row"))


def _nearly_all(values: list[float]) -> bool:
    off = abs(sum(values) - _ALL)
    return _ROUNDED < off <= _NEARLY


def _worded(text: str, row: tuple[Quantity, ...]) -> Iterator[Match]:
    for at, last in enumerate(row):
        end = row[at + 1].start if at + 1 < len(row) else last.end + len(last.unit) + len(last.tail)
        found = _WORDED.search(text, last.end + len(last.unit), end)
        before = [one for one in row[: at + 1] if _alike(one, last) and not one.rough][-_MOST:]
        if found is None or len(before) < 2 or last.rough or not last.unit:
            continue
        between = text[last.end + len(last.unit) : found.start()]
        low, high = _bounds(found)
        if between == "的" and "占" in last.lead and _alike(last, before[-2]):  # 18名，占总数60名的二成
            if before[-1] is last and not low <= _ALL * before[-2].worth / last.worth <= high:
                yield Match(found.start(), found.end())
            continue
        if not _LINK.fullmatch(between) or _RISE.search(between):
            continue
        shares = [_ALL * part.worth / whole.worth for whole, part in combinations(before, 2) if whole.worth >= _LEAST]
        shares = [share for share in shares if share <= _ALL]
        if shares and not any(low <= share <= high for share in shares):
            yield Match(found.start(), found.end())


def _alike(one: Quantity, last: Quantity) -> bool:
    """Tell whether a count may be a whole of another: people are counted in 个, too."""
    people = (one.kind, last.kind) == ("人", "个") and last.lead.endswith("有")
    return last.kind not in RELATIVE and (one.kind == last.kind or people)


def _bounds(found: re.Match[str]) -> tuple[float, float]:
    """Return from how many percent to how many a share in words may be."""
    if found["half"]:
        share, step = _ALL / 2, _ALL / 2
    elif found["tenths"]:
        share, step = 10.0 * (to_int(found["tenths"]) or 0) + (5 if found["five"] else 0), 5 if found["five"] else 10
    else:
        share = _ALL * (to_int(found["part"]) or 0) / (to_int(found["whole"]) or 1)
        step = _ALL / 4
    before, behind = found["before"] or "", found["behind"] or ""
    over = before[:1] in {"超", "突", "逾"} or behind in {"以上", "多", "强"} or found["half"] in {"大半", "多半", "半"}
    if over:
        return share - (0.001 if behind == "以上" else -0.001), share + step
    if before in {"近", "接近", "不到", "不足", "将近"} or behind == "以下":
        return share - step, share - 0.001
    return share - 5, share + 5
