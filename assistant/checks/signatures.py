"""The Party body that signs against the one in title or byline: another body, another ordinal, another unit's."""

import re
from collections.abc import Iterator

from assistant.checks.identity import Said, said, signed
from assistant.checks.rule import Located, Match, Survey

_ORDINAL = re.compile("第[一二三四五六七八九十0-9]{1,3}(?=联合|$|[^届次批])")
_PLACE = re.compile("^[一-鿿]{2,6}?(?P<kind>省|市|县|区|旗|镇|乡|街道)$")
_SMALL = {"党支部", "党总支"}
_COMPARED = ({"党支部", "党总支"}, {"党委", "党组"}, {"党委", "党工委"}, {"党组", "党工委"})
"""Bodies of which a unit has the one or the other."""
_SAME = 3
"""Characters at the end of two names of one unit."""


def signed_otherwise(survey: Survey, /) -> Iterator[Located]:
    """Yield what of the body that signs is not as in the first lines."""
    for number, report in enumerate(survey.reports):
        names = said(survey, report)
        first = next((one for one in names if one.body), None)
        for one in signed(survey, report):
            if first is not None and first.index < one.index:
                yield from _differing(one, first, number)


def _is_another(one: Said, first: Said) -> bool:
    """Tell whether two names are of two units of known kinds, neither of them short for the other."""
    short, long = sorted((one.unit, first.unit), key=len)
    rest = iter(long)
    return bool(one.kind and first.kind) and not all(character in rest for character in short.lstrip("省市县区旗"))


def _differing(one: Said, first: Said, number: int) -> Iterator[Located]:
    mine, theirs = _ORDINAL.search(one.unit), _ORDINAL.search(first.unit)
    if mine and theirs and mine.group() != theirs.group():
        start = one.start + mine.start()
        yield Located(
            one.index, Match(start, start + len(mine.group()), (theirs.group(),)), theirs.group(), report=number
        )
    elif _is_another(one, first):
        right = f"{first.unit}{first.body}"
        yield Located(one.index, Match(one.start, one.end, (right,)), right, report=number)
    elif (one.unit == first.unit and one.body != first.body) or (
        one.unit[-_SAME:] == first.unit[-_SAME:] and {one.body, first.body} in _COMPARED
    ):
        at = one.end - len(one.body)
        yield Located(one.index, Match(max(at, one.start), one.end, (first.body,)), first.body, report=number)
    elif (place := _PLACE.match(one.unit)) and (own := _PLACE.match(first.short)) and place["kind"] != own["kind"]:
        yield Located(one.index, Match(one.start, one.end), f"{first.unit}{first.body}", report=number)
