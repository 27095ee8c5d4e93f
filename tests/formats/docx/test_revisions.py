"""Tracked changes are listed as people see them, and accepted or rejected as Word does it."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.formats.docx.names import both, child
from assistant.formats.docx.reader import read
from assistant.formats.docx.revision_marks import RANGE_TAGS, TAGS
from assistant.formats.docx.revisions import is_tracking, marked, resolve, revisions
from assistant.formats.revision import MarkedPiece
from tests.formats.docx.revised_files import (
    LEADER,
    MAIN,
    OFFICER,
    body_of,
    change,
    dele,
    ins,
    main_of,
    mark,
    story,
    with_parts,
)
from tests.formats.docx.word_files import (
    BOOKMARK_END,
    BOOKMARK_START,
    COMMENT,
    NOTE,
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

SENTENCE = paragraph("全年走访", dele("八十"), ins("九十六"), "户。")


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data).paragraphs]


def accepted(*body: str, strict: bool = False) -> bytes:
    return resolve(word_file(*body, strict=strict), None, accept=True)


def rejected(*body: str, strict: bool = False) -> bytes:
    return resolve(word_file(*body, strict=strict), None, accept=False)


def control(*content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def listed(*body: str) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in revisions(word_file(*body))]


# What is listed.


def test_a_change_is_listed_with_kind_author_date_text_and_place() -> None:
    first, second = revisions(word_file(paragraph("前一段"), SENTENCE))
    assert (first.number, first.kind, first.text, first.label) == (1, "delete", "八十", "删除")
    assert (second.number, second.kind, second.text, second.label) == (2, "insert", "九十六", "插入")
    assert (first.author, first.date, first.paragraph) == ("李处长", "2024-11-20T09:30:00Z", 1)


def test_neighbouring_pieces_of_one_author_and_time_are_one_change_with_the_end_of_their_paragraph() -> None:
    found = listed(paragraph(ins("新写的"), ins(run("一段", "<w:b/>")), properties=mark("ins")), paragraph("下一段"))
    assert found == [("insert", "新写的一段¶")]


def test_other_authors_text_between_and_other_paragraphs_part_changes() -> None:
    found = listed(paragraph(ins("甲"), ins("乙", by=OFFICER), "中间", ins("丙"), ins("丁")), paragraph(ins("戊")))
    assert found == [("insert", "甲"), ("insert", "乙"), ("insert", "丙丁"), ("insert", "戊")]


def test_text_one_inserted_and_another_deleted_belongs_to_both_changes() -> None:
    assert listed(paragraph(ins("保留", dele("又删", by=OFFICER)))) == [("insert", "保留又删"), ("delete", "又删")]


@pytest.mark.parametrize(
    ("body", "kind", "text", "label"),
    [
        (paragraph(run("加粗", "<w:b/>" + change("rPrChange", "<w:rPr/>"))), "format", "加粗", "字符格式"),
        (paragraph("居中", properties=change("pPrChange", "<w:pPr/>")), "paragraph", "居中", "段落格式"),
        (paragraph("列表", properties=f'<w:numPr><w:ins w:id="1" {LEADER}/></w:numPr>'), "paragraph", "列表", "编号"),
        (table((cell(paragraph("一格")),)).replace("<w:tr>", f'<w:tr><w:trPr><w:ins w:id="1" {LEADER}/></w:trPr>'),
         "table", "一格", "插入行"),
        (table((cell(paragraph("一格"), properties=f'<w:cellDel w:id="1" {LEADER}/>'),)), "table", "一格",
         "删除单元格"),
    ],
)  # fmt: skip
def test_changes_of_format_and_of_tables_are_listed_with_what_they_are_about(
    body: str, kind: str, text: str, label: str
) -> None:
    (found,) = revisions(word_file(body))
    assert (found.kind, found.text, found.label) == (kind, text, label)


def test_the_older_copy_of_a_text_box_is_not_listed_a_second_time() -> None:
    box = TEXT_BOX.replace(paragraph("框里的字"), paragraph("框里", ins("的字")))
    data = word_file(paragraph("框前", box))
    assert [(r.text, r.paragraph) for r in revisions(data)] == [("的字", 1)]
    assert texts(resolve(data, frozenset({1}), accept=False))[1:] == ["框里", "框里"]


def test_a_file_without_changes_has_none_and_resolving_gives_its_very_bytes() -> None:
    data = word_file(paragraph("没有修订"))
    assert revisions(data) == ()
    assert resolve(data, None, accept=True) is data
    assert resolve(data, frozenset({1}), accept=False) is data


@pytest.mark.parametrize(
    ("inner", "tracking"),
    [("<w:trackRevisions/>", True), ('<w:trackRevisions w:val="0"/>', False), ("<w:zoom/>", False), ("", False)],
)
def test_a_file_tells_whether_it_tracks_changes(inner: str, tracking: bool) -> None:
    assert is_tracking(word_file(paragraph("正文"), settings=inner)) is tracking


# The view with changes.


def test_the_view_shows_inserted_and_deleted_text_in_place() -> None:
    (shown,) = marked(word_file(SENTENCE))
    assert shown.pieces == (
        MarkedPiece("全年走访", "plain", None),
        MarkedPiece("八十", "delete", 1),
        MarkedPiece("九十六", "insert", 2),
        MarkedPiece("户。", "plain", None),
    )


def test_the_view_shows_moves_as_deletion_and_insertion_and_formats_as_plain_text() -> None:
    moved = ins("搬走", tag="moveFrom"), ins("搬来", tag="moveTo"), run("变粗", change("rPrChange", "<w:rPr/>"))
    (shown,) = marked(word_file(paragraph(*moved)))
    assert [(p.text, p.kind, p.revision) for p in shown.pieces] == [
        ("搬走", "delete", 1),
        ("搬来", "insert", 2),
        ("变粗", "plain", 3),
    ]


def test_the_view_tells_which_comments_are_on_a_piece() -> None:
    comments = story("comments", f'<w:comment w:id="3" w:author="李处长">{paragraph("再核实")}</w:comment>')
    data = with_parts(
        word_file(paragraph("前文", COMMENT)), {"word/comments.xml": ("comments", "comments+xml", comments)}
    )
    (shown,) = marked(data)
    assert [(p.text, p.comments) for p in shown.pieces] == [("前文", ()), ("带批注的话", (1,)), ("￼", ())]


@pytest.mark.parametrize("strict", [False, True])
def test_what_the_view_does_not_show_as_deleted_is_the_text_that_the_reader_gives(strict: bool) -> None:
    data = rich(strict=strict)
    shown = ["".join(p.text for p in line.pieces if p.kind != "delete") for line in marked(data)]
    assert shown == texts(data)


# Accepting and rejecting.


@pytest.mark.parametrize("strict", [False, True])
def test_accepting_gives_the_text_after_and_rejecting_the_text_before(strict: bool) -> None:
    assert texts(accepted(SENTENCE, strict=strict)) == ["全年走访九十六户。"]
    assert texts(rejected(SENTENCE, strict=strict)) == ["全年走访八十户。"]


def test_text_that_comes_back_is_ordinary_text_again_blanks_and_field_codes_too() -> None:
    back = body_of(rejected(paragraph(dele(" 前后有空 ", field("PAGE", "1").replace("instrText", "delInstrText")))))
    assert '<w:t xml:space="preserve"> 前后有空 </w:t>' in back
    assert "w:instrText" in back
    assert "del" not in back


def test_only_the_chosen_changes_are_settled() -> None:
    data = word_file(SENTENCE)
    half = resolve(data, frozenset({2}), accept=True)
    assert [(r.kind, r.text) for r in revisions(half)] == [("delete", "八十")]
    assert texts(half) == ["全年走访九十六户。"]
    assert texts(resolve(data, frozenset({2}), accept=False)) == ["全年走访户。"]


def test_a_deletion_in_an_insertion_can_be_rejected_alone() -> None:
    data = resolve(word_file(paragraph(ins("保留", dele("又删")))), frozenset({2}), accept=False)
    assert texts(data) == ["保留又删"]
    assert [r.text for r in revisions(data)] == ["保留又删"]


def test_rejecting_an_insertion_takes_what_was_deleted_in_it_along() -> None:
    assert texts(rejected(paragraph("甲", ins("乙", dele("丙"))))) == ["甲"]


def test_a_deleted_end_of_paragraph_joins_it_with_the_next_whose_format_stays() -> None:
    data = accepted(
        paragraph("前半句，", properties='<w:jc w:val="center"/>' + mark("del")),
        BOOKMARK_START,
        paragraph("后半句。", properties='<w:jc w:val="left"/>', identity="0000AA02"),
        paragraph(BOOKMARK_END, "下一段"),
    )
    assert texts(data) == ["前半句，后半句。", "下一段"]
    assert 'w14:paraId="0000AA02"><w:pPr><w:jc w:val="left"/></w:pPr>' in body_of(data)
    assert body_of(data).index("前半句") < body_of(data).index("bookmarkStart") < body_of(data).index("后半句")


def test_rejecting_an_inserted_end_of_paragraph_joins_what_was_split() -> None:
    split = (paragraph("原来的", properties=mark("ins")), paragraph("一段。"))
    assert texts(rejected(*split)) == ["原来的一段。"]
    assert texts(accepted(*split)) == ["原来的", "一段。"]


def test_many_joined_paragraphs_keep_their_order() -> None:
    body = [paragraph(f"第{n}句。", properties=mark("del")) for n in range(30)]
    assert texts(accepted(*body, paragraph("末句。"))) == ["".join(f"第{n}句。" for n in range(30)) + "末句。"]


def test_an_end_of_paragraph_that_nothing_can_follow_up_stays() -> None:
    grid = table((cell(paragraph(dele("删空"), properties=mark("del"))),))
    assert texts(accepted(paragraph("表前", properties=mark("del")), grid)) == ["表前", ""]
    assert texts(accepted(paragraph(dele("唯一"), properties=mark("del")))) == [""]


def test_an_emptied_last_paragraph_goes_but_not_the_one_a_cell_ends_with() -> None:
    gone, grid = paragraph(dele("末段"), properties=mark("del")), table((cell(paragraph("格")),))
    assert texts(accepted(grid, gone)) == ["格"]
    assert texts(accepted(control(grid, gone), paragraph("后"))) == ["格", "后"]
    inner = table((cell(control(grid, gone)),))
    assert "</w:tbl><w:p/></w:sdtContent>" in body_of(accepted(inner, paragraph("后")))


def test_a_comment_on_a_paragraph_that_goes_and_joins_none_keeps_a_place() -> None:
    note = '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
    gone = paragraph(note.format(dele("末段")), properties=mark("del"))
    data = accepted(paragraph("前"), gone)
    assert texts(data) == ["前\ufffc"]
    assert body_of(data).count("commentRangeEnd") == 1
    assert texts(accepted(gone, table((cell(paragraph("格")),)))) == ["\ufffc格"]


def test_an_emptied_paragraph_between_two_tables_goes_as_it_does_without_tracking() -> None:
    empty, grid = paragraph(dele("删去"), properties=mark("del")), table((cell(paragraph("格")),))
    assert texts(accepted(empty, grid, empty, grid, paragraph("末"))) == ["格", "格", "末"]


def test_an_empty_last_paragraph_whose_end_was_inserted_goes_on_rejection() -> None:
    assert texts(rejected(paragraph("原文"), paragraph(ins("补的一段"), properties=mark("ins")))) == ["原文"]


def test_a_section_break_goes_with_the_end_of_its_paragraph() -> None:
    section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
    data = accepted(paragraph("甲", properties=mark("del") + section), paragraph("乙"))
    assert texts(data) == ["甲乙"]
    assert "nextPage" not in main_of(data)


MOVED = (
    paragraph(
        f'<w:moveFromRangeStart w:id="8" w:name="move1" {LEADER}/>',
        ins("搬动的话。", tag="moveFrom"),
        '<w:moveFromRangeEnd w:id="8"/>',
        "留下的话。",
    ),
    paragraph(
        "另一段。",
        f'<w:moveToRangeStart w:id="9" w:name="move1" {LEADER}/>',
        ins("搬动的话。", tag="moveTo"),
        '<w:moveToRangeEnd w:id="9"/>',
    ),
)


@pytest.mark.parametrize("number", [1, 2])
def test_both_halves_of_a_move_are_settled_together_with_their_ranges(number: int) -> None:
    data = word_file(*MOVED, SENTENCE)
    done = resolve(data, frozenset({number}), accept=True)
    assert texts(done)[:2] == ["留下的话。", "另一段。搬动的话。"]
    assert "move" not in main_of(done)
    assert texts(resolve(data, frozenset({number}), accept=False))[:2] == ["搬动的话。留下的话。", "另一段。"]
    assert [r.kind for r in revisions(done)] == ["delete", "insert"]


def test_what_others_put_into_text_that_goes_is_lifted_out() -> None:
    data = accepted(paragraph("前", dele("甲", BOOKMARK_START, "乙", BOOKMARK_END, COMMENT, NOTE), "后"))
    assert texts(data) == ["前￼后"]
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"):
        assert f"<w:{name}" in body_of(data)
    assert "footnoteReference" not in body_of(data)


def test_a_link_around_nothing_goes() -> None:
    assert "hyperlink" not in body_of(
        rejected(paragraph("见", f'<w:hyperlink w:anchor="a">{ins("此处")}</w:hyperlink>'))
    )


def test_a_deleted_row_goes_and_the_table_with_its_last_row() -> None:
    row = (
        f'<w:tr><w:trPr><w:del w:id="1" {LEADER}/></w:trPr>{cell(paragraph(BOOKMARK_START, "删", BOOKMARK_END))}</w:tr>'
    )
    grid = table((cell(paragraph("留")),))
    data = accepted(grid.replace("</w:tbl>", f"{row}</w:tbl>"), paragraph("末"))
    assert texts(data) == ["留", "末"]
    assert "bookmarkEnd" in body_of(data)
    assert "w:tbl" not in body_of(accepted(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>", paragraph("末")))
    assert texts(rejected(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>", paragraph("末"))) == ["删", "末"]


def test_a_comment_on_a_row_that_goes_leaves_no_half_of_it_behind() -> None:
    start, rest = COMMENT.split("/>", 1)
    row = f'<w:tr><w:trPr><w:del w:id="1" {LEADER}/></w:trPr>{cell(paragraph(rest))}</w:tr>'
    grid = table((cell(paragraph("留")),)).replace("</w:tbl>", f"{row}</w:tbl>")
    assert "comment" not in body_of(accepted(paragraph("前", f"{start}/>"), grid, paragraph("末")))


def test_a_row_without_cells_goes() -> None:
    gone = cell(paragraph("删"), properties=f'<w:cellDel w:id="1" {LEADER}/>')
    data = accepted(table((gone, gone), (cell(paragraph("留")),)), paragraph("末"))
    assert body_of(data).count("<w:tr>") == 1
    assert texts(data) == ["留", "末"]


def test_inserted_deleted_and_merged_cells() -> None:
    def grid(properties: str) -> str:
        return table((cell(paragraph("甲")), cell(paragraph("乙"), properties=properties)))

    new, gone = grid(f'<w:cellIns w:id="1" {LEADER}/>'), grid(f'<w:cellDel w:id="1" {LEADER}/>')
    assert texts(rejected(new)) == texts(accepted(gone)) == ["甲"]
    assert texts(accepted(new)) == texts(rejected(gone)) == ["甲", "乙"]
    merge = grid(f'<w:tcW w:w="9"/><w:shd w:val="clear"/><w:cellMerge w:id="1" {LEADER} w:vMerge="cont"/>')
    assert '<w:tcW w:w="9"/><w:vMerge w:val="continue"/><w:shd w:val="clear"/></w:tcPr>' in body_of(accepted(merge))
    assert '<w:tcW w:w="9"/><w:shd w:val="clear"/></w:tcPr>' in body_of(rejected(merge))


GRID = table((cell(paragraph("格")),))


@pytest.mark.parametrize(
    ("name", "new", "old", "place"),
    [
        ("rPr", "<w:b/>", "<w:i/>", "<w:p><w:r>{}<w:t>字</w:t></w:r></w:p>"),
        ("pPr", '<w:jc w:val="center"/>', '<w:ind w:left="3"/>', "<w:p>{}</w:p>"),
        ("tcPr", "<w:shd/>", '<w:tcW w:w="5"/>', GRID.replace("<w:tc>", "<w:tc>{}")),
        ("trPr", "<w:tblHeader/>", "<w:cantSplit/>", GRID.replace("<w:tr>", "<w:tr>{}")),
        ("tblPr", "<w:jc/>", '<w:tblW w:w="1"/>', GRID.replace("<w:tblPr/>", "{}")),
    ],
)
def test_rejecting_a_change_of_format_brings_the_old_one_back_and_accepting_keeps_the_new(
    name: str, new: str, old: str, place: str
) -> None:
    tracked = f"<w:{name}>{new}{change(f'{name}Change', f'<w:{name}>{old}</w:{name}>')}</w:{name}>"
    body = place.format(tracked)
    assert body_of(accepted(body)) == place.format(f"<w:{name}>{new}</w:{name}>")
    assert body_of(rejected(body)) == place.format(f"<w:{name}>{old}</w:{name}>")


def test_what_is_no_format_survives_when_the_old_format_comes_back() -> None:
    old = change("pPrChange", '<w:pPr><w:ind w:left="3"/></w:pPr>')
    body = paragraph("甲", properties=f'<w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:sectPr/>{old}')
    kept = '<w:pPr><w:ind w:left="3"/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr>'
    assert kept in main_of(rejected(body, paragraph("乙")))
    bare = paragraph(run("字", "<w:b/>" + change("rPrChange", "<w:rPr/>")))
    assert body_of(rejected(bare)) == paragraph("字")


def test_a_section_keeps_its_headers_when_its_old_format_comes_back() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:cols w:num="2"/>{}</w:sectPr>'
    old = change("sectPrChange", '<w:sectPr><w:cols w:num="1"/></w:sectPr>')
    data = resolve(word_file(paragraph("正文"), section=section.format(old)), None, accept=False)
    assert section.format("").replace('"2"', '"1"') in main_of(data)


def test_a_list_number_that_was_added_goes_on_rejection() -> None:
    body = paragraph("项", properties=f'<w:numPr><w:numId w:val="1"/><w:ins w:id="1" {LEADER}/></w:numPr>')
    assert "numPr" not in body_of(rejected(body))
    assert '<w:numPr><w:numId w:val="1"/></w:numPr>' in body_of(accepted(body))


def test_a_frame_struck_out_goes_with_all_that_its_author_struck_out_in_it_and_only_then() -> None:
    start, end = f'<w:customXmlDelRangeStart w:id="5" {LEADER}/>', '<w:customXmlDelRangeEnd w:id="5"/>'
    inner = paragraph(dele("第一"), properties=mark("del")) + paragraph(dele("第二"), properties=mark("del"))
    frame = f"{start}<w:sdt><w:sdtPr/><w:sdtContent>{end}{inner}{start}</w:sdtContent></w:sdt>{end}"
    data = word_file(paragraph("前"), frame, paragraph(ins("别人的", by=OFFICER)))
    first, second = (r.number for r in revisions(data) if r.author == "李处长")
    assert "w:sdt" in body_of(resolve(data, frozenset({first}), accept=True))
    both_gone = resolve(data, frozenset({first, second}), accept=True)
    assert texts(both_gone) == ["前", "别人的"]
    assert "customXml" not in body_of(both_gone)
    kept = resolve(data, frozenset({first, second}), accept=False)
    assert texts(kept) == ["前", "第一", "第二", "别人的"]
    assert "customXml" not in body_of(kept)


def test_an_inserted_frame_of_a_content_control_goes_on_rejection_and_its_content_stays() -> None:
    start, end = f'<w:customXmlInsRangeStart w:id="5" {LEADER}/>', '<w:customXmlInsRangeEnd w:id="5"/>'
    frame = f"{start}<w:sdt><w:sdtPr/><w:sdtContent>{end}{run('控件里')}{start}</w:sdtContent></w:sdt>{end}"
    assert body_of(rejected(paragraph(frame))) == paragraph("控件里")
    assert "w:sdt" in body_of(accepted(paragraph(frame)))
    assert "customXml" not in body_of(accepted(paragraph(frame)))


# The rest of the file.


def test_all_means_headers_and_notes_too_and_some_means_the_main_text_only() -> None:
    data = with_parts(
        word_file(SENTENCE),
        {
            "word/header1.xml": ("header", "header+xml", story("hdr", paragraph("页眉", ins("新")))),
            "word/footnotes.xml": ("footnotes", "footnotes+xml", story("footnotes", paragraph("脚注", dele("旧")))),
            "word/footer1.xml": ("footer", "footer+xml", story("ftr", paragraph("页脚"))),
            "word/endnotes.xml": ("endnotes", "endnotes+xml", "<damaged"),
        },
    )
    before, after, some = (
        unpacked(data),
        unpacked(resolve(data, None, accept=True)),
        resolve(data, frozenset({1}), accept=True),
    )
    assert [name for name in before if before[name] != after[name]] == [MAIN, "word/header1.xml", "word/footnotes.xml"]
    assert "新" in after["word/header1.xml"].decode()
    assert "旧" not in after["word/footnotes.xml"].decode()
    assert [name for name, content in unpacked(some).items() if content != before[name]] == [MAIN]


@pytest.mark.parametrize("accept", [True, False])
def test_nothing_but_the_changed_paragraphs_differs(accept: bool) -> None:
    data = rich()
    before, after = unpacked(data), unpacked(resolve(data, None, accept=accept))
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    old, new = (etree.fromstring(parts[MAIN])[0] for parts in (before, after))
    differing = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if etree.tostring(a) != etree.tostring(b)]
    assert len(differing) == 1


# Any text with any changes.


@dataclass(frozen=True)
class Line:
    """A paragraph: pieces of (what, text), and what happened to its end."""

    pieces: tuple[tuple[str, str], ...]
    end: str


WHAT = st.sampled_from(["plain", "ins", "del", "moveFrom", "moveTo", "both"])
WORDS = st.text("一二三党建，。 𠮷\u3000", min_size=1, max_size=4)
ENDS = st.sampled_from(["", "", "ins", "del", "both"])
LINES = st.lists(st.builds(Line, st.lists(st.tuples(WHAT, WORDS), max_size=5).map(tuple), ENDS), min_size=1, max_size=6)
BEFORE, AFTER = ("plain", "del", "moveFrom"), ("plain", "ins", "moveTo")


def written(lines: list[Line], *, strict: bool) -> bytes:
    body = []
    for n, line in enumerate(lines):
        ends = {"both": ("ins", "del"), "": ()}.get(line.end, (line.end,))
        marks = "".join(f'<w:{end} w:id="3" {LEADER}/>' for end in ends)
        indent = f'<w:ind w:left="{n}"/>' + (f"<w:rPr>{marks}</w:rPr>" if marks else "")
        body.append(paragraph(*(piece(what, text, n) for n, (what, text) in enumerate(line.pieces)), properties=indent))
    return word_file(*body, strict=strict)


def piece(what: str, text: str, n: int) -> str:
    by = LEADER if n % 2 else OFFICER
    if what == "plain":
        return run(text, change("rPrChange", "<w:rPr/>") if n % 3 == 0 else "")
    if what == "both":
        return ins(dele(text), by=by)
    return dele(text, by=by) if what == "del" else ins(text, by=by, tag=what)


def expected(lines: list[Line], kept: tuple[str, ...], kept_ends: tuple[str, ...]) -> list[tuple[str, int]]:
    """Text and indent of every paragraph that remains; the indent is that of the last one joined."""
    result, text = [], ""
    for n, line in enumerate(lines):
        text += "".join(words for what, words in line.pieces if what in kept)
        if line.end in kept_ends or n == len(lines) - 1:
            result.append((text, n))
            text = ""
    return result


def found_in(data: bytes) -> list[tuple[str, int]]:
    root = etree.fromstring(unpacked(data)[MAIN])
    indents = []
    for element in root.iter(*both("p")):
        indent = child(child(element, "pPr"), "ind")
        assert indent is not None
        indents.append(int(next(iter(indent.attrib.values()))))
    return list(zip(texts(data), indents, strict=True))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.booleans())
def test_any_text_with_any_changes_can_be_accepted_and_rejected(lines: list[Line], strict: bool) -> None:
    lines = [*lines, Line((), "")]
    data = written(lines, strict=strict)
    after, before = resolve(data, None, accept=True), resolve(data, None, accept=False)
    assert found_in(after) == expected(lines, AFTER, ("", "ins"))
    assert found_in(before) == expected(lines, BEFORE, ("", "del"))
    assert "".join(texts(after)) == "".join(texts(data))
    for result in (after, before):
        assert revisions(result) == ()
        assert next(etree.fromstring(unpacked(result)[MAIN]).iter(*TAGS, *RANGE_TAGS), None) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.booleans(), st.data())
def test_settling_changes_one_by_one_in_any_order_gives_the_same_as_all_at_once(
    lines: list[Line], accept: bool, data: st.DataObject
) -> None:
    start = written([*lines, Line((), "")], strict=False)
    current = start
    while found := revisions(current):
        chosen = data.draw(st.sampled_from([r.number for r in found]))
        current = resolve(current, frozenset({chosen}), accept=accept)
        assert len(revisions(current)) < len(found)
    assert found_in(current) == found_in(resolve(start, None, accept=accept))


def test_a_header_damaged_in_the_zip_does_not_keep_revisions_from_being_accepted() -> None:
    header = story("hdr", paragraph(ins("页眉")))
    data = bytearray(with_parts(word_file(SENTENCE), {"word/header1.xml": ("header", "header+xml", header)}))
    at = data.find(b"word/header1.xml") + len("word/header1.xml")
    data[at + 20] ^= 0xFF
    assert texts(resolve(bytes(data), None, accept=True)) == ["全年走访九十六户。"]
