"""The draft behind the text: on the disk soon, whatever the user does, and honest when that fails."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.errors import StorageError
from assistant.storage import shelter
from assistant.storage.drafts import DraftStore
from assistant.storage.shelter import away_path
from assistant.ui import drafting
from assistant.ui.coordinator import Coordinator
from assistant.ui.drafting import DELAY, LATEST, REST
from assistant.ui.panels.card import Card
from assistant.ui.storing import DATABASE
from tests.ui.desk import PATIENCE, drafts, opened, program

FULL = "磁盘已满，草稿没有存上，请清理磁盘。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Coordinator:
    with program(qtbot, folder) as coordinator:
        yield coordinator


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("2025年度抓基层党建工作述职报告\n一、主要工作\n抓好学习。\n", encoding="utf-8")
    return path


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let every opening of the store fail while the list is empty; it is tried again soon."""
    healed: list[int] = []
    real = shelter.DraftStore

    def store(path: Path, *arguments: object, **options: object) -> DraftStore:
        if not healed:
            raise StorageError(FULL)
        return real(path, *arguments, **options)

    monkeypatch.setattr(shelter, "DraftStore", store)
    monkeypatch.setattr(drafting, "RETRY", 50)
    return healed


def open_report(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))


def status(desk: Coordinator) -> str:
    return desk.window.status.draft.text()


def wait_for_draft(qtbot: QtBot, folder: Path, text: str) -> None:
    qtbot.waitUntil(lambda: any(text in draft[2] for draft in drafts(folder)), timeout=PATIENCE)


class TestSaving:
    def test_the_first_character_of_a_new_report_is_kept(self, qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
        opened(qtbot, desk, desk.files.open_sample)
        assert drafts(folder) == [], "what nobody has touched is no draft"
        qtbot.keyClicks(desk.window.editor, "Q")
        wait_for_draft(qtbot, folder, "Q")
        assert drafts(folder)[0][1] is False
        qtbot.waitUntil(lambda: status(desk).startswith("本机草稿 已自动保存"), timeout=PATIENCE)

    def test_typing_on_does_not_put_saving_off(self, qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
        assert DELAY + REST <= LATEST < 1500, "the promise"
        opened(qtbot, desk, desk.files.open_sample)

        def saved_while_typing() -> bool:
            qtbot.keyClicks(desk.window.editor, "q")  # a key at every look: there is never a pause
            return bool(drafts(folder))

        qtbot.waitUntil(saved_while_typing, timeout=PATIENCE)

    def test_a_slow_disk_somewhere_else_holds_up_no_draft(self, qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
        opened(qtbot, desk, desk.files.open_sample)
        released = threading.Event()
        desk.background.run_io(lambda: released.wait(PATIENCE / 1000), lambda _: None, lambda _: None)
        qtbot.keyClicks(desk.window.editor, "Q")
        wait_for_draft(qtbot, folder, "Q")
        assert not released.is_set()
        released.set()

    def test_what_is_being_composed_is_in_no_draft_before_it_is_chosen(
        self, qtbot: QtBot, desk: Coordinator, folder: Path
    ) -> None:
        opened(qtbot, desk, desk.files.open_sample)
        qtbot.keyClicks(desk.window.editor, "Q")
        QApplication.sendEvent(desk.window.editor, QInputMethodEvent("pinyin", []))
        desk.drafting.save()
        wait_for_draft(qtbot, folder, "Q")
        assert "pinyin" not in drafts(folder)[0][2]
        chosen = QInputMethodEvent("", [])
        chosen.setCommitString("拼音")
        QApplication.sendEvent(desk.window.editor, chosen)
        wait_for_draft(qtbot, folder, "Q拼音")

    def test_the_caret_is_kept_from_the_first_saving_on(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        cursor = desk.window.editor.textCursor()
        cursor.setPosition(20)
        desk.window.editor.setTextCursor(cursor)
        qtbot.keyClicks(desk.window.editor, "Q")
        wait_for_draft(qtbot, folder, "Q")
        qtbot.waitUntil(lambda: load(folder).caret.block == 1, timeout=PATIENCE)

    def test_what_was_undone_to_the_files_text_is_no_unsaved_draft(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "Q")
        wait_for_draft(qtbot, folder, "Q")
        desk.window.editor.undo()
        qtbot.waitUntil(lambda: drafts(folder)[0][1], timeout=PATIENCE)
        assert "Q" not in drafts(folder)[0][2]

    def test_a_draft_that_another_window_writes_into_is_not_written_over(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "A")
        wait_for_draft(qtbot, folder, "A")
        qtbot.waitUntil(lambda: desk.desk().draft.last is not None, timeout=PATIENCE)  # a new draft is written twice
        store = DraftStore(folder / DATABASE)
        store.save_current(1, store.load(1).document, title="另一个窗口")
        store.close()
        qtbot.keyClicks(desk.window.editor, "B")
        wait_for_draft(qtbot, folder, "AB")
        assert sorted(draft[2][:2] for draft in drafts(folder)) == ["A2", "AB"]
        qtbot.keyClicks(desk.window.editor, "C")
        wait_for_draft(qtbot, folder, "ABC")
        assert len(drafts(folder)) == 2

    def test_leaving_a_text_keeps_what_was_typed_last(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "Q")
        desk.show_start()
        assert desk.storing.flush(PATIENCE / 1000)
        assert "Q" in drafts(folder)[0][2]


class TestRecovering:
    def test_the_next_start_offers_it_and_opens_it_as_it_was(self, qtbot: QtBot, folder: Path, report: Path) -> None:
        with program(qtbot, folder) as first:
            open_report(qtbot, first, report)
            first.panels.choose_kind("branch-secretary")
            cursor = first.window.editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            first.window.editor.setTextCursor(cursor)
            qtbot.keyClicks(first.window.editor, "unsaved")
            wait_for_draft(qtbot, folder, "unsaved")
        with program(qtbot, folder) as second:
            page = second.window.start_page
            qtbot.waitUntil(lambda: len(draft_cards(second)) == 1, timeout=PATIENCE)
            assert report.name in draft_cards(second)[0].accessibleName()
            opened(qtbot, second, draft_cards(second)[0].click)
            editor = second.window.editor
            assert editor.toPlainText().endswith("unsaved")
            assert editor.textCursor().atEnd()
            assert editor.document().isModified()
            assert second.window.windowTitle().startswith(f"{report.name} •")
            assert second.desk().context.kind == "branch-secretary"
            assert second.desk().file.path == report
            assert not page.isVisible()

    def test_place_folding_and_tab_come_back_with_it(self, qtbot: QtBot, folder: Path) -> None:
        with program(qtbot, folder) as first:
            opened(qtbot, first, first.files.open_sample)
            tree = first.window.outline.tree
            rows = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
            tree.collapse(next(index for index in rows if tree.isExpanded(index)))
            folded = tree.folded()
            first.window.side.show_tab(1)
            first.window.editor.moveCursor(QTextCursor.MoveOperation.End)
            qtbot.keyClicks(first.window.editor, "Q")
            scrolled = first.window.editor.verticalScrollBar().value()
            assert first.drafting.flush(PATIENCE / 1000)
        assert folded
        assert scrolled > 0
        with program(qtbot, folder) as second:
            opened(qtbot, second, lambda: second.drafting.load(1))
            window = second.window
            assert window.outline.tree.folded() == folded
            assert window.side.tabs.currentIndex() == 1
            assert window.editor.textCursor().atEnd()
            assert window.editor.verticalScrollBar().value() > scrolled / 2

    def test_going_on_with_it_writes_into_the_same_draft(self, qtbot: QtBot, folder: Path, report: Path) -> None:
        with program(qtbot, folder) as first:
            open_report(qtbot, first, report)
            qtbot.keyClicks(first.window.editor, "A")
            wait_for_draft(qtbot, folder, "A")
        with program(qtbot, folder) as second:
            opened(qtbot, second, lambda: second.drafting.load(1))
            qtbot.keyClicks(second.window.editor, "B")
            wait_for_draft(qtbot, folder, "B")
            assert len(drafts(folder)) == 1

    def test_saved_to_its_file_it_is_offered_no_more(self, qtbot: QtBot, folder: Path, report: Path) -> None:
        with program(qtbot, folder) as first:
            open_report(qtbot, first, report)
            qtbot.keyClicks(first.window.editor, "A")
            wait_for_draft(qtbot, folder, "A")
            first.window.action("save").trigger()
            qtbot.waitUntil(lambda: drafts(folder)[0][1], timeout=PATIENCE)
        with program(qtbot, folder) as second:
            with qtbot.waitSignal(second.drafting.listed, timeout=PATIENCE) as listed:
                second.drafting.ask_unsaved()
            assert listed.args == [(), 0]

    def test_one_that_has_gone_is_said_on_the_start_page(self, qtbot: QtBot, desk: Coordinator) -> None:
        desk.drafting.load(99)
        qtbot.waitUntil(lambda: bool(desk.window.messages.messages()), timeout=PATIENCE)
        assert "草稿已经不在了" in desk.window.messages.messages()[0].text
        assert not desk.window.shows_text


class TestTrouble:
    def test_a_deleted_folder_costs_nothing_and_is_said(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "A")
        wait_for_draft(qtbot, folder, "A")
        shutil.rmtree(folder)
        qtbot.keyClicks(desk.window.editor, "B")
        wait_for_draft(qtbot, folder, "AB")
        qtbot.waitUntil(lambda: "被移走或删除" in said(desk), timeout=PATIENCE)

    def test_a_folder_that_cannot_be_written_to_is_said_and_the_file_can_be_saved(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        open_report(qtbot, desk, report)
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_bytes(b"")
        qtbot.keyClicks(desk.window.editor, "A")
        qtbot.waitUntil(lambda: "草稿文件夹不能写入，草稿暂时存在" in said(desk), timeout=PATIENCE)
        qtbot.waitUntil(lambda: "已自动保存" in status(desk), timeout=PATIENCE)
        desk.window.action("save").trigger()
        qtbot.waitUntil(lambda: report.read_text(encoding="utf-8").startswith("A"), timeout=PATIENCE)
        shutil.rmtree(away_path(folder / DATABASE).parent)

    @pytest.mark.usefixtures("failing")
    def test_the_status_bar_says_so_and_typing_goes_on(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "A")
        qtbot.waitUntil(lambda: "没有存成" in status(desk), timeout=PATIENCE)
        assert desk.window.status.draft.toolTip() == FULL
        qtbot.keyClicks(desk.window.editor, "B")
        assert desk.window.editor.toPlainText().startswith("AB")
        assert desk.window.messages.messages() == ()

    def test_it_is_tried_again_without_any_key(
        self, qtbot: QtBot, desk: Coordinator, report: Path, failing: list[int]
    ) -> None:
        folder = report.with_name("data")
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "A")
        qtbot.waitUntil(lambda: "没有存成" in status(desk), timeout=PATIENCE)
        failing.append(1)
        wait_for_draft(qtbot, folder, "A")
        qtbot.waitUntil(lambda: "已自动保存" in status(desk), timeout=PATIENCE)

    def test_a_flush_that_wrote_nothing_says_so(
        self, qtbot: QtBot, desk: Coordinator, report: Path, failing: list[int]
    ) -> None:
        open_report(qtbot, desk, report)
        assert desk.drafting.flush(), "the file holds what nobody has touched"
        qtbot.keyClicks(desk.window.editor, "A")
        assert not desk.drafting.flush()
        failing.append(1)
        qtbot.keyClicks(desk.window.editor, "B")
        assert desk.drafting.flush()

    def test_a_damaged_store_is_set_aside_and_that_is_told_in_the_ui_thread(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        folder.mkdir(exist_ok=True)
        (folder / DATABASE).write_bytes(b"SQLite format 3\0" + b"rubbish" * 900)
        heard: list[tuple[str, bool, list[str]]] = []
        shown = desk.window.messages.messages
        desk.storing.noticed.connect(
            lambda words: heard.append((words, in_ui_thread(), [message.text for message in shown()]))
        )
        open_report(qtbot, desk, report)
        qtbot.keyClicks(desk.window.editor, "A")
        qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
        wait_for_draft(qtbot, folder, "A")
        assert "损坏" in heard[0][0]
        assert heard[0][1]
        assert heard[0][0] in heard[0][2]


def said(desk: Coordinator) -> str:
    return " ".join(message.text for message in desk.window.messages.messages())


def in_ui_thread() -> bool:
    return (
        QThread.currentThread() is QApplication.instance().thread()
        and threading.current_thread() is threading.main_thread()
    )


def load(folder: Path) -> drafting.Draft:
    store = DraftStore(folder / DATABASE)
    try:
        return store.load(1)
    finally:
        store.close()


def draft_cards(desk: Coordinator) -> list[Card]:
    """Return the cards of drafts on the start page; what else has a file's name there comes from no file."""
    if not desk.window.start_page.isVisible():
        return []
    found = desk.window.start_page.findChildren(Card)
    return [card for card in found if any(label.text().startswith("来自 ") for label in card.findChildren(QLabel))]
