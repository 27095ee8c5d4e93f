"""The form for what a notice demands: ticks, order, numbers, a pasted list; nothing counts before 确定."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from assistant.document.requirements import Item, Requirements, SectionDemand
from assistant.ui.dialogs.limits import CROSSED, NO_DATE
from assistant.ui.dialogs.requirements import UNKEPT, RequirementsDialog
from tests.template.outlines import templates
from tests.ui.naming import nameless

KINDS = templates()
USUAL = tuple(SectionDemand(section.role, section.need) for section in KINDS[0].sections)


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., RequirementsDialog]:
    def build(preset: Requirements | None = None, told: Callable[[Item], bool] | None = None) -> RequirementsDialog:
        dialog = RequirementsDialog(KINDS[0], KINDS, preset or Requirements(), told=told)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


Make = Callable[..., RequirementsDialog]


def rows(dialog: RequirementsDialog) -> dict[str, bool]:
    box = dialog.sections.list
    found = [box.item(row) for row in range(box.count())]
    return {item.text(): item.checkState() == Qt.CheckState.Checked for item in found}


def choose(dialog: RequirementsDialog, name: str) -> None:
    box = dialog.sections.list
    box.setCurrentItem(next(item for item in box.findItems(name, Qt.MatchFlag.MatchExactly)))


def tick(dialog: RequirementsDialog, name: str, *, on: bool) -> None:
    choose(dialog, name)
    dialog.sections.list.currentItem().setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


class TestLeaving:
    def test_what_was_entered_is_only_thrown_away_when_asked_twice(self, make: Make, qtbot: QtBot) -> None:
        dialog = make()
        dialog.limits.most.setValue(3000)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.trouble.text() == UNKEPT
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    def test_a_notice_pasted_but_not_read_yet_counts_too(self, make: Make, qtbot: QtBot) -> None:
        dialog = make()
        dialog.items.paste.setPlainText("1.谈心谈话")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()

    def test_a_further_change_is_warned_of_again(self, make: Make, qtbot: QtBot) -> None:
        dialog = make()
        dialog.limits.most.setValue(3000)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.limits.least.setValue(2000)
        assert not dialog.trouble.text()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()

    def test_where_nothing_was_entered_it_just_closes(self, make: Make, qtbot: QtBot) -> None:
        dialog = make(Requirements(most=3000, items=(Item("谈心谈话"),)))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


class TestSections:
    def test_without_a_notice_the_boxes_show_what_the_kind_wants(self, make: Make) -> None:
        dialog = make()
        assert list(rows(dialog)) == [section.name for section in KINDS[0].sections] + ["廉洁自律"]
        assert rows(dialog)["主要工作"]
        assert not rows(dialog)["特色亮点"]
        assert not rows(dialog)["廉洁自律"], "what only other kinds have is offered, unticked"
        assert dialog.value() == Requirements()

    def test_a_tick_asks_for_a_section_and_no_tick_does_not(self, make: Make) -> None:
        dialog = make()
        tick(dialog, "特色亮点", on=True)
        tick(dialog, "原因分析", on=False)
        needs = {demand.role: demand.need for demand in dialog.value().sections}
        assert (needs["highlights"], needs["causes"], needs["opening"]) == ("required", "optional", "expected")

    def test_taking_a_tick_back_leaves_no_demand(self, make: Make) -> None:
        dialog = make()
        tick(dialog, "特色亮点", on=True)
        tick(dialog, "特色亮点", on=False)
        assert dialog.value().sections == ()

    def test_a_section_is_moved_and_stays_chosen(self, qtbot: QtBot, make: Make) -> None:
        dialog = make()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        choose(dialog, "原因分析")
        qtbot.mouseClick(dialog.sections.up, Qt.MouseButton.LeftButton)
        names = list(rows(dialog))
        assert names.index("原因分析") == names.index("存在问题") - 1
        assert dialog.sections.list.currentItem().text() == "原因分析"
        assert rows(dialog)["原因分析"], "moving takes no tick away"
        qtbot.keyClick(dialog.sections.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert dialog.value().sections == ()

    def test_at_the_ends_there_is_nowhere_to_go(self, make: Make) -> None:
        dialog = make()
        dialog.sections.list.setCurrentRow(0)
        assert not dialog.sections.up.isEnabled()
        dialog.sections.move_by(-1)
        assert dialog.value().sections == ()
        dialog.sections.list.setCurrentRow(dialog.sections.list.count() - 1)
        assert not dialog.sections.down.isEnabled()

    def test_what_was_demanded_comes_back(self, make: Make) -> None:
        first, *others = USUAL
        preset = Requirements(sections=(*others, first, SectionDemand("integrity")))
        assert make(preset).value() == preset


class TestLimits:
    FULL = Requirements((), 1500, 3000, 8, 200, 3, 33, True, "2026-01-15", "单位+姓名")

    def test_they_come_back_as_they_were(self, make: Make) -> None:
        assert make(self.FULL).value() == self.FULL

    @pytest.mark.parametrize("typed", ["2026年1月15日", "2026/1/15", " 2026.01.15 "])
    def test_a_date_may_be_written_in_any_usual_way(self, make: Make, typed: str) -> None:
        dialog = make()
        dialog.limits.deadline.setText(typed)
        assert dialog.value().deadline == "2026-01-15"
        assert dialog.accept_button.isEnabled()

    @pytest.mark.parametrize("typed", ["下周五", "2026-02-30", "1月15日"])
    def test_one_that_is_none_is_told_and_not_taken(self, make: Make, typed: str) -> None:
        dialog = make()
        dialog.limits.deadline.setText(typed)
        assert dialog.trouble.text() == NO_DATE
        assert not dialog.accept_button.isEnabled()
        dialog.limits.deadline.clear()
        assert dialog.trouble.text() == ""
        assert dialog.accept_button.isEnabled()

    def test_limits_that_cross_are_told(self, make: Make) -> None:
        dialog = make(Requirements(least=3000, most=2000))
        assert dialog.trouble.text() == CROSSED
        assert not dialog.accept_button.isEnabled()

    def test_nothing_demanded_reads_as_no_limit(self, make: Make) -> None:
        assert make().limits.most.text() == "不限"


class TestItems:
    NOTICE = "报告内容：\n1.谈心谈话情况；\n2.下一步工作打算\n字数控制在2500字以内，发言不超过6分钟。"

    def paste(self, dialog: RequirementsDialog, text: str) -> None:
        dialog.items.paste.setPlainText(text)
        dialog.items.read.click()

    def test_a_pasted_notice_becomes_lines_with_their_sections(self, make: Make) -> None:
        dialog = make()
        self.paste(dialog, self.NOTICE)
        assert dialog.value().items == (Item("谈心谈话情况"), Item("下一步工作打算", "next_steps"))
        assert dialog.items.paste.toPlainText() == ""

    def test_its_limits_are_filled_in_and_said(self, make: Make) -> None:
        dialog = make(Requirements(problems=3))
        self.paste(dialog, self.NOTICE)
        value = dialog.value()
        assert (value.most, value.minutes, value.problems) == (2500, 6, 3)
        assert dialog.items.summary.text() == "整理出 2 条；按通知填好了字数上限、时间，在“部分和篇幅”里。"

    def test_pasting_it_twice_adds_nothing(self, make: Make) -> None:
        dialog = make()
        self.paste(dialog, "谈心谈话情况")
        self.paste(dialog, "谈心谈话情况")
        assert len(dialog.value().items) == 1
        assert dialog.items.summary.text() == "没有整理出新的内容。"

    def test_there_is_nothing_to_read_in_an_empty_box(self, make: Make) -> None:
        dialog = make()
        assert not dialog.items.read.isEnabled()
        dialog.items.paste.setPlainText("谈心谈话")
        assert dialog.items.read.isEnabled()

    def test_an_item_is_ticked_linked_and_reworded(self, make: Make) -> None:
        dialog = make(Requirements(items=(Item("谈心谈话"),)))
        table = dialog.items.table
        table.item(0, 0).setCheckState(Qt.CheckState.Checked)
        table.item(0, 0).setText("谈心谈话次数")
        box = table.cellWidget(0, 1).findChild(QComboBox)
        box.setCurrentIndex(box.findData("main_work"))
        assert dialog.value().items == (Item("谈心谈话次数", "main_work", done=True),)

    def test_items_are_added_and_taken_away_by_hand(self, make: Make) -> None:
        dialog = make(Requirements(items=(Item("甲事"), Item("乙事"))))
        dialog.items.table.selectRow(0)
        dialog.items.remove.click()
        dialog.items.add.click()
        assert dialog.value().items == (Item("乙事"),), "a line without a word is none"
        dialog.items.table.item(1, 0).setText("丙事")
        assert dialog.value().items == (Item("乙事"), Item("丙事"))

    def test_it_shows_what_the_text_has_already(self, make: Make) -> None:
        dialog = make(Requirements(items=(Item("甲事"), Item("乙事"))), told=lambda item: item.text == "甲事")
        table = dialog.items.table
        assert [table.item(row, 2).text() for row in range(2)] == ["有", "没看到"]
        table.item(1, 0).setText("甲事")
        assert table.item(1, 2).text() == "有"


class TestAnswers:
    def test_back_to_default_takes_everything_off_the_form(self, make: Make) -> None:
        dialog = make(Requirements(sections=(SectionDemand("causes", "optional"),), most=3000, items=(Item("甲事"),)))
        dialog.reset_button.click()
        assert dialog.value() == Requirements()

    @pytest.mark.usefixtures("qtbot")
    @pytest.mark.parametrize("accepted", [True, False])
    def test_asking_waits_for_the_answer(self, accepted: bool) -> None:
        def press() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, RequirementsDialog)
            dialog.limits.most.setValue(2000)
            for _ in range(1 if accepted else 2):  # what was entered is given up only when asked twice
                (dialog.accept_button.click if accepted else dialog.reject)()

        QTimer.singleShot(0, press)
        value = RequirementsDialog.ask(KINDS[0], KINDS, Requirements())
        assert value == (Requirements(most=2000) if accepted else None)

    def test_everything_that_takes_the_focus_has_a_name(self, make: Make) -> None:
        assert nameless(make(Requirements(items=(Item("甲事"),)))) == []

    def test_it_fits_a_small_screen(self, make: Make) -> None:
        dialog = make(Requirements(items=tuple(Item(f"第{i}件事") for i in range(40))))
        assert dialog.minimumSizeHint().height() <= 600
        assert dialog.minimumSizeHint().width() <= 760
