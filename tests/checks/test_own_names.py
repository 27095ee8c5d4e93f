"""What a report says of itself must agree: unit, person, years, names that it coins."""

import pytest

from assistant.checks.engine import check
from assistant.document.context import Context
from assistant.paths import resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import doc
from tests.shipped_rules import RULES

TEMPLATES = load_templates(resources() / "templates")
TOWN = (
    "柳河镇党委书记2024年度抓基层党建工作述职报告",
    "各位领导：",
    "2024年，我认真履行职责，我镇党建工作有了进步，我把情况报告如下：",
    "一、主要工作",
    "{}",
    "二、存在问题",
    "我到村调研不多。",
    "三、下一步打算",
    "{}",
    "述职人：周明远",
    "2025年1月8日",
)


def found(work: str = "抓学习12次。", plans: str = "抓好落实。", **lines: str) -> set[tuple[str, str]]:
    text = "\n".join(TOWN).replace("{}", work, 1).replace("{}", plans, 1)
    for old, new in lines.items():
        text = text.replace({"title": TOWN[0], "signer": TOWN[9], "date": TOWN[10]}[old], new)
    document = doc(*text.split("\n"))
    findings = check(document, recognise(document, TEMPLATES, Context()), RULES, Context())
    return {(one.rule, one.text) for one in findings if one.rule.startswith(("names.", "leftover.", "figures."))}


def test_a_report_that_agrees_with_itself_is_left_alone() -> None:
    assert (
        found("我镇党员1126名，柳河镇“柳岸夜话”办了12场。", "2025年，我将办好“柳岸夜话”，把柳河镇建设得更好。") == set()
    )


@pytest.mark.parametrize(
    ("work", "rule", "text"),
    [
        ("制定《柳和镇党建工作要点》。", "names.own_unit", "柳和镇"),
        ("我院全年没有事故。", "leftover.unit_self", "我院"),
        ("带领全校党员抓学习。", "leftover.whole_unit", "全校"),
        ("引导全体师生听党话。", "leftover.foreign_people", "全体师生"),
        ("周明远同志带头讲党课。", "leftover.third_person", "周明远同志"),
        ("办“柳岸夜话”12场。\n“柳岸夜谈”受到表扬。", "names.quoted_two_ways", "柳岸夜谈"),
        ("“柳岸夜话”办了12场。\n“柳岸夜话”获奖。\n柳岸夜谈党建品牌叫响。", "names.quoted_two_ways", "柳岸夜谈"),
    ],
)
def test_what_belongs_to_another_report_is_told(work: str, rule: str, text: str) -> None:
    assert (rule, text) in found(work)


def test_nobody_leads_the_people_of_another_unit() -> None:
    bank = "安和农村商业银行党委书记2024年度抓基层党建工作述职报告"
    assert ("leftover.whole_unit", "全镇") in found(plans="我将带领全镇员工苦干实干。", title=bank)
    assert ("leftover.whole_unit", "全镇") not in found(plans="为全镇农户评定信用。", title=bank)


@pytest.mark.parametrize(
    "work",
    [
        "健全镇、村两级机制。",
        "到全社区走访，全村参加。",
        "到清河镇学习经验。",
        "办“红色夜话”12场。\n“老年夜话”3场。",
    ],
)
def test_what_may_well_be_meant_is_left_alone(work: str) -> None:
    assert not found(work)


@pytest.mark.parametrize(
    ("plans", "text"),
    [
        ("2024年，我将抓好落实。", "2024"),
        ("在2024年6月底前完成换届。", "2024"),
        ("抓好产业，力争2024年底全部达标。", "2024"),
    ],
)
def test_last_years_year_in_the_plans_is_told(plans: str, text: str) -> None:
    assert ("leftover.plan_year", text) in found(plans=plans)


@pytest.mark.parametrize(
    "plans", ["在2024年完成了换届的基础上，抓好落实。", "2025年，我将抓好落实。", "到2026年底全部达标。"]
)
def test_years_that_fit_the_plans_are_left_alone(plans: str) -> None:
    assert not found(plans=plans)


def test_the_date_of_signing_follows_the_year_reported_on() -> None:
    assert ("leftover.signed_year", "2024") in found(date="2024年1月8日")
    assert not found(date="2024年12月28日")


def test_a_signature_of_another_unit_or_person_is_told() -> None:
    title = "青云县柳河镇党委书记　周明远"
    assert ("names.signed", "石桥镇") in found(title=title, signer="石桥镇党委书记　周明远")
    assert ("names.signed", "周明进") in found(title=title, signer="柳河镇党委书记　周明进")
    assert not found(title=title, signer="柳河镇党委书记　周明远")
    assert not found(title=title, signer="镇党委书记　周明远")


def test_a_signature_that_lacks_a_word_of_the_name_is_told() -> None:
    title = "云岭职业技术学院党委书记2024年度抓基层党建工作述职报告"
    assert ("names.signed", "云岭职业学院") in found(title=title, signer="云岭职业学院党委书记 周明远")
    assert not [rule for rule, _ in found(title=title, signer=title[:14]) if rule == "names.signed"]


@pytest.mark.parametrize(
    ("title", "work", "name"),
    [
        ("清源县交通运输局党组", "县水利局党组坚持把政治建设摆在首位。", "县水利局"),
        ("清源县人力资源和社会保障局党组", "县人社局党组坚持把政治建设摆在首位。", ""),
        ("清源县人民医院党委", "努力把县中医院建设成为群众放心的医院。", "县中医院"),
        ("清源县交通运输局党组", "与县水利局党组联建。县水利局党组坚持互访。", ""),
        ("望湖社区党委", "推动东湖社区党建工作迈上新台阶。", "东湖社区"),
        ("望湖社区党委", "推动我社区党建工作迈上新台阶。", ""),
    ],
)
def test_another_unit_in_the_place_of_ones_own_is_told(title: str, work: str, name: str) -> None:
    told = found(work=work, title=f"{title}书记2024年度抓基层党建工作述职报告", signer="述职人：周明远")
    assert [text for rule, text in told if rule == "leftover.stranger"] == ([name] if name else [])


def test_another_place_is_not_what_the_plans_make_something_of() -> None:
    assert ("leftover.stranger", "石桥镇") in found(plans="努力把石桥镇建设成为示范镇。")
    assert not found(plans="努力把柳河镇建设成为示范镇。")
    assert not found(plans="推进和美乡村建设，推进清廉社区建设。")


@pytest.mark.parametrize(
    ("work", "year"),
    [
        ("召开2021年度组织生活会，查摆问题12条。", "2021"),
        ("截至2023年11月底，发展党员21名。", "2023"),
        ("年初制定《柳河镇2023年党建工作要点》。", "2023"),
    ],
)
def test_years_that_the_report_fixes_are_told_where_an_older_file_left_them(work: str, year: str) -> None:
    assert ("leftover.told_year", year) in found(work)


@pytest.mark.parametrize(
    "work",
    [
        "召开2023年度组织生活会，2024年11月底全部整改。",
        "村集体收入较截至2023年底的数增长20%。",
        "制定《柳河镇2024年党建工作要点》，落实《2021—2025年规划》。",
    ],
)
def test_years_that_may_be_meant_are_left_alone(work: str) -> None:
    assert not found(work)


def test_a_signer_with_one_character_written_otherwise_is_told_from_the_byline() -> None:
    title = "柳河镇党委书记才让多杰2024年度抓基层党建工作述职报告"
    assert ("names.signed", "才让多吉") in found(title=title, signer="述职人：才让多吉")
    assert not [rule for rule, _ in found(title=title, signer="述职人：才让多杰") if rule == "names.signed"]
    assert not [rule for rule, _ in found(title=title, signer="述职人：卓玛次仁") if rule == "names.signed"]


def test_another_signer_than_the_byline_names() -> None:
    text = (
        "2024年度党支部书记述职报告\n柳河镇党委书记　顾明远\n各位领导：\n2024年，我抓党建，现报告如下。\n"
        "一、主要工作\n抓学习12次。\n"
        "二、存在问题\n学习不够。\n述职人：{}\n2025年1月8日"
    )

    def signers(name: str) -> list[str]:
        document = doc(*text.format(name).split("\n"))
        reports = recognise(document, TEMPLATES, Context())
        findings = check(document, reports, RULES, Context())
        return [finding.text for finding in findings if finding.rule == "names.signed"]

    assert signers("韩卫东") == ["韩卫东"]
    assert signers("顾明远") == []


def test_a_signature_with_the_post_of_the_byline_names_the_same_person_and_unit() -> None:
    text = (
        "2024年度党委书记述职报告\n柳河县粮食储备公司党委书记　顾明远\n各位领导：\n2024年，我抓党建，现报告如下。\n"
        "一、主要工作\n抓学习12次。\n二、存在问题\n学习不够。\n{}\n2025年1月8日"
    )

    def told(line: str) -> list[str]:
        document = doc(*text.format(line).split("\n"))
        findings = check(document, recognise(document, TEMPLATES, Context()), RULES, Context())
        return [finding.text for finding in findings if finding.rule == "names.signed"]

    assert told("柳河县粮食储备公司党委书记　韩卫东") == ["韩卫东"]
    assert told("柳河县城市排水中心党委书记　顾明远") == ["柳河县城市排水中心"]
    assert told("柳河县粮食储备公司党委书记　顾明远") == []
    assert told("柳河县粮储公司党委书记　顾明远") == []


def test_nobody_calls_himself_the_comrade() -> None:
    assert ("leftover.third_person", "该同志") in found("全年学习12次，该同志带头讲课3次。我抓落实。")
    assert ("leftover.third_person", "该同志") not in found("推荐老支书为先进，该同志带头讲课3次。我抓落实。")
