"""What is known of a slip makes it more or less sure, and a damaged table of weights is refused."""

from pathlib import Path

import pytest

from assistant.checks.evidence import ALWAYS, GAIN, NAMES, QUOTED, SEEN, Weights, read_weights
from assistant.checks.grading import MISSING, POSSIBLE, PROBABLE, SOUND
from assistant.paths import resources

FILE = resources() / "lexicon" / "weights.toml"


def test_what_is_likelier_and_attested_is_surer() -> None:
    weights = read_weights(FILE)
    plain = {SOUND: 1.0, ALWAYS: 1.0, GAIN: 0.5}
    assert weights.odds(plain | {GAIN: 1.5}) > weights.odds(plain)
    assert weights.odds(plain | {SEEN: 1.0}) > weights.odds(plain)
    assert weights.odds(plain | {QUOTED: 1.0}) < weights.odds(plain)
    assert weights.odds({MISSING: 1.0, ALWAYS: 1.0, GAIN: 0.5}) < weights.odds(plain)


def test_odds_are_graded_by_two_bounds() -> None:
    weights = Weights(dict.fromkeys(NAMES, 0.0) | {GAIN: 1.0}, certain=2.0, probable=1.0, possible=0.0)
    assert [weights.grade({GAIN: gain}) for gain in (1.0, 0.5, -0.5)] == [PROBABLE, POSSIBLE, ""]


@pytest.mark.parametrize(
    "change", [("sound = ", "sounds = "), ("gain = ", "# gain = "), ("probable = ", "probable = x")]
)
def test_a_damaged_table_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_weights(path)
