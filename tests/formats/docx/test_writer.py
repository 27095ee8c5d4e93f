import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import paths
from assistant.document.block import Block, Document, Marks, Run, Span
from assistant.document.edit import Edit, InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, SetMark, apply
from assistant.document.identity import identified
from assistant.document.splice import cut, merged, replaced
from assistant.errors import EditRefused
from assistant.formats.docx.reader import read
from assistant.formats.docx.writer import write
from assistant.formats.layout import load_layout
from tests.formats.docx.word_files import (
    BOOKMARK_END,
    BOOKMARK_START,
    BREAK,
    COMMENT,
    CONTROL,
    NOTE,
    NUMBERING,
    REVISED,
    STYLES,
    TEXT_BOX,
    cell,
    field,
    paragraph,
    rich,
    run,
    table,
    unpacked,
    word_file,
)

LAYOUT = load_layout(paths.resources() / "layouts" / "gongwen.toml")


def body(data: bytes) -> str:
    """The inner XML of the body, without its section."""
    text = unpacked(data)["word/document.xml"].decode("utf-8")
    return re.sub(r"<w:sectPr><w:pgSz[^>]*/></w:sectPr>$", "", text.partition("<w:body>")[2].partition("</w:body>")[0])


def edited(base: bytes, *edits: Edit) -> str:
    return body(write(base, apply(read(base).document, edits), {}))


def typed(base: bytes, block: str, at: int, text: str) -> str:
    return edited(base, ReplaceText(Span(block, at, at), "", text))


def with_blocks(base: bytes, change: Callable[[list[Block]], list[Block]]) -> Document:
    document = read(base).document
    return replace(document, blocks=identified(change(list(document.blocks))))


def split(base: bytes, at: int, position: int = 0) -> str:
    def halves(blocks: list[Block]) -> list[Block]:
        block = blocks[position]
        upper = replace(block, runs=cut(block.runs, 0, at))
        lower = replace(block, runs=cut(block.runs, at, len(block.text)))
        return [*blocks[:position], upper, lower, *blocks[position + 1 :]]

    return body(write(base, with_blocks(base, halves), {}))


def joined(base: bytes, position: int = 0) -> str:
    def join(blocks: list[Block]) -> list[Block]:
        upper, lower = blocks[position : position + 2]
        both = replace(upper, runs=merged([*upper.runs, *lower.runs]))
        return [*blocks[:position], both, *blocks[position + 2 :]]

    return body(write(base, with_blocks(base, join), {}))


def test_nothing_changed_gives_the_very_bytes() -> None:
    base = rich()
    assert write(base, read(base).document, {}) is base


def test_typed_text_takes_the_format_of_the_run_it_stands_in() -> None:
    base = word_file(paragraph(run("甲乙", "<w:b/>"), run("丙丁", "<w:i/>")))
    assert typed(base, "0", 1, "新") == paragraph(run("甲新乙", "<w:b/>"), run("丙丁", "<w:i/>"))


def test_the_right_one_of_two_equal_characters_goes() -> None:
    base = word_file(paragraph(run("甲的", "<w:b/>"), run("的乙", "<w:i/>")))
    assert edited(base, ReplaceText(Span("0", 1, 2), "的", "")) == paragraph(run("甲", "<w:b/>"), run("的乙", "<w:i/>"))


def test_text_beside_a_field_stays_outside_it_and_looks_like_the_paragraph_mark() -> None:
    base = word_file(paragraph(field("PAGE", "1"), properties='<w:rPr><w:ins w:id="1"/><w:i/></w:rPr>'))
    new = "<w:r><w:rPr><w:i/></w:rPr><w:t>前</w:t></w:r>"
    before, after = typed(base, "0", 0, "前"), typed(base, "0", 1, "前")
    assert before.partition("</w:pPr>")[2].startswith(new + '<w:r><w:fldChar w:fldCharType="begin"/>')
    assert after.endswith('<w:fldChar w:fldCharType="end"/></w:r>' + new + "</w:p>")


def test_replaced_text_stays_in_its_link() -> None:
    base = word_file(paragraph("见", f'<w:hyperlink w:anchor="x">{run("这里")}</w:hyperlink>', "。"))
    saved = edited(base, ReplaceText(Span("0", 1, 3), "这里", "那边"))
    assert f'<w:hyperlink w:anchor="x">{run("那边")}</w:hyperlink>' in saved


def test_tabs_breaks_and_hyphens_become_elements_and_edge_spaces_are_kept() -> None:
    saved = typed(word_file("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), "0", 1, "\t乙\n\u2011\u00ad ")
    assert saved == (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/>"
        '<w:t xml:space="preserve"> </w:t></w:r></w:p>'
    )


def test_typing_inside_an_insertion_stays_in_it() -> None:
    saved = typed(word_file(paragraph(REVISED)), "0", 1, "新")
    assert '<w:ins w:id="11" w:author="甲">' + run("加新上的") + "</w:ins><w:del " in saved


def test_an_empty_paragraph_takes_text_in_the_format_of_its_mark() -> None:
    base = word_file(paragraph(properties="<w:rPr><w:b/></w:rPr>"))
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>" in typed(base, "0", 0, "字")


def test_bold_splits_the_run_and_keeps_its_other_properties() -> None:
    base = word_file(paragraph(run("甲乙丙", '<w:rStyle w:val="x"/><w:color w:val="FF0000"/>')))
    saved = edited(base, SetMark(Span("0", 1, 2), Marks.BOLD, on=True))
    assert saved.count('<w:color w:val="FF0000"/>') == 3
    assert '<w:rPr><w:rStyle w:val="x"/><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>乙</w:t>' in saved


def test_bold_of_a_style_is_switched_off_and_direct_bold_is_taken_away() -> None:
    styled = word_file(paragraph("甲", properties='<w:pStyle w:val="1"/>'), styles=STYLES)
    assert '<w:b w:val="0"/>' in edited(styled, SetMark(Span("0", 0, 1), Marks.BOLD, on=False))
    direct = word_file(paragraph(run("甲", "<w:b/>")))
    assert "<w:b" not in edited(direct, SetMark(Span("0", 0, 1), Marks.BOLD, on=False)).replace("<w:body", "")


def test_a_split_gives_each_half_its_characters_and_the_lower_one_no_identity() -> None:
    base = word_file(paragraph("甲乙", CONTROL, properties='<w:jc w:val="center"/>', identity="0000AA01"))
    upper, lower = split(base, 3).split("</w:p>")[:2]
    assert 'w14:paraId="0000AA01"' in upper
    assert "paraId" not in lower
    assert upper.count('<w:id w:val="99"/>') == 1
    assert '<w:id w:val="99"/>' not in lower
    assert '<w:pPr><w:jc w:val="center"/></w:pPr>' in upper
    assert '<w:pPr><w:jc w:val="center"/></w:pPr>' in lower
    assert ">控</w:t>" in upper
    assert ">件里的字</w:t>" in lower


def test_marks_go_with_the_character_before_them() -> None:
    base = word_file(paragraph(BOOKMARK_START, "甲乙", BOOKMARK_END, "丙"))
    early, late = split(base, 1), split(base, 2)
    assert [part.count("bookmarkStart") for part in early.split("</w:p>")[:2]] == [1, 0]
    assert [part.count("bookmarkEnd") for part in early.split("</w:p>")[:2]] == [0, 1]
    assert [part.count("bookmarkEnd") for part in late.split("</w:p>")[:2]] == [1, 0]


def test_a_split_section_paragraph_leaves_the_break_with_the_lower_half() -> None:
    base = word_file(
        paragraph("甲乙", properties='<w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange w:id="1"/>'), paragraph("后")
    )
    upper, lower = split(base, 1).split("</w:p>")[:2]
    assert "sectPr" not in upper
    assert "<w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr>" in lower


def test_editing_a_section_paragraph_leaves_its_properties_alone() -> None:
    properties = "<w:sectPr/><w:keepNext/>"
    base = word_file(paragraph("甲", properties=properties), paragraph("后"))
    assert edited(base, ReplaceText(Span("0", 0, 1), "甲", "乙")).startswith(paragraph("乙", properties=properties))


def test_joining_keeps_the_first_properties_the_second_section_and_all_content() -> None:
    base = word_file(
        paragraph("甲", properties='<w:jc w:val="center"/>'),
        BOOKMARK_START,
        paragraph(run("乙", "<w:b/>"), NOTE, BOOKMARK_END, properties="<w:sectPr/>"),
    )
    assert joined(base) == paragraph(
        "甲", BOOKMARK_START, run("乙", "<w:b/>"), NOTE, BOOKMARK_END, properties='<w:jc w:val="center"/><w:sectPr/>'
    )


def test_two_sections_cannot_be_joined() -> None:
    base = word_file(paragraph("甲", properties="<w:sectPr/>"), paragraph("乙", properties="<w:sectPr/>"))
    with pytest.raises(EditRefused, match="分节符"):
        joined(base)


def test_a_deleted_paragraph_leaves_the_ends_of_ranges_where_it_was() -> None:
    base = word_file(paragraph("甲"), paragraph("乙", BOOKMARK_START, "丙"), paragraph("丁", BOOKMARK_END))
    assert edited(base, RemoveBlocks(("1",))) == paragraph("甲") + BOOKMARK_START + paragraph("丁", BOOKMARK_END)


def test_a_moved_paragraph_takes_whole_ranges_along_and_leaves_halves() -> None:
    whole = paragraph(BOOKMARK_START, "乙", BOOKMARK_END)
    base = word_file(paragraph("甲"), whole, paragraph("丙"), paragraph("丁"))
    assert edited(base, MoveBlocks(("1",), "3")) == paragraph("甲") + paragraph("丙") + paragraph("丁") + whole
    base = word_file(paragraph("甲", BOOKMARK_START), paragraph("乙", BOOKMARK_END), paragraph("丙"), paragraph("丁"))
    saved = edited(base, MoveBlocks(("0",), "3"))
    assert saved == BOOKMARK_START + paragraph("乙", BOOKMARK_END) + paragraph("丙") + paragraph("丁") + paragraph("甲")


def test_a_table_and_a_locked_block_move_as_a_whole() -> None:
    grid, chunk = table((cell(paragraph("格")),)), '<w:altChunk r:id="rId9"/>'
    base = word_file(paragraph("甲"), grid, chunk, paragraph("乙"), paragraph("丙"))
    ids = tuple(b.id for b in read(base).document.blocks[1:3])
    assert edited(base, MoveBlocks(ids, "3")) == "".join(
        [paragraph("甲"), paragraph("乙"), paragraph("丙"), grid, chunk]
    )


def test_a_token_can_change_its_place_in_the_paragraph() -> None:
    base = word_file(paragraph("甲", field("PAGE", "1"), "乙"))

    def swap(blocks: list[Block]) -> list[Block]:
        first, token, last = blocks[0].runs
        return [replace(blocks[0], runs=(first, last, token))]

    saved = write(base, with_blocks(base, swap), {})
    assert read(saved).document.blocks[0].text == "甲乙\ufffc"
    assert body(saved).count("<w:fldChar ") == 3


def test_typed_text_before_a_token_of_the_same_run_comes_before_it() -> None:
    base = word_file(paragraph('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙乙</w:t></w:r>'))

    def retype(blocks: list[Block]) -> list[Block]:
        runs = replaced(replaced(blocks[0].runs, 2, 4, ""), 1, 1, "乙乙")
        return [replace(blocks[0], runs=runs)]

    saved = write(base, with_blocks(base, retype), {})
    assert body(saved) == '<w:p><w:r><w:t>甲乙乙</w:t><w:br w:type="page"/></w:r></w:p>'


PROSE = "这是一段足够长的正文，可以作新段落的样子。"


def test_a_new_paragraph_looks_like_the_nearest_one_of_its_level() -> None:
    base = word_file(
        paragraph(run("一、旧标题", '<w:sz w:val="32"/>'), properties='<w:keepNext/><w:pPrChange w:id="1"/>'),
        paragraph(run(PROSE, '<w:sz w:val="30"/>'), properties='<w:jc w:val="both"/>', identity="0000AA01"),
        paragraph(run("2024年1月", "<w:i/>"), properties='<w:jc w:val="right"/>'),
    )
    document = apply(read(base).document, [InsertBlocks("2", ("二、新标题", "新的正文"))])
    heading, text = body(write(base, document, {"0": 1, "new.1": 1})).split("</w:p>")[3:5]
    assert heading == (
        '<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>二、新标题</w:t></w:r>'
    )
    assert (
        text
        == '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="30"/></w:rPr><w:t>新的正文</w:t></w:r>'
    )


def test_a_typed_number_does_not_get_an_automatic_one_before_it() -> None:
    base = word_file(
        paragraph("手写编号的标题"),
        paragraph("自动编号的标题", properties='<w:pStyle w:val="1"/>'),
        styles=STYLES,
        numbering=NUMBERING,
    )
    document = apply(read(base).document, [InsertBlocks("1", ("二、新标题",))])
    saved = read(write(base, document, {"0": 1, "1": 1, "new.1": 1}))
    assert [b.label for b in saved.document.blocks] == ["", "一、", ""]


def test_without_a_model_the_layout_decides() -> None:
    base = (paths.resources() / "blank.docx").read_bytes()
    document = Document((Block("n0", (Run("述职报告"),)), Block("n1", (Run("正文", None, Marks.BOLD),))))
    title, text = body(write(base, document, {"n0": 0}, LAYOUT)).split("</w:p>")[:2]
    assert '<w:jc w:val="center"/>' in title
    assert 'w:eastAsia="方正小标宋简体"' in title
    assert '<w:ind w:firstLineChars="200" w:firstLine="640"/>' in text
    assert "<w:b/>" in text


def test_new_paragraphs_go_before_the_first_and_into_cells_and_content_controls() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
    base = word_file(control, table((cell(paragraph("格")),)))
    front = edited(base, InsertBlocks(None, ("新",)))
    assert front.startswith("<w:p>")
    assert "新</w:t></w:r></w:p><w:sdt>" in front
    assert "新</w:t></w:r></w:p></w:sdtContent>" in edited(base, InsertBlocks("0", ("新",)))
    assert "新</w:t></w:r></w:p></w:tc>" in edited(base, InsertBlocks("1", ("新",)))


def test_in_an_empty_cell_a_new_paragraph_looks_like_the_empty_one() -> None:
    empty = paragraph(properties='<w:jc w:val="center"/><w:rPr><w:sz w:val="24"/></w:rPr>')
    base = word_file(paragraph(PROSE), table((cell(empty),)))
    saved = body(write(base, apply(read(base).document, [InsertBlocks("1", ("新",))]), {}, LAYOUT))
    new = '<w:rPr><w:sz w:val="24"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>新</w:t></w:r></w:p>'
    assert saved.endswith(f'<w:p><w:pPr><w:jc w:val="center"/>{new}</w:tc></w:tr></w:tbl>')


def test_text_can_be_put_into_a_body_without_any_paragraph() -> None:
    base = word_file()
    document = apply(read(base).document, [InsertBlocks(None, ("新",))])
    saved = write(base, document, {})
    assert body(saved) == "<w:p><w:r><w:t>新</w:t></w:r></w:p>"
    assert unpacked(saved)["word/document.xml"].endswith(b"</w:sectPr></w:body></w:document>")


def test_new_paragraphs_and_marks_of_a_strict_file_are_strict() -> None:
    base = word_file(paragraph(PROSE), strict=True)
    document = apply(read(base).document, [InsertBlocks("0", ("新",)), SetMark(Span("0", 0, 1), Marks.BOLD, on=True)])
    saved = write(base, document, {})
    assert [b.text for b in read(saved).document.blocks] == [PROSE, "新"]
    assert b"schemas.openxmlformats.org/wordprocessingml" not in unpacked(saved)["word/document.xml"]


def test_only_the_changed_paragraph_changes_its_xml() -> None:
    base = rich()
    before = unpacked(base)["word/document.xml"].decode("utf-8")
    after = unpacked(write(base, apply(read(base).document, [ReplaceText(Span("25", 0, 2), "最后", "末尾")]), {}))
    assert after["word/document.xml"].decode("utf-8") == before.replace("最后一段", "末尾一段")


def without(*ids: str) -> Callable[[list[Block]], list[Block]]:
    return lambda blocks: [b for b in blocks if b.id not in ids]


REFUSED: dict[str, tuple[bytes, Callable[[list[Block]], list[Block]], str]] = {
    "section break": (word_file(paragraph("甲", properties="<w:sectPr/>"), paragraph("乙")), without("0"), "分节符"),
    "paragraph with a note": (word_file(paragraph("甲", NOTE), paragraph("乙")), without("0"), "脚注"),
    "paragraph with a comment": (word_file(paragraph(COMMENT), paragraph("乙")), without("0"), "批注"),
    "paragraph with a text box": (word_file(paragraph(TEXT_BOX), paragraph("乙")), without("0"), "文本框"),
    "note mark": (
        word_file(paragraph("甲", NOTE)),
        lambda blocks: [replace(blocks[0], runs=blocks[0].runs[:1])],
        "脚注",
    ),
    "locked block": (word_file(paragraph("甲"), "<w:altChunk/>"), lambda blocks: blocks[:1], "锁定"),
    "locked block twice": (
        word_file(paragraph("甲"), "<w:altChunk/>"),
        lambda blocks: [*blocks, blocks[-1]],
        "锁定",
    ),
    "whole table": (word_file(paragraph("甲"), table((cell(paragraph("乙")),))), without("1"), "表格"),
    "last paragraph of a cell": (
        word_file(table((cell(paragraph("甲")), cell(paragraph("乙"))))),
        without("0"),
        "至少要留一个段落",
    ),
    "paragraph after a nested table": (
        word_file(table((cell(table((cell(paragraph("里")),)), paragraph("外")),))),
        without("1"),
        "至少要留一个段落",
    ),
    "only paragraph of a content control": (
        word_file(f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>", paragraph("乙")),
        without("0"),
        "至少要留一个段落",
    ),
    "token twice": (word_file(paragraph("甲", BREAK)), lambda blocks: [blocks[0], blocks[0]], "两次"),
    "cell that is not there": (
        word_file(paragraph("甲"), table((cell(paragraph("乙")),))),
        lambda blocks: [
            blocks[0],
            blocks[1],
            replace(blocks[1], origin=None, container=replace(blocks[1].container, row=5)),
        ],
        "行列",
    ),
    "move into a cell": (
        word_file(paragraph("甲"), paragraph("丙"), table((cell(paragraph("乙")),))),
        lambda blocks: [blocks[1], replace(blocks[0], container=blocks[2].container), blocks[2]],
        "同一个单元格",
    ),
    "protected file": (
        word_file(paragraph("甲"), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
        lambda blocks: [replace(blocks[0], runs=())],
        "编辑保护",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_stay_is_refused_in_one_sentence(name: str) -> None:
    base, change, word = REFUSED[name]
    with pytest.raises(EditRefused) as refusal:
        write(base, with_blocks(base, change), {})
    assert word in refusal.value.message
    assert refusal.value.message.count("。") == 1


def test_a_content_control_goes_with_the_last_of_its_paragraphs() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('甲')}{paragraph('乙', BOOKMARK_START)}</w:sdtContent></w:sdt>"
    base = word_file(control, paragraph("丙", BOOKMARK_END))
    saved = body(write(base, with_blocks(base, without("0", "1")), {}))
    assert saved == BOOKMARK_START + paragraph("丙", BOOKMARK_END)


def test_a_paragraph_with_a_page_break_or_a_field_can_go() -> None:
    base = word_file(paragraph("甲", BREAK, field("PAGE", "1")), paragraph("乙"))
    assert body(write(base, with_blocks(base, without("0")), {})) == paragraph("乙")


def test_text_behind_an_xml_comment_in_a_run_is_text_and_stays() -> None:
    data = word_file(paragraph("<w:r><w:t>前<!-- 注 -->中<?pi x?>后</w:t><w:tab/><w:t><![CDATA[甲&乙]]></w:t></w:r>"))
    document = read(data).document
    assert document.blocks[0].text == "前中后\t甲&乙"
    edited = apply(document, [ReplaceText(Span(document.blocks[0].id, 1, 2), "中", "间")])
    assert read(write(data, edited, {})).document.blocks[0].text == "前间后\t甲&乙"


def _ends(data: bytes) -> list[str]:
    """Tell for each paragraph whether its end is marked as inserted or struck out."""
    bodies = re.findall(r"<w:p[ >].*?</w:p>", unpacked(data)["word/document.xml"].decode())
    return ["".join(re.findall(r"<w:(ins|del) ", one.partition("</w:pPr>")[0])) for one in bodies]


def test_the_mark_of_an_inserted_or_struck_out_end_goes_where_that_end_goes() -> None:
    struck = '<w:rPr><w:del w:id="5" w:author="李处长"/></w:rPr>'
    base = word_file(paragraph("前一段", properties=struck), paragraph("后一段"), paragraph("末段"))
    one, two, three = read(base).document.blocks
    joined = Document(identified([replace(one, runs=merged([*one.runs, *two.runs])), three]))
    assert _ends(write(base, joined, {})) == ["", ""]
    halves = [replace(one, runs=cut(one.runs, 0, 1)), replace(one, runs=cut(one.runs, 1, 3))]
    assert _ends(write(base, Document(identified([*halves, two, three])), {})) == ["", "del", "", ""]
    last = word_file(paragraph("前一段"), paragraph("后一段", properties=struck), paragraph("末段"))
    one, two, three = read(last).document.blocks
    joined = Document(identified([replace(one, runs=merged([*one.runs, *two.runs])), three]))
    assert _ends(write(last, joined, {})) == ["del", ""]


_MATH = "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara>"
_CHOICE = f'<mc:AlternateContent><mc:Choice Requires="w14">{paragraph("选")}</mc:Choice></mc:AlternateContent>'


@pytest.mark.parametrize(
    "odd",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{_MATH}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{_CHOICE}</w:sdtContent></w:sdt>",
        table((cell(f'<w:customXml w:element="e">{paragraph("格")}</w:customXml>'),)),
        table((cell(_CHOICE), cell(paragraph("旁")))),
        table((cell(paragraph("格"), table((cell(paragraph("套中")),))),)),
    ],
)
def test_controls_and_cells_without_a_paragraph_of_their_own_stay_as_they_are(odd: str) -> None:
    data = word_file(paragraph("前面一段"), odd, paragraph("后"))
    document = read(data).document
    edited = apply(document, [ReplaceText(Span(document.blocks[0].id, 0, 0), "", "新")])
    old, new = (unpacked(one)["word/document.xml"].decode() for one in (data, write(data, edited, {})))
    assert new == old.replace("前面", "新前面")
