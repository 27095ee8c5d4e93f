"""Ghost text: words shown behind the caret that are not in the text.

They lie in the preedit area of their paragraph's layout: the text flows and wraps around them, and neither the text
nor its undo steps, its modified state or a copy of it know them. Input methods show what they compose in the same area,
so a ghost is taken away before anything else happens to the paragraph.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from assistant.ui.editor import properties as prop


class Ghost:
    """The ghost of one text; there is one or none."""

    def __init__(self, document: QTextDocument) -> None:
        """Begin without one."""
        self._document = document
        self._block = QTextBlock()
        self._text = ""
        self.position = -1
        self.colour = QColor(Qt.GlobalColor.gray)

    @property
    def text(self) -> str:
        """What stands behind the caret; '' where there is no ghost."""
        return self._text

    def show(self, cursor: QTextCursor, text: str) -> None:
        """Let a text stand at a caret that has no selection, in place of the ghost before."""
        self.clear()
        block = cursor.block()
        layout = block.layout()
        if not text or layout is None or layout.preeditAreaText():
            return
        at = cursor.position() - block.position()
        self._block, self._text, self.position = block, text, cursor.position()
        formats = _moved(layout.formats(), at, _units(text))
        layout.setPreeditArea(at, text)
        layout.setFormats([*formats, self._look(at)])
        self._document.markContentsDirty(block.position(), block.length())

    def clear(self) -> str:
        """Take the ghost away and return what it was."""
        text, block = self._text, self._block
        self._text, self._block, self.position = "", QTextBlock(), -1
        layout = block.layout() if text and block.isValid() else None
        if layout is None or layout.preeditAreaText() != text:
            return text  # the paragraph is gone, and its layout with it
        at = layout.preeditAreaPosition()
        formats = _moved([f for f in layout.formats() if not _is_ghost(f)], at, -_units(text))
        layout.setPreeditArea(-1, "")
        layout.setFormats(formats)
        self._document.markContentsDirty(block.position(), block.length())
        return text

    def dress(self) -> None:
        """Lay the ghost's look over what has been painted anew under it: no squiggle and no blank reaches into it."""
        layout = self._block.layout() if self._text and self._block.isValid() else None
        if layout is not None and layout.preeditAreaText() == self._text:
            formats = [f for f in layout.formats() if not _is_ghost(f)]
            layout.setFormats([*formats, self._look(layout.preeditAreaPosition())])
            self._document.markContentsDirty(self._block.position(), self._block.length())

    def _look(self, at: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(self.colour)
        look.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        look.setProperty(prop.GHOST, True)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = at, _units(self._text), look
        return found


def _moved(formats: list[QTextLayout.FormatRange], at: int, by: int) -> list[QTextLayout.FormatRange]:
    """Return formats as they are with `by` more (or fewer) characters at a place; as Qt does for what it highlights."""
    for one in formats:
        if one.start >= at + max(0, -by):
            one.start += by
        elif one.start < at and one.start + one.length >= at + max(0, -by):
            one.length += by
    return [one for one in formats if one.length > 0]


def _is_ghost(one: QTextLayout.FormatRange) -> bool:
    return one.format.property(prop.GHOST) is not None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
