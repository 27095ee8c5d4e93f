"""Two files in one: accepting all changes gives the new text, rejecting them the old one."""

import re

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from assistant.errors import EditRefused
from assistant.formats.docx.compare import compare
from assistant.formats.docx.reader import read
from assistant.formats.docx.revisions import resolve, revisions
from assistant.formats.docx.writer import write
from assistant.text.characters import TOKEN
from tests.formats.docx.test_round_trip import MAIN, STEPS
from tests.formats.docx.test_tracking import ME, NOW, assert_unique_ids, ours
from tests.formats.docx.word_files import (
    BREAK,
    COMMENT,
    REVISED,
    TOC,
    cell,
    pack,
    paragraph,
    rich,
    run,
    table,
    unpacked,
    word_file,
)

WORDS = [
    "加强",
    "党建",
    "工作",
    "，",
    "学习",
    "2024年",
    "Word",
    "。",
    "组织生活",
    "12.5%",
    "不够",
    "深入",
    "\n",
    "党员",
]
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


def without_comments(data: bytes) -> bytes:
    """Marks of comments and revisions of others stay when all around them goes: no paragraph would go whole."""
    parts = unpacked(data)
    for old, new in ((COMMENT, "不带批注的话"), (REVISED, "没有修订的话")):
        parts[MAIN] = parts[MAIN].replace(old.encode(), run(new).encode())
    return pack(parts)


RICH = read(without_comments(rich()))


def texts(data: bytes) -> list[str]:
    return [b.text for b in read(data).document.blocks if b.opaque is None]


def bare(lines: list[str]) -> list[str]:
    return [line.replace(TOKEN, "") for line in lines]


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs, some with a page break, and tables, as the content of a w:body."""
    content = []
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)) == 0:
            width = draw(st.integers(1, 2))
            rows = [
                tuple(cell(paragraph(run(draw(sentences)))) for _ in range(width))
                for _ in range(draw(st.integers(1, 2)))
            ]
            content += [table(*rows), paragraph(run("表后" + draw(sentences)))]
            continue
        pieces = [run(draw(sentences), draw(st.sampled_from(["", "<w:b/>"]))) for _ in range(draw(st.integers(1, 2)))]
        if draw(st.integers(0, 5)) == 0:
            pieces.insert(1, BREAK)
        content.append(paragraph(*pieces))
    return "".join(content)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(bodies(), bodies())
def test_any_two_files(old: str, new: str) -> None:
    check(word_file(old), word_file(new))


def check(old: bytes, new: bytes) -> bytes:
    result = compare(old, new, author=ME, date=NOW)
    before, after = unpacked(old), unpacked(result)
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    assert_unique_ids(result)
    assert texts(resolve(result, ours(result), accept=False)) == texts(old)
    if "customXmlDelRangeStart" not in main_part(result):  # a content control goes only when everything is accepted
        assert bare(texts(resolve(result, ours(result), accept=True))) == bare(texts(new))
    assert bare(texts(resolve(result, None, accept=True))) == bare(texts(resolve(new, None, accept=True)))
    return result


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_a_file_and_what_was_made_of_it(data: st.DataObject) -> None:
    opened = RICH
    document = opened.document
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
        try:
            document = step(data, document)
        except EditRefused:
            event(f"{step.__name__} refused")
    try:
        written = write(opened.base, document, {})
    except EditRefused:
        return
    check(opened.base, written)
    check(written, opened.base)


def main_part(data: bytes) -> str:
    return unpacked(data)[MAIN].decode()


def changes(old: str, new: str) -> list[tuple[str, str]]:
    result = compare(word_file(paragraph(old)), word_file(paragraph(new)), author=ME, date=NOW)
    return [(r.kind, r.text) for r in revisions(result)]


def test_no_difference_gives_the_same_bytes() -> None:
    data = rich()
    assert compare(data, data, author=ME, date=NOW) is data


def test_only_the_changed_words_are_marked() -> None:
    assert changes("今年组织学习十二次，效果很好。", "今年开展学习十二次，效果很好。") == [
        ("delete", "组织"),
        ("insert", "开展"),
    ]


def test_numbers_and_words_are_not_split() -> None:
    assert changes("发展党员1200名，比上年增长12.5%。", "发展党员1250名，比上年增长12.8%。") == [
        ("delete", "1200"),
        ("insert", "1250"),
        ("delete", "12.5%"),
        ("insert", "12.8%"),
    ]
    assert changes("使用Office办公，效率提高。", "使用Official办公，效率提高。") == [
        ("delete", "Office"),
        ("insert", "Official"),
    ]


def test_a_character_in_common_does_not_shred_a_change() -> None:
    assert changes("我们将加强作风建设，认真整改。", "我们将改进作风养成，认真整改。") == [
        ("delete", "加强作风建设"),
        ("insert", "改进作风养成"),
    ]


def test_scattered_insertions_stay_small() -> None:
    assert changes("学习贯彻落实会议精神要求", "学习、贯彻、落实会议精神要求") == [("insert", "、"), ("insert", "、")]


def test_a_paragraph_that_was_split_or_joined_is_recognised() -> None:
    one = paragraph("一是抓学习，全年集中学习十二次。二是抓作风，全年开展谈话三十人次。")
    two = paragraph("一是抓学习，全年集中学习十二次。") + paragraph("二是抓作风，全年开展谈话三十人次。")
    assert [(r.kind, r.text) for r in revisions(check(word_file(one), word_file(two)))] == [("insert", "¶")]
    assert [(r.kind, r.text) for r in revisions(check(word_file(two), word_file(one)))] == [("delete", "¶")]


def test_a_new_paragraph_looks_like_its_neighbours() -> None:
    look = '<w:ind w:firstLine="640"/>'
    lines = [
        paragraph(run(f"这是第{n}段，讲的是不同的事情，写得比较长。", '<w:sz w:val="32"/>'), properties=look)
        for n in "甲乙"
    ]
    extra = paragraph("新写的一段，同前后两段都没有什么关系。")
    result = check(word_file(*lines), word_file(lines[0], extra, lines[1]))
    assert re.search('<w:pPr><w:ind w:firstLine="640"/><w:rPr><w:ins [^>]*/></w:rPr></w:pPr>', main_part(result))
    assert main_part(result).count('<w:sz w:val="32"/>') == 3


def test_tables_of_one_grid_are_compared_cell_by_cell() -> None:
    old = table((cell(paragraph("单位")), cell(paragraph("人数"))), (cell(paragraph("机关")), cell(paragraph("12"))))
    new = table((cell(paragraph("单位")), cell(paragraph("人数"))), (cell(paragraph("机关")), cell(paragraph("15"))))
    result = check(word_file(old, paragraph("表后")), word_file(new, paragraph("表后")))
    assert [(r.kind, r.text) for r in revisions(result)] == [("delete", "12"), ("insert", "15")]


def test_tables_of_other_grids_are_struck_out_and_put_in_whole() -> None:
    old = table((cell(paragraph("单位")), cell(paragraph("人数"))))
    new = table((cell(paragraph("单位")),), (cell(paragraph("人数")),))
    result = check(word_file(old, paragraph("表后")), word_file(new, paragraph("表后")))
    assert [len(read(resolve(result, None, accept=yes)).document.tables) for yes in (True, False)] == [1, 1]
    assert read(resolve(result, None, accept=True)).document.tables[0].rows == 2
    assert read(resolve(result, None, accept=False)).document.tables[0].columns == 2


def test_a_row_with_fewer_cells_is_put_in_as_it_is() -> None:
    short = table((cell(paragraph("一")), cell(paragraph("二"))), (cell(paragraph("三")),))
    result = check(word_file(paragraph("前"), paragraph("后")), word_file(paragraph("前"), short, paragraph("后")))
    assert '<w:gridAfter w:val="1"/>' in main_part(result)


def test_a_file_that_ends_with_a_table_and_one_that_goes_on_after_it() -> None:
    grid = table((cell(paragraph("格")),))
    short, long = word_file(paragraph("前"), grid), word_file(paragraph("前"), grid, paragraph("表后的一段话"))
    check(short, long)
    check(long, short)


def test_a_content_control_goes_with_the_table_in_it() -> None:
    grid = table((cell(paragraph("格")), cell(paragraph("格"))))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{grid}{paragraph('')}</w:sdtContent></w:sdt>"
    result = check(word_file(control, paragraph("后")), word_file(paragraph("后")))
    assert "<w:sdt>" not in main_part(resolve(result, None, accept=True))


def test_locked_content_tells_where_new_text_stands() -> None:
    chunk = '<w:altChunk r:id="rId9"/>'
    old, new = word_file(paragraph("前言"), chunk), word_file(paragraph("前言"), paragraph("新加的一段"), chunk)
    assert main_part(check(old, new)).index("新加的一段") < main_part(check(old, new)).index("altChunk")
    check(new, old)


def test_a_section_break_stays_although_its_paragraph_goes() -> None:
    section = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
    old = word_file(paragraph("前面的一段话。"), paragraph(properties=section), paragraph("后面的一段话。"))
    result = check(old, word_file(paragraph("前面的一段话。"), paragraph("后面的一段话。")))
    assert unpacked(resolve(result, None, accept=True))[MAIN].count(b"<w:sectPr>") == 2


def test_what_can_not_be_compared_stays_as_it_was() -> None:
    old = word_file(paragraph("述职报告"), TOC, paragraph("正文第一段。"))
    result = check(old, word_file(paragraph("述职报告"), paragraph("正文第二段。")))
    assert TOC in main_part(result)
