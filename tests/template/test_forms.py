"""Reports filled into the cells of a form, as Word files have them. All sentences are our own."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.table import Table

from assistant.document.block import Document
from assistant.document.edit import EditRefused, apply
from assistant.document.outline import Report
from assistant.session import open_file
from assistant.template.moving import move_section
from assistant.template.skeleton import insert_section
from tests.template.outlines import read, templates

WORK = "（一）抓学习。全年组织集中学习12次，人人交流发言。"
MORE = "（二）抓支部。带队下到9个支部，现场解决难题21个。"
PROBLEMS = "一是调研走得不够勤，二是青年党员的教育办法不够多。"
PLANS = "一要每季度蹲点一周，二要办好青年讲堂，把年轻人聚起来。"
SECTIONS = (("主要工作", WORK), ("存在问题", PROBLEMS), ("下步打算", PLANS))


def file_with(tmp_path: Path, title: str, rows: int, columns: int) -> tuple[Path, Table]:
    """Return where to save a Word file with a title and an empty table, and the table."""
    file = docx.Document()
    file.add_paragraph(title)
    table = file.add_table(rows=rows, cols=columns)
    return tmp_path / "form.docx", table


def opened(path: Path, table: Table) -> tuple[Document, Report]:
    table.part.package.save(path)
    document = open_file(path).opened.document
    (report,) = read(document)
    return document, report


def two_columns(tmp_path: Path, sections: Sequence[tuple[str, str]] = SECTIONS) -> tuple[Document, Report]:
    path, table = file_with(tmp_path, "2025年度党支部书记抓党建述职报告表", len(sections) + 2, 4)
    for column, text in enumerate(("姓名", "石竹", "单位及职务", "机关支部书记")):
        table.cell(0, column).text = text
    for row, (name, text) in enumerate(sections, start=1):
        table.cell(row, 0).text = name
        table.cell(row, 1).merge(table.cell(row, 3)).text = text
    table.cell(1, 1).add_paragraph(MORE)
    table.cell(len(sections) + 1, 0).text = "上级党组织意见"
    table.cell(len(sections) + 1, 1).merge(table.cell(len(sections) + 1, 3)).text = "同意该同志的述职报告。" * 8
    return opened(path, table)


def told(report: Report) -> list[tuple[int, str, str]]:
    return [(h.level, h.text, h.role) for h in report.headings]


def test_a_section_with_little_text_is_one_where_others_make_a_form(tmp_path: Path) -> None:
    _, report = two_columns(tmp_path, (*SECTIONS[:2], ("下步打算", "一是多到支部。")))
    assert [(text, role) for level, text, role in told(report) if level == 1] == [
        ("主要工作", "main_work"),
        ("存在问题", "problems"),
        ("下步打算", "next_steps"),
    ]


def test_names_on_the_left_are_sections_with_the_text_beside_them(tmp_path: Path) -> None:
    document, report = two_columns(tmp_path)
    assert told(report) == [
        (0, "2025年度党支部书记抓党建述职报告表", "title"),
        (1, "主要工作", "main_work"),
        (2, "抓学习", "main_work"),
        (2, "抓支部", "main_work"),
        (1, "存在问题", "problems"),
        (1, "下步打算", "next_steps"),
    ]
    texts = {s.role: [b.text for b in document.blocks[s.first : s.last + 1]] for s in report.sections}
    assert texts["main_work"] == ["主要工作", WORK, MORE]
    assert texts["next_steps"] == ["下步打算", PLANS], "what the superior says of it is no part of it"


def test_a_form_lacks_sections_but_no_salutation_or_signature(tmp_path: Path) -> None:
    assert two_columns(tmp_path)[1].missing == ("rectification", "causes")


def test_a_form_not_filled_in_yet_has_its_sections(tmp_path: Path) -> None:
    report = two_columns(tmp_path, [("主要工作", ""), ("存在问题", ""), ("下步打算", "")])[1]
    assert [h.role for h in report.headings if h.level == 1] == ["main_work", "problems", "next_steps"]


def test_a_name_the_form_invents_is_a_section_beside_known_ones(tmp_path: Path) -> None:
    extra = ("书记项目", "领办老旧小区加装电梯项目，牵头召开协调会8次，促成3个单元开工，居民出行难得到解决。" * 2)
    assert (1, "书记项目", "main_work") in told(two_columns(tmp_path, [*SECTIONS[:1], extra, *SECTIONS[1:]])[1])


def test_what_a_form_says_about_filling_in_is_no_part_of_the_name(tmp_path: Path) -> None:
    names = ("一、主要工作（1000字以内）", "二、存在的主要问题（不少于3条）", "三、下步打算（含措施、时限）")
    rows = [(name, text) for name, (_, text) in zip(names, SECTIONS, strict=True)]
    report = two_columns(tmp_path, rows)[1]
    assert [h.role for h in report.headings if h.level == 1] == ["main_work", "problems", "next_steps"]


def test_a_name_written_downwards_is_read(tmp_path: Path) -> None:
    report = two_columns(tmp_path, [("主\n要\n工\n作", WORK), *SECTIONS[1:]])[1]
    assert [h.role for h in report.headings if h.level == 1] == ["main_work", "problems", "next_steps"]


def test_a_name_written_one_character_a_paragraph_is_not_missed(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "党支部书记述职报告", 3, 2)
    for row, (name, text) in enumerate(SECTIONS):
        cell = table.cell(row, 0)
        cell.text = name[0]
        for character in name[1:]:
            cell.add_paragraph(character)
        table.cell(row, 1).text = text
    assert opened(path, table)[1].missing == ("rectification", "causes")


def test_the_form_of_a_yearly_assessment_is_no_duty_report(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "工作人员年度考核登记表", 2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "个人总结", f"我认真履职。{WORK}" * 9
    assert opened(path, table)[1].kind == "other"


def test_names_may_stand_above_their_texts(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "述职报告", 6, 1)
    for row, text in enumerate(("一、履职情况", WORK, "二、存在的问题", PROBLEMS, "三、努力方向", PLANS)):
        table.cell(row, 0).text = text
    assert [(h.number, h.role) for h in opened(path, table)[1].headings[1:]] == [
        ("一、", "main_work"),
        ("（一）", "main_work"),
        ("二、", "problems"),
        ("三、", "next_steps"),
    ]


def test_one_large_cell_may_hold_the_whole_report(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "党支部书记述职报告", 2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "石竹"
    cell = table.cell(1, 0).merge(table.cell(1, 1))
    cell.text = "各位党员："
    for text in ("现将情况报告如下：", "一、主要工作", WORK, "二、存在问题", PROBLEMS, "三、下步打算", PLANS):
        cell.add_paragraph(text)
    report = opened(path, table)[1]
    assert [s.role for s in report.sections] == [
        "title",
        "salutation",
        "opening",
        "main_work",
        "problems",
        "next_steps",
    ]


def test_the_title_may_stand_in_the_table(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "", 4, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "党支部书记述职报告"
    for row, (name, text) in enumerate(SECTIONS, start=1):
        table.cell(row, 0).text, table.cell(row, 1).text = name, text
    assert opened(path, table)[1].title == "党支部书记述职报告"


@pytest.mark.parametrize("head", [("序号", "存在问题", "整改措施", "责任人"), ("支部", "主要工作", "存在问题", "备注")])
def test_a_list_with_columns_is_no_form(tmp_path: Path, head: tuple[str, ...]) -> None:
    path, table = file_with(tmp_path, "问题整改清单", 3, 4)
    for row, texts in enumerate((head, ("1", WORK, PLANS, "石竹"), ("2", MORE, PROBLEMS, "文竹"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    assert [h.level for h in opened(path, table)[1].headings] == [0]


def test_tables_in_a_report_stay_figures(tmp_path: Path) -> None:
    path, table = file_with(tmp_path, "党支部书记述职报告", 2, 2)
    for row, (name, text) in enumerate((("存在问题", PROBLEMS), ("整改措施", PLANS))):
        table.cell(row, 0).text, table.cell(row, 1).text = name, text
    file = table.part.document
    for text in ("一、主要工作", WORK, "二、下步打算", PLANS):
        file.add_paragraph(text)
    assert [h.text for h in opened(path, table)[1].headings] == [
        "党支部书记述职报告",
        "主要工作",
        "抓学习",
        "下步打算",
    ]


def test_a_missing_section_goes_into_the_cell_before_it(tmp_path: Path) -> None:
    document, report = two_columns(tmp_path)
    kind = next(one for one in templates() if one.id == report.kind)
    after = apply(document, insert_section(document, report, kind, "causes"))
    new = next(block for block in after.blocks if block.text == "原因分析")
    cell = next(block.container for block in document.blocks if block.text == PROBLEMS)
    assert new.container == cell
    assert "causes" not in read(after)[0].missing


def test_parts_change_places_inside_their_cell_only(tmp_path: Path) -> None:
    document, report = two_columns(tmp_path)
    ids = {h.text: h.block for h in report.headings}
    after = apply(document, move_section(document, report, ids["抓支部"], down=False))
    assert [h.text for h in read(after)[0].headings if h.level == 2] == ["抓支部", "抓学习"]
    with pytest.raises(EditRefused, match="单元格"):
        apply(document, move_section(document, report, ids["存在问题"], down=False))
