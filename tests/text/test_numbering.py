"""What counts as a typed number, in the forms people really type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.numbering import counted_on, is_sequence, leading, points
from assistant.text.numerals import to_chinese, to_int
from assistant.text.ordinal import Style, written

CHINESE, BRACKETS, ARABIC, ROUND = (Style.CHINESE, Style.CHINESE_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS)


@pytest.mark.parametrize(
    ("text", "style", "value", "typed"),
    [
        ("一、履职情况", CHINESE, 1, "一、"),
        ("十二、其他", CHINESE, 12, "十二、"),
        ("二．问题", CHINESE, 2, "二．"),
        ("贰、问题", CHINESE, 2, "贰、"),
        ("3　2026年思路", ARABIC, 3, "3"),
        ("二.问题", CHINESE, 2, "二."),
        ("一、一年来的工作", CHINESE, 1, "一、"),
        ("（一）抓学习", BRACKETS, 1, "（一）"),
        ("(二)抓学习", BRACKETS, 2, "(二)"),
        ("(二）抓学习", BRACKETS, 2, "(二）"),
        ("三）抓学习", BRACKETS, 3, "三）"),
        ("（ 四 ）抓学习", BRACKETS, 4, "（ 四 ）"),
        ("（五\u200b）抓学习", BRACKETS, 5, "（五\u200b）"),
        ("（六）、抓学习", BRACKETS, 6, "（六）、"),
        ("【七】抓学习", BRACKETS, 7, "【七】"),
        ("㈡抓学习", BRACKETS, 2, "㈡"),
        ("1.抓学习", ARABIC, 1, "1."),
        ("1．抓学习", ARABIC, 1, "1．"),
        ("２、抓学习", ARABIC, 2, "２、"),
        ("3 . 抓学习", ARABIC, 3, "3 ."),
        ("1.2025年重点工作", ARABIC, 1, "1."),
        ("⒊抓学习", ARABIC, 3, "⒊"),
        ("（1）抓学习", ROUND, 1, "（1）"),
        ("2)抓学习", ROUND, 2, "2)"),
        ("⑶抓学习", ROUND, 3, "⑶"),
        ("④抓学习", Style.CIRCLED, 4, "④"),
        ("❸抓学习", Style.CIRCLED, 3, "❸"),
        ("①、抓学习", Style.CIRCLED, 1, "①、"),
        ("B.抓学习", Style.CIRCLED, 2, "B."),
        ("Ⅳ、抓学习", CHINESE, 4, "Ⅳ、"),
        ("（—）抓学习", BRACKETS, 1, "（—）"),
        ("（ニ）抓学习", BRACKETS, 2, "（ニ）"),
        ("【三、抓学习】", CHINESE, 3, "三、"),
        ("## 三、抓学习", CHINESE, 3, "三、"),
        ("📌二、抓学习", CHINESE, 2, "二、"),
        ("★（一）抓学习", BRACKETS, 1, "（一）"),
        ("2️⃣抓学习", ARABIC, 2, "2️⃣"),
        ("4.2个层面的原因", ARABIC, 4, "4."),
        ("Part 3 抓学习", Style.PART, 3, "Part 3"),
        ("第二个部分，抓学习", Style.PART, 2, "第二个部分，"),
        ("第三章　抓学习", Style.PART, 3, "第三章"),
        ("第二方面，抓学习", Style.NTH, 2, "第二方面，"),
        ("第二部分 问题", Style.PART, 2, "第二部分"),
        ("第一，抓学习", Style.NTH, 1, "第一，"),
        ("其次，抓学习", Style.FIRSTLY, 2, "其次，"),
        ("三是抓学习", Style.IS, 3, "三是"),
        ("二要抓学习", Style.MUST, 2, "二要"),
    ],
)
def test_reads_numbers_as_typed(text: str, style: Style, value: int, typed: str) -> None:
    found = leading(text)
    assert found is not None
    assert (found.style, found.value, found.typed) == (style, value, typed)
    assert text[found.start : found.end] == typed


@pytest.mark.parametrize(
    "text",
    [
        "3.5%的党员",
        "1.5万人次参加",
        "2025.1.3 召开会议",
        "2025年，局党组",
        "1,200人参加",
        "3、5月份开展",
        "一、二产业融合",
        "一把手带头",
        "（一把手）带头",
        "（2025年度）",
        "二十届四中全会",
        "5G基站",
        "",
        "正文。一、不在开头",
        "100.加强",
    ],
)
def test_amounts_dates_and_words_are_no_numbers(text: str) -> None:
    assert leading(text) is None


def test_leading_blanks_are_skipped() -> None:
    found = leading("\u3000\u3000一、履职")
    assert found is not None
    assert (found.start, found.end) == (2, 4)


@pytest.mark.parametrize("text", ["一 履职情况", "（一抓学习", "1 抓学习", "一，抓学习", "1.1 抓学习"])
def test_a_number_without_its_mark_is_not_sure(text: str) -> None:
    found = leading(text)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "standard"),
    [(typed, True) for typed in ("一、", "（一）", "1.", "（1）", "①")]
    + [(typed, False) for typed in ("1、", "(一)", "（一）、", "1．", "一.", "㈠")],
)
def test_tells_standard_forms_from_others(text: str, *, standard: bool) -> None:
    found = leading(text + "抓学习")
    assert found is not None
    assert found.standard is standard


def test_a_decimal_keeps_all_its_parts() -> None:
    found = leading("2.13 抓学习")
    assert found is not None
    assert (found.parts, found.value) == ((2, 13), 13)


def test_points_inside_a_paragraph() -> None:
    text = "抓学习。一是读书；二是研讨；三要考学。统一是要求，是否到位。第一，学；其次，用。"
    assert [(p.style, p.value, p.typed) for p in points(text)] == [
        (Style.IS, 1, "一是"),
        (Style.IS, 2, "二是"),
        (Style.MUST, 3, "三要"),
        (Style.NTH, 1, "第一，"),
        (Style.FIRSTLY, 2, "其次，"),
    ]
    assert all(text[p.start : p.end] == p.typed for p in points(text))


@given(st.integers(1, 99))
def test_numerals_go_there_and_back(value: int) -> None:
    assert to_int(to_chinese(value)) == value


@pytest.mark.parametrize("numeral", ["", "十十", "一二", "百", "两"])
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    assert to_int(numeral) is None


@pytest.mark.parametrize("value", [0, 100])
def test_numerals_outside_the_range_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        to_chinese(value)


@given(st.sampled_from([s for s in Style if not s.is_point and s is not Style.DECIMAL]), st.integers(1, 20))
def test_what_is_written_is_read_back(style: Style, value: int) -> None:
    found = leading(written(style, value) + "抓学习")
    assert found is not None
    assert (found.style, found.value, found.standard, found.sure) == (style, value, True, True)


def test_a_circle_has_no_number_above_twenty() -> None:
    with pytest.raises(ValueError, match="21"):
        written(Style.CIRCLED, 21)


def test_a_sequence_counts_up_from_one() -> None:
    assert is_sequence([1, 2, 3])
    assert not is_sequence([1, 1, 2])
    assert not is_sequence([2, 3])
    assert not is_sequence([])


@given(st.text(alphabet="一二十（）().．、，1２ 是要第①甲\u200b", max_size=8))
def test_any_text_is_read_without_error(text: str) -> None:
    found = leading(text)
    assert found is None or text[found.start : found.end] == found.typed
    for point in points(text):
        assert text[point.start : point.end] == point.typed


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.学得浅。2.抓得散；3.走得少。", ["2.", "3."]),
        ("（一）学得浅。 （二）抓得散。", ["（二）"]),
        ("1.学得浅，全年2.5天。3.走得少。", []),
        ("1.学得浅。2025年走得少。", []),
        ("1.学得浅", []),
    ],
)
def test_ordinals_go_on_counting_inside_a_paragraph(text: str, numbers: list[str]) -> None:
    first = leading(text)
    assert first is not None
    found = counted_on(text, first)
    assert [one.typed for one in found] == numbers
    assert [text[one.start : one.end] for one in found] == numbers
