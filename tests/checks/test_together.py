"""What a report does throughout is told once, with a fix for all places; a few slips are told one by one."""

from assistant.checks.engine import check
from assistant.checks.rule import Finding
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.edit import apply
from tests.checks.examples import reported
from tests.shipped_rules import RULES

_LINE = "加强学习,提高本领,当好先锋。"


def _commas(document: Document, context: Context | None = None) -> list[Finding]:
    found = check(document, (), RULES, context or Context())
    return [one for one in found if one.rule == "punctuation.half_width"]


def test_a_few_places_are_told_one_by_one() -> None:
    document, _ = reported("# 一、工作\n" + _LINE)
    assert [one.message for one in _commas(document)] == ["中文语句里用了半角逗号，应为全角的“，”。"] * 2


def test_of_many_the_first_stands_for_all_and_mends_all() -> None:
    document, _ = reported("# 一、工作\n" + "\n".join([_LINE] * 4))
    (finding,) = _commas(document)
    assert finding.message == "全文有8处同样的情况：中文语句里用了半角逗号，应为全角的“，”。"
    assert finding.span is not None
    assert (finding.span.block, finding.span.start, finding.text) == ("1", 4, ",")
    (fix,) = finding.fixes
    assert fix.label == "全文8处一并改正"
    assert not any("," in block.text for block in apply(document, fix.edits).blocks)


def test_what_the_user_allows_is_not_mended_with_the_rest() -> None:
    document, _ = reported("# 一、工作\n" + "\n".join([_LINE] * 8))
    (finding,) = _commas(document, Context(allowed=frozenset({"本领,当好"})))
    assert len(finding.fixes[0].edits) == 8
