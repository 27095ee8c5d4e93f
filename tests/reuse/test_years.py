"""Years move where they mean the report's own time; history stays, and no date is invented."""

import pytest

from tests.reuse.places import dates_in, relative_in, years_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年度抓党建工作述职报告", [("2024年度", "2025年度")]),
        ("2024年，召开会议。", [("2024年", "2025年")]),
        ("二〇二四年度述职", [("二〇二四年度", "二〇二五年度")]),
        ("二○二四年工作", [("二○二四年", "二○二五年")]),
        ("24年度述职", [("24年度", "25年度")]),
        ("较2023年增长两成", [("2023年", "2024年")]),
        ("2025年再接再厉", [("2025年", "2026年")]),
    ],
)
def test_the_years_of_the_report_move_by_one(text: str, found: list[tuple[str, str | None]]) -> None:
    assert years_in(text) == found


@pytest.mark.parametrize(
    "text", ["2018年建成的阵地", "自2012年起", "到2035年基本实现", "《2023—2027年规划》", "2020年代"]
)
def test_history_far_goals_and_titles_stay(text: str) -> None:
    assert years_in(text) == []


def test_a_look_back_on_last_year_is_listed_without_a_suggestion() -> None:
    assert years_in("2024年以来，各支部都换了届。") == [("2024年", None)]


def test_the_year_before_counts_only_where_the_text_rectifies_or_compares() -> None:
    assert years_in("2023年到任。") == []
    assert years_in("2023年度的意见", role="rectification") == [("2023年度", "2024年度")]


def test_a_plan_moves_to_the_year_after_the_new_one() -> None:
    assert years_in("2025年底前完成", role="next_steps") == [("2025年", "2026年")]


def test_several_years_may_lie_between() -> None:
    assert years_in("2022年度", last=2022, year=2025) == [("2022年度", "2025年度")]
    assert years_in("2024年底建成", last=2022, year=2025) == [("2024年", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3月15日至4月20日", ["3月15日", "4月20日"]),
        ("2024年10月召开", ["2024年10月"]),
        ("2025年1月8日", ["2025年1月8日"]),
        ("二〇二五年一月八日", ["二〇二五年一月八日"]),
        ("2024.12.30", ["2024.12.30"]),
        ("某委〔2024〕15号", ["〔2024〕15号"]),
        ("X月X日", ["X月X日"]),
        ("7月底前", ["7月底前"]),
        ("1至11月，", ["1至11月"]),
        ("十月底前完成", ["十月底前"]),
        ("一季度换届，上半年走访", ["一季度", "上半年"]),
    ],
)
def test_dates_and_document_numbers_are_listed(text: str, found: list[str]) -> None:
    assert dates_in(text) == found


@pytest.mark.parametrize("text", ["2016年3月任职", "用了12个月", "《2024年6月通知》", "某委〔2016〕3号"])
def test_old_dates_and_lengths_of_time_are_not(text: str) -> None:
    assert dates_in(text) == []


def test_a_title_of_last_year_moves_and_a_span_of_years_keeps_its_name() -> None:
    assert years_in("《2024年党建工作要点》") == [("2024年", "2025年")]
    assert years_in("《2024—2028年规划纲要》") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年没有轮训的今年补课", ["去年", "今年"]),
        ("计划明年3月前改完", ["明年"]),
        ("比上年度增长", ["上年度"]),
        ("本届班子", ["本届"]),
        ("上年度述职评议", []),
        ("每半年、每季度", []),
        ("一年来", []),
    ],
)
def test_words_that_mean_another_year_now_are_listed_without_a_suggestion(text: str, found: list[str]) -> None:
    assert relative_in(text) == found


@pytest.mark.parametrize("text", ["每季度研究", "每半年评估", "六月的鲜花"])
def test_how_often_is_no_date(text: str) -> None:
    assert dates_in(text) == []
