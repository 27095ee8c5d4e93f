"""What a pattern needs: no text without it is ever matched, so that passing such texts over loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.loader import load_rules
from assistant.checks.pattern import Pattern
from assistant.paths import resources
from assistant.text.needs import has_all, needs

RULES = [rule for rule in load_rules(resources() / "rules").rules if isinstance(rule.find, Pattern)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("甲", [["甲"]]),
        ("的.凿", [["凿"], ["的"]]),  # the rarer of two comes first
        ("的确凿", [["确凿"], ["的确"]]),  # pairs of those that stand side by side say what each character says
        ("[甲乙]", [["甲", "乙"]]),
        ("[甲乙]丙", [["甲丙", "乙丙"]]),
        ("甲|乙丙?", [["甲", "乙"]]),
        ("(?:甲|.)", []),
        ("甲?", []),
        ("甲{2,}", [["甲"]]),
        ("甲+乙", [["甲乙"]]),
        ("甲?乙", [["乙"]]),
        ("甲(?P<at>乙)(?=丙$)", [["甲乙"], ["乙丙"]]),
        ("(?<=甲)乙", [["甲乙"]]),
        ("甲(?!丁)乙", [["甲乙"]]),
        ("(?:甲|丙)乙", [["甲乙", "丙乙"]]),
        ("甲.乙.丙.丁", [["甲"], ["乙"], ["丙"]]),  # three are enough
        ("[^甲]", []),
        ("(?<=甲).", [["甲"]]),
        ("(?!甲).", []),
        ("\\d", []),
        ("(?i:a)", []),
        ("(?i)a", []),
        ("(.)\\1", []),
        ("(甲(?=乙))(?=乙丙)", [["甲乙"], ["乙丙"]]),  # what a group looks at is no character of its own
    ],
)
def test_it_is_read_from_the_pattern(pattern: str, needed: list[list[str]]) -> None:
    assert needs(pattern) == tuple(map(frozenset, needed))


def test_no_example_of_a_rule_is_passed_over() -> None:
    passed = [
        (rule.id, example.text)
        for rule in RULES
        for example in rule.bad
        if rule.find.regex.search(example.text) and not has_all(example.text, rule.find.needs)
    ]
    assert passed == []


@given(st.sampled_from(RULES), st.data())
def test_no_text_that_a_rule_matches_is_passed_over(rule: object, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(rule.find.regex)) if "(?" not in rule.find.regex.pattern else rule.bad[0].text
    assert not rule.find.regex.search(text) or has_all(text, rule.find.needs)
