"""The list of suggestion cards: how a card looks, and the keys that choose one."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.phrases.phrase import Suggestion
from assistant.ui.models.suggestions_model import SuggestionsModel
from assistant.ui.models.tree_model import Index
from assistant.ui.panels import blank_text, drawing
from assistant.ui.theme import RADIUS, Theme, set_kind

_OUTER, _INNER, _KEY, _GAP = 8, 12, 20, 8
_STATE = QStyle.StateFlag


class CardDelegate(QStyledItemDelegate):
    """Paints a suggestion: key, text with chips, reason and source."""

    def __init__(self, theme: Theme, view: "SuggestionCards") -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, D102
        font, width = self._view.font(), self._view.viewport().width()
        words = blank_text.height(index.data(), font, self._text_width(width))
        return QSize(width, words + QFontMetrics(drawing.small(font)).height() + 4 + 2 * 8 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102
        one: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        font, theme = self._view.font(), self.theme
        card = option.rect.adjusted(_OUTER, 0, -_OUTER, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, card, option)
        text = QRectF(card.left() + _INNER + _KEY, card.top() + 8, self._text_width(option.rect.width()), 0)
        key = QRect(card.left() + _INNER, card.top() + 8, _KEY, QFontMetrics(font).height())
        painter.setFont(drawing.strong(font))
        painter.setPen(theme.colour("accent"))
        painter.drawText(key, drawing.LEFT, str(index.row() + 1))
        painter.setFont(font)
        blank_text.paint(painter, one.phrase.text, text, theme)
        self._foot(painter, card, int(text.left()), one, font)
        painter.restore()

    def _foot(self, painter: QPainter, card: QRect, left: int, one: Suggestion, font: QFont) -> None:
        painter.setFont(drawing.small(font))
        painter.setPen(self.theme.colour("muted"))
        metrics = painter.fontMetrics()
        box = QRect(left, card.bottom() - 8 - metrics.height() + 1, card.right() - _INNER - left, metrics.height())
        painter.drawText(box, drawing.RIGHT, one.source)
        room = box.width() - metrics.horizontalAdvance(one.source) - 8
        painter.drawText(box, drawing.LEFT, metrics.elidedText(one.reason, Qt.TextElideMode.ElideRight, room))

    def _ground(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
        hover = bool(option.state & _STATE.State_MouseOver)
        focus = bool(option.state & _STATE.State_Selected) and self._view.hasFocus()
        theme = self.theme
        painter.setPen(QPen(theme.colour("accent"), 2) if focus else QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("hover" if hover else "page"))
        edge = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(card).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)

    @staticmethod
    def _text_width(width: int) -> int:
        return width - 2 * _OUTER - 2 * _INNER - _KEY


class SuggestionCards(QListView):
    """Cards; `chosen` (Suggestion) at one click, Enter or the digit of a card, `left` (up or out) by the keyboard."""

    chosen = Signal(object)
    left_upwards = Signal()
    left = Signal()

    def __init__(self, model: SuggestionsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        set_kind(self, "plain")
        self.setModel(model)
        self.delegate = CardDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(Qt.ItemDataRole.UserRole)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, model = event.key(), self.model()
        number = key - Qt.Key.Key_0 if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 else 0
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().data(Qt.ItemDataRole.UserRole))
        elif number and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if model.suggestion(number) is not None:
                self.chosen.emit(model.suggestion(number))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the height of a card follows its width

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
