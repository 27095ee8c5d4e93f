"""The bridge against the pure functions: what Qt shows is what `document.edit.apply` says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from assistant.document.block import Block, Cell, Document, Run, Span, Table, TableCell
from assistant.document.edit import InsertBlocks, RemoveBlocks, ReplaceText, apply
from assistant.errors import EditRefused
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.text_bridge import TextBridge
from tests.builders import doc
from tests.strategies import documents, edits


@pytest.fixture
def bridge(qapp: QApplication) -> TextBridge:
    return TextBridge(QTextDocument(), PageLook(96))


def loaded(document: Document) -> tuple[TextBridge, QTextDocument]:
    text = QTextDocument()
    bridge = TextBridge(text, PageLook(96))
    bridge.load(document, {})
    return bridge, text


@settings(deadline=None, max_examples=150)
@given(document=documents())
def test_a_loaded_document_is_read_back_as_it_was(qapp: QApplication, document: Document) -> None:
    bridge, text = loaded(document)
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
    try:
        bridge.apply(changes)
    except EditRefused as refusal:
        if refusal.detail != "table in a move":
            raise
        assert bridge.picture().document == document
        return
    bridge.text_changed()
    assert bridge.picture().document == expected
    undo_steps = 0
    while text.isUndoAvailable():
        text.undo()
        undo_steps += 1
    assert undo_steps <= 1, "all edits together are one undo step"
    bridge.text_changed()
    assert bridge.picture().document == document


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
