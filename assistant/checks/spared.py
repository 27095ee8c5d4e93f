"""Words that the text itself vouches for: its terms, where nothing but usage speaks against them, and its own names."""

import re
from collections import Counter
from collections.abc import Mapping

from assistant.checks.grading import BY_USAGE
from assistant.checks.identity import persons
from assistant.checks.rule import Finding, Survey
from assistant.checks.rule_set import RuleSet

_WORDS = "字词"
"""The class of slips in words: a name may look like one (石门坎村)."""
_TERM = 3
"""Times a text writes a word that only usage speaks against, from which on it is taken for a term."""
_PAIR = 2
"""Characters of a name or a term that no text of ours has: more may be what several things begin with."""
_HEAD = 3
"""Paragraphs at the beginning that name the unit."""
_ENDS = 5
"""Paragraphs at either end of a report that say whose it is."""
_LINE = re.compile("[^，。；！？]{4,50}")
"""A title, a byline, a salutation or a signature: no sentence."""
_PLACE = re.compile(
    "(?:中共)?(?P<name>[一-鿿]{2,4}?)"
    "(?:省|市|州|盟|县|区|旗|镇|乡|街道|村|社区|农场|林场|(?:(?:职业)?技术|职业|师范|理工|医学)?(?:学院|大学)|中学|小学|医院|集团|公司)"
    "|(?:^|我是|[ \u3000，])(?P<firm>[一-鿿]{2,3}?)(?=[一-鿿]{2,12}有限(?:责任)?公司)"
    "|(?:公司|集团|局|行|总队|厂)(?P<part>[一-鿿]{2,3})(?:供电|燃气|水务|烟草|电力|分公司|支公司|支行|分局|支队|工务段|机务段|车务段|电务段)"
)


def unvouched(found: list[Finding], survey: Survey, rules: RuleSet) -> list[Finding]:
    """Leave out what a text writes again and again, and slips in words within the names that it gives itself."""
    judged = (
        {rules.rules[number].id for grade, number in rules.lexicon.rules if grade in BY_USAGE}
        if rules.lexicon
        else set()
    )
    if not any(finding.category == _WORDS for finding in found):
        return found
    times = Counter(f.rule for f in found if f.rule.rpartition(".")[0] in judged)
    terms = _terms({f.text for f in found if f.rule in times}, survey, rules) if times else frozenset()
    names = own_names(survey)
    texts = {block.id: block.text for block in survey.document.blocks}
    return [
        finding
        for finding in found
        if not (times[finding.rule] >= _TERM or (finding.rule in times and finding.text in terms))
        and not (finding.category == _WORDS and _is_named(finding, texts, names))
    ]


def _terms(written: set[str], survey: Survey, rules: RuleSet) -> frozenset[str]:
    """Return what a text has again and again, flagged or not, and its first lines or no text of ours have."""
    words = rules.lexicon.words if rules.lexicon else None
    lines = [block.text for block in survey.document.blocks]
    head, whole = "\n".join(lines[:_HEAD]), "\n".join(lines)
    own = (
        one
        for one in written
        if (len(one) > 1 and one in head) or (len(one) == _PAIR and words is not None and words.is_strange(one))
    )
    return frozenset(one for one in own if whole.count(one) >= _TERM)


def own_names(survey: Survey) -> frozenset[str]:
    """Return the places and persons that the lines at both ends of the reports name, without what they are."""
    names: set[str] = set()
    for report in survey.reports:
        names.update(person.name for person in persons(survey, report))
        lines = [block.text for block in survey.document.blocks[report.first : report.last + 1]]
        for line in (*lines[:_ENDS], *lines[-_ENDS:]):
            if _LINE.fullmatch(line.strip()):
                names.update(found["name"] or found["part"] or found["firm"] for found in _PLACE.finditer(line))
    return frozenset(names)


def _is_named(finding: Finding, texts: Mapping[str, str], names: frozenset[str]) -> bool:
    """Tell whether a finding touches one of the names in its paragraph."""
    span = finding.span
    if span is None:
        return False
    text = texts[span.block]
    for name in names:
        at = text.find(name)
        while at >= 0:
            if at < span.end and span.start < at + len(name):
                return True
            at = text.find(name, at + 1)
    return False
