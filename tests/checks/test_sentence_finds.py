"""What patterns found in a sentence is found again where the sentence has moved, and anew where it has changed."""

import pytest

from assistant.checks.engine import find_text
from tests.shipped_rules import RULES

WRONG = "目前己完成整改12项。"
"""A sentence with one slip that a pattern tells."""


def places(text: str) -> list[tuple[int, str]]:
    found = (finding for finding in find_text(RULES, text) if finding.rule == "words.already")
    return [(finding.span.start, finding.text) for finding in found if finding.span is not None]


@pytest.mark.parametrize("before", ["", "班子开会。", "班子每月开会研究。", "班子开会。支部学习。"])
def test_a_finding_moves_with_its_sentence(before: str) -> None:
    assert places(before + WRONG) == [(len(before) + 2, "己")]


def test_a_sentence_told_twice_has_its_findings_twice() -> None:
    assert places(WRONG + WRONG) == [(2, "己"), (len(WRONG) + 2, "己")]


def test_a_mended_sentence_is_silent_and_the_others_are_not() -> None:
    assert places(WRONG.replace("己", "已") + WRONG) == [(len(WRONG) + 2, "己")]
