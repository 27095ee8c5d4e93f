"""Where messages are: over the top of the page. A text that jumps whenever it is saved can't be read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from assistant.ui.messages import MessageBar
from assistant.ui.overriding import override

WIDTH = 720
"""Widest a message gets, in device-independent pixels."""
GAP = 16
_OTHERWISE = (QEvent.Type.LayoutRequest, QEvent.Type.Show)
_ELSEWHERE = (QEvent.Type.Resize, QEvent.Type.Move)


class MessagePlace(QObject):
    """Keeps the messages where they belong, however many there are.

    `below` is what they lie over now, one of the `pages`: as that gets wider or a panel opens beside it, they follow.
    """

    def __init__(
        self, messages: MessageBar, body: QWidget, pages: tuple[QWidget, ...], below: Callable[[], QWidget]
    ) -> None:
        """Put the messages over `body`."""
        super().__init__(body)
        self._messages, self._body, self._below = messages, body, below
        messages.setParent(body)
        messages.installEventFilter(self)
        for page in pages:
            for widget in (page, page.parentWidget()):
                widget.installEventFilter(self)

    def place(self) -> None:
        """Centre the messages."""
        middle = self._below()
        left = middle.mapTo(self._body, QPoint(0, 0))
        width = min(middle.width() - 2 * GAP, WIDTH)
        layout = self._messages.layout()
        height = layout.totalHeightForWidth(width) if layout else 0
        height = max(height, self._messages.minimumSizeHint().height())
        self._messages.setGeometry(left.x() + (middle.width() - width) // 2, left.y(), width, height)
        self._messages.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the messages whenever there are more or fewer of them, or the page below is another place."""
        anew = _OTHERWISE if watched is self._messages else _ELSEWHERE
        if event.type() in anew:
            self.place()
        return super().eventFilter(watched, event)
