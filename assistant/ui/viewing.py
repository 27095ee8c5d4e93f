"""What the window shows around the text, as a value, and how it is shown again."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from assistant.document.block import Span
from assistant.errors import EditRefused
from assistant.storage.draft import Caret, View
from assistant.ui.editor.editor import Editor
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import MessageBar
from assistant.ui.panels.side_panel import SUGGESTIONS

_BELOW = 2
"""Lines to be seen behind a place before it counts as seen."""
_THIRD = 0.3
"""How far down a place is shown that was out of sight, as a part of what is seen."""


def current_view(window: MainWindow) -> View:
    """Return what is shown now."""
    editor = window.editor
    number = editor.cursorForPosition(QPoint(0, 0)).blockNumber()
    picture = editor.bridge.picture()
    top = next((i for i, one in enumerate(picture.numbers) if one >= number), 0)
    return View(top, window.outline.tree.folded(), window.side.tabs.currentIndex())


def restore_view(window: MainWindow, caret: Caret, view: View) -> None:
    """Show a text as it was shown before: caret, place, folded headings, the tab beside."""
    editor = window.editor
    blocks = editor.bridge.picture().document.blocks
    window.outline.tree.fold(view.folded)
    window.side.show_tab(view.tab if 0 <= view.tab < window.side.tabs.count() else SUGGESTIONS)
    if view.top < len(blocks):
        first = editor.bridge.text_block(blocks[view.top].id)
        bar = editor.verticalScrollBar()
        editor.lay_out()
        bar.setValue(bar.value() + editor.cursorRect(QTextCursor(first)).top())
    put_caret(window, caret)


def put_caret(window: MainWindow, caret: Caret) -> bool:
    """Put the caret where it was, as far as that place is still there, and show it; tell whether it is."""
    editor = window.editor
    blocks = editor.bridge.picture().document.blocks
    if not 0 <= caret.block < len(blocks):
        return False
    block = blocks[caret.block]
    offset = min(max(caret.offset, 0), len(block.text))
    return show_span(editor, Span(block.id, offset, offset))


def show_span(editor: Editor, span: Span, *, heading: bool = False) -> bool:
    """Select a range and show it; tell whether it is still there, for a panel is a moment behind the text.

    What can be read already stays where it is; a `heading` comes to the top, for what stands below it is wanted, too.
    """
    try:
        cursor = editor.bridge.cursor(span)
    except EditRefused:
        return False
    begin = QTextCursor(cursor)
    begin.setPosition(cursor.selectionStart())
    place, height = editor.cursorRect(begin), editor.viewport().height()
    editor.setTextCursor(cursor)  # which may scroll, just so that its end is in sight
    covered, line = _covered(editor), place.height()
    if heading or place.top() < covered or place.bottom() + _BELOW * line > height:
        editor.lay_out()
        bar = editor.verticalScrollBar()
        above = max(line if heading else round(height * _THIRD), covered + line // 2)
        bar.setValue(bar.value() + editor.cursorRect(begin).top() - above)
    return True


def _covered(editor: Editor) -> int:
    """Return how many pixels of the page's top lie under messages."""
    messages = editor.window().findChild(MessageBar)
    if messages is None or not messages.isVisible():
        return 0
    return max(0, editor.viewport().mapFromGlobal(messages.mapToGlobal(QPoint(0, messages.height()))).y())
