"""Names and formulations with one place that only one word can fill."""

import pytest

from assistant.checks.closed import closed, other_words

FIND = closed(
    (
        "失信被执行[人*!]名单",
        "药品集中[带量]采购",
        "暂予监外[执行*]",
        "医院[感染]管理",
        "县民政[局:部|处]",
        "公益性[岗位:职位|工作]开发",
        "反诈[中心|宣传]建设",
        "=药品集中招标采购",
    )
)
OTHERS = other_words(("共建 共治 共享 的 社会 治理 格局", "党建 与 业务 深度 融合 发展"), ("党建与[]深度融合",))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("列入失信被执行名单。", "失信被执行名单", "失信被执行人名单"),
        ("列入失信被执行者名单。", "失信被执行者名单", "失信被执行人名单"),
        ("推进药品“集中批量采购”。", "药品“集中批量采购", "药品“集中带量采购"),
        ("审查暂予监外服刑案件。", "暂予监外服刑", "暂予监外执行"),
        ("加强医院传染管理。", "医院传染管理", "医院感染管理"),
        ("报县民政部备案。", "县民政部", "县民政局"),
        ("推进公益性职位开发。", "公益性职位开发", "公益性岗位开发"),
    ],
)
def test_another_word_is_told(text: str, wrong: str, right: str) -> None:
    (match,) = FIND(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "列入失信被执行人名单。",
        "推进药品集中带量采购，药品集中招标采购。",
        "办理暂予监外执行。",
        "公益性事业开发。",
        "加强反诈宣传建设。",
        "推进药品集中的采购。",
        "加强医院财务管理。",  # another thing, not this one written otherwise
        "县民政部门给予支持，按县民政处理意见办。",  # 部 and 处 begin another word
    ],
)
def test_the_right_word_and_what_may_be_there_are_not_told(text: str) -> None:
    assert not list(FIND(text))


def test_other_words_are_told_in_formulations_known_by_enough_around_them() -> None:
    text = "打造共建共治共享的社区治理格局，推动党建与教学深度融合发展。"
    (match,) = OTHERS(text)
    assert match.key == "共建共治共享的社会治理格局"
