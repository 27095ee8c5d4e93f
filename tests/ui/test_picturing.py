"""The images of an opened file come into the page by themselves, and go with it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from assistant.ui.editor.tokens import chip_of
from tests.formats.docx.test_pictures import drawing, file
from tests.images import png
from tests.ui.desk import PATIENCE, opened, program


def test_images_come_with_their_file_and_go_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    path, other = tmp_path / "有图.docx", tmp_path / "无图.txt"
    path.write_bytes(file("附图：", drawing(), image=png(8, 4)))
    other.write_text("没有图。", encoding="utf-8")
    before = path.read_bytes()
    with program(qtbot, tmp_path / "data") as desk:
        opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
        chip = chip_of(desk.window.editor.document())
        assert chip is not None
        qtbot.waitUntil(lambda: chip.shown() == {0}, timeout=PATIENCE)
        assert not desk.window.editor.document().isModified()
        opened(qtbot, desk, lambda: desk.files.open_path(str(other)))
        assert chip.shown() == set()
    assert path.read_bytes() == before
