"""One text of the library, to be read and copied from, with what was looked for marked."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.document.block import Document
from assistant.text.characters import TOKEN
from assistant.ui.theme import Theme, set_kind

_MARGIN = 24
"""Pixels around the text."""
_LINE = 150
"""Line height in per cent."""


class LibraryText(QTextEdit):
    """Shows a text that can't be changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "page")
        self.theme = theme
        self.setReadOnly(True)
        self.setAccessibleName("选中的文稿")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._blocks: tuple[str, ...] = ()
        self._found: list[QTextCursor] = []

    def show_text(self, document: Document | None) -> None:
        """Show a text from its beginning; None: nothing."""
        texts = () if document is None else tuple(_readable(block.text, block.label) for block in document.blocks)
        self._blocks, self._found = texts, []
        content = QTextDocument(self)
        content.setUndoRedoEnabled(False)
        content.setDocumentMargin(_MARGIN)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.1)
        content.setDefaultFont(font)
        content.setPlainText("\n".join(text.replace("\n", "\u2028") for text in texts))
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(content)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self.setDocument(content)  # Qt deletes the one before: this widget was its parent
        self.setExtraSelections([])

    def mark(self, words: Sequence[str], blocks: Sequence[int]) -> int:
        """Mark the words in the paragraphs that hold them, show the first, and return how many are marked.

        The search passes over punctuation; where a word doesn't stand so to the letter, its paragraph is marked.
        """
        look = QTextCharFormat()
        look.setBackground(self.theme.colour("blank"))
        self._found = []
        for number in blocks:
            block = self.document().findBlockByNumber(number)
            places = sorted(place for word in words if word for place in _places(block.text(), word))
            for start, end in places or [(0, len(block.text()))]:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                self._found.append(cursor)
        marks = []
        for cursor in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)
        if self._found:
            self._show(self._found[0])
        return len(self._found)

    def step(self, *, forwards: bool) -> None:
        """Go to the next marked place, or the one before; after the last comes the first."""
        if not self._found:
            return
        here = self.textCursor()
        if forwards:
            later = [one for one in self._found if one.selectionStart() >= here.selectionEnd()]
            self._show(later[0] if later else self._found[0])
        else:
            earlier = [one for one in self._found if one.selectionEnd() <= here.selectionStart()]
            self._show(earlier[-1] if earlier else self._found[-1])

    def passage(self) -> tuple[str, ...]:
        """Return the paragraphs that are selected, as far as they are; with no selection the one under the caret."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            texts = cursor.selectedText().replace("\u2028", "\n").split("\u2029")
        else:
            number = cursor.blockNumber()
            texts = [self._blocks[number]] if number < len(self._blocks) else []
        return tuple(text for text in texts if text.strip())

    def _show(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        bar, middle = self.verticalScrollBar(), self.viewport().height() // 2
        bar.setValue(bar.value() + self.cursorRect().center().y() - middle)  # with what leads to it


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands in a text, in UTF-16 as Qt counts; capitals don't matter."""
    found = text.lower().find(word.lower())
    while found >= 0:
        start = len(text[:found].encode("utf-16-le")) // 2
        yield start, start + len(text[found : found + len(word)].encode("utf-16-le")) // 2
        found = text.lower().find(word.lower(), found + len(word))


def _readable(text: str, label: str) -> str:
    """Return a paragraph as it reads: its automatic number before it, nothing where a picture or a note mark stands."""
    words = text.replace(TOKEN, "")
    return f"{label} {words}" if label else words
