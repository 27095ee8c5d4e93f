"""Our edits as Word's tracked changes: accepted, they give the text written; rejected, the text opened."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.document.block import Document, Marks, Span
from assistant.document.edit import Edit, InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, SetMark, apply
from assistant.document.identity import identified
from assistant.document.splice import cut, merged
from assistant.errors import EditRefused
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.tracking import tracked
from assistant.formats.docx.writer import write
from tests.formats.docx.test_round_trip import FILES, MAIN, STEPS, marks, tree
from tests.formats.docx.word_files import NOTE, cell, field, paragraph, run, table, unpacked, word_file

ME, NOW = "张三", "2025-01-10T09:30:00Z"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(data: bytes) -> list[tuple[object, ...]]:
    return [(b.text, b.container, b.opaque) for b in read(data).document.blocks]


def ours(data: bytes) -> frozenset[int]:
    return frozenset(r.number for r in revisions(data) if r.author == ME)


def assert_unique_ids(data: bytes) -> None:
    """No revision of ours has the id of anything else; those of others are as they were."""
    ids: Counter[str] = Counter()
    mine: list[str] = []
    for element in tree(data).iter(etree.Element):
        values = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        if "author" in values:
            ids[values["id"]] += 1
            mine.extend([values["id"]] if values["author"] == ME else [])
    assert [i for i in mine if ids[i] > 1] == []


OTHER = 'w:author="甲" w:date="2024-01-01T00:00:00Z"'
REVISED = read(
    word_file(
        paragraph("第一段", f'<w:ins w:id="1" {OTHER}>{run("别人")}{run("加上的", "<w:b/>")}</w:ins>', "的话"),
        paragraph("第二段"),
        paragraph(
            f'<w:ins w:id="3" {OTHER}>{run("新来的段")}</w:ins>', properties=f'<w:rPr><w:ins w:id="4" {OTHER}/></w:rPr>'
        ),
        paragraph(f'<w:del w:id="5" {OTHER}><w:r><w:delText>删去的</w:delText></w:r></w:del>', "剩下的"),
        paragraph(f'<w:moveTo w:id="6" {OTHER}>{run("搬来的话")}</w:moveTo>', "原来的话"),
        paragraph(
            f'<w:r><w:rPr><w:b/><w:rPrChange w:id="7" {OTHER}><w:rPr/></w:rPrChange></w:rPr><w:t>粗体</w:t></w:r>'
        ),
        paragraph("最后", f'<w:hyperlink w:anchor="x"><w:ins w:id="8" {OTHER}>{run("链接")}</w:ins></w:hyperlink>'),
    )
)

BASES = {"rich": FILES[False], "strict": FILES[True], "revised": REVISED}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), st.sampled_from(sorted(BASES)))
def test_accepting_gives_the_new_text_and_rejecting_the_old(data: st.DataObject, name: str) -> None:
    opened = BASES[name]
    document = opened.document
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=7)):
        try:
            document = step(data, document)
        except EditRefused:
            event(f"{step.__name__} refused")
    try:
        written = write(opened.base, document, {"0": 0, "1": 1})
    except EditRefused:
        event("save refused")
        return
    try:
        saved = tracked(opened.base, document, {"0": 0, "1": 1}, author=ME, date=NOW)
    except EditRefused as error:
        event(f"tracking refused: {error.detail[:20]}")
        return
    before, after = unpacked(opened.base), unpacked(saved)
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    assert b"newEnd" not in after[MAIN]
    assert b"ns0" not in after[MAIN]
    assert_unique_ids(saved)
    if b"customXmlDelRangeStart" not in after[MAIN]:  # a content control goes only when everything is accepted
        assert texts(resolve(saved, ours(saved), accept=True)) == texts(written)
    assert texts(resolve(saved, ours(saved), accept=False)) == texts(opened.base)
    kept = Counter({mark: n for mark, n in marks(tree(saved)).items() if "customXml" not in mark[0]})
    assert kept == marks(tree(opened.base))
    assert texts(resolve(saved, None, accept=True)) == texts(resolve(written, None, accept=True))
    assert texts(resolve(saved, None, accept=False)) == texts(resolve(opened.base, None, accept=False))


def edited(data: bytes, *edits: Edit) -> bytes:
    return tracked(data, apply(read(data).document, edits), {}, author=ME, date=NOW)


def body(data: bytes) -> str:
    """The paragraphs of the main part, without what every revision of ours says alike and without namespaces."""
    xml = unpacked(data)[MAIN].decode()
    xml = xml[xml.index("<w:body>") + 8 : xml.index("<w:sectPr")]
    xml = xml.replace(f' w:author="{ME}" w:date="{NOW}"', "").replace(' xml:space="preserve"', "")
    return re.sub(r'(<w:(?:ins|del|rPrChange|pPrChange)) w:id="\d+"', r"\1", xml)


def replace_text(old: str, new: str, at: int = 0, block: str = "0") -> ReplaceText:
    return ReplaceText(Span(block, at, at + len(old)), old, new)


def test_nothing_edited_gives_the_same_bytes() -> None:
    opened = FILES[False]
    assert tracked(opened.base, opened.document, {}, author=ME, date=NOW) is opened.base


def test_replaced_characters_are_struck_out_before_the_new_ones_in_the_same_format() -> None:
    data = word_file(paragraph(run("抓好党建工作。", "<w:b/>")))
    assert body(edited(data, replace_text("党建", "基层党建", 2))) == (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>抓好</w:t></w:r>"
        "<w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>基层</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>党建工作。</w:t></w:r></w:p>"
    )
    assert body(edited(data, replace_text("抓好", "做实"))) == (
        "<w:p><w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>抓好</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>做实</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>党建工作。</w:t></w:r></w:p>"
    )


def test_revisions_carry_author_and_date() -> None:
    saved = edited(word_file(paragraph("党建工作")), replace_text("党建", "团建"))
    assert [(r.kind, r.author, r.date, r.text) for r in revisions(saved)] == [
        ("delete", ME, NOW, "党"),
        ("insert", ME, NOW, "团"),
    ]


def test_a_new_paragraph_is_one_with_an_inserted_end() -> None:
    data = word_file(paragraph("甲"), paragraph("乙"))
    assert body(edited(data, InsertBlocks("0", ("新",)))) == (
        "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
        "<w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    )


def test_a_paragraph_added_at_the_end_leaves_the_last_end_where_it_was() -> None:
    data = word_file(paragraph("甲", properties='<w:jc w:val="center"/>'))
    assert body(edited(data, InsertBlocks("0", ("新",)))) == (
        '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>'
    )


def test_a_paragraph_taken_out_is_struck_out_with_its_end() -> None:
    data = word_file(paragraph("甲"), paragraph("乙"))
    assert body(edited(data, RemoveBlocks(("0",)))) == (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    )


def test_the_look_of_the_last_paragraph_changes_where_the_one_after_it_goes() -> None:
    data = word_file(paragraph("甲", properties='<w:jc w:val="center"/>'), paragraph("乙"))
    saved = edited(data, RemoveBlocks(("1",)))
    assert '<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:del>' in body(saved)
    assert body(resolve(saved, None, accept=True)) == body(
        word_file(paragraph("甲", properties='<w:jc w:val="center"/>'))
    )


def test_splitting_inserts_an_end_and_joining_strikes_one_out() -> None:
    data = word_file(paragraph("甲乙"), paragraph("丙"))
    first, second = read(data).document.blocks
    halves = [replace(first, runs=cut(first.runs, 0, 1)), replace(first, runs=cut(first.runs, 1, 2)), second]
    document = Document(identified(halves))
    assert body(tracked(data, document, {}, author=ME, date=NOW)) == (
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>"
    )
    document = Document((replace(first, runs=merged([*first.runs, *second.runs])),))
    assert body(tracked(data, document, {}, author=ME, date=NOW)) == (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>"
    )


def test_splitting_inside_a_link_makes_two_of_it() -> None:
    data = word_file(paragraph(f'<w:hyperlink w:anchor="x">{run("甲乙")}</w:hyperlink>', "丙"))
    (block,) = read(data).document.blocks
    halves = [replace(block, runs=cut(block.runs, 0, 1)), replace(block, runs=cut(block.runs, 1, 3))]
    assert body(tracked(data, Document(identified(halves)), {}, author=ME, date=NOW)) == (
        '<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:hyperlink w:anchor="x"><w:r><w:t>甲</w:t></w:r></w:hyperlink>'
        '</w:p><w:p><w:hyperlink w:anchor="x"><w:r><w:t>乙</w:t></w:r></w:hyperlink><w:r><w:t>丙</w:t></w:r></w:p>'
    )


def test_bold_is_a_change_of_format() -> None:
    saved = edited(word_file(paragraph("甲乙")), SetMark(Span("0", 0, 1), Marks.BOLD, on=True))
    assert body(saved) == (
        "<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"
        "<w:r><w:t>乙</w:t></w:r></w:p>"
    )


def test_a_moved_paragraph_is_struck_out_and_put_in_again() -> None:
    data = word_file(paragraph("甲"), paragraph("乙甲乙"))
    assert body(edited(data, MoveBlocks(("0",), "1"))) == (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>"
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>乙甲乙</w:t></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>"
    )


def revised_by(author: str) -> bytes:
    return word_file(paragraph("前", f'<w:ins w:id="5" w:author="{author}" w:date="x">{run("加上的")}</w:ins>', "后"))


def test_what_others_had_inserted_is_struck_out_inside_their_insertion() -> None:
    saved = edited(revised_by("甲"), replace_text("上", "", 2))
    assert body(saved) == (
        '<w:p><w:r><w:t>前</w:t></w:r><w:ins w:author="甲" w:date="x"><w:r><w:t>加</w:t></w:r>'
        "<w:del><w:r><w:delText>上</w:delText></w:r></w:del><w:r><w:t>的</w:t></w:r></w:ins><w:r><w:t>后</w:t></w:r></w:p>"
    )


def test_what_the_same_author_had_inserted_just_goes() -> None:
    saved = edited(revised_by(ME), replace_text("上", "", 2))
    assert body(saved) == (
        f'<w:p><w:r><w:t>前</w:t></w:r><w:ins w:author="{ME}" w:date="x"><w:r><w:t>加</w:t></w:r>'
        "<w:r><w:t>的</w:t></w:r></w:ins><w:r><w:t>后</w:t></w:r></w:p>"
    )


def test_an_insertion_inside_an_insertion_stands_between_its_halves() -> None:
    saved = edited(revised_by("甲"), replace_text("", "新", 2))
    assert body(saved) == (
        '<w:p><w:r><w:t>前</w:t></w:r><w:ins w:author="甲" w:date="x"><w:r><w:t>加</w:t></w:r></w:ins>'
        '<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:ins w:author="甲" w:date="x"><w:r><w:t>上的</w:t></w:r></w:ins>'
        "<w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert_unique_ids(saved)


def test_a_field_that_goes_is_struck_out_whole() -> None:
    data = word_file(paragraph("第", field("PAGE", "3"), "页"))
    (block,) = read(data).document.blocks
    document = Document((replace(block, runs=merged([*cut(block.runs, 0, 1), *cut(block.runs, 2, 3)])),))
    saved = body(tracked(data, document, {}, author=ME, date=NOW))
    assert saved.count("<w:del>") == 1
    assert "<w:delInstrText>PAGE</w:delInstrText>" in saved
    assert "<w:instrText>" not in saved


def test_tables_can_not_change_places() -> None:
    one, two = table((cell(paragraph("甲")),)), table((cell(paragraph("乙")),))
    data = word_file(one, paragraph("中间"), two, paragraph("最后"))
    blocks = read(data).document.blocks
    document = replace(read(data).document, blocks=(blocks[2], blocks[1], blocks[0], blocks[3]))
    with pytest.raises(EditRefused, match="不能以修订方式保存"):
        tracked(data, document, {}, author=ME, date=NOW)


def test_a_paragraph_with_a_note_stays_while_others_move_around_it() -> None:
    data = word_file(paragraph("有注", NOTE), paragraph("很长很长的一段话，没有注。"))
    saved = edited(data, MoveBlocks(("0",), "1"))
    assert body(saved).count("footnoteReference") == 1
    assert [b.text for b in read(resolve(saved, None, accept=True)).document.blocks][1] == "有注\ufffc"


def test_a_note_can_not_be_dragged_away() -> None:
    data = word_file(paragraph("有注", NOTE), paragraph("另一段"), paragraph("第三段", NOTE.replace('"2"', '"3"')))
    first, second, third = read(data).document.blocks
    note = cut(first.runs, 2, 3)
    document = Document(
        (
            replace(first, runs=cut(first.runs, 0, 2)),
            second,
            replace(third, runs=merged([*third.runs, *note])),
        )
    )
    with pytest.raises(EditRefused, match="脚注"):
        tracked(data, document, {}, author=ME, date=NOW)


def test_a_content_control_goes_with_its_only_paragraph() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('甲')}{paragraph('乙')}</w:sdtContent></w:sdt>"
    data = word_file(control, paragraph("丙"))
    saved = edited(data, RemoveBlocks(("0", "1")))
    assert body(resolve(saved, None, accept=True)) == body(word_file(paragraph("丙")))
    assert body(resolve(saved, None, accept=False)) == body(data)
