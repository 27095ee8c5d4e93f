"""Moving sections and paragraphs, and changing levels: what stands where afterwards, under which numbers."""

import pytest

from assistant.document.block import Block, Cell, Document, Run, Said, Table, TableCell
from assistant.document.edit import Edit, apply
from assistant.errors import EditRefused
from assistant.template.moving import move_paragraphs, move_section, order_after, relevel
from tests.builders import block, of, text
from tests.template.outlines import headings, read

REPORT = text(
    """某某街道党工委书记2025年度抓基层党建工作述职报告
一、主要工作
今年以来，街道党工委认真落实上级部署，各项工作有序推进。
（一）强化思想引领。全年组织学习十二次，党员参加率较高。
（二）夯实组织基础。整顿软弱涣散党组织一个，成效明显。
1.规范组织生活
三会一课按期召开，主题党日每月开展。
2.配强支部班子
选优配强党支部书记，班子结构进一步优化。
（三）推动服务群众。办理群众诉求三十余件，件件有回音。
二、存在的问题
（一）学习不够深入。理论学习的系统性还不够强。
三、下步打算
继续抓好各项工作的落实。"""
)


def id_of(document: Document, start: str) -> str:
    return next(one.id for one in document.blocks if one.text.startswith(start))


def lines(document: Document) -> list[str]:
    return [one.text[:8] for one in document.blocks]


def levels(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.number) for heading in headings(read(document)) if heading.level]


def moved(document: Document, start: str, *, down: bool) -> Document:
    return apply(document, move_section(document, read(document)[0], id_of(document, start), down=down))


def releveled(document: Document, start: str, *, deeper: bool) -> Document:
    return apply(document, relevel(document, read(document)[0], id_of(document, start), deeper=deeper))


def test_a_section_goes_down_with_all_below_it_and_the_numbers_are_counted_anew() -> None:
    after = moved(REPORT, "（二）", down=True)
    assert [line for line in lines(after) if line[0] in "（123"] == [
        "（一）强化思想引",
        "（二）推动服务群",
        "（三）夯实组织基",
        "1.规范组织生活",
        "2.配强支部班子",
        "（一）学习不够深",
    ]
    assert levels(after)[1:6] == [(2, "（一）"), (2, "（二）"), (2, "（三）"), (3, "1."), (3, "2.")]


def test_up_is_the_way_back() -> None:
    assert lines(moved(moved(REPORT, "（二）", down=True), "（三）", down=False)) == lines(REPORT)


def test_a_first_level_section_takes_its_sub_sections_along() -> None:
    after = moved(REPORT, "二、", down=False)
    assert [line for line in lines(after) if "、" in line[:2]] == ["一、存在的问题", "二、主要工作", "三、下步打算"]
    assert lines(after)[1:3] == ["一、存在的问题", "（一）学习不够深"]


def test_the_last_sub_section_goes_down_into_the_next_section() -> None:
    after = moved(REPORT, "（三）", down=True)
    at = lines(after).index("二、存在的问题")
    assert lines(after)[at + 1 : at + 3] == ["（一）推动服务群", "（二）学习不够深"]
    assert lines(moved(after, "（一）推动", down=False)) == lines(REPORT)


def test_a_section_without_sub_sections_takes_one_at_its_end() -> None:
    after = moved(REPORT, "（一）学习", down=True)
    assert lines(after)[-4:] == ["二、存在的问题", "三、下步打算", "继续抓好各项工作", "（一）学习不够深"]


@pytest.mark.parametrize(("start", "down"), [("一、", False), ("三、", True), ("（一）强化", False)])
def test_at_the_edge_there_is_nowhere_to_go(start: str, *, down: bool) -> None:
    with pytest.raises(EditRefused):
        move_section(REPORT, read(REPORT)[0], id_of(REPORT, start), down=down)


def test_body_text_is_no_section() -> None:
    with pytest.raises(EditRefused):
        move_section(REPORT, read(REPORT)[0], id_of(REPORT, "继续"), down=False)


def test_blank_lines_between_sections_stay_between_them() -> None:
    document = text(
        "一、主要工作\n今年工作有序推进，成效比较明显。\n\n二、存在的问题\n学习不够系统，还要继续努力。\n\n\n述职人：张三"
    )
    after = moved(document, "二、", down=False)
    assert lines(after) == [
        "一、存在的问题",
        "学习不够系统，还",
        "",
        "二、主要工作",
        "今年工作有序推进",
        "",
        "",
        "述职人：张三",
    ]


def test_numbers_keep_the_way_they_are_typed() -> None:
    document = text("(1)、主要工作\n今年工作有序推进，成效比较明显。\n(2)、存在的问题\n学习不够系统，还要继续努力。")
    document = Document(
        tuple(
            Block(b.id, b.runs, b.origin, said=Said(1) if i % 2 == 0 else None) for i, b in enumerate(document.blocks)
        )
    )
    assert lines(moved(document, "(1)", down=True))[::2] == ["(1)、存在的问", "(2)、主要工作"]


DECIMALS = of(
    block("1. 工作情况", style_level=1),
    block("1.1 学习情况", style_level=2),
    block("全年组织学习十二次，党员参加率较高。"),
    block("1.2 组织情况", style_level=2),
    block("整顿软弱涣散党组织一个，成效明显。"),
    block("2. 存在问题", style_level=1),
    block("2.1 学习不深", style_level=2),
    block("理论学习的系统性还不够强。"),
    block("2.2 落实不力", style_level=2),
    block("有的任务抓得不紧，见效还比较慢。"),
)


def numbered(document: Document) -> list[str]:
    return [line for line in lines(document) if line[0].isdigit()]


def test_decimals_follow_the_number_above_them() -> None:
    assert numbered(moved(DECIMALS, "2.", down=False)) == [
        "1. 存在问题",
        "1.1 学习不深",
        "1.2 落实不力",
        "2. 工作情况",
        "2.1 学习情况",
        "2.2 组织情况",
    ]
    assert numbered(moved(DECIMALS, "1.1", down=True))[1:3] == ["1.1 组织情况", "1.2 学习情况"]
    assert numbered(moved(DECIMALS, "1.2", down=True))[2:] == [
        "2. 存在问题",
        "2.1 组织情况",
        "2.2 学习不深",
        "2.3 落实不力",
    ]


def test_decimals_are_made_less_deep() -> None:
    assert numbered(releveled(DECIMALS, "1.2", deeper=False)) == [
        "1. 工作情况",
        "1.1 学习情况",
        "2. 组织情况",
        "3. 存在问题",
        "3.1 学习不深",
        "3.2 落实不力",
    ]


def test_a_section_takes_the_pattern_of_the_one_it_comes_into() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    document = text(
        f"一、主要工作\n（一）学习情况\n{body}\n（二）组织情况\n{body}\n二、存在的问题\n1.学习不深\n{body}\n2.落实不力\n{body}"
    )
    after = moved(document, "（二）", down=True)
    assert lines(after)[4:9:2] == ["1.组织情况", "2.学习不深", "3.落实不力"]


def test_automatic_numbers_are_shown_as_word_will_count_them() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    document = of(block("主要工作", label="一、"), block(body), block("存在的问题", label="二、"), block(body))
    after = moved(document, "主要", down=True)
    assert [(one.label, one.text[:5]) for one in after.blocks][::2] == [("一、", "存在的问题"), ("二、", "主要工作")]


def test_a_section_takes_its_tables_along() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    cell = Block("", (Run("格", 0),), 0, Cell(0, 0, 0))
    blocks = of(block("一、主要工作"), block(body), cell, block("二、存在的问题"), block(body)).blocks
    document = Document(blocks, (Table(1, 1, (TableCell(0, 0),)),))
    after = moved(document, "一、", down=True)
    assert lines(after) == ["一、存在的问题", "今年工作有序推进", "二、主要工作", "今年工作有序推进", "格"]
    assert lines(moved(after, "二、", down=False)) == lines(document)


def test_a_heading_goes_one_level_down_under_the_one_before() -> None:
    after = releveled(REPORT, "二、", deeper=True)
    assert levels(after) == [
        (1, "一、"),
        (2, "（一）"),
        (2, "（二）"),
        (3, "1."),
        (3, "2."),
        (2, "（三）"),
        (2, "（四）"),
        (3, "1."),
        (1, "二、"),
    ]
    assert lines(after)[-4:] == ["（四）存在的问题", "1.学习不够深入", "二、下步打算", "继续抓好各项工作"]


def test_a_heading_goes_one_level_up_and_those_behind_it_follow_it() -> None:
    after = releveled(REPORT, "（二）", deeper=False)
    assert [line for line in lines(after) if line[0] in "（12" or line[1] == "、"][1:6] == [
        "（一）强化思想引",
        "二、夯实组织基础",
        "（一）规范组织生",
        "（二）配强支部班",
        "（三）推动服务群",
    ]
    assert lines(after)[-2].startswith("四、")


def test_levels_follow_the_report_where_it_goes_from_the_first_level_to_arabic_numbers() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    document = text(
        f"一、主要工作\n1.学习情况\n{body}\n2.组织情况\n{body}\n二、存在的问题\n{body}\n三、下步打算\n{body}"
    )
    after = releveled(document, "二、", deeper=True)
    assert lines(after)[5] == "3.存在的问题"
    assert lines(after)[7] == "二、下步打算"


def test_an_unnumbered_heading_is_said_to_have_its_new_level() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    document = of(
        block("主要工作", style_level=1),
        block(body),
        block("存在的问题", style_level=1),
        block(body),
    )
    after = releveled(document, "存在", deeper=True)
    assert after.blocks[2].said == Said(level=2)
    assert after.blocks[2].text == "存在的问题"


@pytest.mark.parametrize(("start", "deeper"), [("一、", False), ("一、", True), ("（一）强化", True), ("继续", True)])
def test_levels_that_cannot_be(start: str, *, deeper: bool) -> None:
    with pytest.raises(EditRefused):
        relevel(REPORT, read(REPORT)[0], id_of(REPORT, start), deeper=deeper)


def test_automatic_numbers_are_left_to_word() -> None:
    body = "今年工作有序推进，各方面成效比较明显。"
    document = of(block("主要工作", label="一、"), block(body), block("存在的问题", label="二、"), block(body))
    with pytest.raises(EditRefused):
        releveled(document, "存在", deeper=True)


@pytest.mark.parametrize(
    ("first", "last", "down", "wanted"),
    [
        ("甲", "甲", True, "乙甲丙丁戊"),
        ("乙", "丙", True, "甲丁乙丙戊"),
        ("乙", "乙", False, "乙甲丙丁戊"),
        ("丁", "戊", False, "甲乙丁戊丙"),
    ],
)
def test_paragraphs_change_places_with_their_neighbour(first: str, last: str, wanted: str, *, down: bool) -> None:
    document = text("甲\n乙\n丙\n丁\n戊")
    edits = move_paragraphs(document, id_of(document, first), id_of(document, last), down=down)
    assert "".join(one.text for one in apply(document, edits).blocks) == wanted


def in_table() -> Document:
    rows = [("前", None), ("甲", Cell(0, 0, 0)), ("乙", Cell(0, 0, 0)), ("丙", Cell(0, 0, 1)), ("后", None)]
    cells = [Block(str(i), (Run(t, i),), i, home) for i, (t, home) in enumerate(rows)]
    return Document(tuple(cells), (Table(1, 2, (TableCell(0, 0), TableCell(0, 1))),))


def paragraphs(first: str, last: str, *, down: bool) -> tuple[Edit, ...]:
    return move_paragraphs(in_table(), id_of(in_table(), first), id_of(in_table(), last), down=down)


def test_a_paragraph_passes_a_table_as_a_whole_and_stays_in_its_cell() -> None:
    assert lines(apply(in_table(), paragraphs("前", "前", down=True))) == ["甲", "乙", "丙", "前", "后"]
    assert lines(apply(in_table(), paragraphs("后", "后", down=False))) == ["前", "后", "甲", "乙", "丙"]
    assert lines(apply(in_table(), paragraphs("甲", "甲", down=True))) == ["前", "乙", "甲", "丙", "后"]
    assert lines(apply(in_table(), paragraphs("乙", "乙", down=False))) == ["前", "乙", "甲", "丙", "后"]
    for name, down in (("甲", False), ("乙", True), ("丙", True)):
        with pytest.raises(EditRefused):
            paragraphs(name, name, down=down)


def test_a_selection_that_touches_a_table_takes_it_along() -> None:
    assert lines(apply(in_table(), paragraphs("前", "甲", down=True))) == ["后", "前", "甲", "乙", "丙"]


def test_items_of_a_list_exchange_their_numbers() -> None:
    document = text("主要有两条：\n1.抓学习；\n2.抓落实。")
    edits = move_paragraphs(document, "1", "1", down=True)
    assert [one.text for one in apply(document, edits).blocks] == ["主要有两条：", "1.抓落实。", "2.抓学习；"]


def test_the_order_after_a_move_tells_where_the_caret_goes() -> None:
    document = text("甲\n乙\n丙")
    assert order_after(document, move_paragraphs(document, "0", "0", down=True)) == (1, 0, 2)
