import pytest

from assistant.formats.docx.number_format import write_number
from assistant.formats.docx.reader import read
from tests.formats.docx.word_files import STYLES, level, paragraph, word_file

NUMBERS = {
    "decimal": {1: "1", 12: "12"},
    "decimalZero": {3: "03"},
    "chineseCounting": {1: "一", 10: "十", 21: "二十一", 105: "一〇五"},
    "chineseCountingThousand": {10: "十", 11: "十一", 20: "二十", 101: "一百零一", 110: "一百一十", 1010: "一千零一十"},
    "japaneseCounting": {3: "三", 12: "十二"},
    "chineseLegalSimplified": {10: "壹拾", 305: "叁佰零伍"},
    "ideographDigital": {10: "一〇"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 36: "36"},
    "decimalEnclosedCircleChinese": {2: "②"},
    "ideographEnclosedCircle": {1: "㊀", 10: "㊉"},
    "decimalEnclosedParen": {1: "⑴", 21: "(21)"},
    "decimalEnclosedFullstop": {1: "⒈"},
    "decimalFullWidth": {12: "１２"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa"},
    "upperLetter": {2: "B"},
    "lowerRoman": {4: "iv", 1999: "mcmxcix"},
    "upperRoman": {9: "IX"},
    "ordinal": {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"},
    "none": {5: ""},
    "unknown": {5: "5"},
}


@pytest.mark.parametrize("name", NUMBERS)
def test_number_formats(name: str) -> None:
    assert {n: write_number(n, name) for n in NUMBERS[name]} == NUMBERS[name]


def abstract(*levels: str, extra: str = "", number: int = 5) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int = 5, extra: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def item(level: int = 0, identity: int = 1) -> str:
    return paragraph("字", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>')


def labels(numbering: str, *body: str) -> list[str]:
    return [p.label for p in read(word_file(*body, styles=STYLES, numbering=numbering)).paragraphs]


THREE = (level(0, "chineseCounting", "第%1章 "), level(1, "decimal", "%1.%2"), level(2, "decimal", "（%3）"))


def test_deeper_levels_start_again_after_a_higher_one() -> None:
    found = labels(abstract(*THREE) + num(1), item(), item(1), item(1), item(2), item(), item(1), item(2))
    assert found == ["第一章", "一.1", "一.2", "（1）", "第二章", "二.1", "（1）"]


def test_a_level_can_be_told_not_to_start_again() -> None:
    steady = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    assert labels(abstract(THREE[0], steady) + num(1), item(), item(1), item(), item(1))[1::2] == ["1.", "2."]


def test_legal_numbering_writes_all_counters_in_digits() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(abstract(THREE[0], legal) + num(1), item(), item(1)) == ["第一章", "1.1"]


def test_lists_of_one_abstract_list_count_on_unless_they_override_the_start() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(level(0, "decimal", "%1.")) + num(1) + num(2) + num(3, extra=start)
    assert labels(numbering, item(), item(identity=2), item(identity=3), item(identity=3)) == ["1.", "2.", "1.", "2."]


def test_a_list_can_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert labels(abstract(THREE[0]) + num(1, extra=own), item(), item()) == ["A)", "B)"]


def test_a_list_style_is_followed_to_the_list_that_defines_it() -> None:
    numbering = (
        abstract(extra='<w:numStyleLink w:val="S"/>', number=4)
        + abstract(level(0, "decimal", "%1."), extra='<w:styleLink w:val="S"/>')
        + num(1, of=4)
    )
    assert labels(numbering, item()) == ["1."]


def test_zero_switches_numbering_off_and_a_missing_level_or_list_has_no_number() -> None:
    assert labels(abstract(THREE[0]) + num(1), item(identity=0), item(5), item(identity=9)) == ["", "", ""]


def test_the_level_of_a_style_is_the_one_that_names_the_style() -> None:
    linked = level(1, "decimal", "%2、", '<w:pStyle w:val="1"/>')
    body = paragraph("字", properties='<w:pStyle w:val="1"/>')
    assert labels(abstract(THREE[0], linked) + num(1), body, body) == ["1、", "2、"]


def test_a_style_may_set_its_level_only_and_inherit_the_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="one"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="two"/><w:basedOn w:val="1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    named = [
        level(0, "decimal", "%1.", '<w:pStyle w:val="1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="2"/>'),
    ]
    one, two = (paragraph("字", properties=f'<w:pStyle w:val="{name}"/>') for name in "12")
    for levels in (named, [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")]):
        file = word_file(one + two + two + one + two, styles=styles, numbering=abstract(*levels) + num(1))
        assert [line.label for line in read(file).paragraphs] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_without_its_number_is_the_first() -> None:
    lonely = level(0, "decimal", "%1.").replace(' w:ilvl="0"', "")
    assert labels(abstract(lonely) + num(1), item(), item()) == ["1.", "2."]


def test_a_level_left_out_counts_as_used() -> None:
    assert labels(abstract(*THREE) + num(1), item(), item(2), item(1)) == ["第一章", "（1）", "一.2"]


def test_an_empty_section_break_has_no_number() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>'
    pages = [paragraph(text, properties=properties) for text in ("", "字")]
    assert labels(abstract(THREE[0]) + num(1), *pages, item()) == ["", "第一章", "第二章"]


def test_bullets_of_symbol_fonts_show_as_dots() -> None:
    assert labels(abstract(level(0, "bullet", "\uf06c")) + num(1), item()) == ["•"]


def test_a_paragraph_that_switches_off_the_number_of_its_style() -> None:
    off = paragraph("字", properties='<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(abstract(THREE[0]) + num(1), off) == [""]
