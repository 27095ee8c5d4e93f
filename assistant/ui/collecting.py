"""Python's cycle collector, kept to the UI thread.

Left to itself it runs in whatever thread happens to ask for memory. There it may find a widget or an action that only a
cycle still holds, and delete it beside the UI thread, which ends in a crash.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""
REST = 2.0
"""Seconds without typing before all of memory is looked through: that may take longer than a key may wait."""


def collect_what_is_due(*, all_of_it: bool = True) -> None:
    """Collect what Python itself would by now; the oldest objects only with `all_of_it`."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[2] and all_of_it:
        gc.collect()
    elif due[1]:
        gc.collect(1)
    elif due[0]:
        gc.collect(0)


class Collecting(QObject):
    """Switches the automatic collector off and does its work from a timer; make one, in the UI thread."""

    def __init__(self, parent: QObject) -> None:
        """Begin at once."""
        super().__init__(parent)
        gc.disable()
        self._typed = 0.0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def settle(self) -> None:
        """Leave alone what is there in a moment: the window, and what is built once it has been seen, stay."""
        QTimer.singleShot(EVERY, self, gc.freeze)

    def put_off(self) -> None:
        """Note that the user is typing."""
        self._typed = time.monotonic()

    def _look(self) -> None:
        collect_what_is_due(all_of_it=time.monotonic() - self._typed > REST)
