"""Unsaved drafts are seen before deciding; deleted ones come back from the bin; one goes on where one was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs import bin as bin_dialog
from assistant.ui.dialogs.bin import BinDialog
from assistant.ui.dialogs.recovery import RecoveryDialog
from tests.ui.desk import PATIENCE, drafts, opened, program
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
def left(qtbot: QtBot, folder: Path, report: Path) -> Iterator[Coordinator]:
    """The program after a start, with a draft of the report that an earlier session has left."""
    with program(qtbot, folder) as first:
        opened(qtbot, first, lambda: first.files.open_path(str(report)))
        qtbot.keyClicks(first.window.editor, "UNSAVED")
        assert first.drafting.flush(PATIENCE / 1000)
    with program(qtbot, folder) as second:
        qtbot.waitUntil(lambda: bool(buttons(second, "看差别")), timeout=PATIENCE)
        yield second


def buttons(desk: Coordinator, words: str) -> list[QPushButton]:
    found = desk.window.start_page.findChildren(QPushButton)
    return [button for button in found if button.text().startswith(words)]


def with_dialog(qtbot: QtBot, kind: type[QWidget], show: Callable[[], None], look: Callable[[QWidget], None]) -> None:
    """Have a dialog shown, look at it, and see that it is closed."""
    errors: list[BaseException] = []
    done: list[bool] = []
    timer = QTimer(interval=20)

    def begin() -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        if not shown:
            return
        timer.stop()
        try:
            look(shown[0])
        except BaseException as error:  # raised again where the test can see it
            errors.append(error)
        finally:
            shown[0].close()
            done.append(True)

    timer.timeout.connect(begin)
    timer.start()
    show()
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    if errors:
        raise errors[0]


def press(qtbot: QtBot, dialog: QWidget, words: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith(words))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, desk: Coordinator, words: str) -> Callable[[], None]:
    return lambda: qtbot.mouseClick(buttons(desk, words)[0], Qt.MouseButton.LeftButton)


def said(desk: Coordinator) -> str:
    return " ".join(message.text for message in desk.window.messages.messages())


class TestDeciding:
    def test_a_draft_is_shown_beside_its_file_and_taken_up(self, qtbot: QtBot, left: Coordinator) -> None:
        def look(dialog: RecoveryDialog) -> None:
            qtbot.waitUntil(lambda: "1 段不同" in dialog.summary.text(), timeout=PATIENCE)
            assert "UNSAVED" in dialog.view.toPlainText()
            assert nameless(dialog) == []
            press(qtbot, dialog, "接着写草稿")

        opened(qtbot, left, lambda: with_dialog(qtbot, RecoveryDialog, click(qtbot, left, "看差别"), look))
        assert left.window.editor.toPlainText().startswith("UNSAVED")

    def test_the_file_can_be_opened_and_the_draft_waits(self, qtbot: QtBot, left: Coordinator, folder: Path) -> None:
        def look(dialog: RecoveryDialog) -> None:
            press(qtbot, dialog, "打开文件")

        opened(qtbot, left, lambda: with_dialog(qtbot, RecoveryDialog, click(qtbot, left, "看差别"), look))
        assert left.window.editor.toPlainText().startswith("2025")
        qtbot.waitUntil(lambda: "没有存进去的草稿" in said(left), timeout=PATIENCE)
        qtbot.keyClicks(left.window.editor, "OTHER")
        assert left.drafting.flush(PATIENCE / 1000)
        assert {text.partition("2025")[0] for _, _, text in drafts(folder)} == {"UNSAVED", "OTHER"}

    def test_a_file_that_is_gone_is_said_and_the_text_shown(
        self, qtbot: QtBot, left: Coordinator, report: Path
    ) -> None:
        report.unlink()

        def look(dialog: RecoveryDialog) -> None:
            qtbot.waitUntil(lambda: "找不到" in dialog.summary.text(), timeout=PATIENCE)
            assert dialog.view.toPlainText().startswith("UNSAVED")

        with_dialog(qtbot, RecoveryDialog, click(qtbot, left, "看差别"), look)

    def test_opening_the_file_tells_of_its_draft(self, qtbot: QtBot, left: Coordinator, report: Path) -> None:
        opened(qtbot, left, lambda: left.files.open_path(str(report)))
        qtbot.waitUntil(lambda: "没有存进去的草稿" in said(left), timeout=PATIENCE)
        opened(qtbot, left, lambda: left.window.messages.chosen.emit("met", "continue"))
        assert left.window.editor.toPlainText().startswith("UNSAVED")


class TestBin:
    def test_a_deleted_draft_comes_back_from_the_bin(self, qtbot: QtBot, left: Coordinator) -> None:
        click(qtbot, left, "删除")()
        qtbot.waitUntil(lambda: bool(buttons(left, "回收站（1）")), timeout=PATIENCE)
        assert buttons(left, "看差别") == []

        def look(dialog: BinDialog) -> None:
            qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=PATIENCE)
            assert "还留 90 天" in dialog.list.item(0).text()
            assert nameless(dialog) == []
            qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=PATIENCE)

        with_dialog(qtbot, BinDialog, click(qtbot, left, "回收站"), look)
        qtbot.waitUntil(lambda: bool(buttons(left, "看差别")), timeout=PATIENCE)

    def test_it_is_emptied_only_after_a_question(
        self, qtbot: QtBot, left: Coordinator, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answers = [False, True]
        monkeypatch.setattr(bin_dialog, "confirm", lambda *_: answers.pop(0))
        click(qtbot, left, "删除")()
        qtbot.waitUntil(lambda: bool(buttons(left, "回收站（1）")), timeout=PATIENCE)

        def look(dialog: BinDialog) -> None:
            qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=PATIENCE)
            press(qtbot, dialog, "清空")
            assert dialog.list.count() == 1
            press(qtbot, dialog, "清空")
            qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=PATIENCE)

        with_dialog(qtbot, BinDialog, left.window.action("bin").trigger, look)
        assert drafts(folder) == []


class TestLastPlace:
    def test_shift_f5_walks_back_through_what_was_written(self, qtbot: QtBot, folder: Path, report: Path) -> None:
        with program(qtbot, folder) as desk:
            opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
            editor = desk.window.editor
            for line in (2, 4):
                editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(line)))
                qtbot.keyClicks(editor, "Q")
            editor.moveCursor(QTextCursor.MoveOperation.Start)
            places = []
            for _ in range(3):
                qtbot.keyClick(editor, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
                places.append(editor.textCursor().blockNumber())
            assert places == [4, 2, 4]

    def test_a_file_opened_again_offers_to_go_on_where_one_was(self, qtbot: QtBot, folder: Path, report: Path) -> None:
        with program(qtbot, folder) as first:
            opened(qtbot, first, lambda: first.files.open_path(str(report)))
            first.window.editor.moveCursor(QTextCursor.MoveOperation.End)
            qtbot.keyClicks(first.window.editor, "Q")
            first.window.action("save").trigger()
            qtbot.waitUntil(lambda: not first.window.editor.document().isModified(), timeout=PATIENCE)
            first.window.editor.setTextCursor(QTextCursor(first.window.editor.document().findBlockByNumber(2)))
            first.window.side.show_tab(1)
        with program(qtbot, folder) as second:
            opened(qtbot, second, lambda: second.files.open_path(str(report)))
            qtbot.waitUntil(lambda: "上次停在“抓好学习" in said(second), timeout=PATIENCE)
            second.window.messages.chosen.emit("continue_there", "go")
            assert second.window.editor.textCursor().blockNumber() == 2
            assert second.window.side.tabs.currentIndex() == 1
