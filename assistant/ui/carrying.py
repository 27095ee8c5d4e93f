"""带走 and 带回: everything of this machine in one encrypted file, and back again, joined with what is there."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.answers import Answer
from assistant.errors import AssistantError
from assistant.formats.disk import read_file
from assistant.jobs import Pack, Unpack
from assistant.settings import merged, read_settings
from assistant.storage.carrying import Brought
from assistant.storage.drafts import DraftStore
from assistant.transfer.parcel import DRAFTS, SETTINGS, Parcel
from assistant.ui.background import Background
from assistant.ui.dialogs.password import PasswordDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.own_file import FILE as OWN
from assistant.ui.preferences import FILE, Preferences
from assistant.ui.storing import Storing
from assistant.ui.work import Work

SUFFIX = ".shuzhi"
FILTER = f"述职助手打包文件 (*{SUFFIX})"
PATIENCE = 120_000
"""Milliseconds that packing may take."""


class Carrying:
    """Packs and unpacks; built and connected by `keeping_features`.

    `keep` puts the text on the desk into the store first; `changed` is told that the store holds other texts now.
    `join_own` joins the file of own phrases of another computer with the one here; it runs in the I/O thread.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        storing: Storing,
        preferences: Preferences,
        folder: Path,
        *,
        work: Callable[[], Work | None],
        keep: Callable[[], bool],
        changed: Callable[[], None],
        join_own: Callable[[bytes], None],
    ) -> None:
        """Connect nothing."""
        self._window = window
        self._background = background
        self._storing = storing
        self._preferences = preferences
        self._folder = folder
        self._work = work
        self._keep = keep
        self._changed = changed
        self._join_own = join_own

    # ---- 带走 -----------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Ask for a password and a place, and pack everything."""
        password = PasswordDialog.ask(new=True, parent=self._window)
        if password is None:
            return
        name = f"述职助手-带走-{date.today():%Y%m%d}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, "带走", str(Path.home() / name), FILTER)
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX)
        self._keep()
        self._window.status.show_progress("正在打包…")
        self._storing.ask(_snapshot, (b"", 0, 0), lambda found: self._read(path, password, *found), self._fail)

    def _read(self, path: Path, password: str, database: bytes, drafts: int, reports: int) -> None:
        """Read the small files, outside the UI thread, and have all of it packed."""

        def read() -> dict[str, bytes]:
            found = {DRAFTS: database} if database else {}
            for name, place in ((SETTINGS, self._folder / FILE), (OWN, self._folder / OWN)):
                if place.exists():
                    found[name] = read_file(place)
            return found

        def pack(files: dict[str, bytes]) -> None:
            parcel = Parcel(files, datetime.now(UTC).isoformat(timespec="seconds"))
            self._background.submit(Pack(path, parcel, password), done, self._fail, patience=PATIENCE)

        def done(_answer: Answer) -> None:
            self._window.status.end_progress()
            words = f"已打包到“{path.name}”：{drafts} 份草稿、{reports} 份往年报告，还有设置和词库。"
            self._window.messages.show_message(Message(words, "done"))

        self._background.run_io(read, pack, self._fail)

    # ---- 带回 -----------------------------------------------------------------------------------------------------

    def bring(self) -> None:
        """Ask for a parcel and its password, and join what is in it with what is here."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "带回", str(Path.home()), FILTER)
        if not chosen:
            return
        path = Path(chosen)
        password = PasswordDialog.ask(new=False, name=path.name, parent=self._window)
        if password is None:
            return
        self._keep()
        self._window.status.show_progress("正在带回…")

        def unpacked(answer: Answer) -> None:
            if not isinstance(answer, Parcel):
                raise TypeError(answer)
            self._join(answer)

        self._background.submit(Unpack(path, password), unpacked, self._fail, patience=PATIENCE)

    def _join(self, parcel: Parcel) -> None:
        work = self._work()
        on_desk = None if work is None else work.draft.id
        database = parcel.files.get(DRAFTS, b"")

        def join(store: DraftStore) -> Brought:
            return store.copies.bring(database, on_desk) if database else Brought()

        self._storing.run(join, lambda brought: self._join_files(parcel, brought), self._fail)

    def _join_files(self, parcel: Parcel, brought: Brought) -> None:
        theirs = read_settings(parcel.files.get(SETTINGS, b"{}"))
        self._preferences.replace(merged(self._preferences.settings, theirs))

        def write() -> None:
            if OWN in parcel.files:
                self._join_own(parcel.files[OWN])

        def done(_nothing: None) -> None:
            self._window.status.end_progress()
            self._window.messages.show_message(Message(_told(brought), "done"))
            self._changed()

        self._background.run_io(write, done, self._fail)

    def _fail(self, error: AssistantError) -> None:
        self._window.status.end_progress()
        self._window.messages.show_error(error)


def _snapshot(store: DraftStore) -> tuple[bytes, int, int]:
    return store.copies.snapshot(), len(store.list()), len(store.past.list())


def _told(brought: Brought) -> str:
    """Return what came, in one sentence."""
    parts = [f"{brought.drafts} 份新草稿", f"{brought.reports} 份往年报告"]
    if brought.both:
        parts.append(f"{brought.both} 份两边都改过的草稿（两个版本都留着，见“历史版本”）")
    return f"已带回 {'、'.join(parts)}，设置和词库也合在一起了；这台电脑上原有的都还在。"
