import re

import pytest

from assistant import paths
from assistant.document.block import Block
from assistant.formats.docx.reader import read
from tests.formats.docx.word_files import unpacked

BLANK = (paths.resources() / "blank.docx").read_bytes()


def test_the_blank_document_is_one_empty_paragraph() -> None:
    assert read(BLANK).document.blocks == (Block("0", origin=0),)


def test_the_page_is_that_of_an_official_document() -> None:
    main = unpacked(BLANK)["word/document.xml"].decode()
    (size,) = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', main)
    margins = dict(re.findall(r'w:(top|bottom|left|right)="(\d+)"', main))
    assert size == ("11906", "16838")
    centimetres = {name: round(int(value) / 1440 * 2.54, 1) for name, value in margins.items()}
    assert centimetres == {"top": 3.7, "bottom": 3.5, "left": 2.8, "right": 2.6}


def test_the_default_paragraph_is_body_text() -> None:
    styles = unpacked(BLANK)["word/styles.xml"].decode()
    normal = re.search(r'<w:style [^>]*w:default="1" w:styleId="Normal">.*?</w:style>', styles, re.DOTALL)
    assert normal is not None
    for part in ('w:line="560"', 'w:lineRule="exact"', 'w:firstLineChars="200"', 'w:eastAsia="仿宋_GB2312"'):
        assert part in normal[0]
    assert '<w:sz w:val="32"/>' in normal[0]


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/document.xml", "word/theme/theme1.xml", "word/fontTable.xml"]
)
def test_no_font_is_named_that_an_office_must_ask_for(part: str) -> None:
    text = unpacked(BLANK)[part].decode()
    assert "Theme=" not in text
    named = set(re.findall(r'(?:w:(?:ascii|hAnsi|eastAsia|cs)|typeface|<w:font w:name)="([^"]*)"', text))
    allowed = {"", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "黑体", "Times New Roman", "zh-CN"}
    assert named <= allowed


def test_every_font_has_a_substitute_that_is_taken_without_asking() -> None:
    table = unpacked(BLANK)["word/fontTable.xml"].decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/></w:font>' in table


def test_it_tells_nothing_of_who_made_it() -> None:
    parts = unpacked(BLANK)
    assert b"python-docx" not in b"".join(parts.values())
    assert not any("thumbnail" in name for name in parts)
