"""What the program itself puts into a report passes its own rules; only the blanks are flagged, each of them."""

import re

import pytest

from assistant.checks.engine import find_text
from assistant.paths import resources
from assistant.phrases.library import load_phrases
from assistant.template.report import load_templates
from tests.shipped_rules import RULES

BLANK = re.compile("【[^】]*】")
PHRASES = load_phrases(resources() / "phrases")
SKELETONS = {
    f"{template.id}.{section.role}.{number}": line
    for template in load_templates(resources() / "templates")
    for section in template.sections
    for number, line in enumerate(section.skeleton)
}


def offenders(texts: dict[str, tuple[str, int]]) -> dict[str, list[str]]:
    """Return what is flagged besides blanks, or not flagged of these, by the name of the text."""
    wrong = {}
    for name, (text, year) in texts.items():
        found = find_text(RULES, text, year)
        blanks = [finding.text for finding in found if finding.rule == "leftover.blank"]
        others = [f"{finding.rule}: {finding.text}" for finding in found if finding.rule != "leftover.blank"]
        if others or blanks != BLANK.findall(text):
            wrong[name] = [*others, *blanks]
    return wrong


@pytest.mark.parametrize("role", sorted({phrase.role for phrase in PHRASES}))
def test_in_phrases_only_blanks_are_flagged_and_every_one(role: str) -> None:
    same = [phrase for phrase in PHRASES if phrase.role == role]
    assert offenders({one.id: (one.text, one.until or one.since or 2025) for one in same}) == {}


def test_in_skeletons_only_blanks_are_flagged_and_every_one() -> None:
    assert offenders({name: (line, 2025) for name, line in SKELETONS.items()}) == {}
