"""Which keystrokes are one undo step.

Left alone, Qt makes one step of hundreds of typed characters and one of every input-method commit; both are wrong for
Chinese. A group ends at the end of a clause, after a pause, and wherever the caret is moved.
"""

import time

from assistant.ui.editor.keys import Kind

PAUSE = 2.0
"""Seconds without typing after which a new step begins."""

_CLAUSE_ENDS = frozenset("。；！？\n\r.;!?")
_ALONE = frozenset({Kind.BREAK, Kind.SOFT_BREAK, Kind.CUT})


class UndoGroups:
    """Decides whether the next edit joins the one before."""

    def __init__(self) -> None:
        """Begin with nothing to join."""
        self._expected: int | None = None
        self._time = 0.0
        self._kind = Kind.NOTHING
        self._closed = True

    def joins(self, kind: Kind, position: int) -> bool:
        """Tell whether an edit of this kind at this caret position continues the group."""
        return (
            not self._closed
            and kind == self._kind
            and position == self._expected
            and time.monotonic() - self._time < PAUSE
        )

    def note(self, kind: Kind, text: str, position: int) -> None:
        """Remember an edit that was just made and where it left the caret."""
        self._kind = kind
        self._expected = position
        self._time = time.monotonic()
        self._closed = kind in _ALONE or (text != "" and text[-1] in _CLAUSE_ENDS)

    def close(self) -> None:
        """End the group: the next edit is a step of its own."""
        self._closed = True
