"""Numbers of headings and points: what is doubled or left out, and what is only a new list."""

import pytest

from assistant.checks.engine import check
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.edit import ReplaceText, apply
from tests.builders import doc
from tests.checks.examples import reported
from tests.shipped_rules import RULES


def _found(text: str) -> list[tuple[str, str, str]]:
    document, reports = reported(text)
    found = check(document, reports, RULES, Context())
    return [
        (finding.rule, finding.span.block if finding.span else "", finding.fixes[0].replacement or "")
        for finding in found
        if finding.category == "序号" and finding.fixes
    ]


def test_only_the_first_fault_of_a_series_is_named_and_its_fix_mends_the_rest() -> None:
    text = "# 一、工作\n## （一）甲\n## （一）乙\n## （二）丙\n## （四）丁\n# 二、问题\n## （一）戊"
    assert _found(text) == [("numbering.repeated", "2", "二")]
    document, reports = reported(text)
    (finding,) = check(document, reports, RULES, Context())
    assert finding.fixes[0].label == "改为“二”，后面的序号顺延"
    assert all(isinstance(edit, ReplaceText) for edit in finding.fixes[0].edits)
    texts = [block.text for block in apply(document, finding.fixes[0].edits).blocks]
    assert texts == ["一、工作", "（一）甲", "（二）乙", "（三）丙", "（四）丁", "二、问题", "（一）戊"]


def test_pauses_behind_figures_are_told_once_and_mended_together() -> None:
    document, reports = reported("# 一、工作\n1、抓学习\n2.抓队伍\n3、抓作风")
    (finding,) = [one for one in check(document, reports, RULES, Context()) if one.rule == "numbering.arabic_mark"]
    assert finding.span is not None
    assert finding.span.block == "1"
    texts = [block.text for block in apply(document, finding.fixes[0].edits).blocks]
    assert texts == ["一、工作", "1.抓学习", "2.抓队伍", "3.抓作风"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 二、工作\n# 三、问题", [("numbering.skipped", "0", "一")]),
        ("# 一、工作\n# 二、问题\n# 四、打算\n# 五、其他", [("numbering.skipped", "2", "三")]),
        ("# 一、工作\n# 二、问题\n# 三、打算\n# 二、其他", [("numbering.skipped", "3", "四")]),
        ("# 一、工作\n## 1.甲\n## 1.乙", [("numbering.skipped", "2", "2")]),
        ("# 九、甲\n# 十、乙\n# 十二、丙", [("numbering.skipped", "0", "一")]),
        ("# 一、甲\n# 二、乙\n## （1）丙\n## （3）丁", [("numbering.skipped", "3", "2")]),
        ("# 一、甲\n# 二、乙\n# 一、丙\n# 二、丁", []),
        ("# 一、甲\n## （一）乙\n# 二、丙\n## （一）丁\n## （二）戊", []),
        ("# 一、甲\n## 1.乙\n## 2.丙\n## （一）丁", []),
        ("# 一、甲\n## （一）乙\n## （二）丙\n# 二、丁\n## （三）戊\n# 三、己\n## （四）庚", []),
        ("# 一、甲\n## （一）乙\n## （二）丙\n# 二、丁\n## （三）戊", [("numbering.skipped", "4", "一")]),
    ],
)
def test_series(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _found(text) == expected


def test_automatic_numbers_are_not_judged() -> None:
    document, reports = reported("# 一、甲\n# 三、乙")
    bare = doc("甲", "乙")
    assert not [f for f in check(bare, reports, RULES, Context()) if f.category == "序号"]
    assert [f for f in check(document, reports, RULES, Context()) if f.category == "序号"]


def _points(*lines: str) -> list[tuple[str, str]]:
    document: Document = doc(*lines)
    found = check(document, (), RULES, Context())
    return [(finding.rule, finding.text) for finding in found]


def test_points_may_go_on_in_the_next_paragraphs() -> None:
    assert _points("一是学得不深。", "二是抓得不实。", "三是管得不严。") == []
    assert _points("一要抓学习，二要抓落实。") == []
    assert _points("一是抓学习，二要抓落实。") == []


def test_a_point_alone_or_out_of_turn_is_named() -> None:
    assert _points("一是学得不深。", "原因在我。") == [("numbering.alone", "一是")]
    assert _points("一是学得不深。") == []  # the next one may still be written
    assert _points("一是学得不深。", "三是管得不严。") == [("numbering.points", "三")]
    assert _points("一要学习。二要研讨。二要落实。") == [("numbering.points", "二")]


def test_of_points_the_one_numbered_with_other_words_is_named_not_the_next() -> None:
    text = "# 一、问题\n一是学习不深；其次活动单一；三是作用不够。"
    document, reports = reported(text)
    (finding,) = [one for one in check(document, reports, RULES, Context()) if one.rule == "numbering.points"]
    assert (finding.text, finding.fixes[0].replacement) == ("其次", "二是")


def test_a_point_on_a_line_of_its_own_is_judged_with_those_that_begin_sentences() -> None:
    lines = (
        "一、下步打算",
        "一要抓学习。每月一次，雷打不动。",
        "二要抓创新",
        "推动数字化。",
        "三要抓队伍。建强支部班子。",
    )
    assert _points(*lines) == []
    document, reports = reported("# 一、下步打算\n一要抓学习。每月一次。\n## 二要抓创新\n推动数字化。")
    assert not [one for one in check(document, reports, RULES, Context()) if one.rule == "numbering.skipped"]


def test_a_heading_ends_a_series_of_points() -> None:
    document, reports = reported("# 一、甲\n一是学习。\n# 二、乙\n二是落实。")
    assert [f.rule for f in check(document, reports, RULES, Context())] == ["numbering.alone"]


_ROW = (
    "一、工作",
    "（一）抓学习，筑牢根基。全年集中学习12次，讲党课4次。",
    "（二）抓队伍，锻造骨干。举办培训班3期，培养骨干6名。",
)


def _behind_row(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join((*_ROW, *lines))
    return [(rule, right) for rule, _, right in _found(text) if rule.startswith(("numbering.o", "numbering.l"))]


@pytest.mark.parametrize("number", ["三是", "第三，", "3.", "三，"])
def test_the_last_number_of_a_row_is_written_like_the_others(number: str) -> None:
    assert _behind_row(f"{number}抓阵地，夯实堡垒。新建活动室2个，改造3个。") == [("numbering.otherwise", "（三）")]


def test_the_last_heading_of_a_row_has_a_number_like_the_others() -> None:
    line = "抓阵地，夯实堡垒。新建活动室2个，改造提升活动室3个。"
    assert _behind_row(line) == [("numbering.left_out", "（三）抓阵地，夯实堡垒")]


@pytest.mark.parametrize(
    "line",
    [
        "一是抓阵地，夯实堡垒。新建活动室2个，改造3个。",
        "抓阵地。新建活动室2个，改造提升活动室3个，配齐设备。",
        "面对这些成绩，我十分清醒。今后要继续努力，把各项工作做好。",
        "二、存在问题",
    ],
)
def test_what_stands_behind_a_row_may_be_something_else(line: str) -> None:
    assert _behind_row(line) == []
