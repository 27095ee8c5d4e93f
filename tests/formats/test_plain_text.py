import codecs
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.document.block import Block, Document, Run, Span
from assistant.document.edit import Edit, InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, apply
from assistant.errors import CannotOpen
from assistant.formats.plain_text import lines_written, read, write, write_new
from assistant.text.characters import TOKEN, clean

ENCODINGS = [
    pytest.param("utf-8", b"", id="utf-8"),
    pytest.param("utf-8", codecs.BOM_UTF8, id="utf-8 with BOM"),
    pytest.param("utf-16-le", codecs.BOM_UTF16_LE, id="utf-16 little endian"),
    pytest.param("utf-16-be", codecs.BOM_UTF16_BE, id="utf-16 big endian"),
    pytest.param("gb18030", b"", id="gb18030"),
    pytest.param("gb18030", b"\x84\x31\x95\x33", id="gb18030 with signature"),
]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).document.blocks]


def edited(data: bytes, *edits: Edit) -> bytes:
    return write(data, apply(read(data).document, edits))


def replace_line(number: int, old: str, new: str) -> ReplaceText:
    return ReplaceText(Span(str(number), 0, len(old)), old, new)


# What is read


@pytest.mark.parametrize(("codec", "signature"), ENCODINGS)
def test_every_encoding_is_read_and_kept(codec: str, signature: bytes) -> None:
    data = signature + "述职报告\r\n各位领导、同志们：\r\n㐀𠮷😀\r\n".encode(codec)
    assert texts(data) == ["述职报告", "各位领导、同志们：", "㐀𠮷😀"]
    assert edited(data, replace_line(0, "述职报告", "述廉报告")) == signature + (
        "述廉报告\r\n各位领导、同志们：\r\n㐀𠮷😀\r\n".encode(codec)
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("甲", ["甲"]),
        ("甲\n", ["甲"]),
        ("甲\n\n", ["甲", ""]),
        ("\n", [""]),
        ("甲\r乙\n丙\r\n丁", ["甲", "乙", "丙", "丁"]),
        ("甲\n\r乙", ["甲", "", "乙"]),
        ("甲\x85乙", ["甲\x85乙"]),
    ],
)
def test_lines_end_at_crlf_lf_and_cr(text: str, lines: list[str]) -> None:
    assert texts(text.encode()) == lines


@pytest.mark.parametrize("other", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_nothing_else_ends_a_line(other: str) -> None:
    assert texts(f"甲{other}乙".encode()) == [f"甲{TOKEN}乙"]


def test_origins_are_line_numbers() -> None:
    blocks = read("甲\n\n乙".encode()).document.blocks
    assert [block.origin for block in blocks] == [0, 1, 2]
    assert [[run.origin for run in block.runs] for block in blocks] == [[0], [], [2]]


def test_every_line_is_a_paragraph_of_the_file() -> None:
    paragraphs = read("甲\n\n乙".encode()).paragraphs
    assert [(p.number, p.text, p.kind, p.editable) for p in paragraphs] == [
        (0, "甲", "body", True),
        (1, "", "body", True),
        (2, "乙", "body", True),
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xfe\x00", id="half a UTF-16 unit"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", id="a lone surrogate"),
        pytest.param(codecs.BOM_UTF8 + b"\xff", id="a UTF-8 signature before other bytes"),
        pytest.param(b"\x81", id="half a GB18030 character"),
        pytest.param(codecs.BOM_UTF32_LE + "甲".encode("utf-32-le"), id="UTF-32"),
        pytest.param("抓实基层党建工作".encode()[:-1], id="UTF-8 cut short"),
        pytest.param("抓实基层党建".encode() + b"\x80" + "工作责任落实".encode(), id="UTF-8 with one bad byte"),
    ],
)
def test_what_is_no_text_is_refused_in_one_chinese_sentence(data: bytes) -> None:
    with pytest.raises(CannotOpen) as caught:
        read(data)
    assert caught.value.message.endswith("。")
    assert caught.value.message.count("。") == 1


# What is written


@given(st.binary(max_size=60))
def test_an_unedited_file_comes_back_byte_for_byte(data: bytes) -> None:
    try:
        opened = read(data)
    except CannotOpen:
        return
    assert write(data, opened.document) == data


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=6)
FILE = st.lists(st.tuples(LINE, st.sampled_from(["\n", "\r\n", "\r"])), max_size=5).map(
    lambda lines: "".join(text + end for text, end in lines)
)


@given(FILE, st.sampled_from([p.values for p in ENCODINGS]))
def test_an_unedited_text_comes_back_in_any_encoding(text: str, encoding: tuple[str, bytes]) -> None:
    data = encoding[1] + text.encode(encoding[0])
    try:
        opened = read(data)
    except CannotOpen:  # a text that starts like another encoding's signature
        return
    assert write(data, opened.document) == data


@given(FILE, st.data())
def test_what_was_written_reads_as_the_edited_text(text: str, data: st.DataObject) -> None:
    base = text.encode()
    blocks = list(read(base).document.blocks)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(blocks)))
        new = clean(data.draw(st.text(st.sampled_from("甲a，\n \ufeff𠮷"), max_size=4)))
        if at < len(blocks) and data.draw(st.booleans()):
            blocks[at] = replace(blocks[at], runs=(Run(new, blocks[at].origin), *blocks[at].runs))
        else:
            blocks.insert(at, Block("new", (Run(new),) if new else ()))
    document = Document(tuple(blocks))
    assert tuple(texts(write(base, document))) == lines_written(document)


def test_an_edit_touches_only_the_edited_characters() -> None:
    data = "一、履职情况\r\n抓实责任\n强化落实\r末行".encode("gb18030")
    after = edited(data, ReplaceText(Span("1", 2, 4), "责任", "整改"))
    assert after == "一、履职情况\r\n抓实整改\n强化落实\r末行".encode("gb18030")


def test_a_new_line_takes_the_end_of_the_line_before() -> None:
    assert edited(b"a\r\nb\nc\r", InsertBlocks("1", ("x",))) == b"a\r\nb\nx\nc\r"


def test_a_new_first_line_takes_the_commonest_end() -> None:
    assert edited(b"a\rb\nc\n", InsertBlocks(None, ("x",))) == b"x\na\rb\nc\n"


def test_the_first_line_end_of_a_file_is_crlf() -> None:
    assert edited(b"a", InsertBlocks("0", ("b",))) == b"a\r\nb"


def test_a_line_after_an_unended_last_line_stays_unended() -> None:
    assert edited(b"a\nb", InsertBlocks("1", ("c",))) == b"a\nb\nc"


def test_a_line_after_an_ended_last_line_is_ended() -> None:
    assert edited(b"a\nb\n", InsertBlocks("1", ("c",))) == b"a\nb\nc\n"


def test_a_removed_line_takes_its_end_with_it() -> None:
    assert edited(b"a\r\nb\nc\r", RemoveBlocks(("1",))) == b"a\r\nc\r"


def test_the_line_before_a_removed_last_line_keeps_its_end() -> None:
    assert edited(b"a\nb", RemoveBlocks(("1",))) == b"a\n"


def test_a_moved_line_keeps_its_end() -> None:
    assert edited(b"a\r\nb\nc\r", MoveBlocks(("0",), "1")) == b"b\na\r\nc\r"


def test_both_halves_of_a_split_line_take_its_end() -> None:
    block = Block("0", (Run("甲", 0),), origin=0)
    half = Block("0.1", (Run("乙", 0),), origin=0)
    assert write("甲乙\r\n".encode(), Document((block, half))) == "甲\r\n乙\r\n".encode()


def test_a_soft_break_becomes_a_line_end() -> None:
    assert edited(b"a\rb\n", replace_line(0, "a", "x\ny")) == b"x\ry\rb\n"


def test_an_empty_last_line_is_ended_or_it_would_vanish() -> None:
    assert edited(b"a\nb", replace_line(1, "b", "")) == b"a\n\n"


def test_cr_and_lf_of_two_lines_do_not_become_one_end() -> None:
    assert edited(b"a\rb\n", replace_line(1, "b", "")) == b"a\r\r\n"


def test_characters_a_block_cannot_hold_are_tokens_and_survive_an_edit() -> None:
    data = "甲\x0c乙\x00丙\u2028丁\n".encode()
    opened = read(data)
    (block,) = opened.document.blocks
    assert block.text == f"甲{TOKEN}乙{TOKEN}丙{TOKEN}丁"
    labels = [run.token.label for run in block.runs if run.token is not None]
    assert labels == ["分页符", "控制字符", "控制字符"]
    assert "3 个" in opened.notes[0]
    after = edited(data, ReplaceText(Span("0", 2, 3), "乙", "换"))
    assert after == "甲\x0c换\x00丙\u2028丁\n".encode()


def test_a_foreign_object_character_of_the_file_survives() -> None:
    data = f"甲{TOKEN}乙".encode()
    assert edited(data, ReplaceText(Span("0", 0, 1), "甲", "换")) == f"换{TOKEN}乙".encode()


def test_an_emptied_document_is_an_empty_file() -> None:
    assert write(codecs.BOM_UTF8 + b"a\n", Document()) == codecs.BOM_UTF8


def test_bytes_that_would_pass_for_utf_8_are_written_as_utf_8() -> None:
    ambiguous = "模"
    assert ambiguous.encode("gb18030").decode("utf-8") != ambiguous
    after = edited(f"{ambiguous}范\n".encode("gb18030"), ReplaceText(Span("0", 1, 2), "范", ""))
    assert texts(after) == [ambiguous]


def test_a_signature_typed_as_text_stays_text() -> None:
    after = edited(b"a\n", replace_line(0, "a", "\ufeffb"))
    assert texts(after) == ["\ufeffb"]


def test_a_new_file_is_utf_8_with_bom_and_crlf() -> None:
    assert write_new(["甲", "乙\n丙", ""]) == codecs.BOM_UTF8 + "甲\r\n乙\r\n丙\r\n\r\n".encode()
