import pytest

from assistant.text.characters import TOKEN
from assistant.text.counting import count_words, speaking_minutes

CASES = [
    # (text, 字数, where the expectation comes from)
    ("", 0, "nothing"),
    ("履行责任", 4, "Word: each Han character is one"),
    ("履行责任。", 5, "Word: a full-width mark is one"),
    ("《条例》（试行）", 8, "Word: brackets of both kinds are full-width marks"),
    ("“三会一课”", 6, "Word, Chinese font: curly quotes are one each"),
    ("——", 2, "Word, Chinese font: a double dash is two characters"),
    ("……", 2, "Word, Chinese font: an ellipsis is two characters"),
    ("12", 1, "Word: a run of digits is one word"),
    ("2025年", 2, "a run of digits, then a Han character"),
    ("12.5%", 1, "Word: inner . and trailing % belong to the run"),
    ("1,200", 1, "Word: an inner comma belongs to the run"),
    ("2025-11-20", 1, "Word: 06/30/2003 and vis-a-vis are one word each"),
    ("don't", 1, "Word: one word"),
    ("don’t", 1, "the same with a typographic apostrophe"),
    ("Party building", 2, "two words"),
    ("Party  building\t2025", 3, "spaces and tabs only separate"),
    ("!!!!! ?????", 2, "measured in Word: a run of half-width symbols is one word"),
    ("你好,世界", 5, "a half-width comma between Han characters is a run of its own"),
    ("ｱｲｳ", 3, "measured in Word: half-width kana are one each"),
    ("１２Ａ", 3, "full-width digits and letters are one each"),
    ("　　各位同志：", 5, "ideographic spaces are spaces"),
    ("第一行\n第二行", 6, "a soft line break is a space"),
    ("①抓学习", 4, "a circled number is one"),
    ("5‰", 2, "a run, then a mark drawn full-width"),
    ("阿·买买提", 5, "the middle dot in a name"),
    ("𠮷田", 2, "an ideograph outside the BMP is one, not two"),
    ("〇三年", 3, "U+3007 is an ideograph"),
    (f"见{TOKEN}注", 2, "a token is not text"),
    (f"20{TOKEN}25", 1, "a note mark inside a run does not split it"),
    ("学\u200b习", 2, "a zero-width space has no glyph"),
    ("\u200b\ufeff", 0, "only characters without a glyph"),
    ("co\u00adop", 1, "a soft hyphen does not split a word"),
    ("3\u20115", 1, "a non-breaking hyphen belongs to the run"),
]


@pytest.mark.parametrize(("text", "count", "why"), CASES, ids=[case[2] for case in CASES])
def test_count_as_word_does(text: str, count: int, why: str) -> None:
    assert count_words(text) == count, why


def test_counts_of_paragraphs_add_up() -> None:
    parts = ["一、履职情况", "2025年，共开展 12 次活动。", ""]
    assert count_words("\n".join(parts)) == sum(map(count_words, parts))


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (220, 1), (221, 2), (2200, 10)])
def test_speaking_time_is_rounded_up(count: int, minutes: int) -> None:
    assert speaking_minutes(count) == minutes


def test_speaking_speed_can_be_set() -> None:
    assert speaking_minutes(2400, per_minute=240) == 10


def test_speed_must_be_positive() -> None:
    with pytest.raises(ValueError, match="per_minute"):
        speaking_minutes(100, per_minute=0)
