"""The unit's own words: forbidden ones where they stand, required ones that don't."""

from assistant.checks.engine import check
from assistant.checks.rule import Finding, Level
from assistant.document.context import Context, OwnWord
from assistant.template.structure import recognise
from tests.builders import text
from tests.checks.examples import mended
from tests.shipped_rules import RULES
from tests.template.outlines import templates

REPORT = "2025年度抓基层党建工作述职报告\n一、主要工作\n走访村长8人，大干快上抓项目。"


def found(context: Context) -> list[Finding]:
    document = text(REPORT)
    findings = check(document, recognise(document, templates(), context), RULES, context)
    return [finding for finding in findings if finding.rule.startswith("own.")]


def test_a_forbidden_word_is_named_with_what_to_write_instead_and_why() -> None:
    (finding,) = found(Context(forbidden=(OwnWord("村长", "村委会主任", "口径统一"),)))
    assert (finding.text, finding.level) == ("村长", Level.SUSPECT)
    assert finding.message == "“村长”在您的禁用词里，改用“村委会主任”（口径统一）。"
    assert mended(REPORT, [finding]) == REPORT.replace("村长", "村委会主任")


def test_without_an_alternative_there_is_nothing_to_take() -> None:
    (finding,) = found(Context(forbidden=(OwnWord("大干快上"),)))
    assert finding.fixes == ()


def test_inside_a_longer_word_only_that_is_named() -> None:
    context = Context(forbidden=(OwnWord("快上"), OwnWord("大干快上")))
    assert [finding.text for finding in found(context)] == ["大干快上"]


def test_a_required_word_is_missed_only_where_it_does_not_stand() -> None:
    (finding,) = found(Context(required=(OwnWord("政绩观", "", "通知要求"), OwnWord("项目"))))
    assert (finding.text, finding.level, finding.span) == ("政绩观", Level.HINT, None)
    assert finding.message == "全文没有写到“政绩观”（通知要求），它在您的必写词里。"


def test_one_word_can_be_silenced_alone() -> None:
    context = Context(forbidden=(OwnWord("村长"), OwnWord("大干快上")), disabled=frozenset({"own.forbidden.村长"}))
    assert [finding.text for finding in found(context)] == ["大干快上"]


def test_without_words_of_ones_own_nothing_is_said() -> None:
    assert found(Context()) == []
