"""The rules as the worker has them, asked for once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.answers import Answer
from assistant.checks.switches import RuleBook
from assistant.errors import AssistantError
from assistant.jobs import ListRules, TakeFormulations
from assistant.ui.background import Background


class RuleBooks(QObject):
    """Gives the rule book to who asks; the window process never reads the rules itself.

    Signals: `known` the book; `renewed` it is another one, for the dated formulations are newer.
    """

    known = Signal(object)
    renewed = Signal()

    def __init__(
        self, background: Background, trouble: Callable[[AssistantError], None], parent: QObject | None = None
    ) -> None:
        """`trouble` tells why there is none."""
        super().__init__(parent)
        self._background = background
        self._trouble = trouble
        self._book: RuleBook | None = None

    def ask(self, then: Callable[[RuleBook], None]) -> None:
        """Hand over the rule book, at once where it is known; a widget's method goes with the widget."""
        if self._book is not None:
            then(self._book)
            return
        self.known.connect(then)
        self._background.submit(ListRules(), self._take, self._trouble, key="rules", first=True)

    def take_newer(self, path: Path, failed: Callable[[AssistantError], None]) -> None:
        """Use a newer file of dated formulations from now on; `renewed` follows, or `failed` is told why not."""

        def done(answer: Answer) -> None:
            self._take(answer)
            self.renewed.emit()

        self._background.submit(TakeFormulations(path), done, failed, key="formulations", first=True)

    def _take(self, answer: Answer) -> None:
        if not isinstance(answer, RuleBook):
            raise TypeError(answer)
        self._book = answer
        self.known.emit(answer)
