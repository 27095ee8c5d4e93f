"""The demands of a notice as values: stored without loss, kept per unit and year."""

import json

import pytest

from assistant.document.requirements import (
    MOST_KEPT,
    Item,
    Requirements,
    SectionDemand,
    from_values,
    recalled,
    remembered,
    to_values,
)

WHOLE = Requirements(
    sections=(SectionDemand("problems"), SectionDemand("causes", "optional")),
    least=1500,
    most=3000,
    minutes=8,
    speed=200,
    problems=3,
    share=33,
    figures=True,
    deadline="2026-01-15",
    naming="单位+姓名+述职报告",
    items=(Item("联系点工作", "main_work"), Item("谈心谈话", done=True)),
)


def test_they_come_back_from_json() -> None:
    assert from_values(json.loads(json.dumps(to_values(WHOLE)))) == WHOLE


def test_no_demands_take_no_room() -> None:
    assert to_values(Requirements()) == {}
    assert from_values({}) == Requirements()
    assert not Requirements(speed=200).asked
    assert Requirements(most=3000).asked


def test_what_a_later_version_added_is_passed_over() -> None:
    assert from_values({"most": 3000, "colour": "red"}) == Requirements(most=3000)


@pytest.mark.parametrize(
    "damaged",
    [{"most": "3000"}, {"most": -1}, {"speed": 0}, {"figures": 1}, {"items": [["甲"]]}, {"sections": [["a", "maybe"]]}],
)
def test_damaged_values_are_refused(damaged: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_values(damaged)


class TestKeeping:
    def test_each_unit_and_year_has_its_own(self) -> None:
        kept = remembered((), "青石镇党委", 2025, WHOLE)
        kept = remembered(kept, "青石镇党委", 2026, Requirements(most=2000))
        assert recalled(kept, "青石镇党委", 2025) == WHOLE
        assert recalled(kept, "青石镇党委", 2026) == Requirements(most=2000)
        assert recalled(kept, "河口街道党工委", 2025) == Requirements()

    def test_a_new_one_takes_the_place_of_the_old(self) -> None:
        kept = remembered(remembered((), "甲", 2025, WHOLE), "甲", 2025, Requirements(minutes=5))
        assert len(kept) == 1
        assert recalled(kept, "甲", 2025) == Requirements(minutes=5)

    def test_none_at_all_forgets_it(self) -> None:
        assert remembered(remembered((), "甲", 2025, WHOLE), "甲", 2025, Requirements()) == ()

    def test_the_oldest_is_forgotten_first(self) -> None:
        kept: tuple[str, ...] = ()
        for year in range(2000, 2000 + MOST_KEPT + 1):
            kept = remembered(kept, "甲", year, WHOLE)
        assert len(kept) == MOST_KEPT
        assert recalled(kept, "甲", 2000) == Requirements()
        assert recalled(kept, "甲", 2000 + MOST_KEPT) == WHOLE

    @pytest.mark.parametrize("junk", ["", "{", "[]", "3", '{"unit":"甲","year":2025,"requirements":{"most":"x"}}'])
    def test_a_damaged_entry_is_none(self, junk: str) -> None:
        assert recalled((junk,), "甲", 2025) == Requirements()
        assert recalled(remembered((junk,), "甲", 2025, WHOLE), "甲", 2025) == WHOLE
