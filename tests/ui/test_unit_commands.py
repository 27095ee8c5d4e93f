"""单位资料: described once, laid over every report of the unit's own, never over the sample."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.document.context import Unit
from assistant.settings import Settings, load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.unit_profile import UnitProfileDialog
from assistant.ui.preferences import FILE
from assistant.ui.profile import unit_of, wanted_year
from tests.ui.desk import PATIENCE, opened
from tests.ui.naming import nameless

LINES = ("2025年度抓基层党建工作述职报告", "一、主要工作", "全年讲授党课6次。")
FULL = Unit(
    "青石镇党委", "青石镇", "党委书记", "李明", "青山县委", ("青石公社", "青石镇党建办"), "某次全会", "某教育", "某规划"
)


@pytest.fixture
def form(qtbot: QtBot) -> Callable[..., UnitProfileDialog]:
    def build(unit: Unit | None = None, year: int = 0) -> UnitProfileDialog:
        dialog = UnitProfileDialog(unit or Unit(), year, 2026)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


Form = Callable[..., UnitProfileDialog]


def describe(desk: Coordinator, **said: str) -> None:
    """Choose the command, type into these fields and press 确定."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        for name, words in said.items():
            dialog.lines[name].setText(words)
        dialog.accept_button.click()

    QTimer.singleShot(0, fill)
    desk.window.action("unit").trigger()


def open_report(qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
    path = folder / "报告.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    opened(qtbot, desk, lambda: desk.files.open_path(str(path)))


def said(desk: Coordinator) -> str:
    return "".join(message.text for message in desk.window.messages.messages())


class TestForm:
    def test_it_shows_what_is_known_and_gives_it_back(self, form: Form) -> None:
        assert form(FULL, 2025).value() == (FULL, 2025)
        assert form().value() == (Unit(), 0)

    def test_other_names_are_parted_by_any_mark(self, form: Form) -> None:
        dialog = form()
        dialog.lines["other_names"].setText("甲镇，乙镇、 丙镇；甲镇")
        assert dialog.value()[0].other_names == ("甲镇", "乙镇", "丙镇")

    def test_it_says_up_to_when_the_data_was_kept(self, form: Form) -> None:
        dialog = form()
        dialog.show_updated("2026-03")
        assert "提法数据截至 2026 年 3 月" in dialog.updated.text()

    def test_everything_is_named(self, form: Form) -> None:
        assert nameless(form()) == []

    def test_it_fits_a_small_screen(self, form: Form) -> None:
        assert form(FULL, 2025).sizeHint().height() < 700


def test_it_is_kept_in_the_settings(desk: Coordinator, tmp_path: Path) -> None:
    describe(desk, name="青石镇党委", superior="青山县委", latest_plenum="某次全会")
    kept = unit_of(load_settings(tmp_path / "data" / FILE))
    assert kept == Unit("青石镇党委", superior="青山县委", latest_plenum="某次全会")


def test_the_report_on_the_desk_is_checked_for_the_new_unit(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_report(qtbot, desk, tmp_path)
    qtbot.waitUntil(lambda: desk.analysing._asked != (), timeout=PATIENCE)
    describe(desk, name="青石镇党委")
    assert desk.desk().context.unit.name == "青石镇党委"
    assert desk.analysing._asked[1].unit.name == "青石镇党委"
    assert "已按它重新检查" in said(desk)


def test_a_report_opened_later_is_of_this_unit_but_the_sample_is_not(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path
) -> None:
    describe(desk, name="青石镇党委", person="李明")
    open_report(qtbot, desk, tmp_path)
    assert desk.desk().context.unit == Unit("青石镇党委", person="李明")
    opened(qtbot, desk, desk.files.open_sample)
    assert desk.desk().context.unit == Unit()
    describe(desk, name="河口街道党工委")
    assert desk.desk().context.unit == Unit()


def test_giving_up_changes_nothing(desk: Coordinator) -> None:
    def give_up() -> None:
        QApplication.activeModalWidget().cancel.click()

    QTimer.singleShot(0, give_up)
    desk.window.action("unit").trigger()
    assert desk.preferences.settings.unit == ""
    assert said(desk) == ""


def test_a_wanted_year_holds_until_it_is_an_old_one() -> None:
    assert wanted_year(Settings(), 2026) == 2026
    assert wanted_year(Settings(year=2025), 2026) == 2025
    assert wanted_year(Settings(year=2025), 2027) == 2027
