import io
import zipfile

import pytest

from assistant.formats.docx.archive import replace_member
from tests.formats.docx.word_files import pack

PARTS = {"一.xml": b"<a/>" * 50, "word/document.xml": b"<old/>" * 90, "media/x.bin": bytes(range(256))}


def facts(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (i.filename, i.date_time, i.compress_type, i.extra, i.comment, i.external_attr, archive.read(i))
            for i in archive.infolist()
        ]


@pytest.mark.parametrize("name", PARTS)
def test_only_the_content_of_the_named_member_changes(name: str) -> None:
    base = pack(PARTS)
    expected = [(*f[:-1], b"<new/>") if f[0] == name else f for f in facts(base)]
    assert facts(replace_member(base, name, b"<new/>")) == expected


def test_other_members_keep_their_packed_bytes() -> None:
    base = pack(PARTS)
    saved = replace_member(base, "word/document.xml", b"<new/>")
    end = base.index(b"PK\x03\x04", 10)
    assert saved[:end] == base[:end]


def test_a_stream_written_with_sizes_behind_its_content_is_copied() -> None:
    out = io.BytesIO()

    class Unseekable(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            return out.write(data)

    with zipfile.ZipFile(Unseekable(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    base = out.getvalue()
    assert zipfile.ZipFile(io.BytesIO(base)).infolist()[0].flag_bits & 8
    saved = replace_member(base, "word/document.xml", b"<new/>")
    assert [f[-1] for f in facts(saved)] == [PARTS["一.xml"], b"<new/>", PARTS["media/x.bin"]]


def test_extra_fields_comments_and_bytes_before_the_zip_stay() -> None:
    out = io.BytesIO(b"before")
    out.seek(0, io.SEEK_END)
    with zipfile.ZipFile(out, "a") as archive:
        for name, content in PARTS.items():
            info = zipfile.ZipInfo(name, (2020, 2, 2, 2, 2, 2))
            info.extra, info.comment = b"\x01\xfa\x02\x00hi", b"remark"
            archive.writestr(info, content)
        archive.comment = b"the end"
    saved = replace_member(out.getvalue(), "word/document.xml", b"<new/>")
    assert saved.startswith(b"before")
    assert zipfile.ZipFile(io.BytesIO(saved)).comment == b"the end"
    assert [f[:6] for f in facts(saved)] == [f[:6] for f in facts(out.getvalue())]


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        replace_member(pack(PARTS), "none.xml", b"")
