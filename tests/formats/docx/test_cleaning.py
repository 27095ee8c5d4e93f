"""The clean copy says what the report says in the end, and nothing about who wrote it, how and when."""

import io
import zipfile

import pytest

from assistant.errors import CannotOpen
from assistant.formats.docx.cleaning import clean, parts_changed
from assistant.formats.docx.comments import comments
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import is_tracking, resolve, revisions
from tests.formats.docx.revised_files import MAIN, dele, ins, story, with_parts
from tests.formats.docx.word_files import (
    COMMENT,
    OFFICE,
    RELATIONSHIPS,
    field,
    pack,
    paragraph,
    relationships,
    rich,
    run,
    unpacked,
    word_file,
)

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
SETTINGS = (
    '<w:trackRevisions/><w:zoom w:percent="100"/><w:rsids><w:rsidRoot w:val="00112233"/></w:rsids>'
    '<w:docVars><w:docVar w:name="来源" w:val="内网"/></w:docVars>'
)
BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
    f"<w:sdtContent>{run('绑定的字')}</w:sdtContent></w:sdt>"
)


def office_file() -> bytes:
    """A file as an office leaves it behind: changes, comments, names, properties, bound data."""
    body = paragraph("全年走访", dele("八十"), ins("九十六"), "户，", COMMENT, BOUND).replace(
        "<w:p>", '<w:p w:rsidR="00AA">'
    )
    unit = paragraph(field("DOCPROPERTY 单位", "某某县"))
    extra = {
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}"><dc:title>述职报告</dc:title>'
            "<dc:creator>李处长</dc:creator><cp:lastModifiedBy>王科员</cp:lastModifiedBy></cp:coreProperties>"
        ).encode(),
        "docProps/custom.xml": (
            '<Properties xmlns="urn:c"><property name="单位">某某县</property>'
            '<property name="密级">内部</property></Properties>'
        ).encode(),
        "customXml/item1.xml": "<a>绑定的字</a>".encode(),
        "word/old/left-over.xml": "<a>旧稿</a>".encode(),
    }
    data = word_file(body, unit, settings=SETTINGS, extra=extra)
    notes = story("comments", f'<w:comment w:id="3" w:author="李处长">{paragraph("再核实")}</w:comment>')
    header = story("hdr", f'<w:p w:rsidRDefault="00BB">{ins("页眉")}</w:p>')
    office = {
        "word/settings.xml": ("settings", "settings+xml", unpacked(data)["word/settings.xml"].decode()),
        "word/comments.xml": ("comments", "comments+xml", notes),
        "word/header1.xml": ("header", "header+xml", header),
        "customXml/item1.xml": ("customXml", "application/xml", "<a>绑定的字</a>"),
    }
    files = unpacked(with_parts(data, office))
    links = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = links.replace('"customXml/', '"../customXml/').encode()
    files["_rels/.rels"] = relationships(
        (f"{OFFICE}/officeDocument", MAIN),
        (f"{RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
        (f"{OFFICE}/custom-properties", "docProps/custom.xml"),
    ).encode()
    return pack(files)


FILE = office_file()
CLEAN = clean(FILE)


def everything(data: bytes) -> str:
    return "".join(content.decode() for name, content in unpacked(data).items() if name.endswith((".xml", ".rels")))


def test_the_clean_copy_holds_the_final_text() -> None:
    assert [line.text for line in read(CLEAN).paragraphs] == ["全年走访九十六户，带批注的话绑定的字", "\ufffc"]
    assert revisions(CLEAN) == ()
    assert comments(CLEAN) == ()
    assert not is_tracking(CLEAN)


@pytest.mark.parametrize(
    "trace",
    [
        "李处长",
        "王科员",
        "八十",
        "再核实",
        "rsid",
        "00112233",
        "comment",
        "内网",
        "docVar",
        "dataBinding",
        "密级",
        "旧稿",
        "<a>",
    ],
)
def test_nothing_is_left_of(trace: str) -> None:
    assert trace in everything(FILE)
    assert trace not in everything(CLEAN)


def test_dates_inside_the_zip_go_too() -> None:
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_property_that_a_field_shows_stays_for_without_it_word_shows_an_error() -> None:
    assert "某某县</property>" in unpacked(CLEAN)["docProps/custom.xml"].decode()
    assert "述职报告" not in unpacked(CLEAN)["docProps/core.xml"].decode()


def test_settings_that_say_nothing_about_people_stay() -> None:
    assert b'<w:zoom w:percent="100"/>' in unpacked(CLEAN)["word/settings.xml"]


def test_the_parts_that_went_are_named_nowhere() -> None:
    assert "item1" not in everything(CLEAN)
    assert sorted(parts_changed(FILE, CLEAN)) == [
        "[Content_Types].xml",
        "customXml/item1.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        MAIN,
        "word/header1.xml",
        "word/media/picture.bin",
        "word/old/left-over.xml",
        "word/settings.xml",
    ]


def test_ink_that_is_stored_like_foreign_data_stays() -> None:
    ink = f'<w:r><w:pict xmlns:r="{OFFICE}" r:id="rId1"/></w:r>'
    data = with_parts(word_file(paragraph("签名", ink)), {"word/ink.xml": ("customXml", "application/xml", "<ink/>")})
    assert unpacked(clean(data))["word/ink.xml"] == b"<ink/>"


def test_pictures_stay_as_they_are() -> None:
    picture = bytes(range(256))
    files = unpacked(word_file(paragraph("图")))
    files["word/_rels/document.xml.rels"] = relationships((f"{OFFICE}/image", "media/picture.bin")).encode()
    files["word/media/picture.bin"] = picture
    assert unpacked(clean(pack(files)))["word/media/picture.bin"] == picture


def test_a_damaged_part_is_copied_as_it_is() -> None:
    data = with_parts(word_file(paragraph("正文")), {"word/header1.xml": ("header", "header+xml", "<damaged")})
    assert unpacked(clean(data))["word/header1.xml"] == b"<damaged"


@pytest.mark.parametrize("strict", [False, True])
def test_cleaning_twice_is_cleaning_once_and_the_text_is_that_of_accepting_all(strict: bool) -> None:
    data = rich(strict=strict)
    once = clean(data)
    assert clean(once) == once
    final = [line.text for line in read(resolve(data, None, accept=True)).paragraphs]
    mark = next(n for n, text in enumerate(final) if "带批注的话" in text)
    final[mark] = final[mark].replace("带批注的话\ufffc", "带批注的话")
    assert [line.text for line in read(once).paragraphs] == final


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(CannotOpen):
        clean(b"PK nothing")
