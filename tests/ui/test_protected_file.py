"""A file with enforced protection is shown, and nothing can be typed that could not be saved."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.document.block import Span
from assistant.document.edit import ReplaceText
from assistant.errors import EditRefused
from assistant.ui.coordinator import Coordinator
from tests.formats.docx.word_files import paragraph, run, word_file
from tests.ui.desk import opened, program

SETTINGS = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    path = tmp_path / "受保护.docx"
    path.write_bytes(word_file(paragraph(run("部暑工作")), settings=SETTINGS))
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        yield coordinator


def test_it_can_be_read_but_not_changed(qtbot: QtBot, desk: Coordinator) -> None:
    editor = desk.window.editor
    assert any("编辑保护" in message.text for message in desk.window.messages.messages())
    qtbot.keyClicks(editor, "abc")
    desk.window.action("bold").trigger()
    with pytest.raises(EditRefused):
        editor.apply((ReplaceText(Span("0", 0, 2), "部暑", "部署"),))
    assert editor.toPlainText() == "部暑工作"
    assert not editor.document().isModified()


def test_the_next_file_can_be_changed_again(qtbot: QtBot, desk: Coordinator) -> None:
    opened(qtbot, desk, desk.files.open_sample)
    qtbot.keyClicks(desk.window.editor, "abc")
    assert "abc" in desk.window.editor.toPlainText()
