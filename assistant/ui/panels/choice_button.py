"""A button with a menu: its words stand at the left and are elided, an arrow at the right says there is a choice."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.theme import ROW, Theme

_ARROW = 16


class ChoiceButton(QToolButton):
    """Opens its menu at a click, Space or Enter."""

    edge = 8
    """Pixels between its border and its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self._group = QActionGroup(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self.update()

    def clear(self) -> None:
        """Take all choices away."""
        self.menu().clear()
        self._group = QActionGroup(self)

    def add(self, title: str, *, checked: bool) -> QAction:
        """Add a choice; one at a time is checked."""
        return add_choice(self.menu(), title, self._group, checked=checked)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self.edge + _ARROW
        return QSize(width, max(ROW, metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self.edge + 3 * _ARROW, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        text, option.text = option.text, ""
        option.features = QStyleOptionToolButton.ToolButtonFeature.None_
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        box = self.rect().adjusted(self.edge, 0, -self.edge, 0)
        words = QRect(box.left(), box.top(), box.width() - _ARROW, box.height())
        painter.setPen(self._theme.colour("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, drawing.LEFT, shown)
        x = words.left() + min(painter.fontMetrics().horizontalAdvance(shown), words.width()) + 4
        drawing.chevron(painter, QRect(x, box.top(), 12, box.height()), self._theme.colour("muted"), opened=True)


def add_choice(menu: QMenu, title: str, group: QActionGroup, *, checked: bool) -> QAction:
    """Add a choice to a menu; of its group one at a time is checked."""
    action = menu.addAction(title)
    action.setCheckable(True)
    action.setChecked(checked)
    group.addAction(action)
    return action
