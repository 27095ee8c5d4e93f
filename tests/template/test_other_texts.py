"""What is no duty report, although it speaks of them, and whose report a bare 述职报告 is.

All sentences are our own.
"""

import pytest

from tests.builders import doc
from tests.template.outlines import read

LONG = "全年走访支部十二个，召开座谈会听取意见，推动任务落到实处，" * 3 + "群众满意。"


@pytest.mark.parametrize(
    "lines",
    [
        ("12月20日，县水利局召开2025年度支部书记抓党建述职评议会，局党组成员参加。", LONG, LONG, LONG),
        ("县供销社组织党员开会。", "会上，五名支部书记作了述职。", LONG, LONG, LONG),
        ("同志们：", "听了各位书记的述职，我感到大家是用了心的。下面我提三点要求。", "一、存在的问题", LONG, LONG),
        ("述职报告是指干部向组织说明履职情况的文书。", LONG, LONG, LONG),
        ("述责述廉把责任和廉洁放在一起说。", LONG, LONG, LONG, "各单位要按时完成。"),
        ("党支部书记述职评议会主持词", "各位领导：", "现在进行第一项。"),
        ("Dear Sir,", "We have read your report and agree.", "1. The valve will be moved.", "Anna Hill"),
        ("在党建述职会上的发言", "刚才，六位书记作了述职，讲得实在。", LONG, LONG),
    ],
)
def test_news_comments_and_guides_are_no_duty_reports(lines: tuple[str, ...]) -> None:
    assert [(report.kind, report.missing) for report in read(doc(*lines))] == [("other", ())]


@pytest.mark.parametrize(
    "title",
    [
        "抓基层党建述职评议评分标准",
        "述职评议反馈问题整改方案",
        "组织生活会个人发言提纲",
        "——在主题党日上的党课",
        "优秀党务工作者先进事迹",
        "关于巡察整改进展情况的报告",
        "党建工作目标责任书",
        "述职测评表",
        "县直机关党建述职评议工作总结",
        "2025年述责述廉评议会工作总结",
        "镇党委2025年党建工作总结",
    ],
)
def test_what_names_itself_something_else_is_no_duty_report(title: str) -> None:
    lines = ["我们按照要求开展工作。", "一、存在的问题", LONG, "二、下一步打算", LONG]
    assert [(report.kind, report.title) for report in read(doc(title, *lines))] == [("other", title)]


@pytest.mark.parametrize(
    "title",
    [
        "关于2025年度抓基层党建工作情况的报告",
        "关于履行基层党建责任情况的报告",
        "关于落实全面从严治党主体责任情况的报告",
        "关于个人履行党建工作职责情况的汇报",
        "党支部书记抓党建述职发言提纲",
        "在2025年度述职评议会上的发言",
        "县粮食局副局长述职述廉述党建工作总结",
        "个人述职工作总结",
    ],
)
def test_duty_reports_have_many_titles(title: str) -> None:
    report = read(doc(title, "各位领导：", "一、主要工作", LONG, "二、存在的问题", LONG))[0]
    assert (report.kind != "other", report.title) == (True, title)


@pytest.mark.parametrize(
    "lines",
    [
        ("抓基层党建工作述职报告", "刚才听了大家的述职，很受启发。", "一、主要工作", LONG),
        ("各位领导：", "现将抓党建工作情况报告如下：", LONG, LONG, LONG, LONG),
        ("我是镇党委书记，一年来抓党建的情况是这样的。", LONG, LONG, LONG, LONG),
        ("一、主要工作", "组织开展支部书记述职评议2次，点评到人。", "二、存在的问题", LONG, LONG, LONG),
        ("OK", "一、主要工作"),
        ("一、主要工作",),
        ("",),
    ],
)
def test_what_may_be_a_duty_report_is_taken_for_one(lines: tuple[str, ...]) -> None:
    assert read(doc(*lines))[0].kind != "other"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中学校长述职报告", "work-and-integrity"),
        ("驻村第一书记述职报告", "work-and-integrity"),
        ("团支部书记述职报告", "work-and-integrity"),
        ("县水利局局长2025年度述职报告", "work-and-integrity"),
        ("县水利局党组书记、局长述职报告", "grassroots-party-building"),
        ("镇党委副书记、镇长述职报告", "grassroots-party-building"),
        ("支部书记述职报告", "branch-secretary"),
    ],
)
def test_a_report_on_an_office_outside_the_party_is_a_personal_one(title: str, kind: str) -> None:
    lines = [
        "各位领导：",
        "一、主要工作",
        "依靠党委支持和党建引领，" + LONG,
        "二、存在的不足",
        LONG,
        "三、今后打算",
        LONG,
    ]
    assert read(doc(title, *lines))[0].kind == kind


def test_integrity_is_missed_only_where_the_report_is_to_tell_of_it() -> None:
    lines = ["各位领导：", "一、主要工作", LONG, "二、存在的不足", LONG, "三、今后打算", LONG]
    assert "integrity" not in read(doc("中学校长述职报告", *lines))[0].missing
    assert "integrity" in read(doc("中学校长述职述廉报告", *lines))[0].missing


def test_each_report_of_a_sellers_page_begins_at_its_own_title() -> None:
    lines = ["各位领导：", "一、主要工作", LONG, "二、存在的不足", LONG, "三、今后打算", LONG]
    page = ["村支书述职报告（精选2篇）", "下面是小编为大家整理的述职报告，希望对大家有所帮助。"]
    text = doc(*page, "村支书述职报告篇1", *lines, "村支书述职报告篇2", *lines)
    assert [(r.first, r.title) for r in read(text)] == [(2, "村支书述职报告篇1"), (10, "村支书述职报告篇2")]


def test_a_section_inside_a_paragraph_is_not_missed_and_told_of() -> None:
    whole = "一、主要工作 全年走访支部十二个，召开座谈会听取意见，推动任务落到实处，党员群众都满意。"
    text = doc("抓党建述职报告", "各位领导：", whole + "二、存在问题及原因我下去得少。三、下一步打算 常到支部走走。")
    report = read(text)[0]
    assert not {"problems", "causes", "next_steps"} & set(report.missing)
    assert [text.blocks[one.index].text[one.start : one.end] for one in report.run_on] == [
        "二、存在问题及原因",
        "三、下一步打算",
    ]


def test_points_counted_inside_a_paragraph_are_no_sections() -> None:
    whole = f"我抓了三件事：一、建阵地；二、抓学习；三、解决问题。{LONG}"
    report = read(doc("抓党建述职报告", "一、主要工作", whole, "二、存在的问题", LONG))[0]
    assert report.run_on == ()
    assert "next_steps" in report.missing


def test_a_name_alone_signs_behind_the_closing_formula_only() -> None:
    lines = ["抓党建述职报告", "各位领导：", "现将情况报告如下：", "一、主要工作", LONG]
    assert "signature" not in read(doc(*lines, "以上报告，请评议。", "柳根"))[0].missing
    assert "signature" in read(doc(*lines, "以上报告，请评议。", "谢谢"))[0].missing
    assert "signature" in read(doc(*lines, "柳根"))[0].missing


@pytest.mark.parametrize(
    "words",
    [
        "支部将以更加饱满的热情、更加务实的作风，把堡垒建到船头岸边。",
        "监督是爱护。我将诚恳接受县纪委监委和局党组的监督，以实干回应信任。",
        "新的一年，我们再接再厉，请上级党组织和同志们对支部的工作继续给予支持。",
    ],
)
def test_a_resolve_at_the_end_closes_a_report_without_a_formula(words: str) -> None:
    lines = ["抓党建述职报告", "各位领导：", "现将情况报告如下：", "一、主要工作", LONG]
    assert "closing" not in read(doc(*lines, words, "柳根"))[0].missing
    assert "closing" in read(doc(*lines, LONG))[0].missing


def test_headings_inside_paragraphs_have_levels_and_roles_and_open_no_section() -> None:
    lines = (
        "一、上年度问题整改情况。去年指出的两个问题都已整改，销号清零。二、今年主要工作（一）抓学习。全年学习十二次。"
        "（二）抓支部。支部换届五个，培训委员四十人次。",
        "三、存在问题和原因。（一）学得浅。读书不多，想得不深，用得更少。（二）抓得散。检查断断续续，一阵紧一阵松。"
        "（三）原因剖析。都怪我自己要求不高，办法也不多。四、下一步打算。1.勤学。每月读一本书。2.勤抓。每季度查一次。",
    )
    text = doc("抓党建述职报告", "各位领导：", *lines, "以上报告，请予评议。")
    report = read(text)[0]
    assert [(one.level, one.number, one.text, one.role) for one in report.all_headings if one.level] == [
        (1, "一、", "上年度问题整改情况", "rectification"),
        (1, "二、", "今年主要工作", "main_work"),
        (2, "（一）", "抓学习", "main_work"),
        (2, "（二）", "抓支部", "main_work"),
        (1, "三、", "存在问题和原因", "problems_causes"),
        (2, "（一）", "学得浅", "problems"),
        (2, "（二）", "抓得散", "problems"),
        (2, "（三）", "原因剖析", "causes"),
        (1, "四、", "下一步打算", "next_steps"),
        (2, "1.", "勤学", "next_steps"),
        (2, "2.", "勤抓", "next_steps"),
    ]
    assert [one.index for one in report.headings if one.level] == [2, 3]
    assert all(text.blocks[one.index].text[one.start : one.end] == one.text for one in report.inside)
    assert not {"main_work", "problems", "causes", "next_steps"} & set(report.missing)


def test_a_list_below_a_heading_in_running_text_is_no_headings() -> None:
    lines = [f"一、主要工作。我抓了三件事：（一）建阵地。（二）抓学习。（三）强队伍。{LONG}", "二、存在的问题", LONG]
    assert read(doc("抓党建述职报告", *lines))[0].inside == ()


def test_one_paragraph_that_begins_with_a_word_and_a_number_is_no_counted_heading() -> None:
    lines = ["一、存在的问题", f"问题一：学得浅。{LONG}", "二、今后打算", f"措施二：多读书。{LONG}"]
    assert [one.text for one in read(doc("抓党建述职报告", *lines))[0].headings if one.level == 2] == []
