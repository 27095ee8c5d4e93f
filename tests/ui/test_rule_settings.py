"""校对设置: every rule with a box; what is switched counts at once and is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Level
from assistant.checks.switches import RuleBook, RuleCard
from assistant.settings import load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.rule_settings import RuleSettingsDialog
from assistant.ui.preferences import FILE
from tests.ui.desk import PATIENCE, writing
from tests.ui.naming import nameless

IDIOM = RuleCard(
    "words.idiom", "成语用字", "字词", Level.ERROR, "“{text}”应为“{right}”。", "词典", "再接再励", "再接再厉"
)
OFTEN = RuleCard("words.often", "用词重复", "字词", Level.HINT, "“{text}”用得多。", "", "进一步进一步")
COMMA = RuleCard("marks.comma", "逗号连用", "标点", Level.ERROR, "逗号连写了。", "GB/T 15834", "，，", "，")
BOOK = RuleBook((OFTEN, IDIOM, COMMA), "2026-03")

LINES = ("2025年度抓基层党建工作述职报告", "一、主要工作", "会议部暑了任务，，再接再励。")


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., RuleSettingsDialog]:
    def build(*off: str) -> RuleSettingsDialog:
        dialog = RuleSettingsDialog(off)
        qtbot.addWidget(dialog)
        dialog.show_book(BOOK)
        dialog.show()
        return dialog

    return build


Make = Callable[..., RuleSettingsDialog]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def line(dialog: RuleSettingsDialog, title: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    return dialog.tree.findItems(title, flags)[0]


def ticked(dialog: RuleSettingsDialog, title: str) -> Qt.CheckState:
    return line(dialog, title).checkState(0)


def press_space(dialog: RuleSettingsDialog, title: str) -> None:
    dialog.tree.setCurrentItem(line(dialog, title))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)


ON, SOME, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class TestDialog:
    def test_every_rule_stands_in_its_class_with_level_and_example(self, make: Make) -> None:
        item = line(make(), "成语用字")
        assert item.parent().text(0) == "字词　2"
        assert (item.text(1), item.text(2)) == ("必错", "再接再励 → 再接再厉")

    def test_the_surest_rules_of_a_class_come_first(self, make: Make) -> None:
        group = line(make(), "成语用字").parent()
        assert [group.child(row).text(1) for row in range(group.childCount())] == ["必错", "提示"]

    def test_until_the_rules_are_there_nothing_can_be_switched(self, qtbot: QtBot) -> None:
        dialog = RuleSettingsDialog(())
        qtbot.addWidget(dialog)
        parts = (*dialog.levels.values(), dialog.newer, dialog.reset)
        assert not any(part.isEnabled() for part in parts)
        dialog.show_book(BOOK)
        assert all(part.isEnabled() for part in (*dialog.levels.values(), dialog.newer))

    def test_the_space_bar_switches_one_rule(self, make: Make) -> None:
        dialog = make()
        press_space(dialog, "成语用字")
        assert dialog.off == ("words.idiom",)
        assert ticked(dialog, "字词") is SOME
        assert "共 3 条规则，开着 2 条" in dialog.count.text()
        press_space(dialog, "成语用字")
        assert dialog.off == ()

    def test_a_class_is_switched_with_one_key_and_one_of_its_rules_back(self, make: Make) -> None:
        dialog = make()
        press_space(dialog, "字词")
        assert dialog.off == ("class:字词",)
        assert (ticked(dialog, "成语用字"), ticked(dialog, "用词重复")) == (OFF, OFF)
        press_space(dialog, "用词重复")
        assert dialog.off == ("words.idiom",)

    def test_a_level_is_switched_with_one_click(self, make: Make) -> None:
        dialog = make()
        box = dialog.levels[Level.ERROR]
        box.click()
        assert dialog.off == ("level:必错",)
        assert (ticked(dialog, "成语用字"), ticked(dialog, "逗号连用"), ticked(dialog, "用词重复")) == (OFF, OFF, ON)
        box.click()
        assert dialog.off == ()

    def test_a_level_half_on_goes_fully_on(self, make: Make) -> None:
        dialog = make("words.idiom")
        box = dialog.levels[Level.ERROR]
        assert box.checkState() is SOME
        box.click()
        assert (box.checkState(), dialog.off) == (ON, ())

    def test_a_word_that_was_silenced_stands_under_its_rule_and_comes_back(self, make: Make) -> None:
        dialog = make("words.idiom.再接再励")
        assert ticked(dialog, "成语用字") is ON
        press_space(dialog, "不再提示“再接再励”")
        assert dialog.off == ()

    def test_the_search_finds_titles_examples_and_sources(self, make: Make) -> None:
        dialog = make()
        for words, title in (("再厉", "成语用字"), ("15834", "逗号连用"), ("重复", "用词重复")):
            dialog.search.setText(words)
            shown = [card.title for card in BOOK.cards if not line(dialog, card.title).isHidden()]
            assert shown == [title]
            assert dialog.count.text().startswith("找到 1 条")
        dialog.search.clear()
        assert not line(dialog, "成语用字").isHidden()

    def test_enter_leads_from_the_search_into_the_list_and_does_not_close(self, make: Make, qtbot: QtBot) -> None:
        dialog = make()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.search.hasFocus)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        assert dialog.tree.hasFocus()
        dialog.tree.setCurrentItem(line(dialog, "成语用字"))
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.off == ("words.idiom",)

    def test_the_default_is_everything_on_and_can_be_taken_back(self, make: Make) -> None:
        dialog = make("class:字词", "marks.comma.，，")
        dialog.reset.click()
        assert dialog.off == ()
        dialog.reset.click()
        assert dialog.off == ("class:字词", "marks.comma.，，")

    def test_the_rule_at_the_keyboard_is_explained(self, make: Make) -> None:
        dialog = make()
        dialog.tree.setCurrentItem(line(dialog, "成语用字"))
        assert dialog.detail.text() == "“再接再励”应为“再接再厉”。"
        assert dialog.source.text() == "依据：词典"

    def test_everything_is_named(self, make: Make) -> None:
        assert nameless(make()) == []


def test_a_switch_counts_at_once_in_the_open_text_and_is_kept(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    def found() -> set[str]:
        return {finding.category for finding in desk.desk().analysis.findings}

    def switch() -> None:
        dialog = QApplication.activeModalWidget()
        qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0, timeout=PATIENCE)
        assert dialog.tree.topLevelItemCount() > 5
        press_space(dialog, "标点")
        qtbot.waitUntil(lambda: "标点" not in found(), timeout=PATIENCE)
        dialog.accept()

    assert {"标点", "字词"} <= found()
    QTimer.singleShot(0, switch)
    desk.window.action("rules").trigger()
    assert "字词" in found()
    assert load_settings(tmp_path / "data" / FILE).disabled_rules == ("class:标点",)


def test_what_the_findings_panel_silences_is_undone_here(qtbot: QtBot, desk: Coordinator) -> None:
    rule = next(f.rule for f in desk.desk().analysis.findings if f.text == "再接再励")
    desk.findings.disable_rule(rule)
    qtbot.waitUntil(lambda: all(f.rule != rule for f in desk.desk().analysis.findings), timeout=PATIENCE)

    def hear_again() -> None:
        dialog = QApplication.activeModalWidget()
        qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0, timeout=PATIENCE)
        press_space(dialog, "不再提示“再接再励”")
        dialog.accept()

    QTimer.singleShot(0, hear_again)
    desk.window.action("rules").trigger()
    qtbot.waitUntil(lambda: any(f.rule == rule for f in desk.desk().analysis.findings), timeout=PATIENCE)
    assert desk.preferences.settings.disabled_rules == ()
