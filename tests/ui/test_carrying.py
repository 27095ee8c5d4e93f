"""带走 and 带回 through the window, from one data folder to another."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.phrases.material import OwnPhrases
from assistant.phrases.own import write_own
from assistant.phrases.phrase import Phrase
from assistant.ui import carrying
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.own_file import FILE as OWN
from tests.ui.desk import PATIENCE, drafts, opened, program

WORD = "青石镇2025"
PHRASE = Phrase("own.1", "我到【单位】调研【次数】次。", "main_work", source="我的素材")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("2025年度抓基层党建工作述职报告\n一、主要工作\n抓好学习。\n", encoding="utf-8")
    return path


@pytest.fixture
def parcel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "带走.shuzhi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(carrying.PasswordDialog, "ask", lambda **_: WORD)
    return path


def told(qtbot: QtBot, desk: Coordinator, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in one for one in shown(desk)), timeout=PATIENCE)


def shown(desk: Coordinator) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in desk.window.messages.findChildren(QLabel)]


def pack(qtbot: QtBot, folder: Path, report: Path) -> None:
    with program(qtbot, folder) as desk:
        desk.preferences.change(person="李明")
        (folder / OWN).write_text(write_own(OwnPhrases((PHRASE,), favourites=("own.1",))), encoding="utf-8")
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        qtbot.keyClicks(desk.window.editor, "Q")
        desk.window.action("take_along").trigger()
        told(qtbot, desk, "已打包到“带走.shuzhi”：1 份草稿")


def test_what_was_packed_comes_back_elsewhere(qtbot: QtBot, tmp_path: Path, report: Path, parcel: Path) -> None:
    pack(qtbot, tmp_path / "office", report)
    assert b"Q2025" not in parcel.read_bytes()
    with program(qtbot, tmp_path / "home") as desk:
        desk.window.action("bring_back").trigger()
        told(qtbot, desk, "已带回 1 份新草稿")
        assert desk.preferences.settings.person == "李明"
        phrasing = features_of(desk).phrases.phrasing
        qtbot.waitUntil(lambda: [p.text for p in phrasing.own.phrases] == [PHRASE.text], timeout=PATIENCE)
        assert phrasing.own.favourites == ("own.1",)
    ((title, clean, text),) = drafts(tmp_path / "home")
    assert (title, clean) == ("报告.txt", False)
    assert text.startswith("Q2025")


@pytest.mark.usefixtures("parcel")
def test_a_wrong_password_brings_nothing(
    qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(qtbot, tmp_path / "office", report)
    monkeypatch.setattr(carrying.PasswordDialog, "ask", lambda **_: "别的密码")
    with program(qtbot, tmp_path / "home") as desk:
        desk.window.action("bring_back").trigger()
        told(qtbot, desk, "密码不对")
    assert drafts(tmp_path / "home") == []


def test_another_file_is_refused(qtbot: QtBot, tmp_path: Path, parcel: Path) -> None:
    parcel.write_bytes(b"not ours")
    with program(qtbot, tmp_path / "home") as desk:
        desk.window.action("bring_back").trigger()
        told(qtbot, desk, "不是述职助手打包的文件")
