"""Two texts side by side, what differs marked by colour and by line, on one page that scrolls as one."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.document.side_by_side import Piece, Row
from assistant.ui.theme import SPACE, Theme

_AROUND = 1
"""Unchanged paragraphs shown before and after a change when only changes are wanted."""
_MARK_STRENGTH = 38
"""Opacity of the ground behind changed characters, of 255."""


class DifferenceView(QTextEdit):
    """Shows rows: on the left what was, on the right what is. Nothing can be written here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("左右对比")
        self.document().setDocumentMargin(SPACE[2])

    def show_text(self, paragraphs: Iterable[str]) -> None:
        """Show one text by itself."""
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, paragraph in enumerate(paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_paragraph())
            cursor.insertText(paragraph.replace("\n", "\u2028"), self._format(changed=False, left=True))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_rows(self, rows: Sequence[Row], titles: tuple[str, str], *, changes_only: bool = False) -> None:
        """Show two texts; with `changes_only` nothing but what changed and the paragraphs next to it."""
        self.document().clear()
        shown = [n for n in range(len(rows)) if not changes_only or _near_change(rows, n)]
        cursor = QTextCursor(self.document())
        if not shown:
            cursor.insertText("两个版本的文字完全一样。", self._format(changed=False, left=True))
            return
        cursor.beginEditBlock()
        table = cursor.insertTable(1 + len(shown), 2, _table(self._theme))
        for column, title in enumerate(titles):
            cell = table.cellAt(0, column).firstCursorPosition()
            cell.insertText(title, self._title())
        for line, number in enumerate(shown, 1):
            for column, side in enumerate((rows[number].left, rows[number].right)):
                self._fill(table.cellAt(line, column).firstCursorPosition(), side, left=column == 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill(self, cursor: QTextCursor, side: tuple[Piece, ...] | None, *, left: bool) -> None:
        cursor.setBlockFormat(_paragraph())
        for piece in side or ():
            cursor.insertText(piece.text.replace("\n", "\u2028"), self._format(changed=piece.changed, left=left))

    def _format(self, *, changed: bool, left: bool) -> QTextCharFormat:
        fmt = QTextCharFormat()
        fmt.setForeground(QColor(self._theme.colour("text")))
        if changed:
            ground = QColor(self._theme.colour("error" if left else "accent"))
            ground.setAlpha(_MARK_STRENGTH)
            fmt.setBackground(ground)
            fmt.setFontStrikeOut(left)
            fmt.setFontUnderline(not left)
        return fmt

    def _title(self) -> QTextCharFormat:
        fmt = QTextCharFormat()
        fmt.setForeground(QColor(self._theme.colour("muted")))
        return fmt


def _near_change(rows: Sequence[Row], place: int) -> bool:
    return any(not row.same for row in rows[max(0, place - _AROUND) : place + _AROUND + 1])


def _paragraph() -> QTextBlockFormat:
    fmt = QTextBlockFormat()
    fmt.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return fmt


def _table(theme: Theme) -> QTextTableFormat:
    fmt = QTextTableFormat()
    fmt.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    fmt.setColumnWidthConstraints([half, half])
    fmt.setCellPadding(SPACE[0])
    fmt.setCellSpacing(0)
    fmt.setBorder(1)
    fmt.setBorderCollapse(True)
    fmt.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    fmt.setBorderBrush(QColor(theme.colour("line")))
    fmt.setHeaderRowCount(1)
    return fmt
