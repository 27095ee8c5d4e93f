"""我的词库: the unit's own words, kept in the settings, laid over the text on the desk."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog

from assistant.document.own_words import WordLists, read_words, written_words
from assistant.formats.disk import read_file, write_file
from assistant.formats.encoding import decode
from assistant.settings import Settings
from assistant.ui.background import Background
from assistant.ui.dialogs.word_lists import WordListsDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.preferences import Preferences
from assistant.ui.profile import context_of, with_habits, with_words
from assistant.ui.work import Work

ALLOWED = "word_allowed"
"""Key of the message about a word that is never flagged from now on."""
T = TypeVar("T")
_FILTER = "文本文件 (*.txt)"


class WordCommands:
    """Lets the user keep lists of words; `work` gives the text on the desk or None, `look_again` has it checked."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._work = work
        self._look_again = look_again
        self._dialog: WordListsDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"words": self.ask}

    def ask(self) -> None:
        """Show the lists and take over what the user changes."""
        known = self._lists()
        self._dialog = dialog = WordListsDialog(known, self._window)
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        try:
            accepted = dialog.exec() == QDialog.DialogCode.Accepted
            wanted = dialog.value()
        finally:
            self._dialog = None
            dialog.deleteLater()
        if accepted and wanted != known:
            settings = with_words(self._preferences.settings, wanted.forbidden, wanted.required)
            self._keep(settings, wanted.allowed)
            self._window.messages.show_message(Message("词库记下了，马上生效：禁用词、必写词按“校对”后列出。", "done"))

    def allow(self, word: str) -> None:
        """Never flag a word from now on; the message offers to take it back."""
        known = self._preferences.settings.allowed_words
        if word not in known:
            self._keep(self._preferences.settings, (*known, word))
        words = f"“{word}”已加入词库，以后不再提示。"
        self._window.messages.show_message(Message(words, "done", (Choice(word, "撤销"),), key=ALLOWED))

    def choose(self, name: str, choice: str) -> None:
        """Serve the button of the message about a word: flag it again."""
        if name == ALLOWED:
            known = self._preferences.settings.allowed_words
            self._keep(self._preferences.settings, tuple(word for word in known if word != choice))

    def _lists(self) -> WordLists:
        context = context_of(self._preferences.settings)
        return WordLists(context.forbidden, context.required, self._preferences.settings.allowed_words)

    def _keep(self, settings: Settings, allowed: tuple[str, ...]) -> None:
        self._preferences.replace(settings)
        self._preferences.change(allowed_words=allowed)
        work = self._work()
        if work is not None:
            work.context = with_habits(work.context, self._preferences.settings)
            self._look_again()

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._dialog, "导入词库", str(Path.home()), _FILTER)
        if name:
            self._on_disk(lambda: read_words(decode(read_file(Path(name)))[1]), WordListsDialog.take)

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._dialog, "导出词库", str(Path.home() / "我的词库.txt"), _FILTER)
        if not name or self._dialog is None:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".txt")
        lists = self._dialog.value()

        def write() -> str:
            write_file(path, written_words(lists).encode("utf-8"))
            return f"{lists.size} 个词已导出到“{path.name}”。"

        self._on_disk(write, WordListsDialog.say)

    def _on_disk(self, task: Callable[[], T], then: Callable[[WordListsDialog, T], None]) -> None:
        """Read or write in the I/O thread; the dialog says what came of it, if it is still there."""
        asked = self._dialog

        def told(tell: Callable[[], None]) -> None:
            if asked is not None and asked is self._dialog:
                tell()

        self._background.run_io(
            task,
            lambda value: told(lambda: then(self._dialog, value)),
            lambda error: told(lambda: self._dialog.say(error.message)),
        )
