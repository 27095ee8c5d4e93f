"""The command on drafts."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from assistant.document.block import Block, Document, Run
from assistant.draft_commands import DATABASE
from assistant.paths import resources
from assistant.session import open_file
from assistant.storage.draft import NAMED, Source
from assistant.storage.drafts import DraftStore
from tests.command_line import data, sentence


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "数据"
    monkeypatch.setenv("SHUZHI_DATA", str(made))
    return made


@pytest.fixture
def filled(folder: Path) -> Path:
    """Draft 1: the sample, unsaved, with a named version; draft 2: a saved text; draft 3: in the bin."""
    store = DraftStore(folder / DATABASE)
    base = (resources() / "sample.docx").read_bytes()
    document = open_file(resources() / "sample.docx").opened.document
    first = store.create("示例", base, "docx", document)
    store.history.keep(first, document, NAMED, "送审前")
    plain = Document((Block("0", (Run("抓学习。", 0),), 0),))
    second = store.create("稿.txt", "抓学习。".encode(), "txt", plain, source=Source("/home/a/稿.txt", "ab", "txt"))
    store.mark_saved(second, plain, Source("/home/a/稿.txt", "ab", "txt"))
    store.bin.put(store.create("不要的", b"x", "txt", plain))
    store.close()
    return folder


@pytest.mark.usefixtures("filled")
def test_list_tells_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "drafts", "list")["drafts"]
    assert list(found[0]) == ["id", "title", "path", "saved", "created", "updated", "deleted"]
    assert {(one["id"], one["title"], one["path"], one["saved"], one["deleted"] is not None) for one in found} == {
        (1, "示例", None, False, False),
        (2, "稿.txt", "/home/a/稿.txt", True, False),
        (3, "不要的", None, False, True),
    }


def test_looking_makes_no_database(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, "drafts", "list") == {"drafts": []}
    assert not folder.exists()
    assert "还没有草稿" in sentence(capsys, "drafts", "show", "1")


@pytest.mark.usefixtures("filled")
def test_show_gives_text_and_history(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "drafts", "show", "1")
    assert any("主要工作" in line for line in found["paragraphs"])
    assert [(one["reason"], one["note"]) for one in found["revisions"]] == [("named", "送审前")]
    assert found["revisions"][0]["words"] > 1000


@pytest.mark.usefixtures("filled")
def test_export_of_an_unchanged_draft_is_its_file_byte_for_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "找回.docx"
    assert data(capsys, "drafts", "export", "1", "-o", str(out)) == {"output": str(out), "id": 1}
    assert out.read_bytes() == (resources() / "sample.docx").read_bytes()


@pytest.mark.usefixtures("filled")
def test_export_writes_the_format_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "找回.txt"
    data(capsys, "drafts", "export", "2", "-o", str(out))
    assert out.read_text(encoding="utf-8").strip() == "抓学习。"


def test_backup_is_a_whole_database(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "备份.sqlite3"
    assert data(capsys, "drafts", "backup", "-o", str(out)) == {"output": str(out), "drafts": 2}
    store = DraftStore(out)
    assert [info.title for info in store.deleted()] == ["不要的"]
    assert len(store.history.list(1)) == 1
    store.close()
    assert "已经存在" in sentence(capsys, "drafts", "backup", "-o", str(out))
    with contextlib.closing(sqlite3.connect(filled / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM draft").fetchone() == (3,)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show",), "编号"),
        (("show", "99"), "已经不在了"),
        (("export", "1"), "-o"),
        (("backup",), "-o"),
        (("show", "abc"), "ID"),
        (("eat",), "--help"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = sentence(capsys, "drafts", *arguments)
    assert words in said
    assert said.count("\n") == 1
