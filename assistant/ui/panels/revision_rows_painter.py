"""How a row of the list of changes looks: what was changed and how, who did it when, conversations indented."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from assistant.ui.models.findings_rows import visible
from assistant.ui.models.revisions_model import kind_word
from assistant.ui.models.revisions_rows import ChangeRow, RowKind
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.panels.row_painting import paint_ground
from assistant.ui.theme import Theme

COLOURS = {"insert": "accent", "move_to": "accent", "delete": "error", "move_from": "error"}
"""The colour role of what was added and what was taken; a line under or through the words says the same."""

_DONE = "已解决"
_REPLY = 16
_GAP = 8


class RevisionRowPainter:
    """Paints rows of revisions and comments."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def height(self, row: ChangeRow, font: QFont) -> int:
        """Return one line for headings, two for changes, three for a comment that stands on words."""
        if row.kind == RowKind.GROUP:
            return drawing.row_height(font)
        lines = 2 if _anchor(row) else 1
        return QFontMetrics(font).height() + lines * QFontMetrics(drawing.small(font)).height() + 10

    @override
    def buttons(self, rect: QRect, font: QFont, row: ChangeRow) -> tuple[tuple[str, QRect], ...]:
        """Return none: what can be done stands in the card below the list, in real buttons."""
        return ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: ChangeRow) -> None:
        """Paint a row."""
        paint_ground(painter, option, self.theme)
        if row.kind == RowKind.GROUP:
            self._heading(painter, option, row)
            return
        rect, metrics = option.rect, QFontMetrics(option.font)
        left = rect.left() - 14 + (_REPLY if row.reply else 0)  # below the group's name, where its arrow stands
        first = QRect(left, rect.top() + 5, rect.right() - 14 - left, metrics.height())
        if row.revision is not None:
            self._change(painter, first, row)
        else:
            self._remark(painter, first, row)
        self._below(painter, first, row)

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: ChangeRow) -> None:
        painter.setFont(drawing.strong(option.font))
        self._line(painter, option.rect, row.title, "text")
        x = painter.fontMetrics().horizontalAdvance(row.title) + _GAP
        painter.setFont(drawing.small(option.font))
        self._line(painter, option.rect.adjusted(x, 0, 0, 0), str(len(row.children)), "muted")

    def _change(self, painter: QPainter, box: QRect, row: ChangeRow) -> None:
        """Paint `插入 words`, the words underlined or struck through as in the text."""
        plain, word = painter.font(), kind_word(row)
        colour = COLOURS.get(row.revision.kind, "hint")
        painter.setFont(drawing.strong(plain))
        self._line(painter, box, word, colour)
        x = painter.fontMetrics().horizontalAdvance(word) + _GAP
        words = QFont(plain)
        if visible(row.revision.text):
            words.setUnderline(row.revision.kind in ("insert", "move_to"))
            words.setStrikeOut(row.revision.kind in ("delete", "move_from"))
        painter.setFont(words)
        self._line(painter, box.adjusted(x, 0, 0, 0), row.words, "text")
        painter.setFont(plain)

    def _remark(self, painter: QPainter, box: QRect, row: ChangeRow) -> None:
        """Paint the number that stands in the text too, then what is said."""
        plain, ink = painter.font(), "muted" if row.done else "text"
        if not row.reply:
            painter.setFont(drawing.strong(plain))
            number = f"[{row.ordinal}]"
            self._line(painter, box, number, "muted" if row.done else "hint")
            box = box.adjusted(painter.fontMetrics().horizontalAdvance(number) + _GAP, 0, 0, 0)
            painter.setFont(plain)
        self._line(painter, box, row.words, ink)

    def _below(self, painter: QPainter, first: QRect, row: ChangeRow) -> None:
        painter.setFont(drawing.small(painter.font()))
        height = painter.fontMetrics().height()
        line = QRect(first.left(), first.bottom() + 1, first.width(), height)
        who = "回复 · " if row.reply else ""
        room = line
        if row.done and not row.reply:
            self._line(painter, line, _DONE, "muted", drawing.RIGHT)
            room = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(_DONE) - _GAP, 0)
        self._author(painter, room, f"{who}{row.author}", f" · {row.when}" if row.when else "")
        if _anchor(row):
            below = line.translated(0, height)
            painter.fillRect(QRect(below.left(), below.top() + 2, 2, height - 4), self.theme.colour("edge"))
            self._line(painter, below.adjusted(_GAP, 0, 0, 0), _anchor(row), "muted")

    def _author(self, painter: QPainter, box: QRect, author: str, when: str) -> None:
        """Paint who and when; a long name gives way to the date."""
        metrics = painter.fontMetrics()
        room = box.width() - metrics.horizontalAdvance(when)
        name = metrics.elidedText(author, Qt.TextElideMode.ElideRight, max(room, 0))
        self._line(painter, box, name + when, "muted")

    def _line(
        self, painter: QPainter, box: QRect, text: str, colour: str, side: Qt.AlignmentFlag = drawing.LEFT
    ) -> None:
        painter.setPen(self.theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side, shown)


def _anchor(row: ChangeRow) -> str:
    return "" if row.comment is None or row.reply else visible(row.comment.anchor)
