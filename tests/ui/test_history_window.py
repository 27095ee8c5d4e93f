"""历史版本: named, listed, compared, brought back as one step, kept across restarts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.storage.draft import NAMED, RESTORED
from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.history import READ, HistoryWindow
from assistant.ui.dialogs.version_note import VersionNoteDialog
from assistant.ui.storing import DATABASE
from tests.ui.desk import PATIENCE, opened, program
from tests.ui.naming import nameless

LINES = ("2025年度抓基层党建工作述职报告", "一、主要工作", "抓好学习，推动落实。", "二、存在问题", "学习不够深入。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, report: Path) -> Iterator[Coordinator]:
    with program(qtbot, folder) as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(report)))
        yield coordinator


@pytest.fixture
def note(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user writes when asked for a note."""
    notes = ["送审前"]
    monkeypatch.setattr(VersionNoteDialog, "ask", classmethod(lambda *_: notes[-1]))
    return notes


def name_version(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.messages.clear()
    desk.window.action("name_version").trigger()
    qtbot.waitUntil(lambda: any("已存为版本" in m.text for m in desk.window.messages.messages()), timeout=PATIENCE)


def with_history(qtbot: QtBot, desk: Coordinator, look: Callable[[HistoryWindow], None]) -> None:
    """Open the history, look at it, close it."""
    errors: list[BaseException] = []

    def begin() -> None:
        view = next(one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryWindow) and one.isVisible())
        try:
            qtbot.waitUntil(lambda: view.list.count() > 0, timeout=PATIENCE)
            look(view)
        except BaseException as error:  # raised again where the test can see it
            errors.append(error)
        finally:
            view.reject()

    QTimer.singleShot(0, begin)
    desk.window.action("history").trigger()
    if errors:
        raise errors[0]


def lines(desk: Coordinator) -> list[str]:
    return desk.window.editor.toPlainText().split("\n")


def reasons(folder: Path) -> list[str]:
    store = DraftStore(folder / DATABASE)
    try:
        return [info.reason for info in store.history.list(1)]
    finally:
        store.close()


def changed(view: HistoryWindow) -> str:
    return view.view.toPlainText()


@pytest.mark.usefixtures("note")
class TestWindow:
    def test_a_named_version_is_listed_and_compared_with_the_present(self, qtbot: QtBot, desk: Coordinator) -> None:
        name_version(qtbot, desk)
        qtbot.keyClicks(desk.window.editor, "NEW ")

        def look(view: HistoryWindow) -> None:
            assert "送审前" in view.list.item(0).text()
            assert "现在多 1 字" in view.list.item(0).text()
            qtbot.waitUntil(lambda: view.summary.text().startswith("1 段有改动"), timeout=PATIENCE)
            assert "NEW" in changed(view)
            assert "学习不够深入" not in changed(view), "only what changed, and its neighbours"
            view.changes_only.setChecked(False)
            assert "学习不够深入" in changed(view)
            view.tabs.setCurrentIndex(READ)
            qtbot.waitUntil(lambda: changed(view) == "\n".join(LINES), timeout=PATIENCE)
            assert nameless(view) == []

        with_history(qtbot, desk, look)

    def test_two_versions_are_compared_with_each_other(self, qtbot: QtBot, desk: Coordinator, note: list[str]) -> None:
        name_version(qtbot, desk)
        qtbot.keyClicks(desk.window.editor, "AAA")
        note.append("审后")
        name_version(qtbot, desk)
        qtbot.keyClicks(desk.window.editor, "BBB")

        def look(view: HistoryWindow) -> None:
            for row in range(view.list.count()):
                item = view.list.item(row)
                item.setSelected("送审前" in item.text() or "审后" in item.text())
            qtbot.waitUntil(lambda: "AAA" in changed(view) and "BBB" not in changed(view), timeout=PATIENCE)
            assert not view.restore_button.isEnabled()

        with_history(qtbot, desk, look)

    def test_bringing_one_back_is_one_step_and_keeps_what_was(
        self, qtbot: QtBot, desk: Coordinator, folder: Path
    ) -> None:
        name_version(qtbot, desk)
        editor = desk.window.editor
        editor.selectAll()
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor, "all gone")

        def look(view: HistoryWindow) -> None:
            qtbot.waitUntil(view.restore_button.isEnabled, timeout=PATIENCE)
            qtbot.mouseClick(view.restore_button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: lines(desk)[: len(LINES)] == list(LINES), timeout=PATIENCE)

        with_history(qtbot, desk, look)
        assert any("已恢复到选中的版本" in message.text for message in desk.window.messages.messages())
        editor.undo()
        assert lines(desk) == ["all gone"]
        editor.redo()
        assert desk.storing.flush(PATIENCE / 1000)
        assert {NAMED, RESTORED} <= set(reasons(folder))

    def test_a_word_file_with_revisions_shows_what_led_from_one_to_the_other(
        self, qtbot: QtBot, desk: Coordinator
    ) -> None:
        desk.preferences.change(author="李明")
        name_version(qtbot, desk)
        qtbot.keyClicks(desk.window.editor, "NEW")
        desk.window.editor.document().setModified(False)  # or leaving the text asks about it

        def look(view: HistoryWindow) -> None:
            qtbot.mouseClick(view.marked_button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: not view.isVisible(), timeout=PATIENCE)

        before = desk.work
        with_history(qtbot, desk, look)
        qtbot.waitUntil(lambda: desk.work is not None and desk.work is not before, timeout=PATIENCE)
        assert desk.desk().file.opened.format == "docx"
        assert lines(desk)[0] == f"NEW{LINES[0]}"
        qtbot.waitUntil(lambda: desk.window.side.shows_changes, timeout=PATIENCE)

    def test_a_version_can_be_deleted(self, qtbot: QtBot, desk: Coordinator, note: list[str]) -> None:
        for words in ("甲", "乙"):
            note.append(words)
            qtbot.keyClicks(desk.window.editor, "Q")
            name_version(qtbot, desk)

        def look(view: HistoryWindow) -> None:
            count = view.list.count()
            qtbot.mouseClick(view.remove_button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: view.list.count() == count - 1, timeout=PATIENCE)
            assert "甲" in view.list.item(0).text()

        with_history(qtbot, desk, look)


@pytest.mark.usefixtures("note")
def test_the_history_of_a_file_goes_on_when_it_is_opened_again(qtbot: QtBot, folder: Path, report: Path) -> None:
    with program(qtbot, folder) as first:
        opened(qtbot, first, lambda: first.files.open_path(str(report)))
        qtbot.keyClicks(first.window.editor, "A")
        name_version(qtbot, first)
        first.window.action("save").trigger()
        qtbot.waitUntil(lambda: not first.window.editor.document().isModified(), timeout=PATIENCE)
    with program(qtbot, folder) as second:
        opened(qtbot, second, lambda: second.files.open_path(str(report)))
        qtbot.keyClicks(second.window.editor, "B")

        def look(view: HistoryWindow) -> None:
            assert any("送审前" in view.list.item(row).text() for row in range(view.list.count()))

        with_history(qtbot, second, look)
    store = DraftStore(folder / DATABASE)
    (info,) = store.list()
    assert store.load(info.id).document.blocks[0].text == f"BA{LINES[0]}"
    assert store.load(info.id).base == report.read_bytes(), "the text lies over the file as it was opened now"
    store.close()
