"""Newer dated formulations are dropped on the window, or chosen in 校对设置, and count at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.checks.switches import RuleBook
from assistant.paths import resources
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.rule_settings import RuleSettingsDialog
from assistant.ui.features import features_of
from tests.kept_tables import lend
from tests.ui.desk import PATIENCE, opened, program


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coordinator]:
    """The program with a data folder of its own in the worker, too."""
    monkeypatch.setenv("SHUZHI_DATA", str(tmp_path / "data"))
    lend(tmp_path / "data")
    with program(qtbot, tmp_path / "data") as coordinator:
        yield coordinator


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "新的提法.toml"
    text = (resources() / "formulations" / "timeline.toml").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("updated"))
    path.write_text(text.replace(first, 'updated = "2099-01"'), encoding="utf-8")
    return path


def said(desk: Coordinator) -> str:
    return "".join(message.text for message in desk.window.messages.messages())


def test_a_file_dropped_on_the_window_counts_at_once(qtbot: QtBot, desk: Coordinator, newer: Path) -> None:
    desk.window.file_dropped.emit(str(newer))
    qtbot.waitUntil(lambda: "截至 2099 年 1 月" in said(desk), timeout=PATIENCE)
    books: list[RuleBook] = []
    features_of(desk).checking.books.ask(books.append)
    assert books[0].updated == "2099-01"


def test_a_damaged_file_is_refused_and_everything_goes_on(qtbot: QtBot, desk: Coordinator, newer: Path) -> None:
    newer.write_text("updated = 3", encoding="utf-8")
    desk.window.file_dropped.emit(str(newer))
    qtbot.waitUntil(lambda: "不是能用的提法数据：updated 没有写" in said(desk), timeout=PATIENCE)
    books: list[RuleBook] = []
    features_of(desk).checking.books.ask(books.append)
    qtbot.waitUntil(lambda: bool(books), timeout=PATIENCE)
    assert books[0].cards


def test_it_is_chosen_in_the_settings_of_checking_and_said_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator, newer: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    told: list[tuple[str, str]] = []

    def serve(dialog: RuleSettingsDialog) -> int:
        qtbot.waitUntil(lambda: "条规则" in dialog.count.text(), timeout=PATIENCE)
        dialog.newer.click()
        qtbot.waitUntil(lambda: "提法数据换好了" in dialog.detail.text(), timeout=PATIENCE)
        told.append((dialog.detail.text(), dialog.count.text()))
        return 0

    monkeypatch.setattr(RuleSettingsDialog, "exec", serve)
    desk.window.action("rules").trigger()
    ((detail, count),) = told
    assert "截至 2099 年 1 月" in detail
    assert "截至 2099 年 1 月" in count


def test_a_damaged_file_in_the_data_folder_stops_nobody_from_working(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path
) -> None:
    kept = tmp_path / "data" / "formulations"
    kept.mkdir(parents=True)
    (kept / "timeline.toml").write_text("updated = 3", encoding="utf-8")
    opened(qtbot, desk, desk.files.open_sample)
    qtbot.waitUntil(lambda: "这次没有用它，用的是程序自带的" in said(desk), timeout=PATIENCE)
    assert desk.desk().analysis.findings
