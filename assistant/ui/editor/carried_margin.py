"""A quiet bar in the paper's margin beside sentences that stand as last year and that nobody has confirmed."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from assistant.text.sentences import sentences
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.utf16 import to_units
from assistant.ui.overriding import override
from assistant.ui.theme import Theme

WIDTH = 16
"""Pixels of the margin the bar may take."""
BAR = 3
PAUSE = 80
"""Milliseconds after which the bars follow what is typed: no key waits for them."""
_TIP = "沿用去年，还没有改动，也没有确认（点一下选择）"
_REMEMBERED = 2048

Stretch = tuple[int, int]
"""Start and end of a sentence in its text block, in UTF-16 units."""


class CarriedMargin(QWidget):
    """Lies over the margin of an editor; hidden, and free of cost, until there is something to mark."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        """Belong to an editor."""
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._stretches: Callable[[str], tuple[Stretch, ...]] = _none
        self._connected = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else each bar would have the page painted anew
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("沿用未改的句子")
        self.hide()

    def mark(self, waits: Callable[[str], bool] | None) -> None:
        """Mark the sentences that `waits` says yes to, from now on and as they are edited; None: no more."""
        self._connect(on=waits is not None)
        self.setVisible(waits is not None)
        if waits is None:
            self._stretches = _none
            return
        self._stretches = lru_cache(maxsize=_REMEMBERED)(lambda text: _marked(text, waits))
        self._place()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def bars(self) -> list[QRect]:
        """Return where bars stand now, in the margin's own pixels."""
        found: list[QRect] = []
        for block, top in self._visible():
            stretches = self._stretches(block.text())
            if not stretches:
                continue
            layout = block.layout()
            lines = set()
            for start, end in stretches:
                first, last = layout.lineForTextPosition(start), layout.lineForTextPosition(max(start, end - 1))
                if first.isValid() and last.isValid():
                    lines.update(range(first.lineNumber(), last.lineNumber() + 1))
            for number in sorted(lines):
                line = layout.lineAt(number)
                y = top + line.y()
                found.append(QRectF(4, y, BAR, line.height()).toRect())
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("page"))
        colour = self._theme.colour("carried")
        for bar in self.bars():
            painter.fillRect(bar, colour)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the sentence beside the mouse and ask for its menu."""
        cursor = self._sentence_at(event.position())
        if cursor is not None:
            self._editor.setTextCursor(cursor)
            self._editor.menu_wanted.emit(event.globalPosition())

    def event(self, event: QEvent) -> bool:
        """Say what the bar means, where there is one."""
        if event.type() == QEvent.Type.ToolTip:
            if self._sentence_at(QPointF(event.pos())) is not None:
                QToolTip.showText(event.globalPos(), _TIP, self)
            return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the viewport."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        page = self._editor.viewport().geometry()
        self.setGeometry(max(0, page.left() - WIDTH), page.top(), WIDTH, page.height())
        self.raise_()

    def _connect(self, *, on: bool) -> None:
        if on is self._connected:
            return
        self._connected = on
        bar, layout = self._editor.verticalScrollBar(), self._editor.document().documentLayout()
        if on:
            bar.valueChanged.connect(self.update)
            layout.update.connect(self._repaint)
            self._editor.viewport().installEventFilter(self)
        else:
            bar.valueChanged.disconnect(self.update)
            layout.update.disconnect(self._repaint)
            self._editor.viewport().removeEventFilter(self)

    def _repaint(self, _area: QRectF) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _visible(self) -> Iterator[tuple[QTextBlock, float]]:
        """Yield the text blocks on the screen and where their text begins, in pixels from the top."""
        layout = self._editor.document().documentLayout()
        offset = self._editor.verticalScrollBar().value()
        block = self._editor.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - offset > self.height():
                return
            yield block, box.top() - offset
            block = block.next()

    def _sentence_at(self, point: QPointF) -> QTextCursor | None:
        """Return a cursor over the marked sentence on the line beside a point, None where there is none."""
        for block, top in self._visible():
            for start, end in self._stretches(block.text()):
                layout = block.layout()
                first, last = layout.lineForTextPosition(start), layout.lineForTextPosition(max(start, end - 1))
                if top + first.y() <= point.y() < top + last.y() + last.height():
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + start)
                    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                    return cursor
        return None


def _none(_text: str) -> tuple[Stretch, ...]:
    return ()


def _marked(text: str, waits: Callable[[str], bool]) -> tuple[Stretch, ...]:
    plain = text.replace("\u2028", "\n")
    return tuple((to_units(text, one.start), to_units(text, one.end)) for one in sentences(plain) if waits(one.text))
