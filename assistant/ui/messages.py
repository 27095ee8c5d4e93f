"""The bar above the page that tells the user what happened: one sentence, at most two buttons, never in the way."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.errors import AssistantError
from assistant.ui.icons import Icons
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

MOST = 2
"""Messages shown at once; a newer one pushes out the oldest of those that matter least."""

LINGER = 8000
"""How long a message of success without a button stays, in milliseconds."""

TONES = {"done": "accent", "info": "hint", "warning": "suspect", "error": "error"}
"""Tone of a message, from least to most important → colour role; each has an icon of the same name."""

NAMES = {"done": "完成", "info": "说明", "warning": "注意", "error": "出错"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message: `id` comes back in the signal, `label` is read."""

    id: str
    label: str


CHECK = Choice("check", "校对")
"""Goes on to the proofreading, as the command of that name does."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the user. Messages of one `key` replace each other; without a key the sentence is the key.

    A `lasting` one is about the program, not the document: it stays when another document is shown.
    """

    text: str
    tone: str = "info"
    choices: tuple[Choice, ...] = ()
    key: str = ""
    lasting: bool = False

    def __post_init__(self) -> None:
        """Refuse what the bar can't show."""
        if self.tone not in TONES or len(self.choices) > 2:
            raise ValueError(self)

    @property
    def name(self) -> str:
        """What the message is addressed by."""
        return self.key or self.text


class MessageBar(QWidget):
    """Shows up to two messages; `chosen` carries the name of the message and the id of the button pressed."""

    chosen = Signal(str, str)
    closed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None, linger: int = LINGER) -> None:
        super().__init__(parent)
        self._icons = icons
        self._linger = linger
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], 0)
        self._column.setSpacing(SPACE[0])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("消息")
        self.hide()

    def messages(self) -> tuple[Message, ...]:
        """Return what is shown, oldest first."""
        return tuple(row.message for row in self._rows)

    def show_message(self, message: Message) -> None:
        """Show a message, in the place of one with the same name if there is one."""
        old = next((row for row in self._rows if row.message.name == message.name), None)
        place = self._rows.index(old) if old else len(self._rows)
        if old:
            self._drop(old)
        elif len(self._rows) == MOST:
            self._drop(self._least())
            place = len(self._rows)
        row = _Row(message, self._icons)
        row.pressed.connect(self._choose)
        row.dismissed.connect(self._close)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        self.show()
        if message.tone == "done" and not message.choices:
            QTimer.singleShot(self._linger, row, lambda: self._expire(row))
        # Read aloud by a screen reader without moving the focus.
        spoken = QAccessibleAnnouncementEvent(self, f"{NAMES[message.tone]}：{message.text}")
        QAccessible.updateAccessibility(spoken)

    def show_error(self, error: AssistantError) -> None:
        """Show the sentence an error carries for the user."""
        self.show_message(Message(error.message, "error"))

    def dismiss(self, name: str) -> None:
        """Take away the message of this name, if it is there."""
        for row in [row for row in self._rows if row.message.name == name]:
            self._drop(row)

    def answered(self, choice: Choice) -> None:
        """Take away the messages that offer a choice which the user has just made elsewhere."""
        for row in [row for row in self._rows if choice in row.message.choices]:
            self._drop(row)

    def clear(self) -> None:
        """Take away the messages that were about a document: another one is shown now."""
        for row in [row for row in self._rows if not row.message.lasting]:
            self._drop(row)

    def _least(self) -> "_Row":
        order = tuple(TONES)
        return min(self._rows, key=lambda row: order.index(row.message.tone))

    def _choose(self, row: "_Row", choice: str) -> None:
        name = row.message.name
        self._drop(row)
        self.chosen.emit(name, choice)

    def _close(self, row: "_Row") -> None:
        name = row.message.name
        self._drop(row)
        self.closed.emit(name)

    def _expire(self, row: "_Row") -> None:
        # Someone who reads or has tabbed into it is not interrupted.
        if row not in self._rows:
            return
        if row.underMouse() or row.isAncestorOf(QApplication.focusWidget() or self):
            QTimer.singleShot(self._linger, row, lambda: self._expire(row))
        else:
            self._drop(row)

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._rows))


class _Row(QFrame):
    """One message: icon, sentence, buttons, ×. Escape closes it."""

    pressed = Signal(object, str)
    dismissed = Signal(object)

    def __init__(self, message: Message, icons: Icons) -> None:
        super().__init__()
        self.message = message
        set_kind(self, "message")
        self.setProperty("tone", message.tone)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE[2], SPACE[0], SPACE[0], SPACE[0])
        line.setSpacing(SPACE[1])
        picture = QLabel()
        picture.setAccessibleName(NAMES[message.tone])
        icons.dress(picture, message.tone, TONES[message.tone])
        self.sentence = QLabel(message.text)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(picture)
        line.addWidget(self.sentence, 1)
        for choice in message.choices:
            button = QPushButton(choice.label)
            button.clicked.connect(lambda *_, which=choice.id: self.pressed.emit(self, which))
            line.addWidget(button)
        close = QToolButton()
        close.setToolTip("关闭这条消息（Esc）")
        close.setAccessibleName("关闭消息")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.dress(close, "close", "muted")
        close.clicked.connect(lambda: self.dismissed.emit(self))
        line.addWidget(close)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, from any of its buttons."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit(self)
        else:
            super().keyPressEvent(event)
