"""What typing does to origins, looks and characters; with real keys and a real input method's events."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlockFormat, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Marks, Run
from assistant.text.characters import TOKEN, clean
from assistant.ui.editor.editor import Editor
from tests.builders import block, doc, of
from tests.ui.editor.hands import (
    Key,
    Modifier,
    commit,
    enter,
    lines,
    opened,
    paste,
    press,
    put,
    put_in,
    settle,
    type_text,
    undo_all,
)


def faces(editor: Editor, number: int) -> list[tuple[int, int, str]]:
    """Return the faces the highlighter shows in a text block: start, length, first family."""
    settle()
    found = editor.document().findBlockByNumber(number)
    return [
        (r.start, r.length, r.format.fontFamilies()[0]) for r in found.layout().formats() if r.format.fontFamilies()
    ]


def indent(editor: Editor, number: int) -> float:
    """Return how far the first character stands from the column's edge, in em: indent and leading spaces."""
    found = editor.document().findBlockByNumber(number)
    text = found.text()
    spaces = text[: len(text) - len(text.lstrip(" \u3000"))]
    width = editor.look._metrics.horizontalAdvance(spaces)
    return (found.blockFormat().textIndent() + width) / editor.look.em


def test_typed_characters_take_the_origin_of_the_run_before_them(qtbot: QtBot) -> None:
    editor = opened(Document((Block("0", (Run("甲", 3), Run("乙", 4, Marks.BOLD)), 0),)))
    put_in(editor, 0, 1)
    type_text(editor, "ab")
    put_in(editor, 0, -1)
    enter(editor, "丙")
    assert editor.bridge.picture().document.blocks[0].runs == (Run("甲ab", 3), Run("乙丙", 4, Marks.BOLD))


def test_enter_in_a_paragraph_makes_a_second_of_the_same_origin(qtbot: QtBot) -> None:
    editor = opened(doc("前后", "末"))
    put_in(editor, 0, 1)
    press(editor, Key.Key_Return)
    blocks = editor.bridge.picture().document.blocks
    assert [(b.text, b.origin, b.id) for b in blocks] == [("前", 0, "0"), ("后", 0, "0.1"), ("末", 1, "1")]


@pytest.mark.parametrize(
    "heading", [block("一、主要工作"), block("主要工作", style_level=1), block("一、主要工作", label="一、")]
)
def test_after_a_heading_enter_begins_a_paragraph_of_body_text(qtbot: QtBot, heading: Block) -> None:
    editor = opened(of(heading, block("正文。")))
    put_in(editor, 0, -1)
    press(editor, Key.Key_Return)
    type_text(editor, "新")
    new = editor.bridge.picture().document.blocks[1]
    assert (new.text, new.origin, new.style_level, new.said, new.label) == ("新", None, None, None, "")
    assert new.runs == (Run("新"),)
    assert faces(editor, 1) == []
    assert undo_all(editor) == 2
    assert editor.bridge.picture().document == of(heading, block("正文。"))


def test_after_a_run_in_heading_enter_goes_on_as_anywhere(qtbot: QtBot) -> None:
    editor = opened(doc("（一）抓好学习。一是学。"))
    put_in(editor, 0, -1)
    press(editor, Key.Key_Return)
    assert editor.bridge.picture().document.blocks[1].origin == 0


def test_after_the_title_comes_body_text(qtbot: QtBot) -> None:
    editor = opened(doc("述职报告", "正文"), {"0": "title"})
    put_in(editor, 0, -1)
    press(editor, Key.Key_Return)
    assert indent(editor, 1) == pytest.approx(2)
    assert editor.textCursor().blockFormat().alignment() == editor.look.shape("body", "").alignment()


def test_qt_resets_its_own_heading_level_at_the_end_of_a_heading(qtbot: QtBot) -> None:
    """Pins what Qt does, so that a Qt that does something else is noticed."""
    text = QTextEdit()
    qtbot.addWidget(text)
    fmt = QTextBlockFormat()
    fmt.setHeadingLevel(2)
    fmt.setProperty(QTextBlockFormat.Property.UserProperty.value + 1, 7)
    cursor = text.textCursor()
    cursor.insertBlock(fmt)
    cursor.insertText("heading")
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Key.Key_Return)
    after = text.textCursor().blockFormat()
    assert after.headingLevel() == 0
    assert after.property(QTextBlockFormat.Property.UserProperty.value + 1) == 7


def test_a_number_typed_before_body_text_shows_a_heading_and_one_undo_takes_both_back(qtbot: QtBot) -> None:
    editor = opened(doc("主要工作"))
    assert faces(editor, 0) == []
    commit(editor, "一、")
    assert [(start, length) for start, length, _ in faces(editor, 0)] == [(0, 6)]
    assert faces(editor, 0)[0][2] == "黑体"
    editor.undo()
    assert lines(editor) == ["主要工作"]
    assert faces(editor, 0) == []
    assert not editor.document().isModified()


def test_the_face_of_a_run_in_heading_ends_with_its_sentence(qtbot: QtBot) -> None:
    editor = opened(doc("（一）抓学习。正文很长。"))
    assert [(start, length) for start, length, _ in faces(editor, 0)] == [(0, 7)]


@pytest.mark.parametrize("spaces", ["　", "　　", "  ", " ", "　 "])
@pytest.mark.parametrize("way", [type_text, commit, paste])
def test_leading_spaces_stand_for_the_indent(qtbot: QtBot, spaces: str, way: object) -> None:
    editor = opened(doc("正文"))
    assert indent(editor, 0) == pytest.approx(2)
    way(editor, spaces)
    assert lines(editor) == [spaces + "正文"]
    assert indent(editor, 0) == pytest.approx(2)
    for _ in spaces:
        press(editor, Key.Key_Backspace)
    assert indent(editor, 0) == pytest.approx(2)
    assert editor.textCursor().blockFormat().textIndent() == pytest.approx(2 * editor.look.em)
    undo_all(editor)
    assert indent(editor, 0) == pytest.approx(2)


def test_leading_spaces_of_every_pasted_paragraph_stand_for_the_indent(qtbot: QtBot) -> None:
    editor = opened(doc(""))
    paste(editor, "　　一\n二\n　三\n　　四")
    assert [indent(editor, number) for number in range(4)] == pytest.approx([2, 2, 2, 2])


def test_more_than_two_characters_of_space_are_shown(qtbot: QtBot) -> None:
    assert indent(opened(doc("　　　正文")), 0) == pytest.approx(3, abs=0.1)


def test_shift_enter_is_a_soft_break_inside_the_paragraph(qtbot: QtBot) -> None:
    editor = opened(doc("前后"))
    put_in(editor, 0, 1)
    press(editor, Key.Key_Return, Modifier.ShiftModifier)
    assert lines(editor) == ["前\n后"]
    assert undo_all(editor) == 1


HOSTILE = [
    ("a\r\nb\rc", ["a", "b", "c"]),
    ("a\u2028b", ["a", "b"]),
    ("a\u2029b", ["ab"]),
    ("a\x00b", ["ab"]),
    ("a\ufdd0\ufdefb", ["ab"]),
    (f"a{TOKEN}b", ["ab"]),
    ("\x0c\x1f", [""]),
    ("𠮷😀", ["𠮷😀"]),
    ("\tb", ["\tb"]),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_pasting_lets_in_only_what_a_paragraph_may_hold(qtbot: QtBot, text: str, expected: list[str]) -> None:
    editor = opened(doc(""))
    paste(editor, text)
    assert lines(editor) == expected


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_so_does_an_input_method(qtbot: QtBot, text: str, expected: list[str]) -> None:
    editor = opened(doc(""))
    commit(editor, text)
    assert lines(editor) == expected
    assert not editor.composing()


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(
        st.characters(codec="utf-8") | st.sampled_from("\u2028\u2029\x00\ufdd0\ufffc\ufffe\uffff\r\n\x85"), max_size=12
    )
)
def test_whatever_comes_in_is_clean_and_offsets_hold(qapp: QApplication, text: str) -> None:
    for way in (paste, commit, type_text):
        editor = opened(doc("𠮷前", "后"))
        put_in(editor, 0, 2)
        way(editor, text)
        result = "\n".join(lines(editor))
        assert result == clean(result)
        if way is paste:
            assert result == f"𠮷{clean(text)}前\n后"
        place, offset = editor.bridge.place(editor.textCursor().position())
        assert place is not None
        assert place.text[offset:].endswith("前")


def test_a_lone_surrogate_does_not_get_in(qtbot: QtBot) -> None:
    editor = opened(doc(""))
    assert editor.insert_at_caret("a\ud800b") is not None
    assert lines(editor) == ["ab"]


def test_an_astral_character_is_deleted_as_one(qtbot: QtBot) -> None:
    editor = opened(doc("田𠮷😀"))
    put_in(editor, 0, -1)
    press(editor, Key.Key_Backspace)
    assert lines(editor) == ["田𠮷"]


def test_what_is_copied_is_plain_text(qtbot: QtBot) -> None:
    editor = opened(Document((Block("0", (Run("甲\n乙", 0, Marks.BOLD),), 0), Block("1", (Run("丙", 1),), 1))))
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "甲\n乙\n丙"
    assert data.formats() == ["text/plain"]


def test_rich_text_is_pasted_as_plain_text_in_the_format_of_the_caret(qtbot: QtBot) -> None:
    editor = opened(doc("正文"))
    source = QTextDocument()
    source.setHtml("<h1>标题</h1><p><b>粗</b></p>")
    put_in(editor, 0, 1)
    paste(editor, source.toPlainText())
    assert lines(editor) == ["正标题", "粗文"]
    assert {run.origin for b in editor.bridge.picture().document.blocks for run in b.runs} == {0}
    assert {run.marks for b in editor.bridge.picture().document.blocks for run in b.runs} == {Marks.NONE}


def test_paste_replaces_the_selection_in_one_step(qtbot: QtBot) -> None:
    editor = opened(doc("一二三", "四五六"))
    put(editor, 1, 6)
    paste(editor, "甲\n乙")
    assert lines(editor) == ["一甲", "乙六"]
    assert undo_all(editor) == 1
    assert lines(editor) == ["一二三", "四五六"]


def test_cut_takes_the_selection_in_one_step(qtbot: QtBot) -> None:
    editor = opened(doc("一二三"))
    put(editor, 1, 2)
    editor.cut()
    assert lines(editor) == ["一三"]
    assert QApplication.clipboard().text() == "二"
    assert undo_all(editor) == 1
