"""What a text vouches for: the names of its own place and person, and what it writes again and again."""

from assistant.checks.engine import check
from assistant.checks.rule import Survey
from assistant.checks.spared import own_names
from assistant.document.context import Context
from tests.builders import doc
from tests.shipped_rules import RULES
from tests.template.outlines import read

TITLE = ("抓基层党建工作述职报告", "泾浦区人民检察院机关第三党支部书记　阮思齐")
REST = ("一、主要工作", "全年学习12次。", "二、存在的问题", "调研少。", "三、下一步打算", "抓落实。")
SAID = "为建设更高水平的平安泾浦、法治泾浦作出积极贡献。"


def slips(*lines: str) -> list[str]:
    document = doc(*lines)
    found = check(document, read(document), RULES, Context())
    return [finding.text for finding in found if finding.rule.startswith("lexicon.word")]


def test_the_place_in_the_byline_is_no_slip_anywhere() -> None:
    assert slips(*TITLE, *REST, SAID) == []
    assert slips("抓基层党建工作述职报告", *REST, SAID) == ["泾浦"]


def test_even_what_is_no_word_is_right_in_ones_own_name() -> None:
    title = ("抓基层党建工作述职报告", "青杠镇大关健村党总支书记　唐启明")
    document = doc(*title, *REST, "大关健村党员带头。", "抓住关健环节。")
    found = check(document, read(document), RULES, Context())
    assert [f.text for f in found if f.category == "字词"] == ["关健环节"]


def test_names_are_those_of_short_lines_at_both_ends() -> None:
    lines = (*TITLE, *REST, "望津街道的同志说，我们来过临河镇。", "中共望津区梧桐里街道工作委员会", "2025年1月6日")
    document = doc(*lines)
    survey = Survey(document, read(document), {}, False, None, (2024,), Context())
    assert own_names(survey) == {"泾浦", "望津", "梧桐里", "阮思齐"}


def test_a_word_written_again_and_again_is_a_term_of_its_field() -> None:
    told = [f"为建设更高水平的平安泾浦、法治泾浦作出{how}贡献。" for how in ("积极", "积极的")]
    assert slips("抓基层党建工作述职报告", *REST, *told[:1]) == ["泾浦"]
    assert slips("抓基层党建工作述职报告", *REST, *told) == []
