"""When the next words are shown behind the caret, and which: the first offer of the completer, where it is worth it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from assistant.errors import AssistantError
from assistant.phrases.completion import GHOST_GAIN, Completer, Completion
from assistant.phrases.wording import Wording
from assistant.ui.editor.ghosted_text import CLAUSE_MARKS
from assistant.ui.learning import Learning
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.panels.offer_list import OfferList
from assistant.ui.preferences import Preferences
from assistant.ui.teaching import Teaching

PAUSE = 60
"""Milliseconds after a key; who types on sees nothing flicker."""
LONG_PAUSE = 150
"""The same in a paragraph of more than `LONG` characters, which takes long to lay out."""
LONG = 2000
EXPLANATION = "ghost"
"""Key of the message that explains the grey words, once."""

_OFFERS = 5


class Ghosting(QObject):
    """Asks the completer and shows what it says: unasked as a ghost, on request as a list under the caret."""

    def __init__(
        self, window: MainWindow, preferences: Preferences, learning: Learning, parent: QObject | None = None
    ) -> None:
        """Nothing is loaded before a text is open, and then only if ghosts are wanted."""
        super().__init__(parent)
        self._window, self._editor = window, window.editor
        self._preferences = preferences
        self._learning = learning
        self._teaching = Teaching(window.editor, self)
        self._completer: Completer | None = None
        self._wording: Wording | None = None
        self._list_wanted = False
        self._loading = False
        self._open = False
        self._place = -1
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.show_ghost)
        self.offers = OfferList(window.editor)
        # Before the command itself, which then finds the text without a ghost.
        for action in window.actions_by_id.values():
            action.triggered.connect(lambda *_: self._editor.drop_ghost())

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"ghost": self.switch, "completions": self.list_offers}

    def connect_parts(self) -> None:
        """Listen to the editor, to the completer's files and to the list."""
        self._editor.typed.connect(self._typed)
        self._editor.caret_moved.connect(self._caret_moved)
        self._learning.ready.connect(self._take)
        self._learning.failed.connect(self._failed)
        self.offers.chosen.connect(self._insert)
        self._window.messages.chosen.connect(self._answer)
        self._window.action("ghost").setChecked(self._on)

    def text_opened(self) -> None:
        """Another text is on the desk."""
        self._open = True
        self._timer.stop()
        self.offers.hide()
        if self._completer is not None:
            self._teach()
        self.learned_anew()

    def desk_cleared(self) -> None:
        """No text is on the desk."""
        self._open = False
        self._timer.stop()
        self.offers.hide()
        self._teaching.end()

    def switch(self) -> None:
        """Show ghosts from now on, or no more, as the menu's tick says."""
        self.set_on(on=self._window.action("ghost").isChecked())

    def set_on(self, *, on: bool) -> None:
        """Show ghosts from now on, or no more, and remember it."""
        self._preferences.change(ghost=on)
        self._window.action("ghost").setChecked(on)
        if not on:
            self._timer.stop()
            self._editor.drop_ghost()
        elif self._open and self._completer is None:
            self._load()

    def _caret_moved(self) -> None:
        if self._preferences.settings.traceless:
            self._teaching.end()
        else:
            self._teaching.caret_moved()

    # ---- the ghost ------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        if not self._on or self._completer is None or self._editor.ghost.text or self.offers.isVisible():
            return
        self._place = self._editor.textCursor().position()
        self._timer.start(LONG_PAUSE if self._editor.textCursor().block().length() > LONG else PAUSE)

    def show_ghost(self) -> None:
        """Show what may follow at the caret, if it still stands where something was typed."""
        editor = self._editor
        if self._completer is None or editor.textCursor().position() != self._place or not editor.hasFocus():
            return
        before = editor.before_caret()
        if before is None:
            return
        offers = self._completer.complete(before, 1, GHOST_GAIN)
        ghost = fitted(offers[0], editor.after_caret()) if offers else ""
        if ghost:
            editor.show_ghost(ghost)
            # A ghost is no part of the text, so a screen reader would not find it; read aloud when the rest has been.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(editor, f"续写：{ghost}"))
            self._explain()

    def _explain(self) -> None:
        """Say once, at the first ghost ever, what it is."""
        if self._preferences.settings.ghost_explained:
            return
        self._preferences.change(ghost_explained=True)
        words = "光标后面的灰字是续写提示：按 Tab 采用，按 Esc 不要，接着打字就不理它。"
        self._window.messages.show_message(
            Message(words, "info", (Choice("keep", "知道了"), Choice("off", "不再显示")), key=EXPLANATION)
        )

    def _answer(self, name: str, choice: str) -> None:
        if name == EXPLANATION and choice == "off":
            self.set_on(on=False)

    # ---- the list -------------------------------------------------------------------------------------------------

    def list_offers(self) -> None:
        """Show the offers for the caret as a list to choose from."""
        if self._completer is None:
            self._list_wanted = True
            self._load()
            return
        editor = self._editor
        editor.drop_ghost()
        editor.setFocus()
        before = editor.before_caret()
        found = self._completer.complete(before, _OFFERS) if before is not None else ()
        texts = [text for offer in found if (text := fitted(offer, editor.after_caret(), least=0.0))]
        if texts:
            self.offers.show_offers(tuple(dict.fromkeys(texts)))
        else:
            self._window.messages.show_message(Message("这里没有合适的续写，再打几个字试试。", "done", key="offers"))

    def _insert(self, text: str) -> None:
        if self._editor.insert_at_caret(text) is not None:
            self._editor.ensureCursorVisible()
            self._editor.typed.emit()

    # ---- the completer --------------------------------------------------------------------------------------------

    @property
    def _on(self) -> bool:
        return self._preferences.settings.ghost

    def _load(self) -> None:
        if not self._loading:
            self._loading = True
            self._learning.refresh()

    def learned_anew(self) -> None:
        """Look whether other past reports, or another library, are to be learned now."""
        if self._completer is not None or self._on:
            self._load()

    def forgotten(self) -> None:
        """Past reports were forgotten, or others learned: nothing of the former may stay."""
        if self._completer is None and not self._on:
            self._learning.discard()
        self.learned_anew()

    def _take(self, wording: Wording) -> None:
        self._loading = False
        if wording is not self._wording or self._completer is None:
            self._wording = wording
            self._completer = Completer(wording=wording)
            self._completer.prepare()
            self._teach()
        if self._list_wanted and self._open:
            self._list_wanted = False
            self.list_offers()

    def _teach(self) -> None:
        if self._open and self._completer is not None and not self._preferences.settings.traceless:
            self._teaching.begin(self._completer)
        else:
            self._teaching.end()

    def _failed(self, error: AssistantError) -> None:
        self._loading = self._list_wanted = False
        self._window.messages.show_error(error)


def fitted(offer: Completion, after: str, least: float = GHOST_GAIN) -> str:
    """Return what of an offer may stand in front of the rest of a line, '' where that is not worth it.

    In front of a mark it ends before its own first mark, and it never says what stands there already.
    """
    text, gain = offer.text, offer.gain
    if after.strip():
        text = text[: next((i for i, c in enumerate(text) if c in CLAUSE_MARKS), len(text))]
        gain *= max(0, len(text) - 1) / (len(offer.text) - 1)
    return text if len(text) > 1 and gain >= least and not after.startswith(text) else ""
