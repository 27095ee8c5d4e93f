"""Headings without a text, and counts that don't keep what they promise."""

import pytest

from assistant.checks.engine import check
from assistant.document.context import Context
from tests.builders import doc
from tests.shipped_rules import RULES
from tests.template.outlines import read

BODY = "带头讲党课两次，听的人都说好。"


def found(rule: str, *lines: str) -> list[str]:
    document = doc("抓基层党建工作述职报告", *lines)
    findings = check(document, read(document), RULES, Context())
    return [finding.text for finding in findings if finding.rule == rule]


class TestEmpty:
    def test_a_heading_before_the_next_one_is_told(self) -> None:
        lines = ("一、主要工作", BODY, "二、存在的问题", "三、下步打算", BODY)
        assert found("structure.empty", *lines) == ["存在的问题"]

    def test_the_last_one_is_told_too(self) -> None:
        lines = ("一、主要工作", BODY, "二、存在的问题", BODY, "三、下步打算", "以上报告，请予评议。")
        assert found("structure.empty", *lines) == ["下步打算"]

    @pytest.mark.parametrize(
        "lines",
        [
            ("一、主要工作", "（一）抓学习", "（二）抓队伍", "二、存在的问题", BODY),
            ("一、主要工作。" + BODY, "二、存在的问题。调研不够。", "三、下步打算。" + BODY),
            ("一、主要工作", "二、存在的问题", "三、下步打算"),
        ],
    )
    def test_sub_headings_run_in_texts_and_bare_lists_are_fine(self, lines: tuple[str, ...]) -> None:
        assert found("structure.empty", *lines) == []


class TestAnnounced:
    def test_the_announced_number_is_marked(self) -> None:
        text = "主要做到以下三个方面：一是抓学习。二是抓队伍。三是抓阵地。四是抓服务。"
        assert found("structure.announced", "一、主要工作", text) == ["三个方面"]

    @pytest.mark.parametrize(
        "text",
        [
            "围绕三个方面开展工作，一是抓学习，二是抓队伍。",
            "体现在两个方面：一是学得深，二是做得实。从三个方面改进。",
            "存在三个问题：一是调研少，其中一是时间少，二是地方少。",
            "主要做到以下三个方面：",
        ],
    )
    def test_where_it_is_not_plain_what_is_counted_nothing_is_said(self, text: str) -> None:
        assert found("structure.announced", "一、主要工作", text) == []
