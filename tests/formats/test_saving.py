import codecs

import pytest

from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said, Table, TableCell, Token
from assistant.errors import CannotSave
from assistant.formats.plain_text import read
from assistant.formats.saving import check_saved, exported, rebased, save_bytes
from assistant.text.characters import TOKEN


def words(text: str, cell: Cell | None = None, label: str = "") -> Block:
    return Block(text, (Run(text, 0),) if text else (), origin=0, container=cell, label=label)


def test_a_text_file_is_saved_in_its_own_way() -> None:
    base = "甲\r乙\n".encode("gb18030")
    assert save_bytes(base, "txt", read(base).document, {}, target_format="txt", blank=b"") == base


def test_a_word_document_becomes_a_text_for_notepad_and_wps() -> None:
    document = Document((words("述职报告"), words("")))
    data = save_bytes(b"", "docx", document, {}, target_format="txt", blank=b"")
    assert data == codecs.BOM_UTF8 + "述职报告\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("label", "line"),
    [("一、", "一、主要工作"), ("（一）", "（一）主要工作"), ("1.", "1. 主要工作"), ("第一章", "第一章 主要工作")],
)
def test_automatic_numbers_are_written_as_text(label: str, line: str) -> None:
    assert exported(Document((words("主要工作", label=label),))) == (line,)


def test_tokens_go_and_locked_blocks_show_what_they_can() -> None:
    note = Run(TOKEN, None, Marks.NONE, Token(0, "note", "脚注"))
    document = Document(
        (
            Block("0", (Run("见", 0), note, Run("上", 0)), origin=0),
            Block("1", opaque=Opaque("toc", "目录", "一、主要工作 1")),
            Block("2", opaque=Opaque("chart", "图表")),
        )
    )
    assert exported(document) == ("见上", "一、主要工作 1", "［图表］")


def test_a_table_is_written_row_by_row_with_tabs() -> None:
    grid = Table(3, 3, (TableCell(0, 0, 1, 2), TableCell(0, 2), TableCell(1, 0), TableCell(1, 1), TableCell(1, 2)))
    document = Document(
        (
            words("前"),
            words("合并", Cell(0, 0, 0)),
            words("三", Cell(0, 0, 2)),
            words("上", Cell(0, 1, 0)),
            words("下\n行", Cell(0, 1, 0)),
            words("", Cell(0, 1, 1)),
            words("丙", Cell(0, 1, 2)),
            words("后"),
        ),
        (grid,),
    )
    assert exported(document) == ("前", "合并\t\t三", "上 下 行\t\t丙", "", "后")


def test_two_tables_next_to_each_other_stay_apart() -> None:
    grid = Table(1, 1, (TableCell(0, 0),))
    document = Document((words("甲", Cell(0, 0, 0)), words("乙", Cell(1, 0, 0))), (grid, grid))
    assert exported(document) == ("甲", "乙")


def test_text_for_another_base_keeps_words_marks_and_what_was_said() -> None:
    token = Run(TOKEN, 0, Marks.NONE, Token(0, "control", "控制字符"))
    block = Block("0", (Run("甲", 0, Marks.BOLD), token, Run("乙", 0)), origin=0, said=Said(1))
    (new,) = rebased(Document((block,), (), "gb9704")).blocks
    assert new == Block("0", (Run("甲", None, Marks.BOLD), Run("乙")), said=Said(1))


def test_a_document_for_another_base_has_at_least_one_paragraph() -> None:
    assert len(rebased(Document()).blocks) == 1


def test_what_reads_as_the_document_passes_the_check() -> None:
    document = Document((words("甲\n乙"), words("丙")))
    check_saved("甲\n乙\n丙\n".encode(), "txt", document, "txt")
    check_saved("甲\n乙\n丙\n".encode(), "docx", document, "txt")


@pytest.mark.parametrize("data", [b"", "甲\n".encode(), "甲\n丙\n".encode(), "甲\n乙\n乙\n".encode()])
def test_what_reads_otherwise_is_refused(data: bytes) -> None:
    with pytest.raises(CannotSave, match="自检") as caught:
        check_saved(data, "txt", Document((words("甲"), words("乙"))), "txt")
    assert "first difference" in caught.value.detail
