"""Files of other programs: where LibreOffice is there, a copy can be converted and opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from assistant.ui.file_commands import CONVERT
from assistant.ui.messages import Message
from tests.fake_office import FAILS, install, needs_scripts
from tests.formats.docx.word_files import paragraph, word_file
from tests.ui.desk import PATIENCE, opened, program

RTF = b"{\\rtf1\\ansi text}"
pytestmark = needs_scripts


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "去年的报告.rtf"
    path.write_bytes(RTF)
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coordinator]:
    folder = tmp_path / "bin"
    install(folder, word_file(paragraph("一、主要工作"), paragraph("正文")))
    monkeypatch.setenv("PATH", str(folder))
    with program(qtbot, tmp_path / "data") as coordinator:
        yield coordinator


def said(qtbot: QtBot, desk: Coordinator, path: Path) -> Message:
    """Open a file that can't be opened; return what is said of it."""
    messages = desk.window.messages
    messages.clear()
    desk.files.open_path(str(path))
    qtbot.waitUntil(lambda: bool(messages.messages()), timeout=PATIENCE)
    return messages.messages()[-1]


def test_a_converted_copy_opens_as_a_draft_and_the_file_stays_as_it_was(
    qtbot: QtBot, desk: Coordinator, letter: Path
) -> None:
    message = said(qtbot, desk, letter)
    assert [choice.label for choice in message.choices] == ["转换副本再打开"]
    opened(qtbot, desk, lambda: desk.window.messages.chosen.emit(CONVERT, "convert"))
    assert [block.text for block in desk.window.editor.bridge.picture().document.blocks] == ["一、主要工作", "正文"]
    assert desk.work is not None
    assert (desk.work.file.path, desk.work.file.made_from) == (None, letter), "saving asks where"
    assert any("LibreOffice" in shown.text for shown in desk.window.messages.messages())
    assert letter.read_bytes() == RTF
    assert sorted(path.name for path in letter.parent.glob("*.*")) == ["去年的报告.rtf"]


def test_where_it_fails_one_sentence_says_so(qtbot: QtBot, desk: Coordinator, letter: Path, tmp_path: Path) -> None:
    install(tmp_path / "bin", b"", FAILS)
    said(qtbot, desk, letter)
    messages = desk.window.messages
    messages.chosen.emit(CONVERT, "convert")
    qtbot.waitUntil(lambda: any("没能转换" in shown.text for shown in messages.messages()), timeout=PATIENCE)
    assert desk.work is None
    assert letter.read_bytes() == RTF


def test_without_libreoffice_nothing_is_offered(
    qtbot: QtBot, desk: Coordinator, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.file_commands.find_office", lambda: None)
    assert said(qtbot, desk, letter).choices == ()


def test_what_libreoffice_cannot_help_with_gets_no_button(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    path = tmp_path / "扫描件.docx"
    path.write_bytes(b"%PDF-1.7 ...")
    assert said(qtbot, desk, path).choices == ()
