"""The engine: anchors, levels, overlaps, what the user has said, memo, and rules that fail."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checks.engine import Memo, check, find_text
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level, Match, Rule
from assistant.checks.rule_set import RuleSet
from assistant.document.block import Block, Cell, Document, Opaque, Run, Span, Token
from assistant.document.context import Context
from assistant.document.edit import RemoveBlocks, ReplaceText, apply
from assistant.document.outline import Heading
from assistant.text.characters import TOKEN
from tests.builders import doc, of
from tests.checks.examples import reported
from tests.shipped_rules import RULES


def _check(document: Document, context: Context | None = None, memo: Memo | None = None) -> tuple[Finding, ...]:
    return check(document, (), RULES, context or Context(), memo)


def test_a_finding_says_where_what_why_and_how() -> None:
    (finding,) = _check(doc("标题", "要再接再励，取得实效。"))
    assert finding.rule == "words.idiom.再接再励"
    assert finding.category == "字词"
    assert finding.level is Level.ERROR
    assert finding.span == Span("1", 1, 5)
    assert finding.text == "再接再励"
    assert finding.message == "“再接再励”有错字，应为“再接再厉”：成语和四字格的用字是固定的。"
    assert finding.source
    (fix,) = finding.fixes
    assert fix.label == "改为“再接再厉”"
    assert fix.replacement == "再接再厉"
    assert fix.edits == (ReplaceText(Span("1", 1, 5), "再接再励", "再接再厉"),)


def test_quotation_marks_inside_quotation_marks_become_single_ones() -> None:
    (finding,) = [one for one in _check(doc("表彰“两优一先”党员12名。")) if one.text == "“两优一先”党员"]
    assert "“‘两优一先’党员”" in finding.message
    (fix,) = finding.fixes
    assert fix.edits == (ReplaceText(finding.span, "“两优一先”党员", fix.replacement),)


def test_half_a_pair_of_quotation_marks_is_quoted_as_a_single_one_too() -> None:
    (finding,) = _check(doc("落实“三会一课制度，开展主题党日。"))
    assert finding.message.startswith("“‘三会一课")


def test_findings_stand_in_reading_order_with_missing_sections_last() -> None:
    document, reports = reported("布署工作，，抓落实。\n以身做则。", "述职报告", ("causes", "problems"))
    found = check(document, reports, RULES, Context(), roles={"problems": "存在问题", "causes": "原因分析"})
    spans = [(finding.span.block, finding.span.start) if finding.span else finding.role for finding in found]
    assert spans == [("0", 0), ("0", 4), ("1", 0)]
    document, reports = reported("# 一、主要工作\n以身做则。", "述职报告", ("causes", "problems"))
    found = check(document, reports, RULES, Context(), roles={"problems": "存在问题", "causes": "原因分析"})
    assert [finding.role for finding in found] == [None, "problems", "causes"]


def test_offsets_are_code_points() -> None:
    (finding,) = _check(doc("𠮷田😀同志以身做则。"))
    assert finding.span == Span("0", 5, 9)


def test_of_overlapping_findings_the_severer_and_then_the_longer_stays() -> None:
    (finding,) = _check(doc("习近平新时代中国特社会主义思想"))
    assert finding.rule.startswith("terms.leader")
    (finding,) = _check(doc("入党积极份子"))
    assert finding.text == "积极份子"


def test_disabled_rules_are_silent() -> None:
    document = doc("以身做则，，再接再励。")
    everything = {finding.rule for finding in _check(document)}
    assert everything == {"words.idiom.以身做则", "punctuation.doubled", "words.idiom.再接再励"}

    def left(*disabled: str) -> set[str]:
        return {finding.rule for finding in _check(document, Context(disabled=frozenset(disabled)))}

    assert left("words") == {"punctuation.doubled"}
    assert left("words.idiom") == {"punctuation.doubled"}
    assert left("words.idiom.以身做则") == {"punctuation.doubled", "words.idiom.再接再励"}
    assert left("words.idio") == everything


def test_ignored_text_is_silent_for_that_rule_only() -> None:
    context = Context(ignored=frozenset({("leftover.x_count", "X")}))
    assert not _check(doc("开会X次。"), context)
    assert _check(doc("开会XX次。"), context)


def test_allowed_words_are_never_flagged_but_the_rest_is() -> None:
    document = doc("县委付书记参加，付书记讲话。")
    assert len(_check(document)) == 2
    (finding,) = _check(document, Context(allowed=frozenset({"县委付书记", ""})))
    assert finding.span is not None
    assert finding.span.start == 8


def test_dated_rules_need_a_year() -> None:
    document = doc("增强“四个自信”。")
    assert not _check(document)
    assert not _check(document, Context(year=2021))
    assert [finding.level for finding in _check(document, Context(year=2022))] == [Level.HINT]


def test_the_title_tells_the_year_where_the_user_has_not() -> None:
    document, reports = reported("增强“四个自信”。", "2023年度抓基层党建工作述职报告")
    assert check(document, reports, RULES, Context())
    assert not check(document, reports, RULES, Context(year=2020))


def test_titles_numbers_and_addresses_are_masked_but_quotations_are_not() -> None:
    assert not find_text(RULES, "学习《反应问题汇编》。")
    assert not find_text(RULES, "见 http://example.com/a,b;c?d=X 的说明。")
    assert not find_text(RULES, "发送到 a.b@example.com 邮箱。")
    assert find_text(RULES, "落实“以身做则”要求。")


def test_leading_spaces_are_no_finding() -> None:
    for spaces in ("  ", "　　", "\t", "    ", "\u00a0\u00a0"):
        assert not find_text(RULES, f"{spaces}今年以来，工作取得实效。")


def test_opaque_and_empty_blocks_are_not_read() -> None:
    locked = Block("0", (Run("以身做则"),), 0, opaque=Opaque("toc", "目录"))
    assert not _check(Document((locked, Block("1"))))


def test_table_cells_are_read() -> None:
    cell = Block("0", (Run("以身做则"),), 0, container=Cell(0, 0, 0))
    assert len(_check(Document((cell,)))) == 1


def test_a_match_across_a_token_has_no_fix() -> None:
    token = Run(TOKEN, 1, token=Token(0, "field", "域"))
    block = Block("0", (Run("会议，", 0), token, Run("，以身做则", 2)), 0)
    assert [finding.text for finding in _check(Document((block,)))] == ["以身做则"]
    stamp = Block("0", (Run("本文系原创投稿，请勿照搬照抄！", 0), token), 0)
    (finding,) = _check(Document((stamp,)))
    assert finding.fixes == ()


def test_a_stamp_is_taken_out_as_a_paragraph_where_that_is_possible() -> None:
    text = "本资料来自网络，请勿照搬。"
    document = doc("正文。", text)
    (finding,) = _check(document)
    assert finding.fixes[0].edits == (RemoveBlocks(("1",)),)
    assert [block.text for block in apply(document, finding.fixes[0].edits).blocks] == ["正文。"]
    (finding,) = _check(of(replace(document.blocks[1], container=Cell(0, 0, 0))))
    assert isinstance(finding.fixes[0].edits[0], ReplaceText)
    (finding,) = _check(Document((replace(document.blocks[1], fixed=True),)))
    assert isinstance(finding.fixes[0].edits[0], ReplaceText)


def test_the_memo_saves_work_and_changes_nothing() -> None:
    memo: Memo = {}
    document = doc("以身做则。", "再接再励。")
    first = _check(document, memo=memo)
    assert set(memo) == {"以身做则。", "再接再励。"}
    assert _check(document, memo=memo) == first
    assert _check(doc("再接再励。"), memo=memo)[0].span == Span("0", 0, 4)


def _failing(text: str, /) -> tuple[Match, ...]:
    raise RuntimeError(text)


def test_a_rule_that_raises_is_logged_and_silences_no_other(caplog: pytest.LogCaptureFixture) -> None:
    bad = Rule("bad.rule", "坏规则", "字词", Level.ERROR, "坏了。", "", find=_failing)
    rules = RuleSet((*RULES.rules, bad), RULES.pairs)
    memo: Memo = {}
    with caplog.at_level(logging.ERROR):
        found = check(doc("以身做则，，好。", "再接再励。"), (), rules, Context(), memo)
    assert [finding.text for finding in found] == ["以身做则", "，，", "再接再励"]
    assert [record.getMessage() for record in caplog.records] == ["rule bad.rule failed and is skipped for this run"]
    assert not memo


def test_a_document_rule_that_raises_is_logged_and_silences_no_other(caplog: pytest.LogCaptureFixture) -> None:
    def failing(survey: object, /) -> tuple[()]:
        raise RuntimeError(survey)

    bad = Rule("bad.rule", "坏规则", "结构", Level.ERROR, "坏了。", "", survey=failing)
    with caplog.at_level(logging.ERROR):
        found = check(doc("以身做则"), (), RuleSet((bad, *RULES.rules), RULES.pairs), Context())
    assert len(found) == 1
    assert "bad.rule" in caplog.text


@pytest.mark.parametrize(
    ("scope", "blocks"),
    [("all", ["0", "1", "2", "3"]), ("title", ["0"]), ("heading", ["1", "2"]), ("body", ["2", "3"])],
)
def test_scopes(tmp_path: Path, scope: str, blocks: list[str]) -> None:
    (tmp_path / "scopes.toml").write_text(
        f'[[rule]]\nid="test.scope"\nscope="{scope}"\ntitle="t"\nclass="字词"\nlevel="提示"\nkind="pattern"\n'
        'pattern="[甲乙]"\nmessage="m"\nsource="s"\n',
        encoding="utf-8",
    )
    lines = ["甲报告", "# 一、甲工作", "## （一）甲。乙乙。", "甲"]
    document, (report,) = reported("\n".join(lines))
    title = Heading("0", 0, 0, "", "甲报告", "title", run_in=False, start=0, end=3)
    headings = (title, *report.headings)
    found = check(document, (replace(report, headings=headings),), load_rules(tmp_path), Context())
    assert sorted({finding.span.block for finding in found if finding.span}) == blocks


def test_a_check_that_was_broken_off_goes_on_where_it_was() -> None:
    class Enough(Exception):
        pass

    document = doc(*(f"第{number}次会议部暑了工作。" for number in range(20)))
    memo: Memo = {}

    def enough(*, kept: bool) -> None:
        if kept and len(memo) == 10:
            raise Enough

    with pytest.raises(Enough):
        check(document, (), RULES, Context(), memo, pause=enough)
    known = dict(memo)
    assert check(document, (), RULES, Context(), memo) == _check(document)
    assert len(known) == 10
    assert all(memo[text] is matches for text, matches in known.items()), "nothing is looked for twice"
