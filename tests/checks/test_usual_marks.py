"""A mark that hardly ever stands between such words is told, with the one that usually does."""

from dataclasses import replace

import pytest

from assistant.checks.rule import Survey
from assistant.checks.usual_marks import Tables, UsualMarks
from assistant.text.marks import MARKS, likelihoods, places
from tests.checks.examples import reported


def _weights(sign: str, mark: str, value: int) -> dict[str, tuple[int, ...]]:
    return {sign: tuple(value if mark == one else 0 for one in MARKS)}


def test_marks_with_text_on_both_sides_are_weighed() -> None:
    assert [(place.at, place.mark) for place in places("抓学习，抓落实；见成效。")] == [(3, "，"), (7, "；")]


@pytest.mark.parametrize(
    "text",
    [
        "落实“抓重点、补短板”要求。",
        "学习《条例（试行）》、准则。",
        "（一）抓学习（读书、研讨）促提升。",
        "一、主要工作",
    ],
)
def test_marks_inside_names_remarks_and_ordinals_part_nothing(text: str) -> None:
    assert [place.mark for place in places(text)] == (["、"] if "准则" in text else [])


def test_figures_and_names_of_one_kind_are_alike() -> None:
    one, other = (next(places(text)) for text in ("开展“红心”活动12次，效果好。", "开展“先锋”活动1.5次，效果好。"))
    assert one.signs == other.signs


def _survey(text: str, kind: str = "grassroots-party-building") -> Survey:
    document, (report,) = reported(text)
    return Survey(document, (replace(report, kind=kind),), {}, kind_said=False)


def _told(weights: dict[str, tuple[int, ...]], least: int, survey: Survey) -> list[tuple[int, str, str]]:
    rule = UsualMarks(lambda: Tables(weights, {}), {"，。": least})
    return [(one.match.start, one.right, one.match.key) for one in rule(survey)]


def test_another_mark_is_told_only_where_it_is_far_more_usual() -> None:
    weights = _weights("r我", "。", 300)
    assert _told(weights, 300, _survey("做完了，我来讲。")) == [(3, "用“。”，不用“，”", "，。")]
    assert not _told(weights, 301, _survey("做完了，我来讲。"))
    assert not _told(weights, 300, _survey("做完了，他来讲。"))


def test_only_the_running_text_of_reports_is_judged() -> None:
    weights = _weights("r我", "。", 300)
    assert not _told(weights, 300, _survey("做完了，我来讲。", kind="other"))
    assert not _told(weights, 300, _survey("# 一、做完了，我来讲"))
    assert _told(weights, 300, _survey("# 一、讲一讲。做完了，我来讲。"))


def _parted(weights: dict[str, int], text: str) -> list[tuple[int, int, tuple[str, ...], str]]:
    rule = UsualMarks(lambda: Tables({}, weights), {"+": 200, "0+": 100, "-": 100})
    return [(one.match.start, one.match.end, one.match.replacements, one.match.key) for one in rule(_survey(text))]


def test_a_mark_where_none_usually_stands_is_told() -> None:
    assert _parted({"r的": -100}, "存在怕难，的思想。") == [(4, 5, ("",), "-")]
    assert not _parted({"r的": -99}, "存在怕难，的思想。")


def test_a_place_that_usually_has_a_mark_is_told() -> None:
    assert _parted({"r然": 200}, "讲完了然后再看。") == [(2, 4, ("了，然",), "+")]
    assert not _parted({"r然": 199}, "讲完了然后再看。")


def test_less_is_needed_behind_a_count() -> None:
    assert _parted({"r发": 100}, "检查12家次发现隐患。") == [(5, 7, ("次，发",), "+")]


def test_places_are_found_behind_names_remarks_and_figures() -> None:
    text = "学习《条例（试行）》、开展“红心”（全镇）活动1.5万次发现隐患。"
    (found,) = _parted({"r发": 100}, text)
    assert text[found[0] : found[1]] == "次发"


def test_nothing_parts_a_name_or_a_quotation() -> None:
    assert not _parted({"r”": 300, "r》": 300, "r0": 300}, "开展“红心”活动，学习《条例》。")


def test_a_writer_with_a_way_of_marking_is_told_of_the_oddest_only() -> None:
    assert len(_parted({"r的": -100}, "怕难，的思想，的办法，的路子，的样子，的做法，的想法。")) == 4


def test_signs_that_were_never_met_say_nothing() -> None:
    assert likelihoods({}, ("r我",)) == [0] * len(MARKS)
