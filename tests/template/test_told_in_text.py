"""Sections without a heading of their own that a paragraph of another section tells, in the words of many writers."""

from pathlib import Path

import pytest

from tests.builders import doc
from tests.template.outlines import read

_LINES = (Path(__file__).parent / "told_in_text.txt").read_text(encoding="utf-8").splitlines()
_TOLD = [(role, text) for role, _, text in (line.partition("|") for line in _LINES) if role != "-"]
_ORDINARY = [text for role, _, text in (line.partition("|") for line in _LINES) if role == "-"]

_SECTIONS = {
    "rectification": ("上年度问题整改情况", "上年度反馈的问题已整改到位。"),
    "main_work": ("主要工作", "全年召开党委会研究党建14次，督导支部26个。"),
    "problems": ("存在的问题", "理论学习不够深入，联系群众不够紧密。"),
    "causes": ("原因分析", "思想认识有偏差，抓落实的韧劲不足。"),
    "next_steps": ("下步打算", "每月一次集中学习，每季度一次督导。"),
}
_WITHIN = {"rectification": "main_work", "causes": "problems", "next_steps": "causes"}
"""The section that a paragraph stands in which tells another one."""


def _missing(role: str, told: str) -> bool:
    """Tell whether a report lacks a section whose heading is left out and which a paragraph may tell."""
    lines = ["县水利局党组书记抓基层党建工作述职报告", "各位领导：", "现将抓党建工作情况报告如下。"]
    kept = [(one, *texts) for one, texts in _SECTIONS.items() if one != role]
    for number, (one, heading, text) in zip("一二三四", kept, strict=True):
        lines += [f"{number}、{heading}", text, *([told] if one == _WITHIN[role] else [])]
    (report,) = read(doc(*lines, "以上报告，请予评议。"))
    return role in report.missing


@pytest.mark.parametrize(("role", "text"), _TOLD, ids=[text[:12] for _, text in _TOLD])
def test_a_section_that_a_paragraph_tells_is_not_missing(role: str, text: str) -> None:
    assert not _missing(role, text)


@pytest.mark.parametrize("text", _ORDINARY, ids=[text[:12] for text in _ORDINARY])
@pytest.mark.parametrize("role", sorted(_WITHIN))
def test_what_tells_something_else_leaves_it_missing(role: str, text: str) -> None:
    assert _missing(role, text)
