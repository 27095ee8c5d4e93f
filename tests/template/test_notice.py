"""A pasted notice becomes limits and a checklist."""

import pytest

from assistant.document.requirements import Item, Requirements
from assistant.template.notice import read_notice, stripped
from tests.template.outlines import templates

KIND = templates()[0]


def read(*lines: str) -> Requirements:
    return read_notice("\n".join(lines), KIND)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1.党员教育管理情况。", "党员教育管理情况"),
        ("（二）基层组织建设；", "基层组织建设"),
        ("二、（一）联系点工作", "联系点工作"),
        ("① 谈心谈话", "谈心谈话"),
        ("3）谈心谈话", "谈心谈话"),
        ("一是谈心谈话；", "谈心谈话"),
        ("● 谈心谈话", "谈心谈话"),
        ("　谈心谈话　", "谈心谈话"),
        ("12345热线办理情况", "12345热线办理情况"),
    ],
)
def test_numbers_and_stops_are_taken_off(line: str, words: str) -> None:
    assert stripped(line) == words


def test_each_line_is_an_item_once() -> None:
    assert [item.text for item in read("1.谈心谈话", "", "2.党费收缴", "3.谈心谈话。").items] == [
        "谈心谈话",
        "党费收缴",
    ]


def test_points_in_one_paragraph_are_items_too() -> None:
    notice = "报告要写清以下内容：（一）谈心谈话情况；（二）党费收缴情况；（三）联系点情况。"
    assert [item.text for item in read(notice).items] == ["谈心谈话情况", "党费收缴情况", "联系点情况"]


def test_numbered_points_in_one_paragraph_are_items_and_what_follows_the_last_is_not() -> None:
    notice = (
        "述职报告要写明以下内容：1.上年度点评问题整改情况；2.抓党建促乡村振兴情况；3.存在的主要问题不少于5条；"
        "4.下一步工作打算。总字数控制在3000字以内，于2026年1月10日前报送。"
    )
    found = read(notice)
    assert [item.text for item in found.items] == [
        "上年度点评问题整改情况",
        "抓党建促乡村振兴情况",
        "下一步工作打算",
    ]
    assert (found.most, found.problems, found.deadline) == (3000, 5, "2026-01-10")


@pytest.mark.parametrize(
    "notice",
    [
        "报告要突出以下内容：一是谈心谈话情况；二是党费收缴情况。",
        "报告要突出以下内容：一是谈心谈话情况，二是党费收缴情况。",
        "报告要突出以下内容：第一，谈心谈话情况。第二，党费收缴情况。",
        "报告要突出以下内容：其一，谈心谈话情况；其二，党费收缴情况。",
    ],
)
def test_points_in_words_are_items_without_what_introduces_them(notice: str) -> None:
    assert [item.text for item in read(notice).items] == ["谈心谈话情况", "党费收缴情况"]


def test_figures_in_a_point_do_not_begin_another() -> None:
    assert [item.text for item in read("1.完成情况，1.5万元以上的项目要写明").items] == [
        "完成情况，1.5万元以上的项目要写明"
    ]


def test_an_item_goes_to_the_section_it_names() -> None:
    items = read("1.存在的主要问题", "2.下一步工作打算", "3.党费收缴").items
    assert items == (Item("存在的主要问题", "problems"), Item("下一步工作打算", "next_steps"), Item("党费收缴"))


def test_an_item_about_two_sections_goes_to_the_first_of_them() -> None:
    assert read("存在的主要问题及原因").items == (Item("存在的主要问题及原因", "problems"),)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("报告控制在3000字以内。", Requirements(most=3000)),
        ("字数不超过２５００字", Requirements(most=2500)),
        ("字数 2000—3000 字", Requirements(least=2000, most=3000)),
        ("不少于1500字", Requirements(least=1500)),
        ("1500字以上", Requirements(least=1500)),
        ("发言时间不超过8分钟", Requirements(minutes=8)),
        ("述职5至10分钟", Requirements(minutes=10)),
        ("查摆问题不少于3条", Requirements(problems=3)),
        ("至少查找三个方面问题", Requirements(problems=3)),
        ("问题和打算部分的篇幅不少于三分之一", Requirements(share=33)),
        ("问题篇幅不低于全文的1/2", Requirements(share=50)),
        ("问题及整改措施占比不低于40％", Requirements(share=40)),
        ("坚持用数据和事例说话", Requirements(figures=True)),
        ("请于2026年1月15日前报送", Requirements(deadline="2026-01-15")),
    ],
)
def test_limits_are_read_and_are_no_items(line: str, wanted: Requirements) -> None:
    assert read(line) == wanted


@pytest.mark.parametrize("line", ["全年服务群众3000人次", "请于2026年2月30日前报送", "党员发展占比情况"])
def test_other_numbers_are_no_limits(line: str) -> None:
    assert not any((read(line).most, read(line).least, read(line).share, read(line).deadline))


def test_nothing_gives_nothing() -> None:
    assert read("") == Requirements()
    assert read("一、", "。", "有关要求如下：") == Requirements()
