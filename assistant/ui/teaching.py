"""The completer learns the text on the desk as it is written: each paragraph when the caret has left it."""

import re
import time
from collections import Counter, deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock

from assistant.phrases.completion import Completer
from assistant.text.characters import TOKEN
from assistant.ui.editor import properties as prop
from assistant.ui.editor.editor import Editor

REST = 400
"""Milliseconds after the caret has left a paragraph."""
SLICE = 0.003
"""Seconds of learning in one turn of the event loop."""
MOST = 20_000
"""Characters of the text that are learned, those next to the caret; they take about 7 MB."""

_SHORTEST = 6
_LONGEST = 300
# Characters that are learned at one go: about a millisecond.
_PIECE = re.compile(rf".{{1,{_LONGEST}}}[。！？；]|.{{1,{_LONGEST}}}")


class Teaching(QObject):
    """Keeps what the completer knows of the present text in step with it, all but the paragraph under the caret."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        """Teach nobody yet."""
        super().__init__(parent)
        self._editor = editor
        self._completer: Completer | None = None
        self._taught: Counter[str] = Counter()
        self._block = -1
        self._work: deque[tuple[str, bool]] = deque()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._slice)

    def begin(self, completer: Completer) -> None:
        """Teach this completer the text, from scratch."""
        self.end()
        self._completer = completer
        self._rest.start()

    def end(self) -> None:
        """Have the completer forget the text."""
        self._rest.stop()
        self._slices.stop()
        self._work.clear()
        self._taught.clear()
        self._block = -1
        if self._completer is not None:
            self._completer.close_document()
        self._completer = None

    def caret_moved(self) -> None:
        """Learn soon what the caret has left."""
        block = self._editor.textCursor().blockNumber()
        if self._completer is not None and block != self._block:
            self._block = block
            self._rest.start()

    def look(self) -> None:
        """Learn the paragraphs that are new or changed, and forget those that are no more."""
        if self._completer is None:
            return
        now = Counter(self._pieces())
        self._work.clear()
        self._work.extend((piece, False) for piece in (self._taught - now).elements())
        self._work.extend((piece, True) for piece in (now - self._taught).elements())
        if self._work:
            self._slices.start()

    def _pieces(self) -> Iterator[str]:
        """Yield the paragraphs around the caret, the nearest first, long ones in pieces, but not its own."""
        own = self._editor.textCursor().block()
        back, ahead, left = own.previous(), own.next(), MOST
        while left > 0 and (back.isValid() or ahead.isValid()):
            for block in (back, ahead):
                for piece in _pieces_of(block):
                    left -= len(piece)
                    yield piece
            # Qt begins anew at the other end when it is asked for more behind the last one.
            back = back.previous() if back.isValid() else back
            ahead = ahead.next() if ahead.isValid() else ahead

    def _slice(self) -> None:
        end = time.perf_counter() + SLICE
        while self._work and self._completer is not None:
            piece, new = self._work.popleft()
            if new:
                self._completer.learn(piece)
                self._taught[piece] += 1
            else:
                self._completer.unlearn(piece)
                self._taught -= Counter((piece,))
            if time.perf_counter() > end:
                return
        self._slices.stop()


def _pieces_of(block: QTextBlock) -> list[str]:
    if not block.isValid() or block.blockFormat().property(prop.BLOCK_OPAQUE) is not None:
        return []
    text = block.text().replace("\u2028", "\n").replace(TOKEN, "")
    return [piece for line in text.split("\n") for piece in _PIECE.findall(line) if len(piece) >= _SHORTEST]
