"""Unsaved drafts and the bin: seen before deciding, met again when their file is opened."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answers import Answer
from assistant.comparing import Differ, Difference
from assistant.errors import AssistantError
from assistant.storage.draft import Draft, DraftInfo
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.drafting import Drafting
from assistant.ui.earlier import Earlier
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.moment import spoken
from assistant.ui.storing import Storing

if TYPE_CHECKING:
    from assistant.ui.dialogs.bin import BinDialog

MET = "met"
"""Key of the message about drafts of the file that was opened."""
_PATIENCE = 60_000


class Recovering:
    """Serves the start page's drafts, the bin, and the message about drafts of an opened file."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        storing: Storing,
        drafting: Drafting,
        *,
        open_path: Callable[[str], None],
    ) -> None:
        """Nothing is looked up before it is asked for."""
        self._window, self._background, self._storing, self._drafting = window, background, storing, drafting
        self._open_path = open_path
        self._met: int | None = None
        self.bin: BinDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"bin": self.show_bin}

    def compare(self, draft: int) -> None:
        """Show a draft beside its file and do what is decided."""
        self._storing.run(lambda store: store.load(draft), self._show, self._window.messages.show_error)

    def meet(self, earlier: Earlier) -> None:
        """Tell of drafts that were never saved to the file on the desk."""
        self._met = earlier.unsaved[0].id if earlier.unsaved else None
        if not earlier.unsaved:
            return
        when = spoken(_local(earlier.unsaved[0].updated), date.today())
        words = f"这个文件有一份没有存进去的草稿（{when}），现在打开的是磁盘上的文件。"
        choices = (Choice("compare", "看差别"), Choice("continue", "接着写草稿"))
        self._window.messages.show_message(Message(words, "warning", choices, key=MET))

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of that message."""
        draft, self._met = (self._met, None) if name == MET else (None, self._met)
        if draft is not None:
            (self.compare if choice == "compare" else self._drafting.load)(draft)

    def show_bin(self) -> None:
        """Show the bin until it is closed."""
        from assistant.ui.dialogs.bin import BinDialog

        self.bin = BinDialog(self._window)
        self.bin.taken_back.connect(self._take_back)
        self.bin.destroyed.connect(self._destroy)
        self._list()
        self.bin.exec()
        self.bin.deleteLater()
        self.bin = None
        self._drafting.ask_unsaved()

    def _show(self, draft: Draft) -> None:
        from assistant.ui.dialogs.recovery import Decision, RecoveryDialog

        path = draft.info.source.path
        dialog = RecoveryDialog(
            draft.info.title or "未命名的述职稿",
            _facts(draft.info),
            draft.document,
            self._window.theme,
            has_file=path is not None,
            parent=self._window,
        )
        open_still = [True]

        def answered(answer: Answer) -> None:
            if open_still and isinstance(answer, Difference):
                dialog.show_difference(answer.rows, answer.words)

        def failed(error: AssistantError) -> None:
            if open_still:
                dialog.show_trouble(error.message)

        if path is not None:
            job = Differ(Path(path), draft.document)
            self._background.submit(job, answered, failed, key="recovery", first=True, patience=_PATIENCE)
        dialog.exec()
        open_still.clear()
        decision = dialog.decision
        dialog.deleteLater()
        if decision is Decision.CONTINUE:
            self._drafting.load(draft.info.id)
        elif decision is Decision.OPEN_FILE and path is not None:
            self._open_path(path)
        elif decision is Decision.DISCARD:
            self._drafting.discard(draft.info.id)

    def _list(self) -> None:
        def listed(drafts: tuple[DraftInfo, ...]) -> None:
            if self.bin is not None:
                self.bin.show_drafts(drafts, datetime.now().astimezone())

        self._storing.ask(DraftStore.deleted, (), listed, self._window.messages.show_error)

    def _take_back(self, drafts: tuple[int, ...]) -> None:
        def task(store: DraftStore) -> None:
            for draft in drafts:
                store.bin.take_back(draft)

        self._storing.run(task, lambda _: self._list(), self._window.messages.show_error)

    def _destroy(self, drafts: tuple[int, ...]) -> None:
        self._storing.run(
            lambda store: store.bin.destroy(drafts), lambda _: self._list(), self._window.messages.show_error
        )


def _facts(info: DraftInfo) -> str:
    where = f"来自 {info.source.path}" if info.source.path else "还没有存成文件"
    return f"最后改于 {spoken(_local(info.updated), date.today())} · {where}"


def _local(time: str) -> datetime:
    return datetime.fromisoformat(time).astimezone().replace(tzinfo=None)
