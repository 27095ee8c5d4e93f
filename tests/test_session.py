import codecs
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import session
from assistant.document.block import Block, Document, Run, Span
from assistant.document.edit import InsertBlocks, RemoveBlocks, ReplaceText, apply
from assistant.errors import CannotOpen, CannotSave
from assistant.formats.disk import ChangedOnDisk, OpenElsewhere, fingerprint
from assistant.session import OpenedFile, backup_place, format_of, new_file, open_file, recover, save_file
from assistant.storage.draft import Source
from assistant.storage.drafts import DraftStore

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(*paragraphs: str) -> bytes:
    """Return a small Word document with a part that only a byte-for-byte saver keeps."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>" for text in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/other.bin": "kept",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


BLANK = docx("")


def texts(path: Path) -> list[str]:
    return [block.text for block in open_file(path).opened.document.blocks]


def replaced(document: Document, number: int, new: str) -> Document:
    block = document.blocks[number]
    return apply(document, [ReplaceText(Span(block.id, 0, len(block.text)), block.text, new)])


def save(file: OpenedFile, document: Document, path: Path) -> OpenedFile:
    return save_file(file, document, {}, path, blank=BLANK)


@pytest.fixture
def txt(tmp_path: Path) -> Path:
    path = tmp_path / "去年 报告.txt"
    path.write_bytes("述职报告\r\n一、主要工作\r\n".encode("gb18030"))
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "去年 报告.docx"
    path.write_bytes(docx("述职报告", "一、主要工作", ""))
    return path


# Opening


def test_opening_gives_document_place_and_fingerprint(txt: Path) -> None:
    file = open_file(txt)
    assert [block.text for block in file.opened.document.blocks] == ["述职报告", "一、主要工作"]
    assert (file.path, file.format, file.sha256) == (txt, "txt", fingerprint(txt.read_bytes()))
    assert file.source == Source(str(txt), file.sha256, "txt")


def test_opening_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="找不到"):
        open_file(tmp_path / "没有.docx")


def test_a_new_report_has_no_file_yet() -> None:
    file = new_file(BLANK)
    assert (file.path, file.sha256, file.format, file.opened.base) == (None, None, "docx", BLANK)
    assert file.source == Source()


# Saving


@pytest.mark.parametrize("kind", ["txt", "word"])
def test_an_unedited_file_is_saved_byte_for_byte(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path: Path = request.getfixturevalue(kind)
    file = open_file(path)
    other = save(file, file.opened.document, tmp_path / f"另存{path.suffix}")
    assert other.path is not None
    assert other.path.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("kind", ["txt", "word"])
def test_an_edit_is_saved_and_saved_again(kind: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(kind)
    file = open_file(path)
    once = replaced(file.opened.document, 1, "一、重点工作")
    saved = save(file, once, path)
    assert texts(path)[:2] == ["述职报告", "一、重点工作"]
    assert saved.sha256 == fingerprint(path.read_bytes())
    assert saved.opened is file.opened
    again = save(saved, replaced(once, 0, "述廉报告"), path)
    assert texts(path)[:2] == ["述廉报告", "一、重点工作"]
    assert again.sha256 == fingerprint(path.read_bytes())


def test_a_word_document_with_new_and_removed_paragraphs(word: Path) -> None:
    file = open_file(word)
    document = apply(file.opened.document, [InsertBlocks("1", ("抓实责任。",)), RemoveBlocks(("2",))])
    save(file, document, word)
    assert texts(word) == ["述职报告", "一、主要工作", "抓实责任。"]


def test_a_word_document_saved_as_text_goes_on_as_text(word: Path, tmp_path: Path) -> None:
    file = open_file(word)
    path = tmp_path / "另存.TXT"
    saved = save(file, file.opened.document, path)
    assert path.read_bytes() == codecs.BOM_UTF8 + "述职报告\r\n一、主要工作\r\n\r\n".encode()
    assert (saved.format, saved.opened.format) == ("txt", "docx")
    save(saved, replaced(file.opened.document, 0, "述廉报告"), path)
    assert texts(path) == ["述廉报告", "一、主要工作", ""]


def test_a_text_saved_as_a_word_document(txt: Path, tmp_path: Path) -> None:
    file = open_file(txt)
    path = tmp_path / "另存.docx"
    saved = save(file, file.opened.document, path)
    assert saved.format == "docx"
    assert texts(path) == ["述职报告", "一、主要工作"]


def test_a_new_report_saved(tmp_path: Path) -> None:
    file = new_file(BLANK)
    document = Document((Block("new.1", (Run("述职报告"),)), Block("new.2", (Run("一、主要工作"),))))
    save(file, document, tmp_path / "新稿.docx")
    assert texts(tmp_path / "新稿.docx") == ["述职报告", "一、主要工作"]


def test_a_word_document_with_another_suffix_stays_one_in_place(word: Path) -> None:
    path = word.rename(word.with_suffix(".txt"))
    file = open_file(path)
    saved = save(file, replaced(file.opened.document, 0, "述廉报告"), path)
    assert saved.format == "docx"
    assert zipfile.is_zipfile(path)


def test_the_replaced_file_is_kept_in_the_data_folder(txt: Path, tmp_path: Path) -> None:
    file = open_file(txt)
    place = backup_place(tmp_path / "data", txt)
    old = txt.read_bytes()
    save_file(file, replaced(file.opened.document, 0, "新"), {}, txt, blank=BLANK, backup=place)
    assert place.read_bytes() == old
    assert place == backup_place(tmp_path / "data", txt.parent / "." / txt.name)
    assert {path.name for path in tmp_path.iterdir()} == {txt.name, "data"}


# Refusals


def test_a_file_changed_outside_is_replaced_only_when_the_user_agrees(txt: Path) -> None:
    file = open_file(txt)
    txt.write_bytes(b"changed outside")
    with pytest.raises(ChangedOnDisk):
        save(file, file.opened.document, txt)
    assert txt.read_bytes() == b"changed outside"
    save_file(file, file.opened.document, {}, txt, blank=BLANK, replace_changed=True)
    assert texts(txt) == ["述职报告", "一、主要工作"]


def test_a_file_open_in_word_is_replaced_only_when_the_user_agrees(txt: Path) -> None:
    file = open_file(txt)
    (txt.parent / f"~${txt.name}").write_bytes(b"")
    with pytest.raises(OpenElsewhere):
        save(file, file.opened.document, txt)
    save_file(file, file.opened.document, {}, txt, blank=BLANK, replace_open=True)


@pytest.mark.parametrize("written", [b"other", b"\x81"], ids=["other text", "unreadable"])
def test_a_writer_gone_wrong_never_reaches_the_file(txt: Path, monkeypatch: pytest.MonkeyPatch, written: bytes) -> None:
    file = open_file(txt)
    before = txt.read_bytes()
    monkeypatch.setattr(session, "save_bytes", lambda *_, **__: written)
    with pytest.raises(CannotSave, match="稿子还在"):
        save(file, file.opened.document, txt)
    assert txt.read_bytes() == before
    assert list(txt.parent.iterdir()) == [txt]


# Names


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.docx", "docx"), ("a.DOCM", "docx"), ("a.txt", "txt"), ("a.TXT", "txt"), ("a", "old"), ("a.md", "old")],
)
def test_the_suffix_decides_the_format(name: str, form: str) -> None:
    assert format_of(Path(name), "old") == form


# Recovering


@pytest.mark.parametrize("kind", ["txt", "word"])
def test_a_draft_opens_again_without_its_file(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path: Path = request.getfixturevalue(kind)
    file = open_file(path)
    store = DraftStore(tmp_path / "drafts.db")
    draft = store.create("报告", file.opened.base, file.opened.format, file.opened.document, source=file.source)
    store.save_current(draft, replaced(file.opened.document, 0, "述廉报告"))
    path.unlink()
    recovered, document = recover(store.load(draft))
    store.close()
    assert (recovered.path, recovered.sha256, recovered.format) == (file.path, file.sha256, file.format)
    assert recovered.opened == file.opened
    save(recovered, document, path)
    assert texts(path)[:2] == ["述廉报告", "一、主要工作"]


def test_a_draft_never_saved_has_no_path(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "drafts.db")
    draft = store.load(store.create("新稿", BLANK, "docx", Document()))
    store.close()
    recovered, _ = recover(draft)
    assert recovered.path is None
    with pytest.raises(CannotOpen):
        recover(replace(draft, base=b""))
