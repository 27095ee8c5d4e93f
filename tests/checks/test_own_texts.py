"""What the program itself puts into a report passes its own rules; only the blanks are flagged, each of them."""

import re

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.paths import resources
from assistant.phrases.library import load_phrases
from assistant.template.report import load_templates

RULES = load_rules(resources() / "rules")
BLANK = re.compile("【[^】]*】")
PHRASES = {
    phrase.id: (phrase.text, phrase.until or phrase.since or 2025) for phrase in load_phrases(resources() / "phrases")
}
SKELETONS = {
    f"{template.id}.{section.role}.{number}": (line, 2025)
    for template in load_templates(resources() / "templates")
    for section in template.sections
    for number, line in enumerate(section.skeleton)
}


@pytest.mark.parametrize("name", [*PHRASES, *SKELETONS])
def test_only_blanks_are_flagged_and_every_one(name: str) -> None:
    text, year = (PHRASES | SKELETONS)[name]
    found = find_text(RULES, text, year)
    assert [finding.text for finding in found if finding.rule != "leftover.blank"] == []
    assert [finding.text for finding in found if finding.rule == "leftover.blank"] == BLANK.findall(text)
