"""Rules about a report's parts: strict options, silent on good reports, loud only where the corpus is wrong."""

import shutil
from pathlib import Path

import pytest

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Level
from assistant.document.block import Said
from assistant.document.context import Context
from assistant.document.requirements import Requirements, SectionDemand
from assistant.errors import ResourceError
from assistant.paths import resources
from tests.builders import block, doc, of
from tests.shipped_rules import RULES
from tests.template.corpus import Entry, corpus
from tests.template.outlines import read

BODY = "带头讲党课两次，听的人都说好，意见当场收、当月办、年底看。"
BACK_TO_FRONT = ("抓党建述职报告", "一、主要工作", BODY, "二、下一步打算", BODY, "三、存在的问题", BODY)


def found(*lines: str, context: Context | None = None) -> set[str]:
    document = doc(*lines)
    return {finding.rule for finding in check(document, read(document), RULES, context or Context())}


@pytest.mark.parametrize("entry", corpus(), ids=lambda entry: entry.name)
def test_no_rule_about_parts_is_loud_on_the_corpus(entry: Entry) -> None:
    findings = check(entry.document, read(entry.document), RULES, Context())
    loud = [finding.rule for finding in findings if finding.category == "结构" and finding.level > Level.HINT]
    assert [rule for rule in loud if not rule.startswith(("structure.missing", "structure.no_rectification"))] == []


def test_the_order_of_the_notice_is_another_rules() -> None:
    assert "structure.misplaced" in found(*BACK_TO_FRONT)
    notice = Requirements(sections=(SectionDemand("main_work"), SectionDemand("next_steps"), SectionDemand("problems")))
    assert "structure.misplaced" not in found(*BACK_TO_FRONT, context=Context(requirements=notice))


@pytest.mark.parametrize(
    ("year", "title", "told"),
    [
        (2026, "县水务局党组书记抓基层党建工作述职报告", True),
        (2026, "青山村党总支书记抓基层党建工作述职报告", False),
        (2026, "机关党支部书记抓基层党建工作述职报告", False),
        (2024, "县水务局党组书记抓基层党建工作述职报告", False),
    ],
)
def test_the_campaign_of_a_year_is_asked_for_where_it_was_held(year: int, title: str, told: bool) -> None:
    lines = (title, "一、主要工作", *[BODY] * 40, "二、存在的问题", BODY, "三、下一步打算", BODY)
    assert ("structure.year_2026" in found(*lines, context=Context(year=year))) is told
    assert "structure.year_2026" not in found(*lines, "践行正确政绩观。", context=Context(year=year))


def test_a_report_without_a_figure_and_without_anybody_is_told_so() -> None:
    flat = "支部按要求开展学习，班子认真落实任务，各项工作有序推进。"
    lines = ("抓党建述职报告", "一、主要工作", *[flat] * 45, "二、存在的问题", flat, "三、下一步打算", flat)
    assert {"structure.no_figures", "structure.impersonal"} <= found(*lines)
    assert not {"structure.no_figures", "structure.impersonal"} & found(*lines[:2], "我到支部12次。", *lines[2:])


def test_a_section_that_has_just_been_begun_is_told_once_the_rest_is_written() -> None:
    lines = ("抓党建述职报告", "一、主要工作", *[BODY] * 40, "二、存在的问题", "调研少。", "三、下一步打算", BODY)
    assert "structure.short" in found(*lines)
    assert "structure.short" not in found(*lines[:3], *lines[-4:])


def test_what_the_user_says_is_text_is_no_stamp() -> None:
    lines = ["抓党建述职报告", "一、主要工作", BODY, "第 3 页 共 8 页", "二、存在的问题", BODY]
    said = of(*(block(line, said=Said(level=-1) if "页" in line else None) for line in lines))
    assert "leftover.outside" in found(*lines)
    assert "leftover.outside" not in {finding.rule for finding in check(said, read(said), RULES, Context())}


def test_what_stands_between_two_stamps_before_the_title_is_the_sellers_too() -> None:
    title, *rest = SELLER
    document = doc("仅供学习 禁止外传 用后删除", "某某文行", "实时分享", "免费QQ群：", title, *rest)
    stamps = [finding.text for finding in check(document, read(document), RULES, Context()) if finding.fixes]
    assert {"某某文行", "实时分享"} <= set(stamps)
    assert title not in stamps


SELLER = (
    "抓党建述职报告",
    "一、主要工作",
    "抓学习。",
    "二、存在问题",
    "调研少。",
    "三、下一步打算",
    "抓落实。",
)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('check = "misplaced"', 'check = "misplace"', "check"),
        ('order = ["main_work",', 'orders = ["main_work",', "options.orders: unknown key"),
        ("least = 20\n", "", "options.least: missing"),
        ("least = 20\n", "least = 0\n", "options.least: a number above 0"),
        ('words_pattern = ["政绩观"]', 'words_pattern = ["("]', "options.words_pattern: '('"),
        ('words_pattern = ["政绩观"]', "words_pattern = []", "options.words_pattern: a list of patterns"),
        ('"党费=党费"', '"党费"', "options.themes: an empty pattern"),
    ],
)
def test_wrong_options_are_refused_by_name(tmp_path: Path, old: str, new: str, key: str) -> None:
    for folder in ("rules", "lexicon", "formulations", "templates"):
        shutil.copytree(resources() / folder, tmp_path / folder)
    path = tmp_path / "rules" / "composition.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        load_rules(tmp_path / "rules")
    assert refused.value.detail.startswith("composition.toml: ")
    assert key in refused.value.detail


def test_headings_of_one_level_are_told_how_the_odd_one_is_written() -> None:
    run_in = [
        f"（{number}）抓{what}。全年12次，次次有记录、有反馈。"
        for number, what in zip("一二三", ("学习", "队伍", "阵地"), strict=True)
    ]
    lines = (
        "抓党建述职报告",
        "一、主要工作",
        *run_in,
        "（四）抓服务",
        BODY,
        "二、存在的问题",
        BODY,
        "三、下一步打算",
        BODY,
    )
    document = doc(*lines)
    (message,) = [
        finding.message
        for finding in check(document, read(document), RULES, Context())
        if finding.rule == "headings.mixed_lines"
    ]
    assert "“抓服务”却单独成行" in message
