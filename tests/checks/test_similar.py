"""Characters that are taken for each other."""

import pytest

from assistant.checks.similar import Likeness, similar

TABLE = similar(
    {"zhi": "治制", "zi": "自", "ye": "冶", "lan": "蓝览", "nan": "南", "heng": "恒", "hen": "很"}, ["治冶", "己已"]
)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("治", "制", Likeness.SOUND),
        ("治", "自", Likeness.NEAR),
        ("蓝", "南", Likeness.NEAR),
        ("恒", "很", Likeness.NEAR),
        ("治", "冶", Likeness.NEAR),
        ("己", "已", Likeness.NEAR),
        ("治", "恒", Likeness.NONE),
        ("治", "，", Likeness.NONE),
    ],
)
def test_likeness_goes_both_ways(one: str, other: str, likeness: Likeness) -> None:
    assert TABLE.likeness(one, other) is TABLE.likeness(other, one) is likeness
