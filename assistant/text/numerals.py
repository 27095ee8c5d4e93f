"""Chinese numerals from 1 to 99, plain and formal, and their values."""

_DIGITS = "一二三四五六七八九"
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾ニ", "一二三四五六七八九十二")
_LARGEST = 99


def to_int(numeral: str) -> int | None:
    """Return the value of a Chinese or Arabic (also full-width) numeral from 1 to 99, None where it is no number."""
    if numeral.isdecimal():
        return int(numeral)
    numeral = numeral.translate(_PLAIN)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _digit(ones)
    high = 1 if not tens else _digit(tens)
    low = 0 if not ones else _digit(ones)
    return None if high is None or low is None else 10 * high + low


def to_chinese(value: int) -> str:
    """Return the Chinese numeral of 1 to 99; raise ValueError outside."""
    if not 1 <= value <= _LARGEST:
        raise ValueError(value)
    tens, ones = divmod(value, 10)
    low = _DIGITS[ones - 1] if ones else ""
    if not tens:
        return low
    return ("" if tens == 1 else _DIGITS[tens - 1]) + "十" + low


def _digit(numeral: str) -> int | None:
    return _DIGITS.index(numeral) + 1 if len(numeral) == 1 and numeral in _DIGITS else None
