"""F11 from blank to blank."""

from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Opaque, Run
from assistant.ui.blank_walk import select_blank
from assistant.ui.editor.editor import Editor
from tests.builders import doc
from tests.ui.editor.hands import opened, put_in, type_text


def selected(editor: Editor) -> str:
    return editor.textCursor().selectedText()


def test_blanks_are_selected_one_after_the_other_and_around(qtbot: QtBot) -> None:
    editor = opened(doc("𠮷【次数】次", "共【人数】人，【地点】"))
    names = []
    for _ in range(4):
        assert select_blank(editor, forwards=True)
        names.append(selected(editor))
    assert names == ["【次数】", "【人数】", "【地点】", "【次数】"]
    assert select_blank(editor, forwards=False)
    assert selected(editor) == "【地点】"


def test_typing_fills_the_blank_and_the_next_is_the_next(qtbot: QtBot) -> None:
    editor = opened(doc("【次数】次，【人数】人"))
    select_blank(editor, forwards=True)
    type_text(editor, "12")
    select_blank(editor, forwards=True)
    assert selected(editor) == "【人数】"
    assert editor.document().begin().text() == "12次，【人数】人"


def test_without_going_around_the_last_is_the_last(qtbot: QtBot) -> None:
    editor = opened(doc("【次数】"))
    assert select_blank(editor, forwards=True, wrap=False)
    assert not select_blank(editor, forwards=True, wrap=False)
    assert selected(editor) == "【次数】"


def test_a_limit_is_not_passed(qtbot: QtBot) -> None:
    editor = opened(doc("甲乙", "【次数】"))
    assert not select_blank(editor, forwards=True, wrap=False, until=2)


def test_no_blanks_no_move(qtbot: QtBot) -> None:
    editor = opened(doc("甲乙"))
    put_in(editor, 0, 1)
    assert not select_blank(editor, forwards=True)
    assert editor.textCursor().position() == 1


def test_locked_text_has_no_blanks_to_fill(qtbot: QtBot) -> None:
    locked = Block("0", (), 0, opaque=Opaque("toc", "目录", "【次数】"))
    editor = opened(Document((locked, Block("1", (Run("【人数】", 0),), 1))))
    select_blank(editor, forwards=True)
    assert selected(editor) == "【人数】"
