"""The rows of a live text, kept from one look to the next: only paragraphs that have changed since are read anew."""

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from assistant.document.projection import Row
from assistant.ui.editor.rows import read, row_of


class KeptRows:
    """The rows of one text document, which has to tell of every change of it (`contentsChange`)."""

    def __init__(self, text: QTextDocument) -> None:
        """Know nothing yet."""
        self._text = text
        self._rows: list[Row | None] = []
        self._first, self._last = 0, -1  # the stretch that holds all the unread (None)

    def forget(self) -> None:
        """Have everything read anew at the next look."""
        self._rows = []

    def put(self, rows: Sequence[Row | None]) -> None:
        """Take what the text is known to hold; None where only reading can tell."""
        self._rows = list(rows)
        self._first, self._last = 0, len(self._rows) - 1

    def changed(self, position: int, added: int) -> None:
        """Note a change: `added` characters from `position` on are new, whatever stood there before."""
        count = self._text.blockCount()
        begin, end = self._text.findBlock(position), self._text.findBlock(position + added)
        first = begin.blockNumber()
        last = end.blockNumber() if end.isValid() else count - 1
        more = count - len(self._rows)
        if not begin.isValid() or last - more < first - 1:
            self.forget()
        if not self._rows:
            return
        self._rows[first : last - more + 1] = [None] * (last - first + 1)
        if self._last < self._first:
            self._first, self._last = first, last
        else:
            after = self._last + more if self._last > last - more else last
            self._first, self._last = min(self._first, first), max(after, last)

    def read(self) -> tuple[Row, ...]:
        """Return one row per text block, as the text is now."""
        if len(self._rows) != self._text.blockCount():
            self._rows = list(read(self._text))
        else:
            for number in range(self._first, self._last + 1):
                if self._rows[number] is None:
                    self._rows[number] = row_of(self._text.findBlockByNumber(number))
        self._first, self._last = 0, -1
        return tuple(row for row in self._rows if row is not None)
