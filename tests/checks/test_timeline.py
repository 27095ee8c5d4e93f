"""Formulations by year and section: ahead of their time, ended, the last plenum; history is exempt."""

from pathlib import Path

import pytest

from assistant.checks.engine import check
from assistant.checks.formulation_files import FILE, load_formulations
from assistant.checks.rule import Finding, Level
from assistant.document.context import Context
from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import doc
from tests.shipped_rules import RULES

TEMPLATES = load_templates(resources() / "templates")
FOLDER = resources() / "formulations"


def _found(year: int, work: str = "开展学习。", plan: str = "抓好落实。") -> list[Finding]:
    document = doc(
        f"{year}年度抓基层党建工作述职报告",
        "一、主要工作",
        work,
        "二、存在的主要问题",
        "学习不够深入。",
        "三、下步工作打算",
        plan,
    )
    context = Context(year=year)
    found = check(document, recognise(document, TEMPLATES, context), RULES, context)
    return [finding for finding in found if finding.rule.startswith("formulations.")]


def _rules(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule.split(".")[1], finding.text) for finding in found]


@pytest.mark.parametrize(
    ("year", "work", "plan", "expected"),
    [
        (2019, "深入开展党史学习教育。", "抓好落实。", [("ahead", "党史学习教育")]),
        (2024, "学习党的二十届二中、四中全会精神。", "抓好落实。", [("ahead", "四中全会")]),
        (2024, "学习党的二十届二中、三中全会精神。", "抓好落实。", []),
        (2025, "党的二十届三中全会闭幕后，第一时间传达。", "抓好落实。", [("long_held", "二十届三中全会")]),
        (2024, "党的二十届三中全会闭幕后，第一时间传达。", "抓好落实。", []),
        (2021, "深入开展党史学习教育。", "抓好落实。", []),
        (2022, "深入开展党史学习教育。", "抓好落实。", [("ended", "党史学习教育")]),
        (2021, "开展学习。", "继续深入开展党史学习教育。", [("ended", "党史学习教育")]),
        (2022, "推动党史学习教育常态化长效化。", "抓好落实。", []),
        (2022, "党史学习教育常态化制度化稳步开展。", "深化党史学习教育。", []),
        (2023, "区文化旅游局党组开展学习，深化放管服改革。", "抓好落实。", []),
        (2022, "抓好党史学习教育的长效化，立下三条规矩。", "巩固党史学习教育。", []),
        (2022, "党史学习教育以来，开展学习4次。", "巩固拓展党史学习教育成果。", []),
        (2023, "2021年，深入开展党史学习教育。", "抓好落实。", []),
        (2024, "全面抓好常态化疫情防控。", "抓好落实。", [("ended", "常态化疫情防控")]),
        (2022, "全面抓好常态化疫情防控。", "抓好落实。", []),
        (2024, "三年新冠肺炎疫情期间，党员冲锋在前。", "抓好落实。", []),
        (2017, "深刻领悟“两个确立”的决定性意义。", "抓好落实。", [("ahead", "“两个确立”")]),
        (2025, "开展学习。", "扎实开展树立和践行正确政绩观学习教育。", []),
        (2025, "“十四五”规划圆满收官。", "编制好“十四五”规划。", [("ended", "“十四五”规划")]),
        (2024, "开展学习。", "落实“十四五”规划。", []),
        (2025, "学习贯彻党的二十届五中全会精神。", "抓好落实。", [("unheld", "党的二十届五中全会")]),
        (2026, "学习贯彻党的二十届五中全会精神。", "抓好落实。", []),
        (2025, "开展学习。", "以优异成绩迎接党的二十一大。", []),
        (2021, "开展学习。", "以迎接和学习宣传贯彻党的二十大为主线开展活动。", []),
        (2025, "庆祝建党103周年，表彰先进。", "抓好落实。", [("anniversary", "103")]),
        (2025, "庆祝建党104周年，表彰先进。", "迎接中国共产党成立105周年。", []),
        (2025, "学习在庆祝中国共产党成立100周年大会上的讲话。", "抓好落实。", []),
    ],
)
def test_time_is_judged_by_year_and_section(year: int, work: str, plan: str, expected: list[tuple[str, str]]) -> None:
    assert _rules(_found(year, work, plan)) == expected


@pytest.mark.parametrize(
    ("year", "plan", "expected"),
    [
        (2024, "深入学习党的二十大精神。", [("plenum", "党的二十大精神")]),
        (2024, "深入学习党的二十大和二十届三中全会精神。", []),
        (2025, "深入学习党的二十届三中全会精神。", [("plenum", "党的二十届三中全会")]),
        (2025, "深入学习党的二十大和二十届历次全会精神。", []),
        (2026, "深入学习党的二十大精神。", []),
        (2024, "抓好学习。", []),
    ],
)
def test_a_plan_names_the_last_plenum(year: int, plan: str, expected: list[tuple[str, str]]) -> None:
    assert _rules(_found(year, plan=plan)) == expected


def test_what_lies_after_the_data_is_not_judged() -> None:
    assert load_formulations(FOLDER).timeline.updated == (2026, 3)
    assert not _found(2028, plan="深入学习党的二十届四中全会精神。")


def test_a_report_of_unknown_year_is_not_judged() -> None:
    document = doc("抓基层党建工作述职报告", "一、主要工作", "深入开展党史学习教育。")
    reports = recognise(document, TEMPLATES, Context())
    assert not [f for f in check(document, reports, RULES, Context()) if f.rule.startswith("formulations.")]


def test_the_first_of_the_sequence_is_asked_for_once() -> None:
    rest = "增强“四个意识”、坚定“四个自信”、做到“两个维护”。"
    assert _rules(_found(2024, rest, rest)) == [("first", "四个意识")]
    assert not _found(2020, rest, rest)
    assert not _found(2024, f"深刻领悟“两个确立”的决定性意义，{rest}")
    assert not _found(2024, "坚决做到“两个维护”。")


def test_no_formulation_is_an_error_that_is_mended_without_asking() -> None:
    assert all(rule.level < Level.ERROR for rule in RULES.rules if rule.id.startswith("formulations."))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "updated"),
        ('updated = "2026"', "updated"),
        ('updated = "2026-03"\nnews = 1', "news"),
        ('updated = "2026-03"\n[[plenum]]\nname = "某次全会"', "date"),
        ('updated = "2026-03"\n[[numbered]]\nname = "甲"\nmembers = ["乙"]', "members"),
        ('updated = "2026-03"\n[[formulation]]\nphrase = "甲乙"\nconfidence = "高"\nsource = "丙"', "from"),
        (
            'updated = "2026-03"\n[[formulation]]\nphrase = "甲乙"\nfrom = "2020-02"\nto = "2020-01"\n'
            'confidence = "高"\nsource = "丙"',
            "to",
        ),
        (
            'updated = "2026-03"\n[[formulation]]\nphrase = "甲乙"\nto = "2020-01"\nconfidence = "高"\nsource = "丙"',
            "parts",
        ),
        ('updated = "2026-03"\n[[formulation]]\nphrase = "甲乙"\nfrom = "2020-01"\nsource = "丙"', "confidence"),
        ("updated =", ""),
    ],
)
def test_what_is_wrong_in_the_file_is_refused_by_name(tmp_path: Path, content: str, key: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        load_formulations(tmp_path)
    assert refused.value.detail.startswith(FILE)
    assert key in refused.value.detail


def test_what_is_judged_by_dates_says_up_to_when_they_were_kept() -> None:
    dated = {rule.id for rule in RULES.rules if "提法数据截至" in rule.source}
    names = ("ahead", "ended", "plenum", "plenum_before", "long_held", "unheld", "congress_before", "outgrown")
    assert dated == {f"formulations.{name}" for name in names}


def test_a_meeting_still_to_come_may_be_welcomed() -> None:
    assert _rules(_found(2011, plan="用实干迎接党的十八大召开。")) == []
    assert _rules(_found(2011, plan="深入学习党的十八大精神。")) == [("ahead", "党的十八大精神")]


def test_a_plan_does_not_go_on_with_what_ended_before_it_was_written() -> None:
    plan = "继续抓好“不忘初心、牢记使命”主题教育。"
    assert _rules(_found(2019, plan=plan)) == [("ended", "“不忘初心、牢记使命”主题教育")]


@pytest.mark.parametrize(("updated", "taken"), [("2099-01", True), ("2000-01", False)])
def test_a_newer_file_of_the_user_replaces_the_bundled_one(tmp_path: Path, updated: str, taken: bool) -> None:
    (tmp_path / FILE).write_text(f'updated = "{updated}"\n', encoding="utf-8")
    found = load_formulations(FOLDER, tmp_path)
    assert (found.timeline.updated == (2099, 1)) is taken
    assert bool(found.timeline.plenums) is not taken


def test_a_wrong_file_of_the_user_is_passed_over_and_said_to_be(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('updated = "2099年"\n', encoding="utf-8")
    found = load_formulations(FOLDER, tmp_path)
    assert found.timeline == load_formulations(FOLDER).timeline
    assert str(tmp_path / FILE) in found.passed_over
    assert "updated 要写成 2026-03 这样的年月" in found.passed_over


def test_an_earlier_plenum_is_told_where_that_of_the_year_is_named_nowhere() -> None:
    told = _rules(_found(2024, "深入学习贯彻党的二十届二中全会精神。"))
    assert ("plenum_before", "党的二十届二中全会") in told or ("plenum_before", "二十届二中全会") in told
    both = _rules(_found(2024, "深入学习贯彻党的二十届二中、三中全会精神，落实二十届三中全会部署。"))
    assert "plenum_before" not in {rule for rule, _ in both}


def test_a_plenum_of_an_earlier_congress_is_told_where_it_has_the_number_of_that_of_the_year() -> None:
    told = _rules(_found(2024, "深入学习贯彻党的十九届三中全会精神。", "落实党的二十届三中全会部署。"))
    assert ("plenum_before", "十九届三中全会") in told
    other = _rules(_found(2024, "深入学习贯彻党的十九届六中全会精神。", "落实党的二十届三中全会部署。"))
    assert "plenum_before" not in {rule for rule, _ in other}


@pytest.mark.parametrize(("year", "told"), [(2020, True), (2024, False)])
def test_nobody_welcomes_the_congress_after_the_next(year: int, *, told: bool) -> None:
    found = _rules(_found(year, "开展学习。", "迎接党的二十一大胜利召开。"))
    assert (("unheld", "党的二十一大") in found) is told


def test_what_is_written_within_the_year_need_not_know_its_plenum() -> None:
    text = ("2024年党建工作情况汇报", "一、主要工作", "深入贯彻党的二十届二中全会精神。", "二、下步打算", "抓好落实。")
    document, context = doc(*text), Context(year=2024)
    found = check(document, recognise(document, TEMPLATES, context), RULES, context)
    assert not [finding for finding in found if finding.rule == "formulations.plenum_before"]
