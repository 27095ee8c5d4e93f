"""Findings stay on their words while the paragraph changes around them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Finding, Level
from assistant.document.block import Span
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.highlighter import UNDERLINES
from assistant.ui.editor.marking import BlockMarks, Mark, marks_of
from assistant.ui.editor.utf16 import to_units
from tests.builders import doc
from tests.ui.editor.hands import opened, put_in, settle, type_text

ALPHABET = "甲乙丙𠮷😀a"


def finding(level: Level = Level.ERROR) -> Finding:
    return Finding("rule", "class", level, "说明", Span("0", 0, 1))


def mark(editor: Editor, start: int, end: int, level: Level = Level.ERROR) -> None:
    """Mark characters of the first text block, in code points, as the window does."""
    block = editor.document().begin()
    text = block.text()
    new = Mark(to_units(text, start), to_units(text, end), level, finding(level))
    block.setUserData(BlockMarks(text, (*marks_of(block), new)))
    editor.rehighlight([block])


def underlined(editor: Editor) -> list[tuple[int, int, QTextCharFormat.UnderlineStyle]]:
    settle()
    return [
        (r.start, r.length, r.format.underlineStyle())
        for r in editor.document().begin().layout().formats()
        if r.format.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline
    ]


def marked_words(editor: Editor) -> list[str]:
    block = editor.document().begin()
    words = []
    for one in marks_of(block):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + one.start)
        cursor.setPosition(block.position() + one.end, QTextCursor.MoveMode.KeepAnchor)
        words.append(cursor.selectedText())
    return words


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_marks_outside_a_change_keep_their_words_and_no_others_stay(qapp: QApplication, data: st.DataObject) -> None:
    text = data.draw(st.text(ALPHABET, min_size=4, max_size=12))
    editor = opened(doc(text))
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 3)), min_size=1, max_size=4, unique=True)
    )
    spans = [(start, min(start + length, len(text))) for start, length in spans]
    for start, end in spans:
        mark(editor, start, end)
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, min(len(text), low + 3)))
    cursor = QTextCursor(editor.document())
    cursor.setPosition(to_units(text, low))
    cursor.setPosition(to_units(text, high), QTextCursor.MoveMode.KeepAnchor)
    new = data.draw(st.text(ALPHABET, max_size=3))
    cursor.insertText(new)
    after = editor.document().begin().text()
    before_change = _shared(text, after)
    same_end = _shared(text[before_change:][::-1], after[before_change:][::-1])
    kept = [text[a:b] for a, b in spans if after == text or b <= before_change or a >= len(text) - same_end]
    assert marked_words(editor) == kept


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def test_typing_before_a_mark_moves_its_line_along(qtbot: QtBot) -> None:
    editor = opened(doc("𠮷部暑工作"))
    mark(editor, 1, 3)
    wave = UNDERLINES[Level.ERROR]
    assert underlined(editor) == [(2, 2, wave)]
    put_in(editor, 0)
    type_text(editor, "😀")
    assert underlined(editor) == [(4, 2, wave)]
    assert marked_words(editor) == ["部暑"]


def test_typing_into_a_mark_ends_it(qtbot: QtBot) -> None:
    editor = opened(doc("部暑工作"))
    mark(editor, 0, 2)
    put_in(editor, 0, 1)
    type_text(editor, "甲")
    assert underlined(editor) == []
    assert marks_of(editor.document().begin()) == ()


def test_of_two_marks_on_one_word_the_graver_is_seen(qtbot: QtBot) -> None:
    editor = opened(doc("部暑工作"))
    mark(editor, 0, 2, Level.ERROR)
    mark(editor, 0, 4, Level.HINT)
    assert underlined(editor) == [
        (0, 2, UNDERLINES[Level.ERROR]),
        (2, 2, UNDERLINES[Level.HINT]),
    ]


def test_a_mark_keeps_the_face_below_it(qtbot: QtBot) -> None:
    editor = opened(doc("一、部暑"))
    mark(editor, 2, 4)
    settle()
    formats = editor.document().begin().layout().formats()
    assert {r.format.fontFamilies()[0] for r in formats} == {"黑体"}
