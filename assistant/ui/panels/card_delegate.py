"""How a suggestion card looks, and where its two small buttons are."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.phrases.phrase import Suggestion
from assistant.ui.models.tree_model import Index
from assistant.ui.overriding import override
from assistant.ui.panels import blank_text, drawing
from assistant.ui.theme import RADIUS, Theme

STAR, LESS = "star", "less"
"""The small buttons of a card: keep it, and offer it less."""

_OUTER, _INNER, _KEY, _GAP = 8, 12, 20, 8
_STATE = QStyle.StateFlag


class CardDelegate(QStyledItemDelegate):
    """Paints a suggestion: key, text with chips, reason and source; buttons under the mouse and on the chosen card."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font, width = self._view.font(), self._view.viewport().width()
        words = blank_text.height(index.data(), font, self._text_width(width))
        return QSize(width, words + self._foot_height() + 4 + 2 * 8 + _GAP)

    def button_at(self, index: Index, place: QPoint) -> str:
        """Return which small button of a card is at a place of the viewport, '' for none."""
        one, rect = index.data(Qt.ItemDataRole.UserRole), self._view.visualRect(index)
        boxes = self._buttons(rect, one)
        return next((name for name, (box, _) in boxes.items() if box.adjusted(-2, -4, 2, 4).contains(place)), "")

    def button_box(self, index: Index, name: str) -> QRect:
        """Return where a small button of a card is, in the viewport."""
        return self._buttons(self._view.visualRect(index), index.data(Qt.ItemDataRole.UserRole))[name][0]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        font, theme = self._view.font(), self.theme
        card = option.rect.adjusted(_OUTER, 0, -_OUTER, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover, focus = self._ground(painter, card, option)
        text = QRectF(card.left() + _INNER + _KEY, card.top() + 8, self._text_width(option.rect.width()), 0)
        key = QRect(card.left() + _INNER, card.top() + 8, _KEY, QFontMetrics(font).height())
        painter.setFont(drawing.strong(font))
        painter.setPen(theme.colour("accent"))
        painter.drawText(key, drawing.LEFT, str(index.row() + 1))
        painter.setFont(font)
        blank_text.paint(painter, one.phrase.text, text, theme)
        self._foot(painter, option.rect, one, buttons=hover or focus)
        painter.restore()

    def _foot(self, painter: QPainter, rect: QRect, one: Suggestion, *, buttons: bool) -> None:
        """Paint why and whence; under the mouse and with the keyboard on it, the buttons instead of the whence."""
        box = self._foot_box(rect)
        painter.setFont(drawing.small(self._view.font()))
        metrics = painter.fontMetrics()
        right = box.right() + 1
        if buttons:
            painter.setPen(self.theme.colour("accent"))
            for place, words in self._buttons(rect, one).values():
                painter.drawText(place, drawing.CENTRE, words)
                right = min(right, place.left())
        painter.setPen(self.theme.colour("muted"))
        if not buttons:
            source = f"★ {one.source}" if one.favourite else one.source
            painter.drawText(box, drawing.RIGHT, source)
            right -= metrics.horizontalAdvance(source)
        why = f"已用过 · {one.reason}" if one.used else one.reason
        room = right - box.left() - 8
        painter.drawText(box, drawing.LEFT, metrics.elidedText(why, Qt.TextElideMode.ElideRight, room))

    def _buttons(self, rect: QRect, one: Suggestion) -> dict[str, tuple[QRect, str]]:
        box, metrics = self._foot_box(rect), QFontMetrics(drawing.small(self._view.font()))
        words = {LESS: "少推荐", STAR: "★ 已收藏" if one.favourite else "☆ 收藏"}
        right, result = box.right() + 1, {}
        for name, text in words.items():
            width = metrics.horizontalAdvance(text)
            result[name] = (QRect(right - width, box.top(), width, box.height()), text)
            right -= width + 12
        return result

    def _foot_box(self, rect: QRect) -> QRect:
        card = rect.adjusted(_OUTER, 0, -_OUTER, -_GAP)
        left, height = card.left() + _INNER + _KEY, self._foot_height()
        return QRect(left, card.bottom() - 8 - height + 1, card.right() - _INNER - left, height)

    def _foot_height(self) -> int:
        return QFontMetrics(drawing.small(self._view.font())).height()

    def _ground(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> tuple[bool, bool]:
        hover = bool(option.state & _STATE.State_MouseOver)
        focus = bool(option.state & _STATE.State_Selected) and self._view.hasFocus()
        theme = self.theme
        painter.setPen(QPen(theme.colour("accent"), 2) if focus else QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("hover" if hover else "page"))
        edge = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(card).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)
        return hover, focus

    @staticmethod
    def _text_width(width: int) -> int:
        return width - 2 * _OUTER - 2 * _INNER - _KEY
