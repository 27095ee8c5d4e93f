"""All bundled data files load. Each loader is strict, so loading is the test."""

from assistant.checks.loader import load_rules
from assistant.paths import resources


def test_rules_load() -> None:
    assert load_rules(resources() / "rules").rules
