"""The file name a notice wants, filled with what is known of the unit."""

import re

from assistant.document.context import Unit

_NAMED = re.compile("【([^】]*)】")
_WORDS = {
    "单位": "name",
    "单位名称": "name",
    "单位全称": "name",
    "单位简称": "short_name",
    "职务": "post",
    "姓名": "person",
}
_YEARS = frozenset({"年度", "年份"})


def file_stem(naming: str, unit: Unit, year: int | None) -> str:
    """Return the file name that a notice wants, without suffix: `单位+姓名+述职报告` or `【单位】【姓名】述职报告`.

    What isn't known of the unit or year stays as the word for it; a wish without such words is taken as it is.
    """

    def value(word: str) -> str:
        if word in _YEARS:
            return f"{year}年度" if year else word
        return (getattr(unit, _WORDS[word]) if word in _WORDS else "") or word

    if "【" in naming:
        return _NAMED.sub(lambda found: value(found[1].strip()), naming)
    return "".join(value(part.strip('“”"《》 ')) for part in re.split("[+＋]", naming))
