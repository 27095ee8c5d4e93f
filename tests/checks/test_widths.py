"""Full-width figures, letters and percent signs: a few of them are slips, many are one thing to mend."""

from assistant.checks.rule import Located, Survey
from assistant.checks.widths import full_width
from tests.builders import doc


def found(*lines: str) -> list[Located]:
    return list(full_width(Survey(doc(*lines), (), {}, kind_said=False)))


def test_figures_letters_and_percent_signs_become_narrow() -> None:
    matches = [place.match for place in found("占９８．５％、Ａ级，12")]
    assert [(match.start, match.end, match.replacements) for match in matches] == [(1, 6, ("98.5%",)), (7, 8, ("A",))]


def test_of_many_places_the_first_stands_for_all() -> None:
    (place,) = found("１．抓学习。", "２．抓队伍。", "３．抓阵地。", "４．抓作风。")
    (fix,) = place.fixes
    assert (place.index, place.right) == (0, "全文有4处用了全角")
    assert (fix.label, len(fix.edits)) == ("全文4处都改为半角", 4)


def test_wide_percent_signs_throughout_are_the_way_a_unit_writes() -> None:
    assert found("增长9.2％，提高到52％。", "覆盖60％。") == []


def test_a_wide_percent_sign_among_narrow_ones_is_a_slip() -> None:
    assert [place.index for place in found("增长9.2%，提高到52%。", "覆盖60％。")] == [1]


def test_one_wide_percent_sign_is_no_style() -> None:
    assert len(found("覆盖60％。")) == 1
