"""Write a counter value in one of Word's number formats (w:numFmt)."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_ZERO_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(value: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Return 1-9999 in Chinese (十一, 一百零一); larger values in digits."""
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else str(value)
    text, skipped = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            skipped = bool(text)
            continue
        text += (digits[0] if skipped else "") + digits[digit] + (units[place - 1] if place else "")
        skipped = False
    return text[1:] if 10 <= value < 20 and digits is _DIGITS else text


def _digit_by_digit(value: int) -> str:
    """Return 二〇二五 for 2025; 1-99 as counting (chineseCounting)."""
    return chinese(value) if value < 100 else "".join(_ZERO_DIGITS[int(d)] for d in str(value))


def _letters(value: int) -> str:
    """Return a, b ... z, aa, bb ...: Word repeats the letter."""
    repeat, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (repeat + 1) if 0 < value <= 780 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        text += letters * (value // size)
        value %= size
    return text


def _circled(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    return chr(0x3251 + value - 21) if 21 <= value <= 35 else str(value)


def _circled_chinese(value: int) -> str:
    return chr(0x3280 + value - 1) if 1 <= value <= 10 else chinese(value)


def _full_width(value: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(value))


def _zodiac(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value > 0 else str(value)


def _parenthesised(value: int) -> str:
    return chr(0x2474 + value - 1) if 1 <= value <= 20 else f"({value})"


def _full_stop(value: int) -> str:
    return chr(0x2488 + value - 1) if 1 <= value <= 20 else f"{value}."


def _ordinal(value: int) -> str:
    last = value % 10 if value % 100 not in (11, 12, 13) else 0
    return f"{value}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "chineseCounting": _digit_by_digit,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": _digit_by_digit,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda value: "".join(_ZERO_DIGITS[int(d)] for d in str(value)),
    "japaneseDigitalTenThousand": lambda value: "".join(_ZERO_DIGITS[int(d)] for d in str(value)),
    "chineseLegalSimplified": lambda value: chinese(value, _LEGAL, "拾佰仟"),
    "ideographTraditional": _zodiac(_STEMS),
    "ideographZodiac": _zodiac(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographEnclosedCircle": _circled_chinese,
    "decimalEnclosedParen": _parenthesised,
    "decimalEnclosedFullstop": _full_stop,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "none": lambda _value: "",
}
"""Names of ECMA-376 part 1, 17.18.59 ST_NumberFormat; what isn't here is written as decimal."""


def write_number(value: int, format_: str) -> str:
    """Return a counter value in the format of that name."""
    return FORMATS.get(format_, str)(value)
