"""The marks that part clauses: what is quoted, named in 《》 or put in brackets is one word for them."""

import re

_ENCLOSED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）")
_BLANK = re.compile("【[^【】]*】")
_INNER = str.maketrans("，、。；：！？", "·······")


def masked(text: str) -> str:
    """Return a text in which the marks that stand part clauses: enclosed ones are dots, blanks 【次数】 are figures."""
    plain = _ENCLOSED.sub(lambda found: found.group().translate(_INNER), text)
    return _BLANK.sub(lambda found: "0" * len(found.group()), plain) if "【" in plain else plain
