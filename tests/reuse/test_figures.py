"""Figures are what was counted last year; frequencies, numbers that name something, and set phrases are not."""

import pytest

from tests.reuse.places import events_in, figures_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("召开会议23次、培训260人次", ["23次", "260人次"]),
        ("投入120余万元，党费3.2万元", ["120余万元", "3.2万元"]),
        ("受理1,234件", ["1,234件"]),
        ("完成率98.5%，得分96.3，", ["98.5%", "96.3"]),
        ("连续5年", ["5年"]),
        ("名列全县第二", ["名列全县第二"]),
        ("百分之三十", ["百分之三十"]),
        ("讲党课三次，发展党员十余名", ["三次", "十余名"]),
        ("整顿两个支部", ["两个支部"]),
        ("召开一次推进会", ["召开一次"]),
        ("走访X余户、***人次", ["X余户", "***人次"]),
    ],
)
def test_a_number_with_its_unit_is_listed(text: str, found: list[str]) -> None:
    assert figures_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "每月开展1次",
        "每季度研究2次",
        "第3次会议",
        "热线12345",
        "“三会一课”“四个意识”",
        "三个方面，四项制度",
        "第一时间，一批骨干",
        "5G网络，A4纸",
        "2024年",
        "千家万户，百花齐放",
        "一月一主题",
    ],
)
def test_frequencies_names_and_set_phrases_are_not(text: str) -> None:
    assert figures_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深入开展“作风效能提升年”活动", ["“作风效能提升年”活动"]),
        ("组织“红色驿站”志愿服务活动", ["“红色驿站”志愿服务活动"]),
        ("学习区第五次党代会精神", ["区第五次党代会精神"]),
        ("落实“三会一课”和主题党日活动", []),
    ],
)
def test_names_of_last_years_activities_and_local_meetings_are_listed(text: str, found: list[str]) -> None:
    assert events_in(text) == found
