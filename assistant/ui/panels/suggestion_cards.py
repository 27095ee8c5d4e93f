"""The list of suggestion cards: what the mouse and the keys do with one."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from assistant.phrases.phrase import OWN, Suggestion
from assistant.ui.models.suggestions_model import SuggestionsModel
from assistant.ui.overriding import override
from assistant.ui.panels.card_delegate import STAR, CardDelegate
from assistant.ui.theme import Theme, set_kind


class SuggestionCards(QListView):
    """Cards.

    Signals with a Suggestion: `chosen` at one click, Enter or the digit of a card; `starred` (S or its ☆) and
    `lessened` (Delete or 少推荐); `edit_wanted` for one of the user's own. `left_upwards` and `left` (out) by the
    keyboard.
    """

    chosen = Signal(object)
    starred = Signal(object)
    lessened = Signal(object)
    edit_wanted = Signal(object)
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
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self._pressed = ""
        self.clicked.connect(lambda index: self.chosen.emit(index.data(Qt.ItemDataRole.UserRole)))

    def current(self) -> Suggestion | None:
        """Return the suggestion the keys are about."""
        one: Suggestion | None = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return one

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, model, one = event.key(), self.model(), self.current()
        number = key - Qt.Key.Key_0 if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 else 0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and one is not None:
            self.chosen.emit(one)
        elif number and plain:
            if model.suggestion(number) is not None:
                self.chosen.emit(model.suggestion(number))
        elif key == Qt.Key.Key_S and plain and one is not None:
            self.starred.emit(one)
        elif key == Qt.Key.Key_Delete and one is not None:
            self.lessened.emit(one)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._button(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else ""
        if not self._pressed:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, pressed = event.position().toPoint(), self._pressed
        self._pressed = ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif self._button(place) == pressed:
            one = self.indexAt(place).data(Qt.ItemDataRole.UserRole)
            (self.starred if pressed == STAR else self.lessened).emit(one)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._button(event.position().toPoint()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer by name what the small buttons and keys do."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.menu_for(index.data(Qt.ItemDataRole.UserRole))
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center()))
        menu.aboutToHide.connect(menu.deleteLater)

    def menu_for(self, one: Suggestion) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(self)
        menu.addAction("插入正文\tEnter", lambda: self.chosen.emit(one))
        menu.addAction("取消收藏\tS" if one.favourite else "收藏\tS", lambda: self.starred.emit(one))
        menu.addAction("少推荐这一句\tDelete", lambda: self.lessened.emit(one))
        if one.source == OWN:
            menu.addSeparator()
            menu.addAction("编辑这条素材…", lambda: self.edit_wanted.emit(one))
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the height of a card follows its width

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _button(self, place: QPoint) -> str:
        index = self.indexAt(place)
        return self.delegate.button_at(index, place) if index.isValid() else ""
