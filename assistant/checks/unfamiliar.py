"""Reports whose words are not ours: what only usage speaks against is told there with more evidence, or not at all.

A tale told in dialect, a song, the terms of a trade that our texts never had: everything in them is unlikely, and that
a word is says little. How far a document is from our texts is what its words cost by the character.
"""

from dataclasses import replace

from assistant.checks.grading import BY_USAGE, POSSIBLE
from assistant.checks.lexicon import Lexicon
from assistant.checks.rule import Finding, Level, Survey
from assistant.checks.rule_set import RuleSet

_USUAL = 3.4
"""What a character costs in reports of the common kind; tales told at the well cost 5.5."""
_BELIEVED = 300
"""Characters of the common kind that every document is taken to have in addition: a few strange ones say little."""
_ASKED = 1.5
"""How much more the odds of a slip must be for a character that costs one more."""
_OTHERWISE = 0.8
"""From how much more that is asked what was not weighed by its evidence is not told as a hint."""
_ENOUGH = 1000
"""Sentences of a document that say what kind it is of: so many stay remembered while one of them is typed."""


def believed(found: list[Finding], survey: Survey, rules: RuleSet) -> list[Finding]:
    """Leave out the hints for which too little speaks in such a text; what seemed probable may become one."""
    lexicon = rules.lexicon
    if lexicon is None or lexicon.words is None:
        return found
    grades = {rules.rules[number].id: grade for grade, number in lexicon.rules if grade in BY_USAGE}
    if not any(_judged(finding, grades) for finding in found):
        return found
    asked = _ASKED * strangeness(survey, lexicon)
    if not asked:
        return found
    weights = lexicon.words.weights
    texts = {block.id: block.text for block in survey.document.blocks}
    kept: list[Finding] = []
    for finding in found:
        grade = _judged(finding, grades)
        if not grade or finding.span is None:
            kept.append(finding)
            continue
        odds = _odds(lexicon, texts[finding.span.block], finding.span.start, finding.span.end)
        least = weights.possible if grade == POSSIBLE else weights.probable
        sure = asked < _OTHERWISE if odds is None else odds >= least + asked
        if sure:
            kept.append(finding)
        elif grade != POSSIBLE:
            kept.append(replace(finding, level=Level.HINT))
    return kept


def strangeness(survey: Survey, lexicon: Lexicon) -> float:
    """Return by how much a character of a document costs more than one of the common kind; 0 where it does not."""
    cost, size, sentences = _USUAL * _BELIEVED, _BELIEVED, 0
    for block in reversed(survey.document.blocks):  # of a long one the end is still remembered
        for _, told in lexicon.told(block.text):
            cost, size, sentences = cost + told.cost, size + told.size, sentences + 1
        if sentences > _ENOUGH:
            break
    return max(0.0, cost / size - _USUAL)


def _judged(finding: Finding, grades: dict[str, str]) -> str:
    """Return the grade of a finding that only usage speaks for, empty for any other."""
    return grades.get(finding.rule.rpartition(".")[0], "")


def _odds(lexicon: Lexicon, text: str, start: int, end: int) -> float | None:
    """Return the odds of the slip at a range, None where its evidence was not weighed."""
    for begin, told in lexicon.told(text):
        for slip in told.slips:
            if begin + slip.start == start and begin + slip.end == end:
                return slip.odds
    return None
