import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.document.block import Block, Cell, Marks, Table, TableCell
from assistant.formats.docx import tables
from assistant.formats.docx.reader import read
from assistant.formats.opened import Opened
from tests.formats.docx.word_files import (
    BREAK,
    CONTROL,
    NOTE,
    REVISED,
    STYLES,
    TEXT_BOX,
    cell,
    field,
    paragraph,
    rich,
    run,
    table,
    word_file,
)

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))
CODE = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"


def opened(*body: str, **parts: str) -> Opened:
    return read(word_file(*body, **parts))


def texts(*body: str) -> list[str]:
    return [p.text for p in opened(*body).paragraphs]


def only(*body: str, **parts: str) -> Block:
    (block,) = opened(*body, **parts).document.blocks
    return block


ALPHABET = {
    "tab": ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
    "line break": ("<w:r><w:br/></w:r>", "\n"),
    "line break that clears": ('<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r>', "\n"),
    "carriage return": ("<w:r><w:cr/></w:r>", "\n"),
    "page break": (BREAK, "\ufffc"),
    "column break": ('<w:r><w:br w:type="column"/></w:r>', "\ufffc"),
    "hyphens": ("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad"),
    "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "\ufffc"),
    "aligned tab": ('<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>', "\ufffc"),
    "note": (NOTE, "\ufffc"),
    "field with its result": (field("PAGE", "12"), "\ufffc"),
    "field in a field": (field(f"IF {field('PAGE', '1')}", "甲").replace("<w:t", "<w:t", 1), "\ufffc"),
    "simple field is walked through": (f'<w:fldSimple w:instr="PAGE">{run("12")}</w:fldSimple>', "12"),
    "equation": ("<w:r><w:t>甲</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "甲\ufffc"),
    "inserted and deleted text": (REVISED, "加上的"),
    "text moved here": (
        f'<w:moveTo w:id="1">{run("来")}</w:moveTo><w:moveFrom w:id="2">{run("去")}</w:moveFrom>',
        "来",
    ),
    "link": (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
    "content control": (CONTROL, "控件里的字"),
    "smart tag": (f"<w:smartTag><w:smartTagPr/>{run('标记')}</w:smartTag>", "标记"),
    "invisible marks": (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/><w:r><w:lastRenderedPageBreak/>'
        '<w:t>甲</w:t></w:r><w:bookmarkEnd w:id="1"/>',
        "甲",
    ),
    "hidden text": (run("藏", "<w:vanish/>"), "藏"),
    "foreign placeholder and line separator": (run("甲\ufffc乙\u2028丙\ufdd0"), "甲乙\n丙"),
    "astral and zero-width": (run("𠮷\u200b\u202e"), "𠮷\u200b\u202e"),
}


@pytest.mark.parametrize("name", ALPHABET)
def test_the_text_alphabet(name: str) -> None:
    content, text = ALPHABET[name]
    assert only(paragraph(content)).text == text


def test_every_paragraph_has_a_line_also_those_that_cannot_be_edited() -> None:
    lines = read(rich()).paragraphs
    assert [p.number for p in lines] == list(range(26))
    assert {p.number: p.kind for p in lines if not p.editable} == {
        2: "toc", 3: "toc", 4: "toc", 11: "textbox", 12: "textbox", 19: "cell", 20: "locked", 23: "locked",
    }  # fmt: skip
    assert lines[11].text == lines[12].text == "框里的字"


def test_origins_are_ordinals_of_paragraphs_and_runs_and_tokens_count_through() -> None:
    document = opened(paragraph("甲", TEXT_BOX, "乙"), paragraph(run("丙"), NOTE)).document
    assert [b.origin for b in document.blocks] == [0, 3]
    assert [(r.text, r.origin) for b in document.blocks for r in b.runs if r.token is None] == [
        ("甲", 0), ("乙", 4), ("丙", 5),
    ]  # fmt: skip
    assert [(t.number, t.kind, t.label) for b in document.blocks for r in b.runs if (t := r.token)] == [
        (0, "drawing", "图形"),
        (1, "footnote", "脚注"),
    ]


def test_a_field_over_several_paragraphs_is_one_locked_block() -> None:
    document = opened(
        paragraph("前"),
        paragraph(BEGIN, CODE, SEPARATE, "一、甲"),
        paragraph("二、乙"),
        paragraph(END, "尾"),
        paragraph("后"),
    ).document
    assert [(b.origin, b.opaque and b.opaque.kind) for b in document.blocks] == [(0, None), (1, "toc"), (4, None)]
    assert document.blocks[1].opaque is not None
    assert document.blocks[1].opaque.preview == "一、甲 二、乙 尾"


@pytest.mark.parametrize("mark", [BEGIN, END])
def test_half_a_field_locks_its_paragraph_only(mark: str) -> None:
    lines = opened(paragraph("前"), paragraph("甲", mark, "乙"), paragraph("后")).paragraphs
    assert [(p.text, p.editable) for p in lines] == [("前", True), ("甲乙", False), ("后", True)]


LOCKED = {
    "bound to data": '<w:dataBinding w:xpath="/a"/>',
    "locked": '<w:lock w:val="sdtContentLocked"/>',
    "content locked": '<w:lock w:val="contentLocked"/>',
    "picture": "<w:picture/>",
    "repeating": "<w15:repeatingSection/>",
}


@pytest.mark.parametrize("name", LOCKED)
def test_content_controls_that_must_not_be_edited_are_locked_blocks(name: str) -> None:
    control = f"<w:sdt><w:sdtPr>{LOCKED[name]}</w:sdtPr><w:sdtContent>{paragraph('里')}</w:sdtContent></w:sdt>"
    assert [(p.text, p.editable) for p in opened(paragraph("前"), control).paragraphs] == [("前", True), ("里", False)]


def test_a_plain_content_control_is_walked_through() -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>{paragraph("里")}</w:sdtContent></w:sdt>'
    )
    assert only(control).text == "里"


@pytest.mark.parametrize(
    "element", ['<w:altChunk r:id="rId9"/>', "<w:customXml><w:p/></w:customXml>", "<m:oMathPara/>"]
)
def test_what_is_not_known_is_a_locked_block(element: str) -> None:
    before, locked, after = opened(paragraph("前"), element, paragraph("后")).document.blocks
    assert locked.opaque is not None
    assert (before.text, after.text) == ("前", "后")


def test_a_table_is_a_grid_with_editable_cells() -> None:
    document = opened(
        table(
            (cell(paragraph("甲"), properties='<w:gridSpan w:val="2"/>'), cell(paragraph("乙"), paragraph("丙"))),
            (cell(paragraph("丁")), cell(paragraph("戊")), cell(paragraph("己"))),
        )
    ).document
    assert document.tables == (
        Table(2, 3, (TableCell(0, 0, 1, 2), TableCell(0, 2), TableCell(1, 0), TableCell(1, 1), TableCell(1, 2))),
    )
    assert [(b.text, b.container) for b in document.blocks[:4]] == [
        ("甲", Cell(0, 0, 0)), ("乙", Cell(0, 0, 2)), ("丙", Cell(0, 0, 2)), ("丁", Cell(0, 1, 0)),
    ]  # fmt: skip


def test_cells_merged_downwards_are_one_and_the_hidden_ones_cannot_be_edited() -> None:
    found = opened(
        table(
            (cell(paragraph("甲"), properties='<w:vMerge w:val="restart"/>'), cell(paragraph("乙"))),
            (cell(paragraph(), properties="<w:vMerge/>"), cell(paragraph("丙"))),
        )
    )
    assert found.document.tables[0].cells == (TableCell(0, 0, 2, 1), TableCell(0, 1), TableCell(1, 1))
    assert [p.editable for p in found.paragraphs] == [True, True, False, True]


def test_an_absurd_span_is_cut_to_what_word_allows() -> None:
    (grid,) = opened(table((cell(paragraph(), properties='<w:gridSpan w:val="2000000"/>'),))).document.tables
    assert grid.columns == 63


def test_rows_and_cells_in_content_controls_belong_to_the_grid() -> None:
    inner = f"<w:sdt><w:sdtContent>{cell(paragraph('乙'))}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell(paragraph('甲'))}{inner}</w:tr></w:sdtContent></w:sdt>"
    assert opened(f"<w:tbl>{row}</w:tbl>").document.tables[0].columns == 2


def test_a_nested_table_and_a_huge_one_are_locked_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = table((cell(paragraph("里")),))
    nested = opened(table((cell(paragraph("外"), inner, paragraph()),)))
    assert [b.opaque and b.opaque.kind for b in nested.document.blocks] == [None, "table", None]
    assert nested.document.blocks[1].container == Cell(0, 0, 0)
    monkeypatch.setattr(tables, "MOST_CELLS", 1)
    huge = opened(table((cell(paragraph("一")), cell(paragraph("二")))))
    assert huge.document.tables == ()
    assert [p.editable for p in huge.paragraphs] == [False, False]


LEVELS = {
    "outline level": ('<w:outlineLvl w:val="1"/>', 2),
    "outline level of body text": ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
    "nonsense outline level": ('<w:outlineLvl w:val="x"/>', None),
    "heading style": ('<w:pStyle w:val="1"/>', 1),
    "title style": ('<w:pStyle w:val="Title"/>', 0),
    "Chinese style name, in a circle of styles": ('<w:pStyle w:val="2x"/>', 2),
    "unknown style": ('<w:pStyle w:val="不存在"/>', None),
}


@pytest.mark.parametrize("name", LEVELS)
def test_the_heading_level_a_file_states(name: str) -> None:
    properties, level = LEVELS[name]
    assert only(paragraph("字", properties=properties), styles=STYLES).style_level == level


MARKS = {
    "bold": ("<w:b/>", "", Marks.BOLD),
    "bold switched off": ('<w:b w:val="0"/>', '<w:pStyle w:val="1"/>', Marks.NONE),
    "bold by paragraph style": ("", '<w:pStyle w:val="1"/>', Marks.BOLD),
    "bold by character style": ('<w:rStyle w:val="strong"/>', "", Marks.BOLD),
    "both cancel each other out": ('<w:rStyle w:val="strong"/>', '<w:pStyle w:val="1"/>', Marks.NONE),
    "italic and underline": ('<w:i/><w:u w:val="single"/>', "", Marks.ITALIC | Marks.UNDERLINE),
    "no underline": ('<w:u w:val="none"/>', "", Marks.NONE),
}


@pytest.mark.parametrize("name", MARKS)
def test_marks_come_from_the_run_and_its_styles(name: str) -> None:
    direct, properties, marks = MARKS[name]
    (piece,) = only(paragraph(run("字", direct), properties=properties), styles=STYLES).runs
    assert piece.marks == marks


FIXED = {
    "section break": paragraph("字", properties="<w:sectPr/>"),
    "only paragraph of a content control": f"<w:sdt><w:sdtContent>{paragraph('字')}</w:sdtContent></w:sdt>",
    "after a nested table": table((cell(table((cell(paragraph("里")),)), paragraph("字")),)),
}
FREE = {
    "plain": paragraph("字"),
    "alone in a cell, which keeps one paragraph anyway": table((cell(paragraph("字")),)),
    "one of two in a content control": f"<w:sdt><w:sdtContent>{paragraph('字') * 2}</w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("name", [*FIXED, *FREE])
def test_what_can_be_emptied_but_not_removed(name: str) -> None:
    found = [b.fixed for b in opened((FIXED | FREE)[name]).document.blocks if b.text == "字"]
    assert set(found) == {name in FIXED}


def test_a_protected_file_is_shown_but_not_edited() -> None:
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="{}"/>'
    found = opened(paragraph("字"), settings=settings.format(1))
    assert not found.paragraphs[0].editable
    assert "编辑保护" in found.notes[0]
    assert opened(paragraph("字"), settings=settings.format(0)).paragraphs[0].editable


def test_revisions_are_counted_in_a_note() -> None:
    assert opened(paragraph(REVISED)).notes == ("本文有 2 处修订，显示的是修订后的文字。",)


def test_both_namespaces_read_alike() -> None:
    assert read(rich()).document == read(rich(strict=True)).document


def test_an_empty_body_has_no_blocks() -> None:
    assert opened().document.blocks == ()
    assert texts() == []


def _locked_parts(opened: str) -> list[tuple[int, int]]:
    """Return first and last paragraph of what one lock covers: the definition, however long it takes."""
    balances = [(word.count(")"), word.count("(")) for word in opened.split()]
    found, at = [], 0
    while at < len(balances):
        closes, depth = balances[at]
        end, left = at, depth
        for later in range(at + 1, len(balances) if depth else 0):
            left = max(0, left - balances[later][0]) + balances[later][1]
            if not left:
                end = later
                break
        if closes or depth:
            found.append((at, end))
        at = end + 1
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["-", "(", ")", ")(", "((", "))"]), min_size=1, max_size=9).map(" ".join))
def test_a_field_over_paragraphs_locks_all_of_them_and_one_without_end_only_its_own(words: str) -> None:
    marks = {"-": run("字"), "(": BEGIN, ")": END}
    data = word_file(*(paragraph("".join(marks[sign] for sign in word)) for word in words.split()), paragraph("末"))
    blocks = [block for block in read(data).document.blocks if block.opaque is not None]
    assert [block.origin for block in blocks] == [first for first, _ in _locked_parts(words)]
    free = [block.origin for block in read(data).document.blocks if block.opaque is None]
    covered = {n for first, last in _locked_parts(words) for n in range(first, last + 1)}
    assert free == [n for n in range(len(words.split()) + 1) if n not in covered]


def test_marks_beside_an_equation_do_not_unlock_its_paragraph() -> None:
    marks = '<w:permStart w:id="5"/>{}<w:permEnd w:id="5"/><w:commentRangeEnd w:id="3"/><!-- 注 -->'
    math = "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara>"
    (block,) = read(word_file(paragraph(marks.format(math)))).document.blocks
    assert block.opaque is not None
    assert block.opaque.kind == "math"
