"""What the user does with phrases beside taking one: keep, star, see less, look through, import and export."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.errors import AssistantError
from assistant.phrases.material import OwnPhrases
from assistant.phrases.phrase import OWN, Phrase, Suggestion
from assistant.text.characters import clean
from assistant.text.sentences import sentences
from assistant.ui.background import Background
from assistant.ui.dialogs.own_phrases import OwnPhrasesDialog
from assistant.ui.dialogs.phrase_form import PhraseForm
from assistant.ui.editor.utf16 import to_code_points
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.own_file import export_own, import_own
from assistant.ui.phrasing import Phrasing
from assistant.ui.preferences import Preferences
from assistant.ui.profile import unit_of
from assistant.ui.work import Work

LESSENED, KEPT = "phrase_lessened", "phrase_kept"
"""Keys of the messages about a phrase to be offered less, and about one kept."""

_FILTER = "素材文件 (*.toml)"


class PhraseCommands:
    """Serves the suggestions panel, the menus and the dialog of 我的素材."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        phrasing: Phrasing,
        work: Callable[[], Work | None],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window, self._background, self._preferences = window, background, preferences
        self._phrasing, self._work = phrasing, work
        self._dialog: OwnPhrasesDialog | None = None
        self._before: tuple[Phrase, ...] = ()

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"add_phrase": self.add_selected, "own_phrases": self.show}

    def star(self, one: Suggestion) -> None:
        """Star a phrase, or take its star away."""
        self._phrasing.change(lambda own: own.starring(one.phrase.id, on=not one.favourite))

    def lessen(self, one: Suggestion) -> None:
        """Offer a phrase after all others from now on; the message offers to take it back."""
        identity = one.phrase.id
        on = identity not in self._phrasing.own.less
        self._phrasing.change(lambda own: own.seeing_less(identity, on=on))
        words = "这一句以后排在最后。" if on else "这一句又和别的一样推荐了。"
        self._window.messages.show_message(Message(words, "done", (Choice(identity, "撤销"),), key=LESSENED))

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of our messages."""
        if name == LESSENED:
            on = choice not in self._phrasing.own.less
            self._phrasing.change(lambda own: own.seeing_less(choice, on=on))
        elif name == KEPT:
            self.show()

    def add_selected(self) -> None:
        """Keep the selected words, or the sentence at the caret, as a phrase of the user's own."""
        work = self._work()
        text = self._chosen_words()
        if work is None or not text:
            words = "先在正文里选中一句话，再加入素材。"
            self._window.messages.show_message(Message(words, "info", key=KEPT))
            return
        role = work.analysis.role or "main_work"
        found = PhraseForm.ask(
            Phrase("", text, role, self._phrasing.vocabulary.topics_in(text)[:1], source=OWN),
            self._phrasing.vocabulary,
            unit_of(self._preferences.settings),
            self._window,
        )
        if found is not None:
            self._keep(found)

    def edit(self, one: Suggestion) -> None:
        """Change the wording of one of the user's own phrases."""
        self._edit(one.phrase)

    def show(self) -> None:
        """Show 我的素材 until it is closed."""
        self._dialog = dialog = OwnPhrasesDialog(self._phrasing.vocabulary, self._phrasing.readings, self._window)
        dialog.add_wanted.connect(self._add)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)
        dialog.undo_wanted.connect(self._undo)
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        self.follow()
        try:
            dialog.exec()
        finally:
            self._dialog, self._before = None, ()
            dialog.deleteLater()

    def follow(self) -> None:
        """Show in the dialog what is kept now."""
        if self._dialog is not None:
            self._dialog.show_phrases(self._phrasing.own.phrases)

    def trouble(self, error: AssistantError) -> None:
        """Tell what was not kept, in the dialog where it is open."""
        if self._dialog is not None:
            self._dialog.say(error.message)
        else:
            self._window.messages.show_error(error)

    def _chosen_words(self) -> str:
        cursor = self._window.editor.textCursor()
        if cursor.hasSelection():
            words = cursor.selectedText().replace("\u2029", "\n")
        else:
            text = cursor.block().text()
            place = to_code_points(text, cursor.positionInBlock())
            words = next((one.text for one in sentences(text) if one.start <= place <= one.end), text)
        return clean(words).replace("\n", "").replace("\t", "").strip()

    def _keep(self, phrase: Phrase) -> None:
        known = any(other.text == phrase.text for other in self._phrasing.own.phrases)
        words = "这一句素材里已经有了。" if known else "已加入素材，右边“建议”里点“我的”就能看到。"
        message = Message(words, "done", (Choice("show", "看看素材"),), key=KEPT)
        self._phrasing.change(
            lambda own: own.adding([phrase]), lambda: self._say(words) or self._window.messages.show_message(message)
        )

    def _say(self, words: str, *, undo: bool = False) -> bool:
        if self._dialog is not None:
            self._dialog.say(words, undo=undo)
        return self._dialog is not None

    def _add(self) -> None:
        found = PhraseForm.ask(Phrase("", "", "main_work", source=OWN), self._phrasing.vocabulary, None, self._dialog)
        if found is not None:
            self._keep(found)

    def _edit(self, phrase: Phrase) -> None:
        current = next((p for p in self._phrasing.own.phrases if p.id == phrase.id), phrase)
        found = PhraseForm.ask(current, self._phrasing.vocabulary, None, self._dialog or self._window)
        if found is not None and found != current:
            self._change(lambda own: own.changing(found), "已经改好。")

    def _delete(self, ids: tuple[str, ...]) -> None:
        self._change(lambda own: own.without(ids), f"删除了 {len(ids)} 条。")

    def _undo(self) -> None:
        before, self._before = self._before, ()
        self._phrasing.change(lambda own: replace(own, phrases=before), lambda: self._say("已恢复。"))

    def _change(self, change: Callable[[OwnPhrases], OwnPhrases], words: str) -> None:
        """Change the list; the dialog says what happened and offers to take it back."""
        before = self._phrasing.own.phrases

        def done() -> None:
            self._before = before
            self._say(words, undo=True)

        self._phrasing.change(change, done)

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._dialog, "导入素材", str(Path.home()), _FILTER)
        if name:
            vocabulary = self._phrasing.vocabulary
            self._background.run_io(lambda: import_own(Path(name), vocabulary), self._take_in, self.trouble)

    def _take_in(self, found: OwnPhrases) -> None:
        known = {phrase.text for phrase in self._phrasing.own.phrases}
        new = len({phrase.text for phrase in found.phrases} - known)
        doubled = len(found.phrases) - new
        words = f"导入了 {new} 条" + (f"，{doubled} 条已经有了" if doubled else "") + "。"
        self._change(lambda own: own.adding(found.phrases), words)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._dialog, "导出素材", str(Path.home() / "我的素材.toml"), _FILTER)
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(".toml")
            own = self._phrasing.own
            self._background.run_io(lambda: export_own(path, own), self._say, self.trouble)
