"""What stands below a heading that says nothing tells the role of its section."""

import pytest

from tests.builders import doc
from tests.template.outlines import read

WORK = "全年召开专题会议六次，走访支部十二个，推动任务落到实处，党员群众普遍满意。"
PROBLEMS = "理论学习不够深入，党课讲得少。支部活动形式单一，年轻党员参与度不高。"
CAUSES = "主要是我总觉得业务急、党建可以缓一缓。思想上放松了要求，怕得罪人，不敢较真。"
PLANS = "每月讲一次党课，每季度到支部蹲点一次。6月底前完成阵地改造，年内发展党员2名。"


def roles(*sections: tuple[str, str]) -> list[str]:
    lines = ["县水务局党组书记抓基层党建工作述职报告", "各位领导：", "现将有关情况报告如下："]
    for numeral, (heading, body) in zip("一二三四五", sections, strict=False):
        lines += [f"{numeral}、{heading}", body]
    report = read(doc(*lines, "以上报告，请予评议。"))[0]
    return [heading.role for heading in report.headings if heading.level == 1]


def test_four_headings_of_one_character_are_told_by_what_stands_below() -> None:
    told = roles(("干", WORK), ("愧", PROBLEMS), ("思", CAUSES), ("盼", PLANS))
    assert told == ["main_work", "problems", "causes", "next_steps"]


def test_what_a_heading_says_counts_before_what_stands_below() -> None:
    assert roles(("主要工作", PROBLEMS), ("存在问题", WORK), ("下步打算", CAUSES)) == [
        "main_work",
        "problems",
        "next_steps",
    ]


def test_a_role_another_heading_names_is_not_looked_for() -> None:
    told = roles(("建强堡垒", PROBLEMS), ("存在的问题", PROBLEMS), ("下一步打算", PLANS))
    assert told == ["main_work", "problems", "next_steps"]


@pytest.mark.parametrize(
    "body", [WORK, "针对学习不够深入的问题，建立领学制度，全年集中学习12次。支部活动丰富多彩，党员都说好。"]
)
def test_work_stays_work(body: str) -> None:
    assert roles(("向实处使劲", body), ("存在的问题", PROBLEMS)) == ["main_work", "problems"]


def test_sub_headings_that_all_name_shortcomings_tell_it_too() -> None:
    text = doc(
        "村党支部书记述职报告",
        "各位党员：",
        "我把一年的事说一说。",
        "一、办成的事",
        WORK,
        "二、心里有数的几条",
        "（一）学得不深。",
        "文件念得多，琢磨的时候有限，大家问到细处答不上来。",
        "（二）办法不多。",
        "外出党员在群里半年没说一句话，催了几回也就算了。",
    )
    report = read(text)[0]
    assert [(h.level, h.role) for h in report.headings[1:]] == [
        (1, "main_work"),
        (1, "problems"),
        (2, "problems"),
        (2, "problems"),
    ]
    assert "problems" not in report.missing
