from dataclasses import replace

import pytest

from assistant.checks.rule import Finding, Fix, Level
from assistant.document.block import Span
from assistant.ui.models.findings_rows import (
    RowKind,
    finding_rows,
    key_of,
    readable,
    replacement,
    safe_fixes,
    shortened,
    visible,
    words,
)
from tests.ui.samples import FINDINGS, TEXTS


def test_findings_are_grouped_by_level_then_class_with_the_worst_first() -> None:
    rows = finding_rows(FINDINGS)
    assert [(row.level, len(row.findings)) for row in rows] == [(Level.ERROR, 2), (Level.SUSPECT, 3), (Level.HINT, 7)]
    assert [row.category for row in rows[0].children] == ["字词", "标点"]
    assert [row.category for row in rows[1].children] == ["序号", "语法", "结构"]


def test_a_rule_that_fires_more_than_five_times_is_one_row() -> None:
    (often,) = finding_rows(FINDINGS)[2].children[0].children
    assert often.kind == RowKind.OFTEN
    assert len(often.findings) == len(often.children) == 7


def test_a_rule_that_fires_five_times_is_five_rows() -> None:
    five = [one for one in FINDINGS if one.level == Level.HINT][:5]
    assert [row.kind for row in finding_rows(five)[0].children[0].children] == [RowKind.FINDING] * 5


def test_a_finding_keeps_its_key_when_text_before_it_moves_it() -> None:
    one = FINDINGS[0]
    moved = replace(one, span=Span(one.span.block, one.span.start + 4, one.span.end + 4))
    assert key_of(one, FINDINGS) == key_of(moved, [moved, *FINDINGS[1:]])


def test_equal_words_in_one_paragraph_have_different_keys() -> None:
    one = FINDINGS[0]
    other = replace(one, span=Span(one.span.block, 0, 2))
    keys = [row.key for row in readable(finding_rows([one, other]))]
    assert len(set(keys)) == 2
    assert key_of(other, [one, other]) == keys[1]


def test_a_finding_that_is_not_shown_has_no_key() -> None:
    assert key_of(FINDINGS[3], FINDINGS[:2]) == ""


def test_only_what_is_certainly_wrong_may_be_taken_all_at_once() -> None:
    fixes = safe_fixes(FINDINGS)
    assert [fix.replacement for fix in fixes] == ["部署", "，"]


def test_no_findings_give_no_rows() -> None:
    assert finding_rows(()) == ()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  ", "空白 2 处"),
        (" ", "空白"),
        ("一\n二", "一↵二"),
        ("群：          免费", "群：  免费"),
        ("", ""),
        ("图\ufffc", "图□"),
    ],
)
def test_white_space_and_tokens_can_be_seen(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_a_missing_section_is_named_in_words() -> None:
    assert words(FINDINGS[-1]) == "缺少“上年度整改”"
    assert words(replace(FINDINGS[-1], report=1)) == "第 2 篇缺少“上年度整改”"


def test_what_is_said_of_a_whole_report_names_it_where_it_is_not_the_first() -> None:
    demanded = Finding("r", "结构", Level.HINT, "通知要求写。", text="没看到“第一议题”")
    assert words(demanded) == "没看到“第一议题”"
    assert words(replace(demanded, report=1)) == "第 2 篇没看到“第一议题”"


def test_a_correction_to_nothing_says_so() -> None:
    finding = Finding("r", "标点", Level.ERROR, "多了。", fixes=(Fix("删去", "", ()),))
    assert replacement(finding) == "删去"
    assert replacement(replace(finding, fixes=())) is None
    assert replacement(replace(finding, fixes=(Fix("移动", None, ()),))) is None


def test_short_words_are_shown_with_a_little_of_the_text_around_them() -> None:
    (row,) = readable(finding_rows(FINDINGS[1:2], {"7": TEXTS[7]}))
    assert (row.before, row.after) == ("办法还不多", "联系实际解")


def test_long_words_and_texts_that_have_moved_on_get_no_context() -> None:
    (row,) = readable(finding_rows(FINDINGS[3:4], {"8": TEXTS[8]}))
    assert row.before == row.after == ""
    (row,) = readable(finding_rows(FINDINGS[1:2], {"7": "别的" + TEXTS[7]}))
    assert row.before == row.after == ""


def test_very_long_words_lose_their_middle_in_the_card() -> None:
    assert shortened("短") == "短"
    assert len(shortened("长" * 200)) == 60
