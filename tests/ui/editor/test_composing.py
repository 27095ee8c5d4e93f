"""An input method at work: what it shows is no text yet, and nothing moves away under it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.document.block import Span
from assistant.document.edit import ReplaceText
from tests.builders import doc
from tests.ui.editor.hands import Key, commit, compose, lines, opened, paste, press, put, put_in, settle, undo_all


def test_what_is_being_composed_is_no_part_of_the_text(qtbot: QtBot) -> None:
    editor = opened(doc("甲"))
    put_in(editor, 0, -1)
    with qtbot.assertNotEmitted(editor.text_edited):
        for preedit in ("n", "ni", "ni h", "ni hao"):
            compose(editor, preedit)
            assert editor.composing()
            assert lines(editor) == ["甲"]
    assert not editor.document().isModified()
    with qtbot.waitSignal(editor.text_edited):
        commit(editor, "你好")
    assert lines(editor) == ["甲你好"]
    assert not editor.composing()


def test_edits_wait_until_the_input_method_has_finished(qtbot: QtBot) -> None:
    editor = opened(doc("部暑工作"))
    put_in(editor, 0, -1)
    compose(editor, "ni")
    assert not editor.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"),))
    assert lines(editor) == ["部暑工作"]
    commit(editor, "你")
    assert lines(editor) == ["部署工作你"]
    assert undo_all(editor) == 2


def test_an_edit_that_no_longer_fits_when_its_time_comes_says_so(qtbot: QtBot) -> None:
    editor = opened(doc("部"))
    put_in(editor, 0, -1)
    compose(editor, "shu")
    editor.apply((ReplaceText(Span("0", 0, 1), "部", "步"), ReplaceText(Span("0", 0, 1), "部", "布")))
    with qtbot.waitSignal(editor.lock_touched):
        commit(editor, "署")
    assert lines(editor) == ["部署"]


def test_what_waited_for_a_text_is_forgotten_with_it(qtbot: QtBot) -> None:
    editor = opened(doc("部暑"))
    compose(editor, "ni")
    editor.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"),))
    editor.load(doc("部暑"), {})
    compose(editor, "ni")
    commit(editor, "")
    assert lines(editor) == ["部暑"]


@pytest.mark.parametrize("way", [lambda e: paste(e, "乙"), lambda e: e.insert_at_caret("乙")])
def test_so_do_pasting_and_phrases(qtbot: QtBot, way: object) -> None:
    editor = opened(doc(""))
    compose(editor, "jia")
    way(editor)
    assert lines(editor) == [""]
    commit(editor, "甲")
    assert lines(editor) == ["甲乙"]


def test_undo_waits_too(qtbot: QtBot) -> None:
    editor = opened(doc(""))
    editor.insert_at_caret("甲")
    compose(editor, "yi")
    editor.undo()
    assert lines(editor) == ["甲"]
    commit(editor, "")
    assert lines(editor) == [""]


def test_looks_do_not_change_while_composing(qtbot: QtBot) -> None:
    editor = opened(doc("述职报告"))
    compose(editor, "ni")
    editor.show_looks({0: "title"})
    assert editor.textCursor().blockFormat().alignment() & Qt.AlignmentFlag.AlignLeft
    commit(editor, "")


def test_composing_replaces_the_selection(qtbot: QtBot) -> None:
    editor = opened(doc("一二三"))
    put(editor, 1, 2)
    compose(editor, "er")
    commit(editor, "贰")
    settle()
    assert lines(editor) == ["一贰三"]


def test_an_input_method_may_replace_what_it_committed_before(qtbot: QtBot) -> None:
    editor = opened(doc("一二三"))
    put_in(editor, 0, -1)
    event = QInputMethodEvent("", [])
    event.setCommitString("叁", -1, 1)
    QApplication.sendEvent(editor, event)
    assert lines(editor) == ["一二叁"]
    assert undo_all(editor) == 1


@pytest.mark.parametrize("query", [Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle])
def test_candidates_appear_at_the_caret_of_the_centred_column(qtbot: QtBot, query: Qt.InputMethodQuery) -> None:
    editor = opened(doc("甲乙"))
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.resize(1100, 600)
    put_in(editor, 0, 1)
    assert editor.viewport().pos().x() > 50
    caret = editor.cursorRect().translated(editor.viewport().pos())
    asked = QRectF(editor.inputMethodQuery(query))
    assert asked.topLeft().toPoint() == caret.topLeft()


@pytest.mark.parametrize("way", [lambda e: press(e, Key.Key_Return), lambda e: put_in(e, 1)])
def test_nothing_half_composed_stays_behind_where_the_caret_goes_on(qtbot: QtBot, way: object) -> None:
    editor = opened(doc("甲", "乙"))
    compose(editor, "ni")
    way(editor)
    assert not editor.composing()
    assert editor.document().begin().layout().preeditAreaText() == ""
    editor.undo()
    assert lines(editor) == ["甲", "乙"]
