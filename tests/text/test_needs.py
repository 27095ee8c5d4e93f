"""What a pattern needs: no text without it is ever matched, so that passing such texts over loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.kinds import Pattern
from assistant.checks.loader import load_rules
from assistant.paths import resources
from assistant.text.needs import grams, needs

RULES = [rule for rule in load_rules(resources() / "rules").rules if isinstance(rule.find, Pattern)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("甲", ["甲"]),
        ("的.凿", ["凿"]),  # the rarer of two
        ("的确凿", ["确凿"]),  # the rarest pair of those that stand side by side
        ("[甲乙]", ["甲", "乙"]),
        ("[甲乙]丙", ["甲丙", "乙丙"]),
        ("甲|乙丙?", ["甲", "乙"]),
        ("(?:甲|.)", None),
        ("甲?", None),
        ("甲{2,}", ["甲"]),
        ("甲+乙", ["甲乙"]),
        ("甲?乙", ["乙"]),
        ("甲(?P<at>乙)(?=丙$)", ["甲乙"]),  # of equals the first
        ("(?<=甲)乙", ["甲乙"]),
        ("甲(?!丁)乙", ["甲乙"]),
        ("(?:甲|丙)乙", ["甲乙", "丙乙"]),
        ("[^甲]", None),
        ("(?<=甲).", ["甲"]),
        ("(?!甲).", None),
        ("\\d", None),
        ("(?i:a)", None),
        ("(?i)a", None),
        ("(.)\\1", None),
    ],
)
def test_it_is_read_from_the_pattern(pattern: str, needed: list[str] | None) -> None:
    assert needs(pattern) == (None if needed is None else frozenset(needed))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_example_of_a_rule_is_passed_over(rule: object) -> None:
    needed = rule.find.needs
    texts = [example.text for example in rule.bad]
    assert needed is None or not any(rule.find.regex.search(text) and needed.isdisjoint(grams(text)) for text in texts)


@given(st.sampled_from(RULES), st.data())
def test_no_text_that_a_rule_matches_is_passed_over(rule: object, data: st.DataObject) -> None:
    needed = rule.find.needs
    text = data.draw(st.from_regex(rule.find.regex)) if "(?" not in rule.find.regex.pattern else rule.bad[0].text
    assert needed is None or not rule.find.regex.search(text) or not needed.isdisjoint(grams(text))
