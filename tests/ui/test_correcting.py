"""The leader's corrections, settled at the desk; our own changes written as revisions."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.document.edit import RemoveBlocks
from assistant.formats.docx import reader
from assistant.ui.coordinator import Coordinator
from assistant.ui.correcting import CORRECTED
from tests.formats.docx.word_files import REVISED, paragraph, run, word_file
from tests.ui.desk import PATIENCE, opened, program


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "领导改过.docx"
    path.write_bytes(word_file(paragraph(run("原文"), REVISED) + paragraph(run("第二段"))))
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, file: Path) -> Coordinator:
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(file)))
        qtbot.waitUntil(lambda: coordinator.window.side.shows_changes, timeout=PATIENCE)
        yield coordinator


def main_part(path: Path) -> str:
    return zipfile.ZipFile(path).read("word/document.xml").decode()


def saved(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)


def settled(qtbot: QtBot, desk: Coordinator, *, accept: bool) -> None:
    desk.window.revisions.resolve_requested.emit(None, accept)
    qtbot.waitUntil(lambda: any(m.key == CORRECTED for m in desk.window.messages.messages()), timeout=PATIENCE)


def test_the_final_text_is_what_is_edited(desk: Coordinator) -> None:
    assert [b.text for b in desk.window.editor.bridge.picture().document.blocks] == ["原文加上的", "第二段"]
    assert desk.window.revisions.count == 2


@pytest.mark.parametrize(("accept", "text"), [(True, "原文加上的"), (False, "原文删去的")])
def test_settled_and_saved_no_revision_is_left(
    qtbot: QtBot, desk: Coordinator, file: Path, *, accept: bool, text: str
) -> None:
    settled(qtbot, desk, accept=accept)
    qtbot.waitUntil(lambda: not desk.window.side.shows_changes, timeout=PATIENCE)
    assert desk.window.editor.document().isModified()
    saved(qtbot, desk)
    assert "w:ins " not in main_part(file)
    assert "w:del " not in main_part(file)
    assert reader.read(file.read_bytes()).document.blocks[0].text == text


def test_a_correction_can_be_taken_back(qtbot: QtBot, desk: Coordinator, file: Path) -> None:
    before = file.read_bytes()
    settled(qtbot, desk, accept=False)
    desk.window.messages.chosen.emit(CORRECTED, "undo")
    qtbot.waitUntil(lambda: desk.window.revisions.count == 2, timeout=PATIENCE)
    assert desk.window.editor.bridge.picture().document.blocks[0].text == "原文加上的"
    assert not desk.window.editor.document().isModified()
    assert file.read_bytes() == before


def test_edits_made_before_are_kept(qtbot: QtBot, desk: Coordinator) -> None:
    qtbot.keyClicks(desk.window.editor, "X")
    settled(qtbot, desk, accept=True)
    assert desk.window.editor.bridge.picture().document.blocks[0].text == "X原文加上的"


def test_the_view_shows_changes_and_cannot_be_written_in(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.action("show_marked").trigger()
    assert desk.window.marked.isVisible()
    assert not desk.window.editor.isVisible()
    assert "删去的" in desk.window.marked.toPlainText()
    desk.window.action("show_marked").trigger()
    assert desk.window.editor.isVisible()


def test_saved_as_revisions_our_changes_bear_our_name(
    qtbot: QtBot, desk: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.dialogs.author.AuthorDialog.ask", lambda *_: "李明")
    qtbot.keyClicks(desk.window.editor, "X")
    desk.window.action("save_tracked").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)
    assert 'w:author="李明"' in main_part(file)
    assert reader.read(file.read_bytes()).document.blocks[0].text == "X原文加上的"
    assert desk.preferences.settings.author == "李明"


def test_a_comparison_is_a_text_of_its_own(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "较早的.docx"
    older.write_bytes(word_file(paragraph(run("原文加")) + paragraph(run("第二段"))))
    monkeypatch.setattr("assistant.ui.dialogs.author.AuthorDialog.ask", lambda *_: "李明")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(older), ""))
    before = desk.work
    opened(qtbot, desk, desk.window.action("compare").trigger)
    assert desk.work is not before
    assert desk.desk().file.path is None
    qtbot.waitUntil(lambda: desk.window.side.shows_changes, timeout=PATIENCE)
    assert [b.text for b in desk.window.editor.bridge.picture().document.blocks] == ["原文加上的", "第二段"]


def test_a_clean_copy_leaves_the_text_alone(qtbot: QtBot, desk: Coordinator, file: Path) -> None:
    before = file.read_bytes()
    opened(qtbot, desk, desk.window.action("clean").trigger)
    assert desk.desk().file.path is None
    assert not desk.window.side.shows_changes
    assert file.read_bytes() == before


def test_findings_become_comments(qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.ui.dialogs.author.AuthorDialog.ask", lambda *_: "李明")
    desk.window.editor.insert_at_caret("部暑")
    desk.window.action("check").trigger()
    qtbot.waitUntil(lambda: any(f.text == "部暑" for f in desk.desk().shown()), timeout=PATIENCE)
    before = desk.window.revisions.count
    desk.window.action("annotate").trigger()
    qtbot.waitUntil(lambda: desk.window.revisions.count > before, timeout=PATIENCE)


def test_what_was_saved_as_revisions_stays_so_when_it_is_saved_again(
    qtbot: QtBot, desk: Coordinator, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.dialogs.author.AuthorDialog.ask", lambda *_: "李明")
    editor = desk.window.editor
    editor.apply((RemoveBlocks((editor.bridge.picture().document.blocks[1].id,)),))
    desk.window.action("save_tracked").trigger()
    qtbot.waitUntil(lambda: not editor.document().isModified(), timeout=PATIENCE)
    assert "第二段" in main_part(file)
    qtbot.keyClicks(editor, "Y")
    saved(qtbot, desk)
    assert main_part(file).count('w:author="李明"') >= 2
    assert "第二段" in main_part(file)


def test_a_file_that_tracks_changes_is_saved_as_revisions_unasked(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "跟踪修订.docx"
    path.write_bytes(word_file(paragraph(run("原文")), settings="<w:trackRevisions/>"))
    with program(qtbot, tmp_path / "data") as desk:
        desk.preferences.change(person="陈启明", author="李明")
        opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
        qtbot.keyClicks(desk.window.editor, "X")
        saved(qtbot, desk)
    assert "<w:ins " in main_part(path)
    assert "李明" in main_part(path), "signed by who writes, not by the secretary the report is about"
    assert "陈启明" not in main_part(path)
    assert reader.read(path.read_bytes()).document.blocks[0].text == "X原文"
