"""Shapes of paragraphs (alignment, indent, line height) on the live text: always part of another edit's undo step."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from assistant.ui.editor import properties as prop
from assistant.ui.editor.laying_out import finish_layout
from assistant.ui.editor.look import PageLook, same_shape


class Shapes:
    """Keeps the block formats of one text in the look of its roles."""

    def __init__(self, text: QTextDocument, look: PageLook) -> None:
        """Serve one text document."""
        self._text = text
        self._look = look

    def show(self, looks: dict[int, str]) -> list[QTextBlock]:
        """Give text blocks (by number) the shape of their role; return those that changed.

        The change joins the edit that brought the role about, or, where nothing was edited yet, leaves no trace. While
        there is something to redo nothing is touched, for that would end it.
        """
        changes = []
        for number, key in looks.items():
            block = self._text.findBlockByNumber(number)
            if (block.blockFormat().property(prop.BLOCK_LOOK) or "body") != key:
                changes.append((block, key))
        if not changes or self._text.isRedoAvailable():
            return []
        finish_layout(self._text)
        untouched = not self._text.isUndoAvailable()
        modified = self._text.isModified()
        if untouched:
            self._text.setUndoRedoEnabled(False)
        cursor = QTextCursor(self._text)
        cursor.joinPreviousEditBlock()
        for block, key in changes:
            self.set(block, key)
        cursor.endEditBlock()
        if untouched:
            self._text.setUndoRedoEnabled(True)
        self._text.setModified(modified)
        return [block for block, _ in changes]

    def set(self, block: QTextBlock, key: str) -> None:
        """Give one paragraph the shape of a look key."""
        fmt = block.blockFormat()
        fmt.merge(self._look.shape(key, block.text()))
        if key == "body":
            fmt.clearProperty(prop.BLOCK_LOOK)
        else:
            fmt.setProperty(prop.BLOCK_LOOK, key)
        QTextCursor(block).setBlockFormat(fmt)

    def sync(self, block: QTextBlock) -> None:
        """Keep indent and leading spaces together two characters wide; part of the edit that is under way."""
        fmt = block.blockFormat()
        if fmt.property(prop.BLOCK_OPAQUE) is not None:
            return
        key = fmt.property(prop.BLOCK_LOOK) or "body"
        if fmt.property(prop.BLOCK_PHANTOM) and block.length() == 1:
            shape = self._look.shape("phantom", "")
            if not same_shape(fmt, shape):
                fmt.merge(shape)
                QTextCursor(block).setBlockFormat(fmt)
        elif not same_shape(fmt, self._look.shape(key, block.text())):
            self.set(block, key)
