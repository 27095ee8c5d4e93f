"""Find and replace, served from the live text; replacing everywhere is one undo step."""

from PySide6.QtGui import QTextCursor

from assistant.document.block import Span
from assistant.document.edit import ReplaceText
from assistant.errors import EditRefused
from assistant.text.characters import TOKEN
from assistant.ui.editor.editor import Editor
from assistant.ui.messages import Message, MessageBar
from assistant.ui.panels.find_bar import FindBar, Replacement, Search, Step


class Searching:
    """Serves the find bar."""

    def __init__(self, editor: Editor, bar: FindBar, messages: MessageBar) -> None:
        """Connect nothing; the coordinator does."""
        self._editor = editor
        self._bar = bar
        self._messages = messages

    def search(self, wish: Search) -> None:
        """Select the hit that is asked for and say which of how many it is."""
        hits = self._hits(wish.text)
        if not hits:
            self._bar.show_hits(0, 0)
            return
        cursor = self._editor.textCursor()
        spans = [self._editor.bridge.cursor(hit) for hit in hits]
        if wish.step is Step.PREVIOUS:
            before = [i for i, one in enumerate(spans) if one.selectionEnd() <= cursor.selectionStart()]
            chosen = before[-1] if before else len(spans) - 1
        else:
            start = cursor.selectionEnd() if wish.step is Step.NEXT else cursor.selectionStart()
            chosen = next((i for i, one in enumerate(spans) if one.selectionStart() >= start), 0)
        self._show(spans[chosen])
        self._bar.show_hits(chosen + 1, len(hits))

    def replace(self, wish: Replacement) -> None:
        """Replace the hit that is selected, or all of them."""
        hits = self._hits(wish.text)
        if not wish.everywhere:
            chosen = self._editor.textCursor()
            hits = [hit for hit in hits if _same_range(self._editor.bridge.cursor(hit), chosen)]
        if not hits:
            self.search(Search(wish.text, Step.HERE))
            return
        try:
            done = self._editor.apply(tuple(ReplaceText(hit, wish.text, wish.new) for hit in hits))
        except EditRefused as refusal:
            self._messages.show_error(refusal)
            return
        if not done:
            return  # an input method is composing; the edits follow when it has finished
        if wish.everywhere:
            self._messages.show_message(Message(f"已替换 {len(hits)} 处，可以一次撤销。", "done", key="replace"))
        self.search(Search(wish.text, Step.NEXT))

    def _hits(self, text: str) -> list[Span]:
        """Return where a text stands, in reading order, not overlapping; tokens never match."""
        if not text or TOKEN in text:
            return []
        hits = []
        for block in self._editor.bridge.picture().document.blocks:
            start = block.text.find(text)
            while start >= 0:
                hits.append(Span(block.id, start, start + len(text)))
                start = block.text.find(text, start + len(text))
        return hits

    def _show(self, cursor: QTextCursor) -> None:
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()


def _same_range(a: QTextCursor, b: QTextCursor) -> bool:
    return (a.selectionStart(), a.selectionEnd()) == (b.selectionStart(), b.selectionEnd())
