"""The composition root: a damaged data file of the program, a small screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from assistant import app


def test_a_damaged_data_file_is_one_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr("assistant.paths.resources", lambda: tmp_path)
    (tmp_path / "icons").symlink_to(Path(app.__file__).parents[1] / "resources" / "icons")
    (tmp_path / "style.qss").write_text("", encoding="utf-8")
    assert app.main([]) == 2
    assert len(shown) == 1
    assert "重新安装程序" in shown[0]
    assert "Traceback" not in capsys.readouterr().err


def test_at_first_the_window_fills_a_small_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() * 2, room.height() * 2)
    monkeypatch.setattr(window, "showMaximized", window.show)  # nobody manages windows there
    app.show(window, remembered=False)  # type: ignore[arg-type]  # any window
    assert window.size() == room


@pytest.mark.parametrize(("part", "fills"), [(2.0, True), (0.8, False)])
def test_a_remembered_window_fills_the_screen_only_where_it_is_larger(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, part: float, fills: bool
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room * part)
    monkeypatch.setattr(window, "showMaximized", window.show)  # nobody manages windows there
    app.show(window, remembered=True)  # type: ignore[arg-type]  # any window
    assert window.size() == (room if fills else room * part)
