"""Places in a ranking that move the other way than is told: 由第3位上升到第8位."""

from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.keeping import keeping
from assistant.text.numerals import to_int

_NUMERAL = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_MOVED = keeping(
    f"(?<!倒数)第(?P<old>{_NUMERAL})(?:位|名)?[^。；，0-9第]{{0,6}}?(?:(?P<up>上升|提升|跃升|前移|跃居|晋升|进位|前进|提高|升)|(?P<down>下降|下滑|后移|退|跌|降))"
    f"(?:到|至|为)?(?:全[市县区省镇国]|[一-鿿]{{0,4}}?)第(?P<new>{_NUMERAL})(?![季产批期届次])"
)


def wrong(text: str, /) -> Iterator[Match]:
    """Yield moves up to a place with a greater number, and down to one with a smaller."""
    if "第" not in text:
        return
    for found in _MOVED.finditer(text):
        old, new = _number(found["old"]), _number(found["new"])
        if old and new and ((found["up"] and new >= old) or (found["down"] and new <= old)):
            yield Match(found.start(), found.end())


def _number(written: str) -> int:
    return int(written) if written.isdigit() else to_int(written) or 0
