"""What becomes of the text of an old Word file: paragraphs, headings, tables, fields, special characters."""

import itertools
import struct

import pytest

from assistant.document.block import Cell, Marks, Table, TableCell
from assistant.formats.doc.reader import read
from assistant.formats.opened import Opened
from tests.formats.doc.old_word_files import (
    BOLD,
    CELL,
    CENTRED,
    DELETED,
    IN_TABLE,
    INNER,
    STYLES,
    OldStyle,
    Par,
    cell,
    old_word,
    row_end,
    sprm,
)

TEXT = "关于2025年抓基层党建工作的述职报告"


def texts(opened: Opened) -> list[str]:
    return [paragraph.text for paragraph in opened.paragraphs]


def test_paragraphs_come_in_order_and_can_be_edited() -> None:
    opened = read(old_word(TEXT, "", "各位同志："))
    assert texts(opened) == [TEXT, "", "各位同志："]
    assert [block.text for block in opened.document.blocks] == texts(opened)
    assert all(paragraph.editable for paragraph in opened.paragraphs)


def test_the_base_is_a_word_file_of_its_own_and_the_same_every_time() -> None:
    data = old_word(TEXT)
    opened = read(data)
    assert opened.converted
    assert opened.format == "docx"
    assert opened.base.startswith(b"PK")
    assert read(data) == opened


def test_one_sentence_says_what_is_left_behind() -> None:
    (note,) = read(old_word(f"{TEXT}\x01", "见注\x02", tail="脚注\r")).notes
    assert "1 处图片" in note
    assert "脚注" in note
    assert note.count("。") == 1
    (plain,) = read(old_word(TEXT)).notes
    assert "图片" not in plain
    assert "脚注" not in plain


@pytest.mark.parametrize("compress", [False, True])
@pytest.mark.parametrize("cuts", [(), (1,), (3, 7, 8), tuple(range(1, 28))])
def test_pieces_of_both_encodings_make_up_one_text(cuts: tuple[int, ...], compress: bool) -> None:
    opened = read(old_word("Party 党建 2025", "“引号” caf\u00e9 …", "第三段", cuts=cuts, compress=compress))
    assert texts(opened) == ["Party 党建 2025", "“引号” caf\u00e9 …", "第三段"]


def test_characters_of_two_units_count_as_two_in_the_file() -> None:
    opened = read(old_word((Par((("甲𠮷", b""), ("😀乙", BOLD)))), "丙", cuts=(2,)))
    assert texts(opened)[1] == "丙"
    assert texts(read(old_word(Par((("甲𠮷", b""), ("😀乙", BOLD))), "丙"))) == ["甲𠮷😀乙", "丙"]


def test_footnotes_headers_and_what_else_stands_behind_the_text_is_not_read() -> None:
    assert texts(read(old_word("正文", tail="脚注\r页眉\r"))) == ["正文"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("甲\x0b乙", "甲\n乙"),
        ("甲\t乙", "甲\t乙"),
        ("十\x1e二", "十\u2011二"),
        ("十\x1f二", "十\u00ad二"),
        ("甲\x01乙\x08丙", "甲乙丙"),
        ("甲\x02\x05乙", "甲乙"),
        ("甲\x03\x04\x06\x11乙", "甲乙"),
        ('A&B <c> "d"', 'A&B <c> "d"'),
        ("甲\ufffe\ud800乙\ufdd0", "甲乙"),
        ("甲\x13 PAGE \x143\x15乙", "甲3乙"),
        ("甲\x13 DATE \x15乙", "甲乙"),
        ("\x13 IF \x13 PAGE \x141\x15 = 1 \x14是\x13 X \x14的\x15\x15。", "是的。"),
        ("甲\x13没有结束", "甲没有结束"),
        ("甲\x14乙\x15丙", "甲乙丙"),
        ("甲\x0c乙", "甲\ufffc乙"),
        ("甲\x0e乙", "甲\ufffc乙"),
    ],
)
def test_special_characters(written: str, read_as: str) -> None:
    assert texts(read(old_word(written, "后"))) == [read_as, "后"]


def test_the_code_of_a_field_may_hold_paragraph_ends() -> None:
    assert texts(read(old_word("甲\x13 CODE", "MORE \x14结果\x15乙", "丙"))) == ["甲结果乙", "丙"]


def test_text_deleted_with_tracking_is_gone_as_in_the_final_view() -> None:
    opened = read(old_word(Par((("留下", b""), ("删去", DELETED), ("的字", b"")))))
    assert texts(opened) == ["留下的字"]
    assert "修订" in opened.notes[0]


def test_a_symbol_is_one_token() -> None:
    symbol = sprm(0x6A09, 0xF0B90001)
    assert texts(read(old_word(Par((("甲", b""), ("(", symbol), ("乙", b"")))))) == ["甲\ufffc乙"]


def test_built_in_styles_make_headings_whatever_they_are_called() -> None:
    opened = read(old_word(Par("一、主要工作", 1), Par("（一）抓学习", 2), "正文。"))
    assert [block.style_level for block in opened.document.blocks] == [1, 2, None]


def test_outline_levels_make_headings_in_paragraphs_and_in_styles() -> None:
    styles = (*STYLES, OldStyle(0xFFE, "单位标题", 0, paragraph=sprm(0x2640, 2)), OldStyle(62, "标题"))
    opened = read(
        old_word(
            Par("甲", 3), Par("乙", 0, sprm(0x2640, 0)), Par("丙", 1, sprm(0x2640, 9)), Par("丁", 4), styles=styles
        )
    )
    assert [block.style_level for block in opened.document.blocks] == [3, 1, None, 0]


def test_bold_comes_from_the_text_and_from_its_style() -> None:
    opened = read(old_word(Par((("甲", BOLD), ("乙", b""))), Par("丙", 1), Par((("丁", sprm(0x0835, 0)),), 1)))
    marks = [[run.marks for run in block.runs] for block in opened.document.blocks]
    assert marks == [[Marks.BOLD, Marks.NONE], [Marks.BOLD], [Marks.NONE]]


@pytest.mark.parametrize(
    ("operand", "style", "bold"), [(0x80, 1, True), (0x81, 1, False), (0x80, 0, False), (0x81, 0, True)]
)
def test_bold_as_the_style_or_its_opposite(operand: int, style: int, bold: bool) -> None:
    (block,) = read(old_word(Par((("甲", sprm(0x0835, operand)),), style))).document.blocks
    assert block.bold is bold


def test_a_table_is_a_table_with_its_cells_and_widths() -> None:
    opened = read(
        old_word(
            "表前",
            cell("甲"),
            cell("乙"),
            row_end((0, 1000, 3000)),
            cell("丙"),
            cell(""),
            row_end((0, 1000, 3000)),
            "表后",
        )
    )
    assert texts(opened) == ["表前", "甲", "乙", "丙", "", "表后"]
    assert [p.kind for p in opened.paragraphs] == ["body", "cell", "cell", "cell", "cell", "body"]
    cells = tuple(TableCell(row, column) for row, column in itertools.product(range(2), range(2)))
    assert opened.document.tables == (Table(2, 2, cells),)
    assert opened.document.blocks[3].container == Cell(0, 1, 0)


def test_cells_over_several_columns_and_rows() -> None:
    first, on = 0x60, 0x20
    opened = read(
        old_word(
            cell("合并"), row_end((0, 3000)),
            cell("上"), cell("乙"), row_end((0, 1000, 3004), (first, 0)),
            cell(""), cell("丁"), row_end((0, 1000, 3000), (on, 0)),
        )
    )  # fmt: skip
    spans = tuple((c.row, c.column, c.row_span, c.column_span) for c in opened.document.tables[0].cells)
    assert spans == ((0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1))


@pytest.mark.parametrize("flags", [(1, 2, 1, 2, 0), (2, 1, 2, 1, 0), (3, 1, 3, 1, 0)])
def test_a_cell_that_goes_on_the_one_to_its_left_is_joined_to_it(flags: tuple[int, ...]) -> None:
    edges = (0, 1000, 2000, 3000, 4000, 5000)
    opened = read(
        old_word(cell("甲"), cell(""), cell("乙"), cell("余"), cell("丙"), row_end(edges, flags), "后"),
    )
    assert [line.text for line in opened.paragraphs] == ["甲", "乙", "余", "丙", "后"]
    columns = [block.container.column for block in opened.document.blocks if block.container is not None]
    assert columns == [0, 1, 1, 2]


def test_a_cell_may_hold_several_paragraphs() -> None:
    opened = read(old_word(Par("一段", 0, IN_TABLE), cell("二段"), cell("乙"), row_end((0, 1000, 3000)), "后"))
    assert [block.container for block in opened.document.blocks] == [Cell(0, 0, 0), Cell(0, 0, 0), Cell(0, 0, 1), None]


def test_a_row_without_a_grid_still_has_its_cells() -> None:
    opened = read(old_word(cell("甲"), cell("乙"), row_end(), "后"))
    assert opened.document.tables[0].columns == 2


def test_a_wide_row_has_its_properties_in_the_stream_of_pictures() -> None:
    row = row_end((0, 1000, 3000)).properties
    elsewhere = Par("", 0, sprm(0x6646, 6), CELL)
    opened = read(
        old_word(
            cell("甲"), cell("乙"), elsewhere, cell("丙"), cell("丁"), elsewhere, "后",
            data=b"123456" + struct.pack("<H", len(row)) + row,
        )
    )  # fmt: skip
    assert [(table.rows, table.columns) for table in opened.document.tables] == [(2, 2)]


def test_a_table_in_a_cell_is_kept_as_one_locked_block() -> None:
    inner = (
        Par("内甲", 0, INNER + sprm(0x244B, 1)),
        Par("内乙", 0, INNER + sprm(0x244B, 1)),
        Par("", 0, INNER + sprm(0x244B, 1) + sprm(0x244C, 1)),
    )
    opened = read(old_word(Par("外", 0, IN_TABLE), *inner, cell("尾"), row_end((0, 3000)), "后"))
    assert texts(opened) == ["外", "内甲", "内乙", "尾", "后"]
    assert [p.editable for p in opened.paragraphs] == [True, False, False, True, True]


def test_a_cell_mark_outside_any_table_ends_a_paragraph() -> None:
    assert texts(read(old_word(Par("甲", mark=CELL), "乙"))) == ["甲", "乙"]


def test_automatic_numbers_are_computed_and_no_text() -> None:
    item, sub = (sprm(0x460B, 1) + sprm(0x260A, level) for level in (0, 1))
    levels = ((37, "\0、"), (37, "（\1）"), *((0, ""),) * 7)
    opened = read(old_word(Par("甲", 0, item), Par("子", 0, sub), Par("乙", 0, item), "正文", levels=levels))
    assert [(p.label, p.text) for p in opened.paragraphs] == [
        ("一、", "甲"), ("（一）", "子"), ("二、", "乙"), ("", "正文")
    ]  # fmt: skip


def test_a_list_that_the_file_does_not_define_numbers_nothing() -> None:
    opened = read(old_word(Par("甲", 0, sprm(0x460B, 9)), Par("乙", 0, sprm(0x460B, 0xF801))))
    assert [p.label for p in opened.paragraphs] == ["", ""]


def test_a_section_ends_its_paragraph_and_stays() -> None:
    opened = read(old_word(Par("第一节", mark="\x0c"), "第二节", section_ends=(4,)))
    assert texts(opened) == ["第一节", "第二节"]
    assert [block.fixed for block in opened.document.blocks] == [True, False]


def test_properties_that_a_fast_save_laid_over_a_piece_count() -> None:
    bold = 0x55 << 1 | 1 << 8
    (block,) = read(old_word("甲", prm=bold)).document.blocks
    assert block.bold


def test_formats_that_show_no_difference_make_one_run() -> None:
    opened = read(old_word(Par((("甲", sprm(0x6816, 7)), ("乙", sprm(0x6816, 8)), ("丙", b"")))))
    assert [run.text for run in opened.document.blocks[0].runs] == ["甲乙丙"]


def test_alignment_is_kept() -> None:
    import io
    from zipfile import ZipFile

    opened = read(old_word(Par(TEXT, 0, CENTRED)))
    assert b'<w:jc w:val="center"/>' in ZipFile(io.BytesIO(opened.base)).read("word/document.xml")


def test_many_paragraphs_fill_many_pages() -> None:
    wanted = [f"第{n}段{'字' * (n % 40)}" for n in range(400)]
    assert texts(read(old_word(*(Par(text, n % 3) for n, text in enumerate(wanted))))) == wanted
