"""Pause marks between quotations and between titles: a slip, or the way in which a text is written throughout."""

from assistant.checks.quoted_rows import quotations, titles
from assistant.checks.rule import Survey
from tests.builders import doc


def survey(*lines: str) -> Survey:
    return Survey(doc(*lines), (), {}, kind_said=False)


def test_one_row_with_a_pause_mark_is_told() -> None:
    assert [(place.index, place.match.start) for place in quotations(survey("落实“三会一课”、“双报到”制度。"))] == [
        (0, 8)
    ]


def test_pause_marks_throughout_are_the_way_a_text_is_written() -> None:
    lines = ("落实“三会一课”、“双报到”制度。", "纠治“形象工程”、“政绩工程”。")
    assert list(quotations(survey(*lines))) == []
    assert len(list(quotations(survey(*lines, "坚持“第一议题”“三重一大”制度。")))) == len(lines)


def test_what_stands_behind_the_second_quotation_parts_them() -> None:
    assert list(quotations(survey("“一把手”、“三同步”、依法处理。"))) == []


def test_titles_are_judged_by_themselves() -> None:
    lines = ("学习《党章》、《准则》。", "坚持“第一议题”“三重一大”制度。")
    assert [place.index for place in titles(survey(*lines))] == [0]
