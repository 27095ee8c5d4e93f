"""Offers under the caret as a short list; the text keeps the focus, the list only borrows a few of its keys."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QTextEdit

from assistant.ui.overriding import override
from assistant.ui.theme import ROW, SPACE, set_kind

_Key = Qt.Key
_TAKING = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab})
_MOVING = {_Key.Key_Up: -1, _Key.Key_Down: 1}
_MODIFIERS = frozenset({_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta})
_CLOSING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.FocusOut,
        QEvent.Type.Wheel,
        QEvent.Type.Hide,
    }
)
_WIDEST = 420


class OfferList(QListWidget):
    """Shows up to nine offers; `chosen` carries the one taken by click, Enter, Tab or its number.

    Anything else the user does closes it and happens as usual.
    """

    chosen = Signal(str)

    def __init__(self, text: QTextEdit) -> None:
        """Belong to a text; hidden at first."""
        super().__init__(text)
        self._text = text
        self._offers: tuple[str, ...] = ()
        set_kind(self, "popup")
        self.setAccessibleName("续写")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for which in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            which(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self.hide()

    def show_offers(self, offers: tuple[str, ...]) -> None:
        """Show these offers under the caret, the first one selected."""
        self._offers = offers
        self.clear()
        self.addItems([f"{number}  {offer}" for number, offer in enumerate(offers, 1)])
        for row in range(self.count()):
            size = self.sizeHintForIndex(self.model().index(row, 0))
            size.setHeight(ROW)
            self.item(row).setSizeHint(size)
        self._settle()
        self._text.installEventFilter(self)
        self._text.viewport().installEventFilter(self)
        self.show()
        self.raise_()
        self._select(0)

    def _settle(self) -> None:
        """Take the size of the offers, and the place under the caret, or above it where there is no room."""
        margin = SPACE[0]
        width = min(_WIDEST, self.sizeHintForColumn(0) + 2 * (margin + SPACE[2]), self._text.width() - 2 * margin)
        height = ROW * self.count() + 2 * margin
        caret = self._text.cursorRect()
        below = self._text.viewport().mapTo(self._text, caret.bottomLeft()) + QPoint(0, SPACE[0])
        if below.y() + height > self._text.height():
            below.setY(max(0, below.y() - caret.height() - height - 2 * SPACE[0]))
        below.setX(max(margin, min(below.x(), self._text.width() - width - margin)))
        self.setGeometry(below.x(), below.y(), width, height)

    @override
    def hideEvent(self, event: QEvent) -> None:
        """Give the borrowed keys back."""
        self._text.removeEventFilter(self)
        self._text.viewport().removeEventFilter(self)
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Serve the keys of the list; close before anything else happens to the text."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._serve(event, done=kind == QEvent.Type.KeyPress)
        # Input methods send empty events, too, which mean nothing.
        composed = isinstance(event, QInputMethodEvent) and bool(event.preeditString() or event.commitString())
        if kind in _CLOSING or composed:
            self.hide()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _serve(self, event: QKeyEvent, *, done: bool) -> bool:
        """Tell whether a key is one of the list's, and, where it is pressed and not only announced, do it."""
        key = event.key()
        if key in _MODIFIERS:
            return False
        number = key - _Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ours = plain and (key in _TAKING or key in _MOVING or key == _Key.Key_Escape or 0 <= number < self.count())
        if not ours:
            if done:
                self.hide()
            return False
        event.accept()
        if not done:
            return True
        if key in _MOVING:
            self._select((self.currentRow() + _MOVING[_Key(key)]) % self.count())
        elif key == _Key.Key_Escape:
            self.hide()
        else:
            self._take(self.currentRow() if key in _TAKING else number)
        return True

    def _select(self, row: int) -> None:
        self.setCurrentRow(row)
        # Read aloud by a screen reader although the text keeps the focus.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._offers[row]))

    def _take(self, row: int) -> None:
        self.hide()
        if 0 <= row < len(self._offers):
            self.chosen.emit(self._offers[row])
