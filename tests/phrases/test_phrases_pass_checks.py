"""No phrase of ours trips a rule of ours."""

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.checks.rule import Level
from assistant.checks.rule_set import RuleSet
from assistant.paths import resources
from assistant.phrases.blanks import find_blanks
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase

PHRASES = load_phrases(resources() / "phrases")
FIGURES = ("数", "次", "金额", "面积", "年龄")


def filled(text: str) -> str:
    """Return the phrase as a writer leaves it: one figure in all counted blanks, so that shares are whole."""
    for blank in reversed(find_blanks(text)):
        word = "100%" if blank.name == "比例" else "5" if blank.name.endswith(FIGURES) else "有关" + blank.name
        text = text[: blank.start] + word + text[blank.end :]
    return text


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(resources() / "rules")


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.id)
def test_our_own_checks_find_nothing_wrong(phrase: Phrase, rules: RuleSet) -> None:
    found = find_text(rules, filled(phrase.text), phrase.until or phrase.since)
    assert [(f.rule, f.text, f.message) for f in found if f.level >= Level.SUSPECT] == []
