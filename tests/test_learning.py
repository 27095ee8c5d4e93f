"""Reports are read for the completer whatever their format, and what they teach is kept in one flat file."""

import shutil
from pathlib import Path

import pytest

from assistant.answers import Sorted
from assistant.errors import CannotOpen
from assistant.jobs import ReadPast, SortWording
from assistant.learning import MOST_FILES, PastFile, load_wording, read_past, report_files, text_of
from assistant.paths import resources
from assistant.phrases.completion import Completer
from assistant.template.report import load_templates
from assistant.worker import Worker
from tests.builders import doc

TEMPLATES = load_templates(resources() / "templates")
TEXT = "镇里的图书角每周三晚上开放，值班员登记借阅情况。\n" * 4


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "2024 年述职报告.docx"
    shutil.copy(resources() / "sample.docx", path)
    return path


def test_a_report_is_read_and_recognised(report: Path) -> None:
    before = report.read_bytes()
    past = read_past(report, TEMPLATES)
    assert past.about.kind == "grassroots-party-building"
    assert past.about.characters > 500
    assert past.path == report
    assert report.read_bytes() == before


def test_a_text_file_of_another_encoding_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "随笔.txt"
    path.write_text(TEXT, encoding="gb18030")
    past = read_past(path, TEMPLATES)
    assert text_of(past.document).startswith("镇里的图书角")


def test_nothing_is_learned_of_an_empty_file_or_a_book(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_text("\n \n", encoding="utf-8")
    with pytest.raises(CannotOpen, match="没有文字"):
        read_past(path, TEMPLATES)
    path.write_text("书" * 100_001, encoding="utf-8")
    with pytest.raises(CannotOpen, match="不像一份报告"):
        read_past(path, TEMPLATES)


def test_a_folder_is_searched_below_for_reports_but_not_for_owner_files(tmp_path: Path, report: Path) -> None:
    (tmp_path / "更早").mkdir()
    for name in ("更早/a.WPS", "更早/b.doc", "~$2024 年述职报告.docx", ".~x.docx", "图.png", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_bytes(b"x")
    found = [str(path.relative_to(tmp_path)) for path in report_files([tmp_path, report])]
    assert found == [report.name, "c.txt", str(Path("更早/a.WPS")), str(Path("更早/b.doc"))]


def test_a_folder_gives_no_more_than_so_many(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 5):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    assert len(report_files([tmp_path])) == MOST_FILES


def test_locked_blocks_teach_nothing() -> None:
    assert text_of(doc("甲", "乙")) == "甲\n乙"


class TestWorker:
    def test_it_reads_a_report(self, tmp_path: Path, report: Path) -> None:
        answer = Worker(resources(), tmp_path).answer(ReadPast(report))
        assert isinstance(answer, PastFile)
        assert len(answer.sha256) == 64

    def test_it_sorts_the_wording_into_a_file_that_a_completer_begins_with(self, tmp_path: Path) -> None:
        target, key = tmp_path / "neu" / "wording.bin", bytes(32)
        answer = Worker(resources(), tmp_path).answer(SortWording((TEXT,), target, key))
        assert answer == Sorted(key)
        wording = load_wording(target, key)
        assert wording is not None
        completer = Completer(wording=wording)
        assert completer.complete("镇里的图书角每周")[0].text.startswith("三晚上")
        assert completer.complete("落实全面从严治党主体")
        assert load_wording(target, bytes(31) + b"x") is None

    def test_figures_and_names_are_not_in_the_file(self, tmp_path: Path) -> None:
        target = tmp_path / "wording.bin"
        text = "述职人：张三\n镇党委书记李小明同志走访群众4711户。"
        Worker(resources(), tmp_path).answer(SortWording((text,), target, bytes(32)))
        wording = load_wording(target, bytes(32))
        assert wording is not None
        assert "走访群众" in wording.past.text
        for secret in ("张三", "李小明", "4711"):
            assert secret not in wording.past.text

    def test_no_file_is_no_wording(self, tmp_path: Path) -> None:
        assert load_wording(tmp_path / "wording.bin", bytes(32)) is None
