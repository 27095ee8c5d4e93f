"""First sentences that are headings because of their siblings, and those that are none."""

import pytest

from assistant.document.block import Document, Said
from assistant.template.likeness import likeness
from tests.builders import block, of
from tests.template.outlines import read

TELLS = "党员带头承包责任田，全年增收二十三万元，群众看在眼里、喜在心上。"


def _headings(*lines: str, said: dict[int, Said] | None = None) -> list[tuple[int, str, bool]]:
    texts = ("抓党建工作述职报告", "一、主要工作", *lines, "二、存在问题", "学习不够系统。")
    marks = said or {}
    document: Document = of(*(block(text, said=marks.get(i - 2)) for i, text in enumerate(texts)))
    (report,) = read(document)
    return [(one.level, one.text, one.run_in) for one in report.headings if one.level > 1]


def test_first_sentences_of_one_form_are_headings() -> None:
    assert _headings(f"把阵地建起来。{TELLS}", f"把队伍带起来。{TELLS}") == [
        (2, "把阵地建起来", True),
        (2, "把队伍带起来", True),
    ]


def test_so_are_sentences_on_lines_of_their_own() -> None:
    assert _headings("先把灯塔点亮。", TELLS, "再把风帆扬起。", TELLS) == [
        (2, "先把灯塔点亮", False),
        (2, "再把风帆扬起", False),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"支部有党员三十名。{TELLS}", f"老支书今年七十岁。{TELLS}"),  # nothing alike in them
        (f"今年建阵地。{TELLS}", f"今年带队伍。{TELLS}"),  # they tell when
        ("把阵地建起来。", "把队伍带起来。"),  # nothing behind them
        (f"把阵地建起来。{TELLS}",),  # one alone
    ],
)
def test_ordinary_first_sentences_are_none(lines: tuple[str, ...]) -> None:
    assert _headings(*lines) == []


def test_what_the_user_calls_body_text_is_no_lead() -> None:
    lines = (f"把阵地建起来。{TELLS}", f"把队伍带起来。{TELLS}")
    assert _headings(*lines, said={0: Said(level=-1)}) == []


def test_likeness_grows_with_what_phrases_have_in_common() -> None:
    unlike = likeness(["群众的事办得慢", "学习"])
    long_alike = likeness(["群众的事办得慢", "干部的课上得少"])
    assert unlike == 0
    assert unlike < long_alike < likeness(["把阵地建起来", "把队伍带起来"])
