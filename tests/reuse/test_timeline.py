"""The dated knowledge: the bundled file loads, and a wrong one names its key."""

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.reuse.compared_texts import load_exempt
from assistant.reuse.figures import load_marks
from assistant.reuse.timeline import load_timeline

FOLDER = resources() / "reuse"
BUNDLED = (FOLDER / "timeline.toml").read_text(encoding="utf-8")


def test_the_bundled_data_loads() -> None:
    timeline = load_timeline(FOLDER / "timeline.toml")
    assert timeline.meetings[-1].name == "二十届四中全会"
    assert [one.day for one in timeline.meetings] == sorted(one.day for one in timeline.meetings)
    assert load_marks(FOLDER / "rollover.toml").events
    assert load_exempt(FOLDER / "overlap.toml").search("学习《某某条例》")


def test_nothing_in_the_data_lies_after_the_day_it_was_checked() -> None:
    timeline = load_timeline(FOLDER / "timeline.toml")
    assert all(one.day <= timeline.updated for one in timeline.meetings)
    assert all(one.first <= timeline.updated.year for one in timeline.campaigns)
    assert timeline.knows(timeline.updated.year - 1)
    assert not timeline.knows(timeline.updated.year)


def test_what_ended_in_january_belongs_to_the_year_before() -> None:
    timeline = load_timeline(FOLDER / "timeline.toml")
    lasts = {one.name: one.last for one in timeline.campaigns}
    assert lasts["“不忘初心、牢记使命”主题教育"] == 2019
    assert lasts["党纪学习教育"] == 2024
    assert lasts["“两学一做”学习教育"] is None


def test_a_meeting_has_its_name_from_term_and_number() -> None:
    meetings = {one.name: one.day for one in load_timeline(FOLDER / "timeline.toml").meetings}
    assert meetings["十九大"] == date(2017, 10, 24)
    assert meetings["二十届三中全会"] == date(2024, 7, 18)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('updated = "2026-03-13"', 'updated = "三月"', "updated"),
        ('day = "2012-11-14"', 'day = "2012-13-14"', "day"),
        ('since = "2013-06"', 'since = "2013"', "since"),
        ('patterns = ["党史学习教育"]', "patterns = []", "patterns"),
        ('confidence = "高"', 'confidence = "很高"', "confidence"),
        ('patterns = ["党史学习教育"]', 'patterns = ["党史学习教育"]\ncolour = "红"', "colour"),
    ],
)
def test_a_wrong_entry_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = tmp_path / "timeline.toml"
    path.write_text(BUNDLED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as error:
        load_timeline(path)
    assert error.value.detail.startswith("timeline.toml")
    assert key in error.value.detail


def test_an_event_without_patterns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rollover.toml"
    path.write_text(
        '[figures]\nunits = ["次"]\nchinese_units = ["次"]\n[[event]]\nkind = "campaign"\nmessage = "核对。"\n', "utf-8"
    )
    with pytest.raises(ResourceError, match="rollover"):
        load_marks(path)
