"""The bridge against the pure functions: what Qt shows is what `document.edit.apply` says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from assistant.document.block import Block, Cell, Document, Opaque, Run, Span, Table, TableCell
from assistant.document.edit import InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, apply
from assistant.errors import EditRefused
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.rows import blocks
from assistant.ui.editor.text_bridge import TextBridge
from tests.builders import doc
from tests.strategies import documents, edits, moves


@pytest.fixture
def bridge(qapp: QApplication) -> TextBridge:
    return bridge_over(QTextDocument())


def bridge_over(text: QTextDocument) -> TextBridge:
    bridge = TextBridge(text, PageLook(96))
    text.documentLayout()  # without one Qt tells of no change
    text.contentsChange.connect(bridge.text_changed)
    return bridge


def loaded(document: Document) -> tuple[TextBridge, QTextDocument]:
    text = QTextDocument()
    bridge = bridge_over(text)
    bridge.load(document, {})
    return bridge, text


@settings(deadline=None, max_examples=150)
@given(document=documents())
def test_a_loaded_document_is_read_back_as_it_was(qapp: QApplication, document: Document) -> None:
    bridge, text = loaded(document)
    assert bridge.picture().document == document
    bridge.read_anew()
    assert bridge.picture().document == document
    assert not text.isUndoAvailable()
    assert not text.isModified()


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_edits_do_to_the_text_what_they_do_to_the_document(qapp: QApplication, data: st.DataObject) -> None:
    document = data.draw(documents())
    changes = data.draw(edits(document))
    bridge, text = loaded(document)
    try:
        expected = apply(document, changes)
    except EditRefused:
        with pytest.raises(EditRefused):
            bridge.apply(changes)
        assert bridge.picture().document == document
        return
    before = sorted(grids(text))
    bridge.apply(changes)
    assert bridge.picture().document == expected
    bridge.read_anew()
    assert bridge.picture().document == expected
    assert sorted(grids(text)) == before, "no edit changes the grid of a table"
    undo_steps = 0
    while text.isUndoAvailable():
        text.undo()
        undo_steps += 1
    assert undo_steps <= 1, "all edits together are one undo step"
    assert bridge.picture().document == document
    bridge.read_anew()
    assert bridge.picture().document == document


def grids(text: QTextDocument) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Return rows, columns and spans of the tables that are shown, in reading order."""
    found: list[QTextTable] = []
    for block in blocks(text):
        table = QTextCursor(block).currentTable()
        if table is not None and table not in found:
            found.append(table)
    return [
        (
            table.rows(),
            table.columns(),
            tuple(
                (table.cellAt(row, column).rowSpan(), table.cellAt(row, column).columnSpan())
                for row in range(table.rows())
                for column in range(table.columns())
            ),
        )
        for table in found
    ]


def shown(document: Document) -> list[tuple[int, int]]:
    """Return rows and columns of a document's tables, in reading order."""
    order = dict.fromkeys(block.container.table for block in document.blocks if block.container is not None)
    return [(document.tables[number].rows, document.tables[number].columns) for number in order]


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_a_table_on_the_move_keeps_its_grid_and_undo_brings_it_back(qapp: QApplication, data: st.DataObject) -> None:
    document = data.draw(documents().filter(lambda one: bool(one.tables)))
    change = data.draw(moves(document))
    bridge, text = loaded(document)
    before = grids(text)
    try:
        expected = apply(document, (change,))
    except EditRefused:
        return
    bridge.apply((change,))
    after = grids(text)
    assert [grid[:2] for grid in after] == shown(expected)
    assert sorted(after) == sorted(before), "merged cells stay merged"
    text.undo()
    assert grids(text) == before
    text.redo()
    assert (grids(text), bridge.picture().document) == (after, expected)


def test_a_locked_block_moves_with_its_neighbours(bridge: TextBridge) -> None:
    locked = Block("1", (), 1, opaque=Opaque("toc", "目录", "一、工作"))
    bridge.load(Document((Block("0", (Run("甲", 0),), 0), locked, Block("2", (Run("乙", 2),), 2))), {})
    bridge.apply((MoveBlocks(("1", "2"), None),))
    assert [block.opaque.label if block.opaque else block.text for block in bridge.picture().document.blocks] == [
        "目录",
        "乙",
        "甲",
    ]


def test_no_empty_line_is_left_where_a_table_stood(bridge: TextBridge) -> None:
    cell = Block("1", (Run("格", 1),), 1, Cell(0, 0, 0))
    bridge.load(
        Document(
            (Block("0", (Run("甲", 0),), 0), cell, Block("2", (Run("乙", 2),), 2), Block("3", (Run("丙", 3),), 3)),
            (Table(1, 1, (TableCell(0, 0),)),),
        ),
        {},
    )
    text = bridge.text_block("0").document()
    bridge.apply((MoveBlocks(("1",), "2"),))
    assert [block.text() for block in blocks(text)] == ["甲", "乙", "格", "丙"]
    bridge.apply((MoveBlocks(("1",), "3"),))
    assert [block.text() for block in blocks(text)] == ["甲", "乙", "丙", "格", ""]


def test_characters_beyond_the_bmp_count_once(bridge: TextBridge) -> None:
    bridge.load(doc("𠮷田😀同志"), {})
    bridge.apply((ReplaceText(Span("0", 3, 5), "同志", "书记"),))
    assert bridge.picture().document.blocks[0].text == "𠮷田😀书记"


def test_a_stale_edit_is_refused(bridge: TextBridge) -> None:
    bridge.load(doc("部暑工作"), {})
    bridge.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"),))
    with pytest.raises(EditRefused):
        bridge.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"),))
    assert bridge.picture().document.blocks[0].text == "部署工作"


def test_typing_in_the_empty_paragraph_after_a_table_makes_a_new_block(bridge: TextBridge) -> None:
    block = Block("0", (Run("甲", 0),), 0, Cell(0, 0, 0))
    bridge.load(Document((block,), (Table(1, 1, (TableCell(0, 0),)),)), {})
    assert len(bridge.picture().document.blocks) == 1
    bridge.apply((InsertBlocks("0", ("表后文字",), (), in_body=True),))
    after = bridge.picture().document.blocks[1]
    assert (after.text, after.container, after.origin) == ("表后文字", None, None)
    with pytest.raises(EditRefused):
        bridge.apply((RemoveBlocks((after.id,)),))
