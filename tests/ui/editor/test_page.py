"""The page: 28 characters a line at every zoom, and zoom is no edit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.ui.editor.look import COLUMNS, FANGSONG, SERIF_FALLBACK
from assistant.ui.editor.page import ZOOMS, next_zoom
from tests.builders import doc
from tests.ui.editor.hands import opened, put_in, settle, type_text


def any_chinese_face() -> bool:
    return any(QFontDatabase.hasFamily(family) for family in FANGSONG + SERIF_FALLBACK[:-1])


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 1.5])
def test_a_line_holds_28_characters_and_not_29(qtbot: QtBot, zoom: float) -> None:
    if not any_chinese_face():
        pytest.skip("no Chinese face is installed, missing glyphs have another width")
    editor = opened(doc("国" * COLUMNS, "国" * (COLUMNS + 1)), {"0": "salutation", "1": "salutation"})
    qtbot.addWidget(editor)
    editor.set_zoom(zoom)
    editor.show()
    settle()
    first = editor.document().begin()
    assert [first.layout().lineCount(), first.next().layout().lineCount()] == [1, 2]
    assert first.next().layout().lineAt(0).textLength() == COLUMNS


def test_the_two_character_indent_leaves_26_for_the_first_line(qtbot: QtBot) -> None:
    if not any_chinese_face():
        pytest.skip("no Chinese face is installed, missing glyphs have another width")
    editor = opened(doc("国" * 60))
    qtbot.addWidget(editor)
    editor.show()
    settle()
    layout = editor.document().begin().layout()
    assert [layout.lineAt(i).textLength() for i in range(layout.lineCount())] == [26, 28, 6]


def test_zoom_is_no_edit(qtbot: QtBot) -> None:
    editor = opened(doc("正文"))
    type_text(editor, "甲")
    editor.undo()
    before = editor.document().begin().blockFormat()
    with qtbot.assertNotEmitted(editor.text_edited):
        for zoom in ZOOMS:
            editor.set_zoom(zoom)
            settle()
    assert editor.document().begin().blockFormat() == before
    assert not editor.document().isUndoAvailable()
    assert editor.document().isRedoAvailable()
    assert not editor.document().isModified()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5])
def test_lines_are_28_points_high(qtbot: QtBot, zoom: float) -> None:
    editor = opened(doc("国" * 60))
    qtbot.addWidget(editor)
    editor.set_zoom(zoom)
    editor.show()
    settle()
    layout = editor.document().begin().layout()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(28 * editor.look.point * zoom, rel=0.02)


def test_the_wheel_with_control_asks_for_the_next_zoom(qtbot: QtBot) -> None:
    editor = opened(doc("正文"))
    qtbot.addWidget(editor)
    for turn, zoom in ((120, 1.1), (-120, 0.9)):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with qtbot.waitSignal(editor.zoom_chosen) as chosen:
            QApplication.sendEvent(editor.viewport(), event)
        assert chosen.args == [zoom]


def test_zoom_steps_end_where_they_end() -> None:
    assert next_zoom(ZOOMS[-1], up=True) == ZOOMS[-1]
    assert next_zoom(ZOOMS[0], up=False) == ZOOMS[0]
    assert next_zoom(1.05, up=True) == 1.1


def test_the_column_stands_in_the_middle(qtbot: QtBot) -> None:
    editor = opened(doc("正文"))
    qtbot.addWidget(editor)
    editor.resize(1200, 600)
    editor.show()
    settle()
    left = editor.viewport().pos().x()
    right = editor.width() - left - editor.page.column
    assert abs(left - right) <= 40


def test_highlighting_a_loaded_text_is_no_edit(qtbot: QtBot) -> None:
    editor = opened(doc("一、标题", "正文【待填】"))
    with qtbot.assertNotEmitted(editor.text_edited):
        settle()
        editor.rehighlight([editor.document().begin()])
        editor.set_theme(editor._theme)
    put_in(editor, 0)
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()


def test_a_long_text_can_be_scrolled_to_its_end_before_qt_has_got_there(qtbot: QtBot) -> None:
    editor = opened(doc(*(f"第{number}段。" for number in range(2000))))
    bar = editor.verticalScrollBar()
    assert editor.document().blockCount() == 2000
    editor.lay_out()
    bar.setValue(bar.maximum())
    assert editor.cursorForPosition(QPoint(0, editor.viewport().height())).blockNumber() == 1999
