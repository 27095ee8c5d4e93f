"""Where the page stands when a place is shown."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from assistant.document.block import Span
from assistant.ui.coordinator import Coordinator
from assistant.ui.editor.editor import Editor
from assistant.ui.messages import Choice, Message
from assistant.ui.viewing import show_span
from tests.builders import doc
from tests.ui.desk import opened as desk_opened
from tests.ui.editor.hands import opened

LONG = doc(*(f"（{i}）" + "坚持把抓好党建作为最大政绩，" * 6 for i in range(60)))


def shown(editor: Editor) -> float:
    """Return how far down the caret is seen, as a part of the page in view."""
    return editor.cursorRect().top() / editor.viewport().height()


def test_a_heading_comes_to_the_top_wherever_it_was(qtbot: QtBot) -> None:
    editor = opened(LONG)
    editor.show()
    for block in ("30", "31", "10"):
        assert show_span(editor, Span(block, 0, 0), heading=True)
        assert 0 < shown(editor) < 0.25
    assert show_span(editor, Span("0", 0, 0), heading=True)
    assert editor.verticalScrollBar().value() < editor.viewport().height()


def test_a_place_out_of_sight_is_shown_with_what_stands_before_and_behind_it(qtbot: QtBot) -> None:
    editor = opened(LONG)
    editor.show()
    for block in ("30", "5", "50"):
        assert show_span(editor, Span(block, 0, 2))
        assert 0.2 < shown(editor) < 0.4


def test_what_is_seen_stays_where_it_is(qtbot: QtBot) -> None:
    editor = opened(LONG)
    editor.show()
    show_span(editor, Span("30", 0, 0))
    before = editor.verticalScrollBar().value()
    assert show_span(editor, Span("31", 0, 2))
    assert editor.verticalScrollBar().value() == before


def test_the_end_of_the_text_is_seen_as_far_as_the_page_goes(qtbot: QtBot) -> None:
    editor = opened(LONG)
    editor.show()
    assert show_span(editor, Span("59", 0, 0), heading=True)
    assert 0 <= shown(editor) < 1


def test_messages_hide_no_place_that_is_shown(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(block.text for block in LONG.blocks), encoding="utf-8")
    desk_opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
    messages, editor = desk.window.messages, desk.window.editor
    for words in ("一", "二"):
        messages.show_message(Message(words, "warning", (Choice("a", "好的"),)))
    qtbot.waitUntil(lambda: messages.isVisible() and messages.height() > 2 * editor.cursorRect().height())
    ids = [block.id for block in editor.bridge.picture().document.blocks]
    for number in (30, 29, 10):
        desk.panels.go_to(ids[number], 0)
        top = editor.viewport().mapToGlobal(editor.cursorRect().topLeft()).y()
        assert top >= messages.mapToGlobal(messages.rect().bottomLeft()).y()
