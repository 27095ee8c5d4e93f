"""New, open, save, leave: every question, every refusal, and nothing lost on any way out."""

import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from assistant.document.context import Unit
from assistant.errors import StorageError
from assistant.formats.docx import reader
from assistant.paths import resources
from assistant.settings import load_settings
from assistant.storage import shelter
from assistant.ui import file_commands
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.new_report import NewReport, NewReportDialog
from assistant.ui.dialogs.unsaved import Unsaved
from assistant.ui.preferences import FILE
from assistant.ui.saving import file_name
from tests.ui.desk import PATIENCE, analysed, drafts, opened, program

KIND = "grassroots-party-building"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "去年的报告.docx"
    shutil.copy(resources() / "sample.docx", path)
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Unsaved]:
    """Answer the unsaved question with what the test puts in, one by one; a question too many fails."""
    answers: list[Unsaved] = []
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda _title, _parent: answers.pop(0))
    return answers


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def choose(path: Path | str, wanted: str = "") -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), wanted))

    return choose


def edited(qtbot: QtBot, desk: Coordinator, path: Path, typed: str = "Q") -> None:
    """Have a file on the desk with a change in it."""
    opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
    qtbot.keyClicks(desk.window.editor, typed)
    assert modified(desk)


def modified(desk: Coordinator) -> bool:
    return desk.window.editor.document().isModified()


def said(desk: Coordinator) -> list[str]:
    return [message.text for message in desk.window.messages.messages()]


def wait_for_word(qtbot: QtBot, desk: Coordinator, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in text for text in said(desk)), timeout=PATIENCE)


def wait_saved(qtbot: QtBot, desk: Coordinator) -> None:
    qtbot.waitUntil(lambda: not modified(desk), timeout=PATIENCE)


def press(desk: Coordinator, label: str) -> None:
    next(b for b in desk.window.messages.findChildren(QPushButton) if b.text() == label).click()


def texts(path: Path) -> list[str]:
    return [block.text for block in reader.read(path.read_bytes()).document.blocks]


FORMAT = re.compile("<w:(?:ind|rFonts|sz|jc|outlineLvl)[ /][^>]*>")
"""What of a paragraph's XML says how it looks."""


def paragraph_xml(path: Path, text: str) -> str:
    """Return the XML of the paragraph of a Word file that begins with a text."""
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    parts = re.findall("<w:p[ >].*?</w:p>", xml, re.DOTALL)
    return next(part for part in parts if "".join(re.findall("<w:t[ >][^<]*", part)).partition(">")[2].startswith(text))


def shown(desk: Coordinator) -> list[str]:
    return [block.text for block in desk.window.editor.bridge.picture().document.blocks]


def bad_files(folder: Path) -> dict[str, Path]:
    """Make everything that can't be opened."""
    zipped = (resources() / "sample.docx").read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    contents = {
        "不是文档.docx": b"\x00\x01\x02\x03" * 400,
        "损坏.docx": zipped[: len(zipped) // 2],
        "加密.docx": ole + "EncryptedPackage".encode("utf-16-le"),
        "旧格式.doc": ole + "WordDocument".encode("utf-16-le"),
        "空.docx": b"",
        "空.txt": b"",
        "图片.docx": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    }
    files = {}
    for name, data in contents.items():
        files[name] = folder / name
        files[name].write_bytes(data)
    files["文件夹"] = folder / "文件夹.docx"
    files["文件夹"].mkdir()
    files["不存在"] = folder / "不存在.docx"
    if hasattr(os, "mkfifo"):
        files["管道"] = folder / "管道.docx"
        os.mkfifo(files["管道"])
    return files


class TestOpening:
    def test_what_cannot_be_opened_is_said_in_one_sentence_and_the_desk_stays(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path
    ) -> None:
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        work, text = desk.work, shown(desk)
        pid = desk.background.worker_pid
        folder = tmp_path / "坏"
        folder.mkdir()
        for name, path in bad_files(folder).items():
            desk.window.messages.clear()
            desk.files.open_path(str(path))
            qtbot.waitUntil(lambda: bool(said(desk)), timeout=PATIENCE)
            (sentence,) = said(desk)
            assert sentence.endswith("。"), name
            assert sentence.count("。") == 1, name
            assert "Error" not in sentence, name
            assert desk.window.messages.messages()[0].tone == "error"
        assert desk.work is work
        assert shown(desk) == text
        assert desk.background.worker_pid == pid, "the worker survived all of them"

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
    def test_nor_one_that_may_not_be_read(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        report.chmod(0)
        desk.files.open_path(str(report))
        wait_for_word(qtbot, desk, "没有权限")

    def test_from_the_start_page_a_refusal_leaves_the_start_page(
        self, qtbot: QtBot, desk: Coordinator, tmp_path: Path
    ) -> None:
        desk.files.open_path(str(tmp_path / "没有.docx"))
        wait_for_word(qtbot, desk, "找不到")
        assert not desk.window.shows_text
        assert desk.window.start_page.isVisible()

    def test_an_opened_file_is_the_first_of_the_recent_ones(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "另一篇.txt"
        other.write_text("一段。\n", encoding="utf-8")
        for path in (report, other):
            opened(qtbot, desk, lambda p=path: desk.files.open_path(str(p)))
        assert load_settings(tmp_path / "data" / FILE).recent == (str(other), str(report))
        assert [action.text() for action in desk.window.recent_menu.actions()] == [other.name, report.name]

    def test_one_that_has_gone_leaves_the_recent_ones(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path
    ) -> None:
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        report.unlink()
        desk.files.open_path(str(report))
        wait_for_word(qtbot, desk, "找不到")
        qtbot.waitUntil(lambda: load_settings(tmp_path / "data" / FILE).recent == (), timeout=PATIENCE)

    def test_the_open_command_asks_for_the_file(
        self, qtbot: QtBot, desk: Coordinator, report: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(report), ""))
        opened(qtbot, desk, desk.window.action("open").trigger)
        assert desk.desk().file.path == report

    def test_asked_and_answered_with_nothing_nothing_happens(
        self, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
        desk.window.action("open").trigger()
        assert desk.work is None


class TestSaving:
    def test_as_txt_and_as_docx_both_read_as_the_text_on_the_desk(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path, save_to: Callable[..., None]
    ) -> None:
        edited(qtbot, desk, report)
        plain, word = tmp_path / "存成.txt", tmp_path / "存成.docx"
        save_to(plain)
        desk.window.action("save_as").trigger()
        wait_for_word(qtbot, desk, plain.name)
        assert "Q" in plain.read_text(encoding="utf-8")
        assert desk.desk().file.path == plain
        save_to(word)
        desk.window.action("save_as").trigger()
        wait_for_word(qtbot, desk, word.name)
        assert texts(word) == shown(desk)
        assert "Q" not in texts(report)[0], "the opened file is as it was"
        assert load_settings(tmp_path / "data" / FILE).recent[0] == str(word)

    @pytest.mark.parametrize(("wanted", "suffix"), [("纯文本 (*.txt)", ".txt"), ("Word 文档 (*.docx)", ".docx")])
    def test_a_name_without_suffix_gets_the_one_chosen(
        self, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, suffix: str
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "没有后缀"), wanted))
        with program(qtbot, tmp_path / "data") as desk:
            opened(qtbot, desk, desk.files.open_sample)
            desk.window.action("save").trigger()
            wait_for_word(qtbot, desk, "已保存到")
        assert (tmp_path / f"没有后缀{suffix}").exists()

    def test_twice_in_a_row_writes_both_and_asks_nothing(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        edited(qtbot, desk, report)
        desk.window.action("save").trigger()
        qtbot.keyClicks(desk.window.editor, "R")
        desk.window.action("save").trigger()
        wait_saved(qtbot, desk)
        assert texts(report)[0].startswith("QR")
        assert [text for text in said(desk) if "已保存" not in text] == []

    def test_typed_while_saving_it_is_still_unsaved(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        edited(qtbot, desk, report)
        desk.window.action("save").trigger()
        qtbot.keyClicks(desk.window.editor, "R")
        wait_for_word(qtbot, desk, "已保存到")
        assert modified(desk)
        assert "•" in desk.window.windowTitle()

    def test_a_heading_put_in_just_before_is_saved_as_one(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        desk.panels.add_section("causes", 0)
        desk.window.action("save").trigger()  # nobody has looked at the new text yet
        wait_saved(qtbot, desk)
        heading = next(text for text in texts(report) if text.endswith("原因分析"))
        formats = [FORMAT.findall(paragraph_xml(report, text)) for text in (heading, "一、主要工作", "（一）")]
        assert formats[0] == formats[1] != formats[2]

    def test_a_late_answer_never_touches_another_text(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path, asked: list[Unsaved]
    ) -> None:
        other = tmp_path / "另一篇.txt"
        other.write_text("一段。\n", encoding="utf-8")
        edited(qtbot, desk, report)
        asked.append(Unsaved.KEEP_DRAFT)
        desk.window.action("save").trigger()
        opened(qtbot, desk, lambda: desk.files.open_path(str(other)))
        assert desk.storing.flush(PATIENCE / 1000)
        qtbot.waitUntil(lambda: "Q" in texts(report)[0], timeout=PATIENCE)
        analysed(qtbot, desk)
        assert desk.desk().file.path == other
        assert shown(desk)[0] == "一段。"

    def test_a_late_answer_after_closing_is_no_crash(
        self, qtbot: QtBot, desk: Coordinator, report: Path, asked: list[Unsaved]
    ) -> None:
        edited(qtbot, desk, report)
        asked.append(Unsaved.KEEP_DRAFT)
        desk.window.action("save").trigger()
        desk.window.action("close").trigger()
        wait_for_word(qtbot, desk, "已保存到")
        assert desk.work is None


class TestRefusedSaving:
    def test_changed_on_disk_it_is_replaced_when_the_user_insists(
        self, qtbot: QtBot, desk: Coordinator, report: Path
    ) -> None:
        edited(qtbot, desk, report)
        report.write_bytes(b"somebody else's")
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "改过")
        assert report.read_bytes() == b"somebody else's"
        press(desk, "仍然覆盖")
        wait_saved(qtbot, desk)
        assert texts(report) == shown(desk)

    def test_changed_on_disk_it_can_go_elsewhere(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path, save_to: Callable[..., None]
    ) -> None:
        edited(qtbot, desk, report)
        report.write_bytes(b"somebody else's")
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "改过")
        save_to(tmp_path / "另存.docx")
        press(desk, "另存为")
        wait_saved(qtbot, desk)
        assert texts(tmp_path / "另存.docx") == shown(desk)
        assert report.read_bytes() == b"somebody else's"

    def test_open_in_word_it_is_replaced_when_the_user_insists(
        self, qtbot: QtBot, desk: Coordinator, report: Path
    ) -> None:
        edited(qtbot, desk, report)
        report.with_name(f"~${report.name}").touch()
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "正在 Word 或 WPS 里打开")
        press(desk, "仍然覆盖")
        wait_saved(qtbot, desk)
        assert texts(report) == shown(desk)

    def test_both_troubles_are_asked_about_one_after_the_other(
        self, qtbot: QtBot, desk: Coordinator, report: Path
    ) -> None:
        edited(qtbot, desk, report)
        report.write_bytes(b"somebody else's")
        report.with_name(f"~${report.name}").touch()
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "正在 Word 或 WPS 里打开")
        press(desk, "仍然覆盖")
        wait_for_word(qtbot, desk, "改过")
        press(desk, "仍然覆盖")
        wait_saved(qtbot, desk)
        assert texts(report) == shown(desk)

    def test_a_read_only_file_offers_another_place(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path, save_to: Callable[..., None]
    ) -> None:
        edited(qtbot, desk, report)
        report.chmod(0o444)
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "只读")
        assert modified(desk)
        save_to(tmp_path / "另存.docx")
        press(desk, "另存为")
        wait_saved(qtbot, desk)
        assert desk.desk().file.path == tmp_path / "另存.docx"

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
    def test_so_does_a_read_only_folder(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        edited(qtbot, desk, report)
        report.parent.chmod(0o555)
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "没有权限写入")
        report.parent.chmod(0o755)
        assert modified(desk)

    def test_so_does_a_folder_that_has_gone(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path
    ) -> None:
        folder = tmp_path / "U盘"
        folder.mkdir()
        moved = folder / report.name
        report.rename(moved)
        edited(qtbot, desk, moved)
        shutil.rmtree(folder)
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "文件夹不在了")
        assert modified(desk)
        assert [choice.label for choice in desk.window.messages.messages()[0].choices] == ["另存为"]


class TestLeaving:
    def test_nobody_is_asked_where_nothing_has_changed(
        self, qtbot: QtBot, desk: Coordinator, report: Path, asked: list[Unsaved]
    ) -> None:
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        desk.window.action("close").trigger()
        assert desk.work is None
        assert asked == []

    def test_cancelled_the_text_stays(
        self, qtbot: QtBot, desk: Coordinator, report: Path, asked: list[Unsaved]
    ) -> None:
        edited(qtbot, desk, report)
        asked.extend([Unsaved.CANCEL, Unsaved.CANCEL, Unsaved.CANCEL])
        desk.window.action("close").trigger()
        desk.files.open_path(str(report))
        assert not desk.window.close()
        assert asked == []
        assert desk.window.isVisible()
        assert shown(desk)[0].startswith("Q")

    @pytest.mark.parametrize("way", ["close", "open", "new", "quit"])
    def test_saved_first_the_user_gets_where_they_wanted(
        self, qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        answers = [Unsaved.SAVE]
        monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: answers.pop())
        monkeypatch.setattr(NewReportDialog, "ask", lambda *_: NewReport(KIND, 2025, Unit()))
        other = tmp_path / "另一篇.txt"
        other.write_text("一段。\n", encoding="utf-8")
        with program(qtbot, tmp_path / "data") as desk:
            edited(qtbot, desk, report)
            if way == "open":
                opened(qtbot, desk, lambda: desk.files.open_path(str(other)))
                assert shown(desk) == ["一段。"]
            elif way == "new":
                opened(qtbot, desk, desk.window.action("new").trigger)
                assert desk.desk().file.path is None
            elif way == "close":
                desk.window.action("close").trigger()
                qtbot.waitUntil(lambda: desk.work is None, timeout=PATIENCE)
            else:
                desk.window.action("quit").trigger()
                qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=PATIENCE)
            assert texts(report)[0].startswith("Q")

    def test_where_saving_fails_the_text_stays(
        self, qtbot: QtBot, desk: Coordinator, report: Path, asked: list[Unsaved]
    ) -> None:
        edited(qtbot, desk, report)
        report.chmod(0o444)
        asked.append(Unsaved.SAVE)
        assert not desk.window.close()
        wait_for_word(qtbot, desk, "只读")
        assert desk.window.isVisible()
        assert modified(desk)

    def test_saved_elsewhere_after_a_refusal_the_user_still_gets_where_they_wanted(
        self, qtbot: QtBot, desk: Coordinator, report: Path, asked: list[Unsaved], save_to: Callable[..., None]
    ) -> None:
        edited(qtbot, desk, report)
        report.chmod(0o444)
        asked.append(Unsaved.SAVE)
        desk.window.action("close").trigger()
        wait_for_word(qtbot, desk, "只读")
        save_to(report.with_name("另存.docx"))
        press(desk, "另存为")
        qtbot.waitUntil(lambda: desk.work is None, timeout=PATIENCE)

    def test_kept_as_a_draft_it_is_on_the_disk_before_the_desk_is_cleared(
        self, qtbot: QtBot, desk: Coordinator, report: Path, tmp_path: Path, asked: list[Unsaved]
    ) -> None:
        edited(qtbot, desk, report)
        asked.append(Unsaved.KEEP_DRAFT)
        desk.window.action("close").trigger()
        assert desk.work is None
        assert drafts(tmp_path / "data")[0][2].startswith("Q")
        assert not texts(report)[0].startswith("Q")

    @pytest.mark.parametrize("choice", ["另存为", "放弃修改"])
    def test_where_even_the_draft_fails_the_text_stays_until_the_user_decides(
        self, qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch, choice: str
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise StorageError("磁盘已满，草稿没有存上。")

        monkeypatch.setattr(shelter, "DraftStore", full)
        monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.KEEP_DRAFT)
        target = tmp_path / "另存.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        with program(qtbot, tmp_path / "data") as desk:
            edited(qtbot, desk, report)
            assert not desk.window.close()
            assert "本机草稿没有存成" in said(desk)[0]
            press(desk, choice)
            qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=PATIENCE)
        assert target.exists() == (choice == "另存为")


class TestNew:
    def test_a_new_report_stands_as_a_skeleton_with_blanks_to_walk(
        self,
        qtbot: QtBot,
        desk: Coordinator,
        tmp_path: Path,
        save_to: Callable[..., None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        unit = Unit("青石镇党委", post="党委书记")
        monkeypatch.setattr(NewReportDialog, "ask", lambda *_: NewReport(KIND, 2025, unit))
        opened(qtbot, desk, desk.window.action("new").trigger)
        editor = desk.window.editor
        title = editor.document().findBlockByNumber(0)
        assert "2025" in title.text()
        assert desk.desk().analysis.reports[0].missing == ()
        assert desk.window.status.places["blank"].isVisible()
        desk.window.action("next_blank").trigger()
        first = editor.textCursor().selectionStart()
        assert editor.textCursor().selectedText().startswith("【")
        desk.window.action("next_blank").trigger()
        assert editor.textCursor().selectionStart() > first
        assert load_settings(tmp_path / "data" / FILE).unit == unit.name
        target = tmp_path / "新.docx"
        save_to(target)
        desk.window.action("save").trigger()
        wait_for_word(qtbot, desk, "已保存到")
        assert texts(target) == shown(desk)
        before = shown(desk)
        opened(qtbot, desk, lambda: desk.files.open_path(str(target)))
        assert shown(desk) == before
        assert desk.desk().analysis.reports[0].kind == KIND

    def test_its_title_is_centred(self, qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch) -> None:
        from PySide6.QtCore import Qt

        monkeypatch.setattr(NewReportDialog, "ask", lambda *_: NewReport(KIND, 2025, Unit()))
        opened(qtbot, desk, desk.window.action("new").trigger)
        title = desk.window.editor.document().findBlockByNumber(0)
        assert title.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter
        assert title.blockFormat().textIndent() == 0

    def test_who_changes_their_mind_gets_nothing(self, desk: Coordinator, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(NewReportDialog, "ask", lambda *_: None)
        desk.window.action("new").trigger()
        assert desk.work is None

    def test_the_form_remembers_the_unit(
        self, qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        presets: list[NewReport] = []
        unit = Unit("青石镇党委", post="党委书记", person="某某")

        def ask(_kinds: object, preset: NewReport, _parent: object) -> NewReport:
            presets.append(preset)
            return NewReport("branch-secretary", 2025, unit)

        monkeypatch.setattr(NewReportDialog, "ask", ask)
        for _ in range(2):
            opened(qtbot, desk, desk.window.action("new").trigger)
        assert (presets[1].kind, presets[1].unit) == ("branch-secretary", unit)


@pytest.mark.parametrize(
    ("title", "name"),
    [("2025年度述职报告", "2025年度述职报告.docx"), ('a/b\\c:*?"<>|【单位】', "abc单位.docx"), ("\n", "述职稿.docx")],
)
def test_a_title_makes_a_file_name_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
