"""Old Word files that can't be read, each with its own plain sentence; and that no file, however broken, does harm."""

import contextlib
import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import CannotOpen
from assistant.formats.doc.paragraphs import MOST_PARAGRAPHS
from assistant.formats.doc.reader import read
from tests.formats.doc.compound_files import compound
from tests.formats.doc.old_word_files import OldWord, Par, cell, old_word, row_end, sprm

LEVELS = ((37, "\0、"), (37, "（\1）"), *((0, ""),) * 7)
RICH = OldWord(
    (
        Par("述职报告", 1),
        Par("一、主要工作", 2, sprm(0x460B, 1) + sprm(0x260A, 0)),
        Par("第一\x13 PAGE \x143\x15页\x01"),
        cell("甲"),
        cell("乙"),
        row_end((0, 1000, 3000)),
        Par("节末", mark="\x0c"),
        Par("结束 end"),
    ),
    cuts=(5, 20),
    compress=True,
    levels=LEVELS,
    section_ends=(37,),
)


def patched(offset: int, data: bytes) -> bytes:
    return OldWord((Par("述职报告"),), header={offset: data}).bytes()


def pieces_beyond_the_file(*, fast_saved: bool) -> bytes:
    streams = OldWord((Par("述职报告"),), header={0x0A: b"\x04\x02"} if fast_saved else {}).streams()
    start, length = struct.unpack_from("<II", streams["WordDocument"], 0x9A + 8 * 33)
    table = bytearray(streams["1Table"])
    table[start + length - 6 : start + length - 2] = struct.pack("<I", 0x00FFFFFE)
    return compound({**streams, "1Table": bytes(table)})


def many_pieces_of_one_place() -> bytes:
    """A piece table that names one stretch of the file a thousand times over."""
    streams = OldWord((Par("字" * 3000),)).streams()
    count, length = 1000, 3000
    bounds = struct.pack(f"<{count + 1}I", *(n * length for n in range(count + 1)))
    table = bounds + struct.pack("<HIH", 0, 0x800, 0) * count
    main = bytearray(streams["WordDocument"])
    struct.pack_into("<i", main, 0x4C, len(main))
    struct.pack_into("<II", main, 0x9A + 8 * 33, 0, len(table) + 5)
    return compound({"WordDocument": bytes(main), "1Table": b"\2" + struct.pack("<I", len(table)) + table})


def circle_of_sectors() -> bytes:
    """A directory whose chain of sectors comes back to its first one."""
    data = bytearray(RICH.bytes())
    struct.pack_into("<I", data, 512 + 4, 1)
    return bytes(data)


def with_header(offset: int, data: bytes) -> bytes:
    """A file whose container says something else at an offset of its header."""
    made = bytearray(RICH.bytes())
    made[offset : offset + len(data)] = data
    return bytes(made)


def small_streams_in_a_circle() -> bytes:
    """A root entry of four gigabytes whose one sector follows itself, and a Word stream that stands in it."""
    made = bytearray(RICH.bytes())
    directory = 512 * 2
    struct.pack_into("<II", made, directory + 116, 1, 0xFFFFFFF0)
    struct.pack_into("<I", made, directory + 128 + 120, 100)
    struct.pack_into("<I", made, 512 + 4, 1)
    return bytes(made)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (lambda: patched(0x0A, b"\x00\x03"), "密码"),
    "encrypted .docx": (lambda: compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "密码"),
    "Word 95": (lambda: patched(0, b"\xdc\xa5\x68\x00"), "Word 95"),
    "Word 6 with the magic of 97": (lambda: patched(2, b"\x65\x00"), "Word 95"),
    "another magic": (lambda: patched(0, b"\x00\x00"), "损坏"),
    "no table stream": (lambda: compound({"WordDocument": RICH.streams()["WordDocument"]}), "损坏"),
    "no characters": (lambda: patched(0x4C, bytes(4)), "损坏"),
    "negative count of characters": (lambda: patched(0x4C, b"\xff\xff\xff\xff"), "损坏"),
    "absurd count of characters": (lambda: patched(0x4C, b"\xff\xff\xff\x7f"), "损坏"),
    "more characters than pieces": (lambda: patched(0x4C, b"\x00\x08\x00\x00"), "损坏"),
    "no piece table": (lambda: patched(0x9A + 8 * 33, bytes(8)), "损坏"),
    "pieces beyond the file": (lambda: pieces_beyond_the_file(fast_saved=False), "损坏"),
    "wreckage of a fast save": (lambda: pieces_beyond_the_file(fast_saved=True), "快速保存"),
    "one stretch named a thousand times": (many_pieces_of_one_place, "损坏"),
    "empty Word stream": (lambda: compound({"WordDocument": b"", "1Table": b""}), "损坏"),
    "header only": (lambda: RICH.bytes()[:512], "损坏"),
    "truncated": (lambda: old_word(*("述职报告" for _ in range(2000)))[:9000], "损坏"),
    "more tables than sectors": (lambda: with_header(44, b"\xff\xff\xff\x7f"), "损坏"),
    "more small tables than sectors": (lambda: with_header(60, b"\1\0\0\0\xff\xff\xff\x7f"), "损坏"),
    "more lists of tables than sectors": (lambda: with_header(68, b"\1\0\0\0\xff\xff\xff\x7f"), "损坏"),
    "enormous sectors": (lambda: with_header(30, b"\xff\xff"), "损坏"),
    "small streams in a circle": (small_streams_in_a_circle, "损坏"),
    "stream larger than the file": (lambda: with_header(512 * 2 + 128 + 120, b"\xff\xff\xff\0"), "损坏"),
    "too many paragraphs": (lambda: old_word("\r" * MOST_PARAGRAPHS), "太大"),
    "Excel": (lambda: compound({"Workbook": b""}), "Excel"),
    "PowerPoint": (lambda: compound({"PowerPoint Document": b"", "Current User": b""}), "PowerPoint"),
    "Outlook": (lambda: compound({"__properties_version1.0": b""}), "Outlook"),
    "Visio": (lambda: compound({"VisioDocument": b""}), "Visio"),
    "Works": (lambda: compound({"MatOST": b""}), "Works"),
    "WPS of its own": (lambda: compound({"WpsDoc": b""}), "WPS 早年"),
    "installer": (lambda: compound({"䡀㼿䕷䑬㭪䗤䠤": b""}), "安装程序"),
    "unknown": (lambda: compound({"Something": b""}), "不是 Word 文档"),
    "nothing": (lambda: compound({}), "不是 Word 文档"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_plain_sentence(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(CannotOpen, match=words) as refused:
        read(make())
    assert refused.value.message.endswith("。")
    assert refused.value.message.count("。") == 1
    assert refused.value.detail


def test_every_reason_has_a_sentence_of_its_own() -> None:
    kinds = (
        "encrypted",
        "Word 95",
        "another magic",
        "wreckage of a fast save",
        "Excel",
        "PowerPoint",
        "Works",
        "unknown",
    )
    sentences = set()
    for name in kinds:
        with pytest.raises(CannotOpen) as refused:
            read(REFUSED[name][0]())
        sentences.add(refused.value.message)
    assert len(sentences) == len(kinds)


def opens_or_refuses(data: bytes) -> None:
    """Read; any other error than a refusal, and any endless loop, fails the test."""
    with contextlib.suppress(CannotOpen):
        assert read(data).document.blocks


def test_a_circle_of_sectors_is_walked_once() -> None:
    opens_or_refuses(circle_of_sectors())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=12))
def test_damaged_streams_open_or_are_refused(flips: list[tuple[int, int, int]]) -> None:
    streams = {name: bytearray(data) for name, data in RICH.streams().items()}
    for which, place, value in flips:
        data = streams["1Table" if which else "WordDocument"]
        data[place % len(data)] = value
    opens_or_refuses(compound({name: bytes(data) for name, data in streams.items()}))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=6), st.integers(0, 2**20))
def test_damaged_containers_open_or_are_refused(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(RICH.bytes())
    for place, value in flips:
        data[8 + place % (len(data) - 8)] = value
    opens_or_refuses(bytes(data[: 512 + cut % len(data)]))


def test_styles_lists_and_fonts_may_be_missing() -> None:
    empty = {0x9A + 8 * place: bytes(8) for place in (1, 6, 12, 13, 15, 73, 74)}
    opened = read(OldWord(RICH.paragraphs, header=empty).bytes())
    assert opened.paragraphs[0].text == "述职报告"
    assert opened.document.tables == ()
