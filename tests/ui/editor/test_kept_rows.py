"""What is kept of a text from look to look is what reading all of it gives, whatever has happened in between."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from assistant.document.block import Document
from assistant.document.projection import project
from assistant.errors import EditRefused
from assistant.ui.editor import rows
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.text_bridge import Picture
from assistant.ui.messages import MessageBar
from assistant.ui.panels.find_bar import FindBar
from assistant.ui.searching import Searching
from tests.builders import doc
from tests.strategies import documents, edits
from tests.ui.editor.hands import opened, put_in, settle, type_text
from tests.ui.editor.test_locks import ACTIONS, bars, do

__all__ = ["bars"]  # the fixture


def read_as_a_whole(editor: Editor, document: Document) -> Picture:
    seen = project(rows.read(editor.document()), document.tables, document.layout)
    return Picture(seen.document, seen.positions)


@settings(deadline=None, max_examples=150)
@given(data=st.data(), document=documents())
def test_kept_rows_are_what_reading_gives(
    qapp: QApplication, bars: tuple[FindBar, MessageBar], data: st.DataObject, document: Document
) -> None:
    changes = st.tuples(st.just("apply"), edits(document))
    steps = data.draw(st.lists(st.tuples(ACTIONS | changes, st.booleans()), min_size=1, max_size=15))
    editor = opened(document)
    searching = Searching(editor, *bars)
    assert editor.bridge.picture() == read_as_a_whole(editor, document)
    for action, looked_at in steps:  # several changes may lie between two looks
        if action[0] == "apply":
            with suppress(EditRefused):
                editor.apply(action[1])
        else:
            do(editor, searching, action)
        settle()
        if looked_at:
            known = editor.bridge.picture()
            whole = read_as_a_whole(editor, replace(document, layout=known.document.layout))
            assert known == whole, action


def test_a_paragraph_that_is_typed_into_is_the_only_new_one(qapp: QApplication) -> None:
    editor = opened(doc("一", "二", "三"))
    before = editor.bridge.picture().document.blocks
    put_in(editor, 1)
    type_text(editor, "第")
    after = editor.bridge.picture().document.blocks
    assert [block.text for block in after] == ["一", "第二", "三"]
    assert [a is b for a, b in zip(after, before, strict=True)] == [True, False, True]
