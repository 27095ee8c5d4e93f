"""The doctor starts the real worker and the real Qt, and says in a sentence what doesn't work."""

import json
import sys
from pathlib import Path

import pytest

from assistant import doctor
from assistant.cli import main
from assistant.paths import resources


def test_doctor_reports_what_the_program_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "program", "python", "platform", "libraries", "qt", "data_folder", "input_method", "worker",
    ]  # fmt: skip
    assert found["worker"]["error"] is None
    assert found["worker"]["milliseconds"] > 0
    assert found["qt"]["error"] is None
    assert list(found["qt"]["fonts"]) == ["小标宋", "仿宋", "楷体", "黑体"]
    assert found["libraries"]["PySide6-Essentials"].startswith("6.")
    assert found["data_folder"]["writable"]


def test_doctor_for_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_worker", lambda *_: {"milliseconds": 80, "error": None})
    monkeypatch.setattr(
        doctor, "_qt", lambda: {"version": "6", "fonts": {"仿宋": None}, "input_plugins": [], "error": None}
    )
    printed = doctor.lines(doctor.examine(resources(), tmp_path))
    assert "窗口：Qt 6，可以使用" in printed
    assert "字体 仿宋：没有，会用相近的字体代替" in printed
    assert f"数据文件夹：{tmp_path}（可以写入）" in printed
    assert printed[-1] == "后台进程：80 毫秒后答复，正常"


def test_a_qt_that_can_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert doctor._qt()["error"] == "窗口部分没有启动起来（FileNotFoundError）"


def test_a_worker_without_resources_is_told(tmp_path: Path) -> None:
    error = doctor._worker(tmp_path, tmp_path)["error"]
    assert error.startswith("没有正常答复（")


def test_a_data_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    found = doctor._data_folder(blocked / "data")
    assert not found["writable"]
    assert "草稿无法自动保存" in found["error"]
