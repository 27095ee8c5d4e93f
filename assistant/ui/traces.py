"""不留痕 and 清除本机痕迹: what this machine keeps beside the user's files, kept small or thrown away on request."""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assistant.errors import AssistantError, StorageError
from assistant.settings import Settings
from assistant.storage.clearing import STILL_THERE, Kept
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.dialogs.traces import Trace, TracesDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.preferences import Preferences
from assistant.ui.storing import Storing
from assistant.ui.work import Work

_ON = "不留痕已打开：不记历史版本、不学习、不记最近文件；没写完的稿子仍自动保存，防止断电丢失，存成文件后就清掉。"
_OFF = "不留痕已关闭：从现在起照常记历史版本和最近文件。"

BACKUPS = "backup"
"""Folder, in the data folder, of the copies of files that were saved over."""


class Traces:
    """Serves both commands; `changed` is told when something has been cleared.

    `own_files` are the user's own phrases and the like, `past_files` what was made of past reports.
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
        own_files: tuple[str, ...],
        past_files: tuple[str, ...],
        changed: Callable[[], None],
    ) -> None:
        """Connect nothing."""
        self._window = window
        self._background = background
        self._storing = storing
        self._preferences = preferences
        self._folder = folder
        self._work = work
        self._own_files, self._past_files = own_files, past_files
        self._changed = changed
        window.action("traceless").setChecked(preferences.settings.traceless)

    def toggle(self) -> None:
        """Take over what the menu says."""
        on = self._window.action("traceless").isChecked()
        self._preferences.change(traceless=on)
        self._window.messages.show_message(Message(_ON if on else _OFF, "done"))
        self.desk_changed()

    def desk_changed(self) -> None:
        """Where no traces are wanted, let go of drafts that their files hold."""
        if self._preferences.settings.traceless:
            self._storing.ask(lambda store: store.traces.drop_saved(self._on_desk()), None, lambda _: None, self._fail)

    def clear(self) -> None:
        """Show what is kept and throw away what the user ticks."""
        self._storing.ask(lambda store: store.traces.kept(self._on_desk()), Kept(), self._count, self._fail)

    def _count(self, kept: Kept) -> None:
        def sizes() -> tuple[int, int]:
            folder = self._folder / BACKUPS
            return _weigh(folder), sum((self._folder / name).exists() for name in self._own_files)

        self._background.run_io(sizes, lambda found: self._ask(kept, *found), self._fail)

    def _ask(self, kept: Kept, backups: int, own: int) -> None:
        traces = traces_of(kept, backups, own, self._preferences.settings, on_desk=self._work() is not None)
        chosen = TracesDialog.ask(traces, self._window)
        if not chosen:
            return
        besides = self._on_desk()

        def clear_store(store: DraftStore) -> None:
            if "drafts" in chosen:
                store.traces.clear_drafts(besides)
            if "past" in chosen:
                store.traces.clear_past()

        self._preferences.replace(cleared(self._preferences.settings, chosen))
        self._storing.ask(clear_store, None, lambda _: self._clear_files(chosen), self._fail)

    def _clear_files(self, chosen: tuple[str, ...]) -> None:
        def clear() -> None:
            gone = (self._own_files if "own" in chosen else ()) + (self._past_files if "past" in chosen else ())
            try:
                if "backups" in chosen and (self._folder / BACKUPS).exists():
                    shutil.rmtree(self._folder / BACKUPS)
                for name in gone:
                    (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                raise StorageError(STILL_THERE, f"{type(error).__name__}: {error}") from error

        def done(_nothing: None) -> None:
            self._changed()
            words = "已清除。您自己的 Word 文件没有动过，正开着的文稿也还在。"
            self._window.messages.show_message(Message(words, "done"))

        self._background.run_io(clear, done, self._fail)

    def _on_desk(self) -> int | None:
        work = self._work()
        return None if work is None else work.draft.id

    def _fail(self, error: AssistantError) -> None:
        self._window.messages.show_error(error)


def traces_of(kept: Kept, backups: int, own: int, settings: Settings, *, on_desk: bool) -> tuple[Trace, ...]:
    """Return what there is to clear: `backups` are bytes, `own` the number of files of own phrases."""
    besides = "，正开着的那份不清" if on_desk else ""
    lost = f"其中 {kept.unsaved} 份还没有存成文件，清除后找不回来。" if kept.unsaved else ""
    words = len(settings.forbidden_words) + len(settings.required_words) + len(settings.allowed_words)
    profile = "已填写" if settings.unit or settings.person else "没有填写"
    return (
        Trace(
            "drafts",
            "草稿和历史版本",
            f"{kept.drafts} 份草稿、{kept.versions} 个版本，连同它们的备份，约 {_megabytes(kept.size)}{besides}",
            warning=lost,
        ),
        Trace("past", "往年报告和从中学到的用语", f"{kept.reports} 份；原来的文件不动"),
        Trace("recent", "最近使用的文件记录", f"{len(settings.recent)} 条"),
        Trace("backups", "保存文件时留下的备份", f"约 {_megabytes(backups)}"),
        Trace("unit", "单位资料和通知要求", f"单位资料{profile}，通知要求 {len(settings.notices)} 份", usual=False),
        Trace("own", "我的词库、素材和校对设置", f"词库 {words} 条，素材{'有' if own else '没有'}", usual=False),
    )


def cleared(settings: Settings, chosen: tuple[str, ...]) -> Settings:
    """Return the settings without what was chosen to be cleared."""
    usual = Settings()
    names: dict[str, tuple[str, ...]] = {
        "recent": ("recent",),
        "unit": (
            "unit",
            "unit_short",
            "post",
            "person",
            "author",
            "superior",
            "other_names",
            "latest_plenum",
            "latest_campaign",
            "latest_plan",
            "notices",
        ),
        "own": ("forbidden_words", "required_words", "allowed_words", "disabled_rules"),
    }
    gone = {name: getattr(usual, name) for one in chosen for name in names.get(one, ())}
    return replace(settings, **gone)


def _megabytes(size: int) -> str:
    return f"{max(size, 0) / 1e6:.1f} MB"


def _weigh(folder: Path) -> int:
    """Return the bytes in a folder; what vanishes meanwhile weighs nothing."""
    total = 0
    if folder.is_dir():
        for file in folder.iterdir():
            with contextlib.suppress(OSError):  # as said above
                total += file.stat().st_size
    return total
