"""What one undo takes back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.document.block import BODY_LEVEL, Said, Span
from assistant.document.edit import Edit, InsertBlocks, RemoveBlocks, ReplaceText, SetSaid
from assistant.errors import EditRefused
from assistant.ui.editor import undo_groups
from tests.builders import doc
from tests.strategies import documents, edits
from tests.ui.clock import Clock
from tests.ui.editor.hands import (
    Key,
    commit,
    enter,
    lines,
    opened,
    paste,
    press,
    put_in,
    settle,
    type_text,
    undo_all,
)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(undo_groups, "time", clock)
    return clock


def steps_back(editor: object) -> list[str]:
    """Undo to the beginning; return the first paragraph before every step and after the last."""
    texts = [lines(editor)[0]]
    while editor.document().isUndoAvailable():
        editor.undo()
        texts.append(lines(editor)[0])
    return texts


@pytest.mark.parametrize("way", [type_text, lambda editor, text: [enter(editor, character) for character in text]])
def test_a_clause_is_one_step(qtbot: QtBot, clock: Clock, way: object) -> None:
    editor = opened(doc(""))
    way(editor, "抓学习。抓落实；好")
    assert steps_back(editor) == ["抓学习。抓落实；好", "抓学习。抓落实；", "抓学习。", ""]
    assert not editor.document().isModified()


@pytest.mark.parametrize("way", [type_text, enter])
def test_a_pause_begins_a_step(qtbot: QtBot, clock: Clock, way: object) -> None:
    editor = opened(doc(""))
    way(editor, "甲")
    clock.now += undo_groups.PAUSE - 0.1
    way(editor, "乙")
    clock.now += undo_groups.PAUSE + 0.1
    way(editor, "丙")
    assert steps_back(editor) == ["甲乙丙", "甲乙", ""]


def test_moving_the_caret_begins_a_step_even_where_it_comes_back(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc(""))
    type_text(editor, "ab")
    press(editor, Key.Key_Left)
    press(editor, Key.Key_Right)
    type_text(editor, "cd")
    assert steps_back(editor) == ["abcd", "ab", ""]


def test_typing_after_an_undo_is_a_step_of_its_own(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc(""))
    type_text(editor, "甲。")
    type_text(editor, "乙")
    editor.undo()
    type_text(editor, "丙")
    assert steps_back(editor) == ["甲。丙", "甲。", ""]


def test_backspaces_in_a_row_are_one_step_apart_from_typing(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("一二三"))
    put_in(editor, 0, -1)
    type_text(editor, "四")
    for _ in range(3):
        press(editor, Key.Key_Backspace)
    assert steps_back(editor) == ["一", "一二三四", "一二三"]


def test_enter_is_a_step(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc(""))
    type_text(editor, "甲")
    press(editor, Key.Key_Return)
    type_text(editor, "乙")
    assert undo_all(editor) == 3


def test_composing_over_a_selection_is_one_step(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("旧的词"))
    editor.selectAll()
    enter(editor, "新的")
    assert steps_back(editor) == ["新的", "旧的词"]


def test_undo_and_redo_by_keys(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("甲"))
    put_in(editor, 0, -1)
    type_text(editor, "乙")
    qtbot.keyClick(editor, Key.Key_Z, undo_modifier := _control())
    assert lines(editor) == ["甲"]
    qtbot.keyClick(editor, Key.Key_Y, undo_modifier)
    assert lines(editor) == ["甲乙"]


def _control() -> object:
    from PySide6.QtCore import Qt

    return Qt.KeyboardModifier.ControlModifier


def test_a_panel_action_between_keys_is_a_step_of_its_own(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("部暑工作", "二"))
    put_in(editor, 0, -1)
    type_text(editor, "甲")
    editor.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"), InsertBlocks("1", ("三", "四"))))
    put_in(editor, 0, -1)
    type_text(editor, "乙")
    assert steps_back(editor) == ["部署工作甲乙", "部署工作甲", "部暑工作甲", "部暑工作"]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_every_panel_action_is_one_step_and_undo_gives_the_file_back(qapp: QApplication, data: st.DataObject) -> None:
    document = data.draw(documents())
    editor = opened(document)
    done = 0
    for _ in range(3):
        before = editor.bridge.picture().document
        try:
            editor.apply(data.draw(edits(before)))
        except EditRefused:
            assert editor.bridge.picture().document == before
            continue
        settle()
        done += editor.bridge.picture().document != before
    assert done <= undo_all(editor) <= 3
    assert editor.bridge.picture().document == document
    assert not editor.document().isModified()


def test_looks_are_no_step_and_leave_redo_alone(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("述职报告", "正文"))
    editor.show_looks({0: "title"})
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()
    put_in(editor, 1)
    type_text(editor, "甲")
    editor.show_looks({0: "title", 1: "salutation"})
    editor.undo()
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    assert editor.document().isRedoAvailable()
    editor.show_looks({0: "body", 1: "salutation"})
    assert editor.document().isRedoAvailable()
    editor.redo()
    assert lines(editor) == ["述职报告", "甲正文"]


def test_looks_do_not_count_as_edits(qtbot: QtBot) -> None:
    editor = opened(doc("述职报告", "正文"))
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.show_looks({0: "title"})


def test_typing_goes_on_in_its_step_after_looks_have_changed(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc("", "正文"))
    type_text(editor, "述")
    editor.show_looks({0: "title"})
    type_text(editor, "职")
    assert steps_back(editor) == ["述职", ""]
    assert not editor.document().isModified()


def test_what_the_user_said_can_be_undone(qtbot: QtBot) -> None:
    editor = opened(doc("一、不是标题"))
    editor.apply((SetSaid("0", Said(BODY_LEVEL)),))
    assert undo_all(editor) == 1
    assert editor.bridge.picture().document.blocks[0].said is None


def test_saving_in_the_middle_of_a_clause_is_where_undo_is_unmodified(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc(""))
    type_text(editor, "甲。")
    editor.document().setModified(False)
    type_text(editor, "乙")
    assert editor.document().isModified()
    editor.undo()
    assert not editor.document().isModified()


def test_a_pasted_text_is_a_step(qtbot: QtBot, clock: Clock) -> None:
    editor = opened(doc(""))
    type_text(editor, "甲")
    paste(editor, "乙\n丙")
    type_text(editor, "丁")
    assert undo_all(editor) == 3


def test_a_cancelled_composition_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    editor = opened(doc("甲"))
    from tests.ui.editor.hands import compose

    compose(editor, "ni")
    commit(editor, "")
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()


@pytest.mark.parametrize(
    "edit", [ReplaceText(Span("30", 0, 1), "第", "那"), RemoveBlocks(("30",)), InsertBlocks("5", ("新的一段",))]
)
def test_taking_an_edit_back_leads_to_where_the_caret_was(qtbot: QtBot, edit: Edit) -> None:
    editor = opened(doc(*(f"第{i}段" for i in range(60))))
    put_in(editor, 30, 1)
    before = editor.textCursor().position()
    editor.apply((edit,))
    editor.undo()
    assert editor.textCursor().position() == before
    editor.bridge.ignore(frozenset({("rule", "词")}), editor.caret())
    editor.undo()
    assert editor.textCursor().position() == before
