"""Signs that stand for a look: Markdown, HTML, letters for bullets. No offset into the text moves."""

from assistant.document.block import TITLE_LEVEL
from assistant.template.written import as_written
from tests.builders import doc
from tests.template.outlines import read


def test_signs_of_markdown_are_styles() -> None:
    blocks = as_written(doc("# 述职报告", "## 主要工作", "### 抓学习", "正文。").blocks)
    assert [block.style_level for block in blocks] == [TITLE_LEVEL, 1, 2, None]


def test_levels_begin_with_one_where_no_sign_is_the_title_s() -> None:
    blocks = as_written(doc("述职报告", "## 主要工作", "正文。", "## 存在问题").blocks)
    assert [block.style_level for block in blocks] == [None, 1, None, 1]


def test_what_stands_between_stars_is_bold() -> None:
    block, _ = as_written(doc("**抓学习。**全年学习12次。", "**抓队伍。**发展党员2名。").blocks)
    assert [(run.text.strip(" \u200b"), bool(run.marks)) for run in block.runs] == [
        ("抓学习。", True),
        ("全年学习12次。", False),
    ]


def test_letters_that_were_bullets_are_bullets_where_there_are_several() -> None:
    blocks = as_written(doc("Ø 抓学习", "Ø 抓队伍").blocks)
    assert [block.text for block in blocks] == ["● 抓学习", "● 抓队伍"]
    alone = doc("n 个党支部", "正文。").blocks
    assert as_written(alone)[0].text == "n 个党支部"


def test_no_offset_moves() -> None:
    lines = ("# 述职报告", "&nbsp;&nbsp;一、主要工作", "<p>**抓学习**：全年学习12次。</p>", "## 存在问题")
    for line, block in zip(lines, as_written(doc(*lines).blocks), strict=True):
        assert len(block.text) == len(line)
        for words in ("述职报告", "主要工作", "抓学习", "全年学习", "存在问题"):
            assert block.text.find(words) == line.find(words)


def test_headings_stand_where_they_stand_in_the_text_as_it_is() -> None:
    document = doc(
        "# 局党组书记抓党建述职报告",
        "## 一、**主要工作**",
        "全年集中学习12次，讲党课4次。",
        "## 二、存在问题",
        "学得浅。",
    )
    headings = read(document)[0].headings
    assert [document.blocks[one.index].text[one.start : one.end] for one in headings] == [
        "局党组书记抓党建述职报告",
        "主要工作",
        "存在问题",
    ]


def test_texts_without_signs_stay_as_they_are() -> None:
    blocks = doc("述职报告", "一、主要工作", "正文*号一个。").blocks
    assert as_written(blocks) == blocks
