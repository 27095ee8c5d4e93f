"""From other threads into the UI thread.

A thread must never hold the last reference to an object of Qt that the window made: letting go of it there deletes it
beside the UI thread, which may be telling it something at that moment (seen: a crash in the middle of an event). So a
thread is given a Mail and plain values, no method of such an object; whoever waits for the answer keeps the rest. The
Mail is an object of Qt itself, and a thread may well be the last to hold it, when its window is gone: so none is ever
let go of. There is a handful of them in the life of a program, and none keeps its receiver alive.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

_EVERY_MAIL: list["Mail"] = []


class Mail(QObject):
    """Carries two values at a time to `receive`, a method of an object in the UI thread; it may outlive that object."""

    _posted = Signal(object, object)

    def __init__(self, receive: Callable[[Any, Any], None]) -> None:
        """Make it in the UI thread."""
        super().__init__()
        self._posted.connect(receive)
        _EVERY_MAIL.append(self)

    def post(self, one: object, other: object) -> None:
        """Send two values, from any thread; where nobody is left to receive them they are dropped."""
        self._posted.emit(one, other)
