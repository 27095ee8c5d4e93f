"""The problems of a report as aims for measures."""

import pytest

from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.phrases.problems import Problem, problems_of
from assistant.phrases.topics import load_vocabulary
from assistant.template.report import load_templates
from assistant.template.structure import recognise

VOCABULARY = load_vocabulary(resources() / "phrases")
START = ("2025年度抓基层党建工作述职报告", "一、主要工作", "我主持研究党建工作。", "二、存在的主要问题")
END = ("三、下一步工作打算", "我每季度到支部一次。")


def problems(*lines: str) -> tuple[Problem, ...]:
    blocks = identified([Block("", (Run(line),)) for line in (*START, *lines, *END)])
    document = Document(blocks, (), None)
    report = recognise(document, load_templates(resources() / "templates"), Context())[0]
    return problems_of(document.blocks, report, VOCABULARY)


def test_items_with_headings_are_problems_with_their_numbers_and_topics() -> None:
    found = problems("（一）理论学习不深入。研讨少。", "（二）发展党员不及时。", "有两个支部三年没有发展党员。")
    assert [(p.aim.name, p.aim.topics[0], p.first, p.last) for p in found] == [
        ("问题（一）", "theory_study", 4, 4),
        ("问题（二）", "party_members", 5, 6),
    ]
    assert found[0].aim.text == "理论学习不深入。研讨少。"


def test_problems_counted_inside_a_paragraph_are_told_apart_by_the_caret() -> None:
    found = problems("对照要求，还有不足。一是理论学习不深入。研讨少。二是发展党员不及时。")
    assert [p.aim.name for p in found] == ["问题一", "问题二"]
    assert [p.holds(4, 12) for p in found] == [True, False]
    assert [p.holds(4, 33) for p in found] == [False, True]
    assert [p.holds(3, 0) for p in found] == [False, False]


@pytest.mark.parametrize("lines", [(), ("没有条目的一段话。",)])
def test_a_section_without_items_has_no_problems(lines: tuple[str, ...]) -> None:
    assert problems(*lines) == ()
