"""Two words that both make one figure a rough one: 近80余家, 大约四百户左右, 至少5户以上, 上百余条.

The words are of a few sorts; which of them may stand around one figure is a table.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.rule import Match

_BEFORE = {
    "rough": (
        "大约|大概|大致|约莫|(?<![节契集签预履条违公合制大相失缩简制隐邀特])约"
        "|将近|(?<![接附临最靠邻远新亲相])近(?![一两二三四五六七八九十几0-9]{1,2}年(?![左上多之]))|接近|差不多|几近|几乎"
    ),
    "under": "(?<![做达办找看得跑感听])不到|不足|不满",
    "over": "超过|(?<![赶反远高])超|逾|突破",
    "least": "至少|最少|起码|不少于|不低于|不小于|不下",
    "most": "至多|最多(?!达)|不超过|不多于",
    "reaching": "多达|高达",
    "reached": "达到?",
}
"""Sorts of words before a figure."""
_BEHIND = {"about": "左右|上下", "above": "以上|开外", "below": "以下|以内", "much": "之多|有余"}
"""Sorts of words behind it and its unit."""
_FIGURE = (
    r"(?P<figure>(?:[0-9]+(?:[.,][0-9]+)*|(?P<some>[上数几成](?=[十百千万亿]))?[一二两三四五六七八九十百千万亿半]+|几)[十百千万亿]{0,3}[%％]?)"
    r"(?P<more>(?:余|多(?![年样党方种])|来(?=[个名户人次家件场斤亩]))*)(?P<scale>[万亿]?)"
)
_UNIT = "(?P<unit>(?:(?!的)[一-鿿％%]){0,5}?)"
_FRAME = re.compile(
    "(?:(?P<before>{before})(?:了|有|占|达到?|为|共)?(?P<link>近|约|将近)?)?{figure}(?:{unit}(?P<behind>{behind})(?P<again>{behind})?)?".format(
        before="|".join(_BEFORE.values()), figure=_FIGURE, unit=_UNIT, behind="|".join(_BEHIND.values())
    )
)
_AFAR = re.compile(
    "(?P<before>大约|大概|至少|最少|起码|不少于|不低于|(?:总共|共计|一共|共)约)[一-鿿]{1,8}"
    + _FIGURE
    + _UNIT
    + "(?P<behind>左右|上下|以上|之多)(?=[，。；、的]|$|(?<=[次个名项件场篇期轮天]以上)[一-鿿])"
)
"""The word before may also stand before the verb or the noun that is counted."""
_ROUGH_ALREADY = {"rough", "under", "over", "least", "most"}
_CLASHES = {
    *((before, behind) for before in _ROUGH_ALREADY for behind in ("about", "much", "more")),
    *((before, "above") for before in _ROUGH_ALREADY),
    *((before, "below") for before in ("rough", "under", "over", "least")),
    *(("reaching", behind) for behind in ("about", "above", "much")),
    *(("reached", "much"), ("more", "about"), ("more", "above"), ("more", "much"), ("more", "below")),
}
_MORE = "more"
_NEAR, _REACHED = frozenset(("近", "约", "将近")), frozenset(("reached", "reaching"))
_CLAUSE = re.compile("[^，。；、：！？\n]+")
_TWO = re.compile("[0-9十百千万亿半几][余多来]|左右|上下|以[上下内]|之多|开外|有余|[约近]")
"""One of them stands in every figure with two."""


class _Words(NamedTuple):
    """What makes a figure rough: the sort of the word before it, whether 余 or 多 does, the sort of the word behind."""

    before: str
    more: str
    behind: str


def doubled(text: str, /) -> Iterator[Match]:
    """Yield figures with two words for about, each with what is left when one of them goes."""
    for clause in _CLAUSE.finditer(text):
        start, stop = clause.span()
        if _TWO.search(text, start, stop) is None:
            continue
        end = 0
        around = (*_FRAME.finditer(text, start, stop), *_AFAR.finditer(text, start, stop + 1))
        for found in sorted(around, key=lambda found: found.start()):
            if end <= found.start() < stop and _clash(found):
                end = found.end()
                yield Match(found.start(), end, _mended(found))


def _sort(word: str | None, sorts: dict[str, str]) -> str:
    return next(
        (name for name, words in sorts.items() if word and re.fullmatch(re.sub(r"\(\?<![^)]*\)", "", words), word)), ""
    )


def _clash(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    more, link = groups["more"] or "", groups.get("link") or ""
    before = _sort(groups["before"], _BEFORE)
    near = link in _NEAR
    twice = len(more) > 1 or groups.get("again") is not None or (near and before not in _REACHED)
    words = _Words("rough" if near else before, _MORE if more else "", _sort(groups["behind"], _BEHIND))
    some = groups["some"] is not None and (bool(more) or words.before in {"rough", "under", "over"})
    pairs = ((words.before, words.more), (words.before, words.behind), (words.more, words.behind))
    return twice or some or any(pair in _CLASHES for pair in pairs)


def _mended(found: re.Match[str]) -> tuple[str, ...]:
    """Return the wordings with one of the words left."""
    text, start = found.group(), found.start()
    ways = []
    reached = _sort(found["before"], _BEFORE) == "reached"
    for name in ("before", "link", "more", "behind", "again")[reached:]:
        if name in found.re.groupindex and found[name]:
            first, last = found.start(name) - start, found.end(name) - start
            kept = found[name][:1] if name == "more" and len(found[name]) > 1 else ""
            ways.append(text[:first] + kept + text[last:])
    return tuple(dict.fromkeys(ways))
