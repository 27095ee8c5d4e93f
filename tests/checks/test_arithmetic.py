"""A figure that the others of its sentence contradict is told, with the one that they give; any other is left alone."""

import re

import pytest

from assistant.checks import arithmetic, proportions
from assistant.checks.recounted import spelt
from assistant.checks.rhythm import yearly


def _right(text: str) -> list[str]:
    told = [re.search("[0-9.]*(?:个百分点)?$", "".join(match.replacements)) for match in proportions.wrong(text)]
    return [one.group() if one else "" for one in told] + [match.key for match in arithmetic.wrong(text)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("应到党员40名，实到30名，到会率95%。", "75"),
        ("评出优秀党员21名，占参评党员140名的20%。", "15"),
        ("156件诉求中，已办结148件，办结率98.4%。", "94.9"),
        ("志愿者2460名，其中退休人员123名，占6%。", "5"),
        ("调解纠纷51起，调解成功48起，成功率96.1%。", "94.1"),
        ("新增就业4260人，完成年度目标任务4000人的103.5%。", "106.5"),
    ],
)
def test_a_share_follows_from_its_counts(text: str, right: str) -> None:
    assert _right(text) == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收入由上年的120万元增加到156万元，增长36%。", "30"),
        ("满意度达到97.6%，比上年的95.2%提高2.6个百分点。", "2.4"),
        ("满意度由95.2%提高到97.6%，提高2.4%。", "2.4个百分点"),
        ("服务群众3200人次，比上年增加600人次，增长33%。", "23"),
        ("投诉量从36件下降到42件。", ""),
        ("从2022年的18名增加到2024年的31名，两年增加12名。", "13"),
        ("去年流动党员有12名，今年减少到15名。", ""),
        ("立案12件，比上年的15件上升20%。", ""),
    ],
)
def test_a_change_follows_from_what_was_and_what_is(text: str, right: str) -> None:
    assert _right(text) == [right]


def test_all_figures_that_may_be_wrong_are_marked() -> None:
    (match,) = proportions.wrong("调解纠纷51起，调解成功48起，成功率96.1%。")
    assert (match.start, match.replacements) == (4, ("51起，调解成功48起，成功率94.1",))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("投入48万元，新建阵地6个，平均每个9万元。", "8"),
        ("培训党务干部3期，每期40人，共培训140人。", "120"),
        ("村干部3名、党务干部5名，共9名。", "8"),
        ("与14个村、9个部门共22个单位签订责任书。", "23"),
        ("11条措施已完成10条，其余2条长期坚持。", "1"),
        ("清退14户31人，新增9户22人，净减少6户。", "5"),
        ("9个支部中先进支部3个、合格支部5个、后进支部2个。", "1"),
    ],
)
def test_averages_sums_and_remainders_follow_from_the_rest(text: str, right: str) -> None:
    assert _right(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "现有职工200名，党员40名，占全县党员总数的3%。",
        "收集问题86个，解决81个，满意率98%。",
        "支部由11个优化为9个，撤并3个、新建1个。",
        "示范岗由20个增加到26个，责任区由12个增加到18个，共增加12个。",
        "讲党课2次，支部书记讲党课14次，共计16次。",
        "培训3个支部、2个党小组共46人。",
        "集中学习7次，每人交流发言2次，22名党员全部完成。",
        "排名由第12位上升到第6位。",
    ],
)
def test_figures_of_different_things_are_left_alone(text: str) -> None:
    assert _right(text) == []


def test_times_a_year_and_months_are_counted_again() -> None:
    assert list(yearly("每月25日开展主题党日，全年开展11次。"))
    assert list(yearly("第一、二、三、四季度各1次，全年共5次。"))
    assert list(yearly("3月至5月，用4个月时间集中排查。"))
    assert not list(yearly("每月召开例会，全年召开例会14次，每月开展主题党日，全年开展志愿服务8次。"))


def test_names_of_a_list_are_as_many_as_it_says() -> None:
    assert list(spelt("示范点4个：上坪村、下坪村、桥头村。"))
    assert list(spelt("完成翠苑、和风、翠苑3个小区改造。"))
    assert not list(spelt("打造湖滨、望江、和平等5个社区示范点。"))
