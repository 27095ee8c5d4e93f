"""A few lines to answer a comment with; what was begun is kept for each comment until it is sent."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assistant.ui.overriding import override
from assistant.ui.theme import set_kind

_LINES = 3


class ReplyBox(QFrame):
    """Signals: `sent` (the answer without white space around it), `closed` the user went back without sending."""

    sent = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, str] = {}
        self._key = ""
        self.field = QPlainTextEdit(self)
        self.field.setPlaceholderText("写下回复，Ctrl+Enter 发送")
        self.field.setAccessibleName("回复内容")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + 16)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.send, self.cancel = QPushButton("发送", self), QPushButton("取消", self)
        for button, name, kind in ((self.send, "发送回复", "primary"), (self.cancel, "取消回复", "quiet")):
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            set_kind(button, kind)
        self.send.clicked.connect(self._send)
        self.cancel.clicked.connect(self.closed)
        box, line = QVBoxLayout(self), QHBoxLayout()
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(8)
        line.setSpacing(8)
        line.addWidget(self.send)
        line.addWidget(self.cancel)
        line.addStretch(1)
        box.addWidget(self.field)
        box.addLayout(line)
        self._typed()

    def open(self, key: str) -> None:
        """Answer the comment with this key, going on with what was begun for it."""
        self._key = key
        self.field.setPlainText(self._drafts.get(key, ""))
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._typed()

    def begun(self, key: str) -> bool:
        """Tell whether an answer to this comment was begun and not sent."""
        return bool(self._drafts.get(key, "").strip())

    def forget(self, key: str) -> None:
        """Drop what was begun for a comment: it has been sent."""
        self._drafts.pop(key, None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send with Ctrl+Enter, go back with Escape; who comes back to an answer that did not go may send it again."""
        if watched is self.field and event.type() == QEvent.Type.FocusIn:
            self._typed()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        text = self.field.toPlainText()
        if self._key:
            self._drafts[self._key] = text
        self.send.setEnabled(bool(text.strip()))

    def _send(self) -> None:
        if self.send.isEnabled():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.send.setEnabled(False)  # until the text changes or the answer stands in the list: never twice
            self.sent.emit(self.field.toPlainText().strip())
