"""Comments are listed with their threads and places; answers and new ones are real comments of Word."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.errors import EditRefused
from assistant.formats.docx.comments import add, comments, remove, reply
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve
from assistant.formats.revision import Note
from tests.formats.docx.revised_files import MAIN, body_of, dele, ins, main_of, story, with_parts
from tests.formats.docx.word_files import STRICT_OFFICE, field, paragraph, rich, run, unpacked, word_file

WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
NOW = "2025-01-06T08:00:00Z"


def ranged(number: int, *content: str) -> str:
    """Content with a comment on it."""
    inside = "".join(c if c.startswith("<") else run(c) for c in content)
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comment(number: int, *lines: str, by: str = "李处长", identity: str = "") -> str:
    """One w:comment; the identity is that of its last paragraph."""
    name = f' xmlns:w14="{WORD_2010}" w14:paraId="{identity}"' if identity else ""
    inside = "".join(paragraph(line) for line in lines[:-1]) + paragraph(lines[-1]).replace("<w:p>", f"<w:p{name}>")
    return (
        f'<w:comment w:id="{number}" w:author="{by}" w:initials="李" w:date="2024-12-01T09:00:00Z">{inside}</w:comment>'
    )


def threads(*lines: str) -> str:
    inside = "".join(f"<w15:commentEx {line}/>" for line in lines)
    return f'<w15:commentsEx xmlns:w15="{WORD_2012}">{inside}</w15:commentsEx>'


def commented(*body: str, notes: tuple[str, ...], lines: tuple[str, ...] = ()) -> bytes:
    parts = {"word/comments.xml": ("comments", "comments+xml", story("comments", *notes))}
    if lines:
        parts["word/commentsExtended.xml"] = (EXTENDED, "commentsExtended+xml", threads(*lines))
    return with_parts(word_file(*body), parts)


THREAD = commented(
    paragraph("开头", ranged(5, "第一处"), "中间", ranged(2, ranged(7, "第二处"))),
    notes=(
        comment(7, "已改", by="王科员", identity="00000C07"),
        comment(2, "数字", "再核", identity="00000C02"),
        comment(5, "删掉", identity="00000c05"),
    ),
    lines=(
        'w15:paraId="00000C02" w15:done="0"',
        'w15:paraId="00000C07" w15:paraIdParent="00000C02" w15:done="0"',
        'w15:paraId="00000C05" w15:done="1"',
    ),
)


# What is listed.


def test_comments_are_listed_in_the_order_of_the_text_with_answers_after_what_they_answer() -> None:
    found = comments(THREAD)
    assert [(c.number, c.text, c.anchor, c.parent, c.done) for c in found] == [
        (1, "删掉", "第一处", None, True),
        (2, "数字\n再核", "第二处", None, False),
        (3, "已改", "第二处", 2, False),
    ]
    assert (found[0].author, found[0].initials, found[0].date) == ("李处长", "李", "2024-12-01T09:00:00Z")


def test_a_comment_over_several_paragraphs_is_about_all_of_them_without_deleted_text() -> None:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    data = commented(
        paragraph("前"),
        start,
        paragraph("甲", dele("删"), ins("增")),
        paragraph("乙", end, mark, "后"),
        notes=(comment(1, "看"),),
    )
    (found,) = comments(data)
    assert (found.anchor, found.paragraph) == ("甲增\n乙", 2)


def test_a_comment_without_a_mark_in_the_text_comes_last() -> None:
    data = commented(paragraph(ranged(2, "有处")), notes=(comment(1, "无处"), comment(2, "有")))
    assert [(c.text, c.paragraph, c.anchor) for c in comments(data)] == [("有", 0, "有处"), ("无处", -1, "")]


def test_of_comments_that_answer_each_other_the_first_starts_the_thread() -> None:
    lines = ('w15:paraId="0000000A" w15:paraIdParent="0000000B"', 'w15:paraId="0000000B" w15:paraIdParent="0000000A"')
    notes = (comment(1, "甲", identity="0000000A"), comment(2, "乙", identity="0000000B"))
    data = commented(paragraph("文"), notes=notes, lines=lines)
    assert [(c.text, c.parent) for c in comments(data)] == [("甲", None), ("乙", 1)]


def test_a_file_without_comments_or_with_a_damaged_part_has_none() -> None:
    assert comments(word_file(paragraph("正文"))) == ()
    assert comments(with_parts(word_file(), {"word/comments.xml": ("comments", "comments+xml", "<damaged")})) == ()


# Answers.


@pytest.mark.parametrize("asked", [2, 3])
def test_an_answer_joins_the_thread_with_the_range_of_what_it_answers(asked: int) -> None:
    data = reply(THREAD, asked, "已按要求核实。\n附上来源。", "王 科员", NOW)
    new = comments(data)[3]
    assert (new.number, new.text, new.parent, new.anchor) == (4, "已按要求核实。\n附上来源。", 2, "第二处")
    assert (new.author, new.initials, new.date) == ("王 科员", "王科", NOW)
    before, after = unpacked(THREAD), unpacked(data)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [MAIN, "word/comments.xml", "word/commentsExtended.xml"]
    assert list(after) == list(before)


def test_what_threads_need_is_made_where_it_is_missing() -> None:
    data = reply(commented(paragraph(ranged(1, "这里")), notes=(comment(1, "请改"),)), 1, "好", "王科员", NOW)
    assert [(c.text, c.parent) for c in comments(data)] == [("请改", None), ("好", 1)]
    files = unpacked(data)
    assert b"/word/commentsExtended.xml" in files["[Content_Types].xml"]
    assert EXTENDED.encode() in files["word/_rels/document.xml.rels"]
    root = etree.fromstring(files["word/comments.xml"])
    assert "w14" in root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "")
    identities = [e.get(f"{{{WORD_2010}}}paraId") for e in root.iter("{*}p")]
    assert len({*identities}) == 2
    assert None not in identities


def test_a_comment_in_a_footnote_can_be_answered_there() -> None:
    notes = story("footnotes", f'<w:footnote w:id="2">{paragraph(ranged(1, "注文"))}</w:footnote>')
    parts = {
        "word/comments.xml": ("comments", "comments+xml", story("comments", comment(1, "出处"))),
        "word/footnotes.xml": ("footnotes", "footnotes+xml", notes),
    }
    data = with_parts(word_file(paragraph("正文")), parts)
    answered = reply(data, 1, "见年鉴", "王科员", NOW)
    assert unpacked(answered)["word/footnotes.xml"].count(b"<w:commentReference") == 2
    assert unpacked(answered)[MAIN] == unpacked(data)[MAIN]


def test_answering_a_comment_that_is_not_there_is_refused_in_one_sentence() -> None:
    with pytest.raises(EditRefused, match="这条批注已经不在文件里"):
        reply(THREAD, 9, "好", "王科员", NOW)


# New comments.


@pytest.mark.parametrize("strict", [False, True])
def test_the_first_comment_brings_the_part_its_type_and_its_relationship(strict: bool) -> None:
    base = word_file(paragraph("全年走访九十六户。"), strict=strict)
    data = add(base, (Note(0, 4, 7, "数字前后不一致"),), "述职助手", NOW)
    assert [(c.text, c.anchor, c.paragraph) for c in comments(data)] == [("数字前后不一致", "九十六", 0)]
    files = unpacked(data)
    assert b'PartName="/word/comments.xml"' in files["[Content_Types].xml"]
    assert (f"{STRICT_OFFICE}/comments".encode() in files["word/_rels/document.xml.rels"]) is strict
    assert "".join(p.text for p in read(data).paragraphs).replace("\ufffc", "") == "全年走访九十六户。"


def test_a_run_is_cut_where_a_comment_begins_and_ends_and_each_part_keeps_its_format() -> None:
    data = add(word_file(paragraph(run("甲乙丙丁", "<w:b/>"))), (Note(0, 1, 3, "问"),), "述职助手", "")
    inside = body_of(data)
    assert inside.count("<w:b/>") == 3
    assert inside.index("甲<") < inside.index("commentRangeStart") < inside.index("乙丙") < inside.index("RangeEnd")
    assert "w:date" not in unpacked(data)["word/comments.xml"].decode()


def test_a_comment_begins_before_and_ends_after_a_whole_field() -> None:
    base = word_file(paragraph("第", field("PAGE", "12"), "页"))
    data = add(base, (Note(0, 1, 2, "域"),), "述职助手", NOW)
    inside = body_of(data)
    assert (
        inside.index("commentRangeStart") < inside.index('"begin"') < inside.index('"end"') < inside.index("RangeEnd")
    )


def test_a_paragraph_that_cannot_be_edited_gets_the_comment_as_a_whole_and_one_that_is_not_there_none() -> None:
    base = rich()
    toc = next(line.number for line in read(base).paragraphs if line.text == "目录")
    assert [c.anchor for c in comments(with_note(base, toc))] == ["目录"]
    with pytest.raises(EditRefused, match="段落已经不在文件里"):
        with_note(base, 999)


def with_note(base: bytes, number: int) -> bytes:
    return add(base, (Note(number, 0, 1, "看"),), "述职助手", NOW)


def test_no_notes_leave_the_very_bytes() -> None:
    assert add(THREAD, (), "述职助手", NOW) is THREAD


BASES = {strict: rich(strict=strict) for strict in (False, True)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.booleans())
def test_any_comments_are_on_the_text_they_were_made_for_and_go_without_a_trace(
    data: st.DataObject, strict: bool
) -> None:
    base = BASES[strict]
    blocks = [b for b in read(base).document.blocks if b.opaque is None and b.origin is not None]
    known = len(comments(base))
    notes, wanted = [], []
    for number in range(data.draw(st.integers(1, 5))):
        block = data.draw(st.sampled_from(blocks))
        start = data.draw(st.integers(0, len(block.text)))
        end = data.draw(st.integers(start, len(block.text)))
        notes.append(Note(block.origin or 0, start, end, f"意见{number}"))
        wanted.append((f"意见{number}", block.text[start:end].replace("\ufffc", "").strip("\n")))
    written = add(base, tuple(notes), "述职助手", NOW)
    found = [c for c in comments(written) if c.author == "述职助手"]
    assert sorted((c.text, c.anchor.replace("\ufffc", "")) for c in found) == sorted(wanted)
    assert [plain(b.text) for b in read(written).document.blocks] == [plain(b.text) for b in read(base).document.blocks]
    back = remove(written, {c.number for c in found})
    assert [b.text for b in read(back).document.blocks] == [b.text for b in read(base).document.blocks]
    assert len(comments(back)) == known
    rest = {MAIN, "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {n for n, c in unpacked(back).items() if unpacked(base).get(n) != c} <= rest


def plain(text: str) -> str:
    return text.replace("\ufffc", "")


# Removing.


def test_a_comment_goes_with_its_answers_its_marks_and_its_place_in_the_threads() -> None:
    data = remove(THREAD, [2])
    assert [c.text for c in comments(data)] == ["删掉"]
    assert main_of(data).count("comment") == main_of(THREAD).count("comment") - 6
    assert unpacked(data)["word/commentsExtended.xml"].count(b"<w15:commentEx ") == 1
    assert "<w:r/>" not in body_of(data)


def test_an_answer_can_go_alone() -> None:
    assert [c.text for c in comments(remove(THREAD, [3]))] == ["删掉", "数字\n再核"]


def test_removing_what_is_not_there_leaves_the_very_bytes() -> None:
    assert remove(THREAD, [9]) is THREAD
    base = word_file(paragraph("正文"))
    assert remove(base, [1]) is base


def test_a_comment_on_deleted_text_outlives_the_deletion() -> None:
    data = commented(
        paragraph("前", dele(ranged(1, "<w:r><w:delText>删</w:delText></w:r>")), "后"), notes=(comment(1, "为何"),)
    )
    (kept,) = comments(resolve(data, None, accept=True))
    assert (kept.text, kept.anchor, kept.paragraph) == ("为何", "", 0)
