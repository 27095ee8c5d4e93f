"""Campaigns, plans, anniversaries, formulations and meetings are judged by their dates, and never beyond the data."""

import pytest

from tests.reuse.places import dated


def test_a_campaign_of_last_year_gives_way_to_the_one_of_the_new_year() -> None:
    found = dated("campaign", "扎实开展党纪学习教育。", 2024, 2025)
    assert found == [("党纪学习教育", "深入贯彻中央八项规定精神学习教育")]


def test_a_campaign_that_still_runs_is_not_listed() -> None:
    assert dated("campaign", "扎实开展党史学习教育。", 2020, 2021) == []
    assert dated("campaign", "推进“两学一做”学习教育。", 2023, 2024) == []


def test_the_results_of_a_campaign_are_listed_without_a_suggestion() -> None:
    assert dated("campaign", "巩固拓展党纪学习教育成果。", 2024, 2025) == [("党纪学习教育", None)]


def test_no_campaign_is_suggested_where_the_data_knows_none() -> None:
    assert dated("campaign", "抓好党史学习教育。", 2021, 2022) == [("党史学习教育", None)]


def test_the_short_name_means_the_campaign_of_its_own_years_only() -> None:
    assert dated("campaign", "开展主题教育。", 2023, 2024) == [("主题教育", "党纪学习教育")]
    assert dated("campaign", "开展主题教育。", 2021, 2022) == []


@pytest.mark.parametrize(
    ("text", "last", "year", "found"),
    [
        ("贯彻党的二十届三中全会精神", 2024, 2025, [("党的二十届三中全会", "党的二十届四中全会")]),
        ("贯彻二十届二中、三中全会精神", 2024, 2025, [("二十届二中、三中全会", "二十届四中全会")]),
        ("贯彻三中全会精神", 2024, 2025, [("三中全会", "二十届四中全会")]),
        ("贯彻党的十九大精神", 2021, 2022, [("党的十九大", "党的二十大")]),
        ("贯彻党的二十大精神", 2024, 2025, []),
        ("党的十八大以来", 2024, 2025, []),
        ("党的十九届五中全会以来", 2020, 2021, [("党的十九届五中全会", "党的十九届六中全会")]),
        ("做好党的二十大维稳工作", 2022, 2023, [("党的二十大", None)]),
    ],
)
def test_a_meeting_is_stale_once_a_later_one_is_known(
    text: str, last: int, year: int, found: list[tuple[str, str | None]]
) -> None:
    assert dated("meeting", text, last, year) == found


def test_beyond_the_data_a_meeting_is_only_to_be_checked() -> None:
    assert dated("meeting", "贯彻党的二十届四中全会精神", 2025, 2026) == [("党的二十届四中全会", None)]
    assert dated("meeting", "贯彻党的二十大精神", 2025, 2026) == []
    assert dated("meeting", "贯彻党的二十大精神", 2029, 2030) == [("党的二十大", None)]


def test_a_plan_is_held_against_the_year_its_section_is_about() -> None:
    assert dated("plan", "落实“十四五”规划", 2024, 2025) == []
    assert dated("plan", "落实“十四五”规划", 2024, 2025, "next_steps") == [("“十四五”", "“十五五”")]


def test_the_first_and_last_year_of_a_plan_are_known() -> None:
    assert dated("plan", "“十四五”规划的开局之年", 2021, 2022) == [("“十四五”规划的开局", None)]
    assert dated("plan", "“十四五”收官之年", 2024, 2025) == []


def test_an_anniversary_is_counted_on_only_where_last_years_number_was_right() -> None:
    assert dated("anniversary", "庆祝建党103周年", 2024, 2025) == [("建党103周年", "建党104周年")]
    assert dated("anniversary", "庆祝建党X周年", 2024, 2025) == [("建党X周年", "建党104周年")]
    assert dated("anniversary", "纪念建党100周年", 2024, 2025) == [("建党100周年", None)]
    assert dated("anniversary", "庆祝建党104周年", 2024, 2025) == []


@pytest.mark.parametrize(
    ("text", "last", "year", "found"),
    [
        ("聚焦脱贫攻坚", 2020, 2021, [("脱贫攻坚", "巩固拓展脱贫攻坚成果")]),
        ("聚焦脱贫攻坚", 2019, 2020, []),
        ("巩固拓展脱贫攻坚成果", 2022, 2023, []),
        ("做好疫情防控工作", 2022, 2023, [("疫情防控工作", None)]),
        ("做好疫情防控工作", 2021, 2022, []),
        ("疫情防控期间的经验", 2024, 2025, []),
        (
            "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
            2021,
            2022,
            [("增强“四个意识”、坚定“四个自信”、做到“两个维护”", None)],
        ),
        ("深刻领悟“两个确立”，增强“四个意识”", 2023, 2024, []),
    ],
)
def test_words_out_of_use_are_listed(text: str, last: int, year: int, found: list[tuple[str, str | None]]) -> None:
    assert dated("formulation", text, last, year) == found
