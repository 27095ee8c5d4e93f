"""What names a document at the beginning of a text is its title, even where it names no duty report."""

import pytest

from tests.builders import doc
from tests.template.outlines import read

_BODY = "2025年，镇党委带领全镇党员干部抓学习、强阵地、办实事，先后召开专题会议12次，走访群众360户，各项任务如期完成。"


def _title(*lines: str) -> str | None:
    (report,) = read(doc(*lines))
    return next((heading.text for heading in report.headings if heading.level == 0), None)


@pytest.mark.parametrize(
    "line",
    [
        "柳河镇2025年工作报告",
        "县水利局2025年工作小结及2026年工作安排",
        "白石社区春季工作小结和夏季工作思路",
        "镇党委关于移风易俗有关情况的报告",
        "青溪林场党支部党建情况汇报",
        "粮库支部落实安全储粮责任情况汇报材料",
        "2025年度安全管理情况汇报（加油站）",
        "县供销社关于三年来工作情况的汇报",
    ],
)
def test_a_first_line_that_names_a_document_is_the_title(line: str) -> None:
    assert _title(line, _BODY, "一、主要工作", _BODY) == line


def test_such_a_title_may_have_two_lines() -> None:
    assert _title("柳河镇党委关于抓好移风易俗", "有关情况的汇报", _BODY, "一、主要工作", _BODY)


@pytest.mark.parametrize(
    "lines",
    [
        (_BODY, "柳河镇2025年工作报告"),  # not the first
        ("下一步工作思路", _BODY),  # a section's heading
        ("现将全年工作情况作如下汇报", _BODY),
        ("按照镇党委统一安排", _BODY),
        ("全年召开会议12次，完成工作总结。", _BODY),
        ("各位领导、同志们：", _BODY),
    ],
)
def test_other_first_lines_are_none(lines: tuple[str, ...]) -> None:
    assert _title(*lines, "一、主要工作", _BODY) is None
