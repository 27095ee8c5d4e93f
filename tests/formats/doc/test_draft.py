"""An old Word file on the desk: a draft of its own, saved as .docx beside the file, which stays as it is."""

from pathlib import Path

import pytest

from assistant.cli import main
from assistant.document.block import Document, Span
from assistant.document.edit import InsertBlocks, RemoveBlocks, ReplaceText, apply
from assistant.errors import CannotSave
from assistant.session import open_file, recover, save_file
from assistant.storage.draft import Draft, DraftInfo
from tests.command_line import data
from tests.formats.doc.old_word_files import Par, cell, old_word, row_end

REPORT = old_word(
    Par("某某单位2025年度抓基层党建工作述职报告", 1),
    "各位领导、同志们：",
    Par("一、主要工作", 2),
    "全年集中学习十二次，部暑任务三十项，，",
    cell("项目"),
    cell("数量"),
    row_end((0, 2000, 4000)),
    "以上报告，请批评指正。",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "去年 述职.doc"
    path.write_bytes(REPORT)
    return path


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_it_opens_as_a_draft_that_knows_where_it_came_from(old: Path) -> None:
    file = open_file(old)
    assert file.path is None
    assert file.sha256 is None
    assert file.format == "docx"
    assert file.made_from == old
    assert file.source.path is None


def test_edited_it_is_saved_beside_the_untouched_file(old: Path) -> None:
    file = open_file(old)
    document = apply(
        file.opened.document,
        (
            ReplaceText(Span("3", 0, 2), "全年", "今年"),
            ReplaceText(Span("5", 0, 2), "数量", "次数"),
            InsertBlocks("3", ("新的一段",)),
            RemoveBlocks(("1",)),
        ),
    )
    target = old.with_suffix(".docx")
    saved = save_file(file, document, {}, target, blank=b"")
    assert saved.path == target
    assert texts(open_file(target).opened.document) == texts(document)
    assert open_file(target).opened.document.tables == document.tables
    assert old.read_bytes() == REPORT
    assert save_file(saved, document, {}, target, blank=b"").sha256 == saved.sha256


def test_undone_to_the_start_it_is_the_base(old: Path, tmp_path: Path) -> None:
    file = open_file(old)
    save_file(file, file.opened.document, {}, tmp_path / "一.docx", blank=b"")
    assert (tmp_path / "一.docx").read_bytes() == file.opened.base


@pytest.mark.parametrize("name", ["去年 述职.doc", "新.DOC", "新.wps", "新.dot"])
def test_no_old_format_is_ever_written(old: Path, name: str) -> None:
    file = open_file(old)
    with pytest.raises(CannotSave, match="docx"):
        save_file(file, file.opened.document, {}, old.with_name(name), blank=b"")
    assert list(old.parent.iterdir()) == [old]
    assert old.read_bytes() == REPORT


def test_it_can_be_saved_as_text(old: Path) -> None:
    file = open_file(old)
    save_file(file, file.opened.document, {}, old.with_suffix(".txt"), blank=b"")
    assert "项目\t数量" in old.with_suffix(".txt").read_text("utf-8-sig")


def test_the_draft_opens_again_without_the_file(old: Path) -> None:
    file = open_file(old)
    info = DraftInfo(1, "述职", file.source, clean=False, created="", updated="")
    draft = Draft(info, file.opened.base, file.opened.format, file.opened.document)
    old.unlink()
    again, document = recover(draft)
    assert again.opened.document == document == file.opened.document


def test_a_word_document_named_doc_is_saved_in_place(old: Path) -> None:
    path = old.with_name("其实是新的.doc")
    path.write_bytes(open_file(old).opened.base)
    file = open_file(path)
    document = apply(file.opened.document, (InsertBlocks("0", ("新的一段",)),))
    save_file(file, document, {}, path, blank=b"")
    assert "新的一段" in texts(open_file(path).opened.document)


# command line


def test_text_numbers_its_paragraphs(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = data(capsys, "text", str(old))
    assert [line["paragraph"] for line in lines] == list(range(len(lines)))
    assert lines[4] == {"paragraph": 4, "text": "项目", "label": "", "kind": "cell", "editable": True}


def test_outline_and_check_work_on_it(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = data(capsys, "outline", str(old))["reports"]
    assert [(heading["level"], heading["text"]) for heading in report["headings"]][1] == (1, "主要工作")
    findings = data(capsys, "check", str(old), code=1)["findings"]
    assert any(finding["paragraph"] == 3 for finding in findings)


def test_fix_and_edit_write_a_new_file(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixed, edited = old.with_name("改.docx"), old.with_name("编.docx")
    assert data(capsys, "fix", str(old), "-o", str(fixed))["applied"] > 0
    assert "部署任务三十项" in open_file(fixed).opened.paragraphs[3].text
    data(capsys, "edit", str(old), "-o", str(edited), "--replace", "1", "同志们：", "--delete", "3")
    assert [line.text for line in open_file(edited).opened.paragraphs][1:3] == ["同志们：", "一、主要工作"]
    assert old.read_bytes() == REPORT


@pytest.mark.parametrize("out", ["去年 述职.doc", "新.doc", "新.wps"])
def test_the_command_line_writes_no_old_format(old: Path, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(old), "-o", str(old.with_name(out)), "--replace", "0", "改"]) == 2
    assert capsys.readouterr().err.endswith("。\n")
    assert old.read_bytes() == REPORT
    assert list(old.parent.iterdir()) == [old]
