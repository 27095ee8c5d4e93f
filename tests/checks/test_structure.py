"""Missing sections: how loudly each is said, and only where the report's kind is certain."""

import pytest

from assistant.checks.engine import check
from assistant.checks.rule import Finding, Level
from assistant.document.context import Context
from tests.builders import doc
from tests.checks.examples import reported
from tests.shipped_rules import RULES
from tests.template.outlines import read

NAMES = {"problems": "存在的主要问题", "rectification": "上年度整改", "salutation": "称呼"}
BODY = "全年办结事项三十件，没有违纪行为。"
DUTY = "抓基层党建工作述职报告"


def _missing(title: str, *roles: str, context: Context | None = None) -> tuple[Finding, ...]:
    document, reports = reported("# 一、主要工作\n正文。", title, roles)
    return check(document, reports, RULES, context or Context(), roles=NAMES)


@pytest.mark.parametrize(
    ("role", "level"),
    [
        ("main_work", Level.ERROR),
        ("problems", Level.ERROR),
        ("next_steps", Level.ERROR),
        ("rectification", Level.SUSPECT),
        ("causes", Level.HINT),
        ("opening", Level.HINT),
        ("salutation", Level.HINT),
        ("closing", Level.HINT),
        ("signature", Level.HINT),
    ],
)
def test_each_role_has_its_level(role: str, level: Level) -> None:
    (finding,) = _missing(DUTY, role)
    assert (finding.role, finding.level, finding.category, finding.span) == (role, level, "结构", None)
    assert finding.rule.endswith(f".{role}")


def test_the_message_calls_the_section_by_its_name() -> None:
    (finding,) = _missing(DUTY, "problems")
    assert finding.message.startswith("缺少“存在的主要问题”部分：")


def test_a_text_that_may_be_no_duty_report_gets_hints_only() -> None:
    assert {finding.level for finding in _missing("政府工作报告", "problems", "rectification")} == {Level.HINT}
    assert not _missing("政府工作报告", "salutation")


def test_a_kind_the_user_has_said_is_certain() -> None:
    (finding,) = _missing("年度报告", "problems", context=Context(kind="grassroots-party-building"))
    assert finding.level is Level.ERROR


def test_a_text_without_headings_is_no_report_yet() -> None:
    document, reports = reported("正文。", DUTY, ("problems",))
    assert not check(document, reports, RULES, Context())


def test_one_missing_section_can_be_switched_off_alone() -> None:
    off = Context(disabled=frozenset({"structure.missing.problems"}))
    assert [finding.role for finding in _missing(DUTY, "problems", "next_steps", context=off)] == ["next_steps"]
    ignored = Context(ignored=frozenset({("structure.missing.problems", "")}))
    assert [finding.role for finding in _missing(DUTY, "problems", "next_steps", context=ignored)] == ["next_steps"]


def test_what_a_kind_only_expects_is_a_hint() -> None:
    document = doc("2025年度述职述廉报告", "一、履职情况", BODY, "二、廉洁自律情况", BODY)
    findings = check(document, read(document), RULES, Context(), roles=NAMES)
    levels = {
        finding.role: finding.level for finding in findings if finding.role in {"problems", "next_steps", "causes"}
    }
    assert levels == {"problems": Level.HINT, "next_steps": Level.HINT}


def test_what_a_report_is_read_out_with_is_not_missed_where_there_is_none_of_it() -> None:
    assert _missing("述职报告", "salutation")
    assert _missing("述职报告", "closing")
    assert not _missing("述职报告", "salutation", "closing")
