"""Having LibreOffice convert a copy: which files, how it is called, and what is said when it fails."""

import json
import os
from pathlib import Path

import pytest

from assistant.errors import CannotOpen
from assistant.formats.conversion import NOTE, convert, find_office, suffix_of
from tests.fake_office import FAILS, HANGS, install, needs_scripts
from tests.formats.docx.word_files import pack, paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = pack({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
RTF = b"{\\rtf1\\ansi text}"


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (RTF, ".rtf"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", ".html"),
        (b"<html><body>", ".html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', ".html"),
        (b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">', ".fodt"),
        (ODT, ".odt"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + bytes(600) + "MatOST".encode("utf-16-le"), ".wps"),
    ],
)
def test_files_that_libreoffice_can_read(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "正文".encode(),
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        word_file(paragraph("正文")),
        pack({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        OLE + bytes(600) + "Workbook".encode("utf-16-le"),
        b'<?xml version="1.0"?><settings/>',
    ],
)
def test_files_for_which_nothing_is_offered(data: bytes) -> None:
    assert suffix_of(data) == ""


def test_it_is_found_on_the_path_and_in_the_usual_places(tmp_path: Path) -> None:
    office = install(tmp_path / "bin", b"")
    assert find_office({"PATH": str(tmp_path / "bin")}, ()) == office
    assert find_office({"PATH": str(tmp_path)}, (str(tmp_path / "none"), str(office))) == office
    assert find_office({"PATH": str(tmp_path)}, ()) is None


@needs_scripts
def test_a_copy_is_converted_into_a_draft(tmp_path: Path) -> None:
    office = install(tmp_path / "bin", word_file(paragraph("一、主要工作")))
    opened = convert(RTF, office)
    assert [block.text for block in opened.document.blocks] == ["一、主要工作"]
    assert (opened.format, opened.converted, opened.notes[0]) == ("docx", True, NOTE)


@needs_scripts
def test_it_works_on_a_copy_with_a_profile_of_its_own_without_network_and_macros(tmp_path: Path) -> None:
    office = install(tmp_path / "bin", word_file(paragraph("甲")))
    convert(b"<html><body>", office)
    told = json.loads((tmp_path / "bin" / "told.json").read_text(encoding="utf-8"))
    assert bytes.fromhex(told["source"]) == b"<html><body>"
    assert {"--headless", "--norestore", "--convert-to", "--infilter=HTML (StarWriter)"} <= set(told["arguments"])
    assert "DisableMacrosExecution" in told["profile"]
    assert "ooInetProxyType" in told["profile"]
    assert not Path(told["arguments"][-1]).parent.exists(), "nothing is left behind"


@needs_scripts
@pytest.mark.parametrize(("answer", "act"), [(b"", FAILS), (b"not a package", None)])
def test_a_failing_conversion_is_one_plain_sentence(tmp_path: Path, answer: bytes, act: str | None) -> None:
    office = install(tmp_path / "bin", answer) if act is None else install(tmp_path / "bin", answer, act)
    with pytest.raises(CannotOpen) as refused:
        convert(RTF, office)
    assert refused.value.message.startswith("LibreOffice 没能转换这个文件")


@needs_scripts
def test_one_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    office = install(tmp_path / "bin", b"", HANGS)
    with pytest.raises(CannotOpen) as refused:
        convert(RTF, office, seconds=0.2)
    assert "已经停下" in refused.value.message


def test_an_office_that_is_gone_is_one_plain_sentence(tmp_path: Path) -> None:
    for office in (None, tmp_path / "soffice"):
        with pytest.raises(CannotOpen) as refused:
            convert(RTF, office)
        assert "原文件没有改动" in refused.value.message


@needs_scripts
def test_what_a_cut_off_conversion_left_is_cleared_away_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, running = tmp_path / "shuzhi-convert-old", tmp_path / "shuzhi-convert-new"
    for folder in (left, running):
        folder.mkdir()
    os.utime(left, (0, 0))
    convert(RTF, install(tmp_path / "bin", word_file(paragraph("甲"))))
    assert not left.exists()
    assert running.exists()
