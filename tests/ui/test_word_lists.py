"""我的词库: three lists; typed, pasted, read from a file; what is kept counts in the open text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from assistant.document.context import OwnWord
from assistant.document.own_words import ALLOWED, FORBIDDEN, REQUIRED, WordLists
from assistant.settings import load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.word_lists import WordListsDialog
from assistant.ui.preferences import FILE
from tests.ui.desk import PATIENCE, writing
from tests.ui.naming import nameless

LISTS = WordLists((OwnWord("村长", "村委会主任", "口径"),), (OwnWord("政绩观", "", "通知"),), ("李明",))
LINES = ("2025年度抓基层党建工作述职报告", "一、主要工作", "会议部暑了任务，走访村长8人。")


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., WordListsDialog]:
    def build(lists: WordLists | None = None) -> WordListsDialog:
        dialog = WordListsDialog(lists or WordLists())
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


Make = Callable[..., WordListsDialog]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def show(dialog: WordListsDialog, title: str) -> None:
    dialog.tabs.setCurrentWidget(dialog.tables[title])


def in_dialog(desk: Coordinator, act: Callable[[WordListsDialog], None]) -> None:
    """Choose the command, do something in the dialog and press 确定."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        act(dialog)
        dialog.accept_button.click()

    QTimer.singleShot(0, run)
    desk.window.action("words").trigger()


def found(desk: Coordinator) -> set[str]:
    return {finding.text for finding in desk.desk().analysis.findings}


class TestDialog:
    def test_it_shows_the_lists_with_their_lengths_and_gives_them_back(self, make: Make) -> None:
        dialog = make(LISTS)
        assert dialog.value() == LISTS
        assert [dialog.tabs.tabText(i) for i in range(3)] == ["禁用词 1", "必写词 1", "不报的词 1"]

    def test_a_word_is_typed_and_enter_stays_in_the_table(self, qtbot: QtBot, make: Make) -> None:
        dialog = make()
        show(dialog, FORBIDDEN)
        table = dialog.tables[FORBIDDEN]
        table.add.click()
        cell = table.table.findChild(QLineEdit)
        QTest.keyClicks(cell, "cunzhang")
        QTest.keyClick(cell, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.value().forbidden == (OwnWord("cunzhang"),))
        assert dialog.isVisible()
        QTest.keyClick(table.table, Qt.Key.Key_Return)
        assert dialog.isVisible()

    def test_many_lines_are_pasted_at_once_into_the_list_that_is_shown(self, make: Make) -> None:
        dialog = make(LISTS)
        show(dialog, ALLOWED)
        QGuiApplication.clipboard().setText("王强\n李明\n青石镇\n")
        QTest.keySequence(dialog.tables[ALLOWED].table, "Ctrl+V")
        assert dialog.value().allowed == ("李明", "王强", "青石镇")
        assert dialog.said.text() == "添了 2 个词，1 个已经有了。"

    def test_a_button_pastes_too(self, make: Make) -> None:
        dialog = make()
        show(dialog, REQUIRED)
        QGuiApplication.clipboard().setText("政绩观\t通知要求")
        dialog.tables[REQUIRED].paste.click()
        assert dialog.value().required == (OwnWord("政绩观", "", "通知要求"),)

    def test_chosen_rows_are_taken_out(self, make: Make) -> None:
        dialog = make(WordLists(allowed=("甲", "乙", "丙")))
        show(dialog, ALLOWED)
        table = dialog.tables[ALLOWED]
        assert not table.remove.isEnabled()
        table.table.selectRow(1)
        table.remove.click()
        assert dialog.value().allowed == ("甲", "丙")
        table.table.selectRow(0)
        QTest.keyClick(table.table, Qt.Key.Key_Delete)
        assert dialog.value().allowed == ("丙",)

    def test_a_word_typed_twice_is_kept_once(self, make: Make) -> None:
        dialog = make(WordLists(allowed=("甲", "乙")))
        dialog.tables[ALLOWED].table.item(1, 0).setText("甲")
        assert dialog.value().allowed == ("甲",)

    def test_everything_is_named(self, make: Make) -> None:
        dialog = make(LISTS)
        for title in (FORBIDDEN, REQUIRED, ALLOWED):
            show(dialog, title)
            assert nameless(dialog) == []


def test_words_count_in_the_open_text_at_once_and_are_kept(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    in_dialog(desk, lambda dialog: dialog.take(LISTS))
    qtbot.waitUntil(lambda: {"村长", "政绩观"} <= found(desk), timeout=PATIENCE)
    kept = load_settings(tmp_path / "data" / FILE)
    assert (kept.forbidden_words, kept.required_words, kept.allowed_words) == (
        ("村长\t村委会主任\t口径",),
        ("政绩观\t\t通知",),
        ("李明",),
    )


def test_a_word_from_the_findings_is_never_flagged_again_until_that_is_taken_back(
    qtbot: QtBot, desk: Coordinator
) -> None:
    panel = desk.window.findings
    panel.select(next(finding for finding in desk.desk().analysis.findings if finding.text == "部暑"))
    next(button for button in panel.card.buttons() if button.text() == "加入词库").click()
    qtbot.waitUntil(lambda: "部暑" not in found(desk), timeout=PATIENCE)
    assert desk.preferences.settings.allowed_words == ("部暑",)
    buttons = desk.window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "撤销").click()
    qtbot.waitUntil(lambda: "部暑" in found(desk), timeout=PATIENCE)
    assert desk.preferences.settings.allowed_words == ()


def test_the_lists_go_to_a_file_and_come_back(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "词库.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def there_and_back(dialog: WordListsDialog) -> None:
        dialog.take(LISTS)
        dialog.give_out.click()
        qtbot.waitUntil(lambda: "已导出" in dialog.said.text(), timeout=PATIENCE)
        dialog.tables[ALLOWED].set_rows([])
        dialog.take_in.click()
        qtbot.waitUntil(lambda: "添了 1 个词" in dialog.said.text(), timeout=PATIENCE)
        assert dialog.value() == LISTS

    in_dialog(desk, there_and_back)


def test_a_file_that_is_not_there_is_said_in_the_dialog(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "没有.txt"), ""))

    def try_it(dialog: WordListsDialog) -> None:
        dialog.take_in.click()
        qtbot.waitUntil(lambda: "找不到" in dialog.said.text(), timeout=PATIENCE)

    in_dialog(desk, try_it)
    assert desk.preferences.settings.allowed_words == ()
