"""Every bundled rule proves itself: its bad examples are found and mended, its good ones stay silent."""

import re
from pathlib import Path

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.checks.pairs import Pair
from assistant.checks.rule import Level, Rule
from assistant.paths import resources
from tests.checks.examples import findings_of, mended
from tests.shipped_rules import RULES

BY_ID = {rule.id: rule for rule in RULES.rules}
PAIRS = {
    number: [pair for pair in RULES.pairs.pairs if pair.rule == number]
    for number in {one.rule for one in RULES.pairs.pairs}
}
BY_YEAR_AND_SECTION = {
    f"formulations.{name}"
    for name in ("ahead", "ended", "plenum", "plenum_before", "long_held", "first", "unheld", "anniversary")
} | {
    *("own.forbidden", "formulations.latest", "leftover.other_year"),
    *(f"leftover.unit_{name}" for name in ("self", "body", "region", "other", "renamed")),
    *("names.own_unit", "names.signed", "names.quoted_two_ways"),
    *("leftover.whole_unit", "leftover.third_person", "leftover.plan_year", "leftover.signed_year"),
}
"""Rules that need a whole report; test_timeline.py, test_unit_names.py and test_own_names.py show them."""

SHOW_MARKS = {"punctuation.corner_quotes", "punctuation.straight_quotes", "punctuation.reversed_quotes"}
"""Rules whose messages show quotation marks."""


def _beside(pair: Pair) -> str:
    """Return the wrong form with the neighbours its guard asks for."""
    return f"{next(iter(pair.guard.after), '，')}{pair.wrong}{next(iter(pair.guard.before), '。')}"


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_bad_examples_are_found_and_mended(rule: Rule) -> None:
    for example in rule.bad:
        findings = findings_of(RULES, rule, example.text)
        assert findings, f"{rule.id} does not object to {example.text}"
        assert rule.id in SHOW_MARKS or not any("“”" in finding.message for finding in findings), "it quotes nothing"
        if example.right is not None:
            assert mended(example.text, findings) == example.right
        else:
            assert not any(finding.fixes for finding in findings), f"say what {example.text} should read"


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_good_examples_stay_silent(rule: Rule) -> None:
    for text in rule.good:
        found = findings_of(RULES, rule, text)
        assert not found, f"{rule.id} objects to {text}: {[finding.text for finding in found]}"


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_what_is_mended_is_right(rule: Rule) -> None:
    for example in rule.bad:
        if example.right and "\n" not in example.right:
            assert not findings_of(RULES, rule, example.right)


@pytest.mark.parametrize("number", sorted(PAIRS), ids=lambda number: RULES.rules[number].id)
def test_every_pair_is_found_and_mended(number: int) -> None:
    rule = RULES.rules[number]
    for pair in PAIRS[number]:
        text = _beside(pair)
        findings = findings_of(RULES, rule, text)
        assert [finding.rule for finding in findings] == [f"{rule.id}.{pair.wrong}"], text
        assert mended(text, findings) == text.replace(pair.wrong, pair.right[0])


@pytest.mark.parametrize("number", sorted(PAIRS), ids=lambda number: RULES.rules[number].id)
def test_no_right_form_is_objected_to_as_an_error(number: int) -> None:
    for right in (right for pair in PAIRS[number] for right in pair.right):
        found = [finding for finding in find_text(RULES, f"，{right}。") if finding.level is Level.ERROR]
        assert not found, f"{right}: {[finding.rule for finding in found]}"


def test_every_rule_has_an_example_or_pairs() -> None:
    with_pairs = {pair.rule for pair in RULES.pairs.pairs}
    for number, rule in enumerate(RULES.rules):
        by_section = rule.category == "结构" or rule.id in BY_YEAR_AND_SECTION
        assert rule.bad or number in with_pairs or by_section, rule.id
        assert rule.good or number in with_pairs or by_section, rule.id


def test_messages_differ_and_fill_in() -> None:
    messages = [rule.message for rule in RULES.rules]
    assert len(set(messages)) == len(messages)
    for rule in RULES.rules:
        filled = rule.message.format(text="甲", right="乙")
        assert "{" not in filled
        assert filled.endswith("。")
        assert filled.count("。") - filled.count("“。”") == 1, f"{rule.id}: one sentence"


def test_there_are_more_than_sixty_pairs_that_are_certain() -> None:
    certain = [pair for pair in RULES.pairs.pairs if RULES.rules[pair.rule].level is Level.ERROR]
    assert len(certain) > 60


def test_a_finding_leads_back_to_its_rule() -> None:
    assert RULES.rule_of("words.idiom.再接再励") is BY_ID["words.idiom"]
    assert RULES.rule_of("words.idiom") is BY_ID["words.idiom"]
    assert RULES.rule_of("words") is None


def test_no_rule_file_is_left_out(tmp_path: Path) -> None:
    names = {path.name for path in (resources() / "rules").iterdir()}
    assert all(re.fullmatch(r"[a-z-]+\.toml", name) for name in names)
    assert load_rules(tmp_path).rules == ()
