from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.checks.rule import Finding
from assistant.document.block import Block, Document, Run, Said
from assistant.document.context import Context
from assistant.document.outline import Heading, Report, Section
from assistant.paths import resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from assistant.ui.models.outline_building import outline
from assistant.ui.models.outline_rows import Kind, Outline, OutlineRow, limited, row_at
from tests.builders import doc
from tests.ui.samples import DOCUMENT, FINDINGS, KIND, REPORT, TEXTS


def built(
    document: Document = DOCUMENT,
    reports: Sequence[Report] = (REPORT,),
    findings: Sequence[Finding] = FINDINGS,
    kinds: Mapping[str, Kind] | None = None,
) -> Outline:
    return outline(document, reports, findings, kinds if kinds is not None else {KIND.id: KIND}, len)


def titles(rows: Iterable[OutlineRow]) -> list[str]:
    return [("缺 " if row.ghost else "") + row.number + row.text for row in rows]


def test_missing_sections_stand_where_the_kind_wants_them() -> None:
    assert titles(built().rows) == [
        TEXTS[0],
        "开头",
        "缺 上年度述职点评问题整改",
        "一、履职尽责主要工作及成效",
        "二、存在的主要问题",
        "缺 原因分析",
        "三、下一步工作打算",
        "缺 结尾",
        "缺 落款",
    ]


def test_a_ghost_says_how_much_it_is_missed() -> None:
    needs = {row.role: row.need for row in built().rows if row.ghost}
    assert needs == {
        "rectification": "required",
        "causes": "required",
        "closing": "expected",
        "signature": "expected",
    }


def test_a_kind_nobody_knows_still_gives_ghosts_in_the_usual_order() -> None:
    rows = built(kinds={}).rows
    assert titles(rows)[2] == "缺 上年度整改"
    assert titles(rows)[5] == "缺 原因分析"


def test_a_section_counts_its_words_with_everything_below_it() -> None:
    work = built().rows[3]
    assert work.words == sum(len(text) for text in TEXTS[2:6])
    assert [row.words for row in work.children] == [len(TEXTS[i]) for i in (3, 4, 5)]


def test_a_section_counts_its_findings_and_which_of_them_no_row_below_shows() -> None:
    work, problems = built().rows[3], built().rows[4]
    assert (work.findings, work.own) == (9, 0)
    assert [row.findings for row in work.children] == [1, 4, 4]
    assert problems.findings == 2


def test_a_title_heading_is_a_row_to_jump_to() -> None:
    row = built().rows[0]
    assert (row.level, row.block, row.start) == (0, "0", 0)


def test_level_one_shows_no_deeper_heading_and_lends_their_findings_upwards() -> None:
    work = limited(built().rows, 1)[3]
    assert work.children == ()
    assert work.own == work.findings == 9


def test_the_caret_stands_in_the_deepest_row_that_holds_it() -> None:
    value = built()
    assert row_at(value.rows, value.place("4", 5)).text == "夯实基层基础"
    assert row_at(value.rows, value.place("2")).text == "履职尽责主要工作及成效"
    assert row_at(limited(value.rows, 1), value.place("4", 5)).text == "履职尽责主要工作及成效"


def test_a_block_of_another_picture_has_no_place() -> None:
    assert built().place("new.7") is None
    assert Outline().place("0") is None


def test_what_the_user_said_of_a_block_travels_with_its_row() -> None:
    said = Said(level=1)
    blocks = tuple(replace(block, said=said) if block.id == "2" else block for block in DOCUMENT.blocks)
    assert built(Document(blocks)).rows[3].said == said


def test_headings_inside_one_paragraph_share_its_words_without_counting_any_twice() -> None:
    text = "一、抓学习。一是读原著。共四次。二是办讲座。"
    document = Document((Block("9", (Run(text),)),))

    def heading(level: int, number: str, words: str) -> Heading:
        start = text.index(number) + len(number)
        return Heading("9", 0, level, number, words, "main_work", True, start, start + len(words))

    first, second = heading(2, "一是", "读原著"), heading(2, "二是", "办讲座")
    below = (Section("main_work", first, 0, 0), Section("main_work", second, 0, 0))
    top = Section("main_work", heading(1, "一、", "抓学习"), 0, 0, below)
    value = built(document, (Report("x", "", 0, 0, (), (top,), ()),), ())
    row = value.rows[0]
    assert row.words == len(text)
    assert [child.words for child in row.children] == [len("一是读原著。共四次。"), len("二是办讲座。")]
    assert len({child.key for child in row.children}) == 2
    assert row_at(value.rows, value.place("9", 2)).text == "抓学习"
    assert row_at(value.rows, value.place("9", 14)).text == "读原著"
    assert row_at(value.rows, value.place("9", len(text) - 1)).text == "办讲座"


def test_several_reports_are_several_top_rows_each_with_its_own_balance() -> None:
    shift = len(TEXTS)
    moved = Document(DOCUMENT.blocks + tuple(replace(block, id=f"b{block.id}") for block in DOCUMENT.blocks))

    def move(section: Section) -> Section:
        heading = section.heading and replace(
            section.heading, index=section.heading.index + shift, block=f"b{section.heading.block}"
        )
        below = tuple(move(child) for child in section.children)
        return Section(section.role, heading, section.first + shift, section.last + shift, below)

    sections = tuple(move(section) for section in REPORT.sections)
    second = replace(REPORT, title="第二份", first=shift, last=2 * shift - 1, sections=sections, missing=("causes",))
    value = built(moved, (REPORT, second))
    assert titles(value.rows) == [REPORT.title, "第二份"]
    assert [row.block for row in value.rows] == ["0", "b0"]
    assert {row.report for row in value.rows[1].children} == {1}
    assert titles(value.rows[1].children).count("缺 原因分析") == 1
    assert row_at(value.rows, value.place("b4")).report == 1
    assert [part.total for part in value.balances] == [sum(map(len, TEXTS))] * 2
    assert value.kinds == (KIND.id, KIND.id)


def read_together() -> tuple[Document, Outline]:
    document = doc(
        "档案馆党支部书记抓党建述职报告",
        "各位领导：现将一年来抓党建工作情况报告如下。一、主要工作。（一）抓学习。全年集中学习24次，讲党课4次。"
        "（二）抓队伍。与22名党员谈心谈话47人次，发展党员2名。二、存在问题。一是学得浅，二是抓得散，三是管得松。",
        "三、下一步打算。（一）学在经常。每月交流一次，年底评比一次，结果当场公布。（二）管在平常。每季检查一次，当场讲评一次，问题月底改完。",
        "以上报告，请予评议。",
    )
    reports = recognise(document, load_templates(resources() / "templates"), Context())
    return document, built(document, reports, ())


def test_headings_inside_paragraphs_are_rows_that_jump_to_their_place() -> None:
    document, value = read_together()
    assert titles(value.rows)[:2] == ["档案馆党支部书记抓党建述职报告", "开头"]
    work = next(row for row in value.rows if row.role == "main_work")
    assert titles(work.children) == ["（一）抓学习", "（二）抓队伍"]
    text = document.blocks[1].text
    assert [text[row.start : row.end] for row in (work, *work.children)] == ["主要工作", "抓学习", "抓队伍"]
    assert work.inside
    assert all(row.inside for row in work.children)


def test_a_heading_inside_a_paragraph_ends_where_the_next_one_begins() -> None:
    document, value = read_together()
    block, text = document.blocks[1].id, document.blocks[1].text
    assert row_at(value.rows, value.place(block, text.index("一是学得浅"))).role == "problems"
    assert row_at(value.rows, value.place(block, text.index("发展党员"))).text == "抓队伍"
    assert row_at(value.rows, value.place(block, 0)).role == "opening"
    assert sum(row.words for row in value.rows) == sum(len(one.text) for one in document.blocks)


def test_a_heading_that_begins_its_paragraph_is_not_inside_it() -> None:
    _, value = read_together()
    plan = next(row for row in value.rows if row.role == "next_steps")
    assert (plan.inside, [row.inside for row in plan.children]) == (False, [True, True])
