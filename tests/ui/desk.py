"""The whole program in one process, for tests that sit at the desk: real widgets, real worker, own data folder."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from assistant.app import build
from assistant.paths import resources
from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.preferences import Preferences
from assistant.ui.storing import DATABASE
from assistant.ui.theme import themes
from tests.kept_tables import lend

PATIENCE = 180_000
"""Milliseconds a slow machine may take; nothing waits this long when all is well."""


@contextmanager
def program(qtbot: QtBot, folder: Path) -> Iterator[Coordinator]:
    """Start the program without a file; it is closed, unsaved changes and all, at the end."""
    lend(folder)
    coordinator = build(Preferences(folder), resources(), folder, themes()[0])
    window = coordinator.window
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    coordinator.begin(None)
    qtbot.waitUntil(lambda: features_of(coordinator) is not None, timeout=PATIENCE)
    try:
        yield coordinator
    finally:
        window.editor.document().setModified(False)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(qtbot: QtBot, coordinator: Coordinator, open_it: Callable[[], None]) -> None:
    """Have a text opened and wait until it is on the desk and analysed."""
    before = coordinator.work
    open_it()
    qtbot.waitUntil(lambda: coordinator.work is not None and coordinator.work is not before, timeout=PATIENCE)


@contextmanager
def writing(qtbot: QtBot, folder: Path, lines: Iterable[str]) -> Iterator[Coordinator]:
    """Start the program with a report of these lines on the desk; its data are kept beside the report."""
    path = folder / "报告.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    with program(qtbot, folder / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        yield coordinator


def analysed(qtbot: QtBot, coordinator: Coordinator) -> None:
    """Wait until what the panels show is about the text as it is now."""

    def settled() -> bool:
        work = coordinator.work
        return work is not None and work.analysed == coordinator.window.editor.bridge.picture().document

    qtbot.waitUntil(settled, timeout=PATIENCE)


def drafts(folder: Path) -> list[tuple[str, bool, str]]:
    """Return title, cleanness and text of the drafts on the disk."""
    if not (folder / DATABASE).exists():
        return []
    store = DraftStore(folder / DATABASE)
    try:
        return [
            (info.title, info.clean, "\n".join(block.text for block in store.load(info.id).document.blocks))
            for info in store.list()
        ]
    finally:
        store.close()
