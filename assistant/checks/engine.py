"""Run all rules over a document: paragraph by paragraph with a memo, then rules about the whole."""

import logging
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from assistant.checks.findings import of_match, of_place, without_overlaps
from assistant.checks.mask import is_masked, masked_ranges
from assistant.checks.rule import Finding, Match, ParagraphFinder, Rule, Survey
from assistant.checks.rule_set import RuleSet, is_silenced
from assistant.checks.spared import unvouched
from assistant.checks.together import together
from assistant.checks.torn import is_torn
from assistant.checks.unfamiliar import believed
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.document.outline import Heading, Report
from assistant.template.year import spoken_year

Memo = MutableMapping[str, tuple[tuple[int, Match], ...]]
"""Text of a paragraph → (number of the rule, match); it belongs to one rule set."""

_log = logging.getLogger(__name__)
_NO_ROLES: Mapping[str, str] = MappingProxyType({})


class Pause(Protocol):
    """Called again and again during a check; raises to break it off. `kept`: the memo holds what was found so far."""

    def __call__(self, *, kept: bool) -> None:
        """Return to go on."""


def check(
    document: Document,
    reports: tuple[Report, ...],
    rules: RuleSet,
    context: Context,
    memo: Memo | None = None,
    *,
    roles: Mapping[str, str] = _NO_ROLES,
    pause: Pause | None = None,
) -> tuple[Finding, ...]:
    """Return the findings in reading order, missing sections last.

    `memo` is filled and used again: a paragraph whose text is unchanged costs nothing. `roles` gives the Chinese
    titles of section roles. What the context has disabled, ignored or allowed is left out; of overlapping findings
    one stays. A rule that raises is logged and skipped for this run. `pause` is asked between paragraphs and rules
    whether to go on.
    """
    known: Memo = {} if memo is None else memo
    years = [spoken_year(report, document, context) for report in reports]
    owner = {i: n for n, report in enumerate(reports) for i in range(report.first, report.last + 1)}
    headings = {heading.index: heading for report in reports for heading in report.headings}
    found: list[Finding] = []
    run = _Run(rules)
    for index, block in enumerate(document.blocks):
        report = owner.get(index, 0)
        year = years[report] if index in owner else context.year
        if pause is not None and block.text not in known:
            pause(kept=True)
        for number, match in _remembered(block, known, run):
            rule = rules.rules[number]
            if rule.applies(year) and _in_scope(rule, match, headings.get(index)):
                found.append(of_match(rule, match, block, report))
    survey = Survey(document, reports, roles, context.kind is not None, context.requirements, tuple(years), context)
    found = believed(unvouched(found, survey, rules), survey, rules)
    found += _in_document(survey, rules, years or [context.year], pause)
    return together(_settled(found, document, context), rules.rules)


def _settled(found: list[Finding], document: Document, context: Context) -> tuple[Finding, ...]:
    """Return the findings that the user wants to see, each place once, in reading order.

    What is ignored or allowed is left out last: it must not uncover a lesser finding at the same place.
    """
    enabled = [finding for finding in found if not is_silenced(finding, context.disabled)]
    positions = {block.id: i for i, block in enumerate(document.blocks)}
    texts = {block.id: block.text for block in document.blocks}
    end = len(positions)

    def place(finding: Finding) -> tuple[int, int, int]:
        span = finding.span
        return (end, finding.report, -finding.level) if span is None else (positions[span.block], span.start, span.end)

    return tuple(
        finding for finding in sorted(without_overlaps(enabled), key=place) if _wanted(finding, context, texts)
    )


def find_text(rules: RuleSet, text: str, year: int | None = None) -> tuple[Finding, ...]:
    """Return the findings in one paragraph of text: for tests of phrases and templates against our own rules."""
    document = Document((Block("0", (Run(text),) if text else ()),))
    return check(document, (), rules, Context(year=year))


@dataclass(frozen=True, slots=True)
class _Run:
    """One check: its rules, and the numbers of those that failed in it."""

    rules: RuleSet
    broken: set[int] = field(default_factory=set)


def _remembered(block: Block, memo: Memo, run: _Run) -> tuple[tuple[int, Match], ...]:
    """Return the matches in a block, from the memo where its text was seen before."""
    text = block.text
    if block.opaque is not None or not text.strip():
        return ()
    matches = memo.get(text)
    if matches is None:
        matches = tuple(_matches(text, run))
        if not run.broken:
            memo[text] = matches
    return matches


def _matches(text: str, run: _Run) -> Iterator[tuple[int, Match]]:
    ranges = masked_ranges(text)
    rules = run.rules.rules
    known = tuple(_known(text, run.rules))
    for number, match in known:
        if not is_masked(match, rules[number].masks, ranges):
            yield number, match
    for number, find in run.rules.screen.finders_for(text):
        for match in _found(number, find, text, run):
            if not is_masked(match, rules[number].masks, ranges):
                yield number, match
    for number, match in _slips(text, run, known):  # last: of equals, what a rule says is kept
        if not is_masked(match, rules[number].masks, ranges):
            yield number, match


def _known(text: str, rules: RuleSet) -> Iterator[tuple[int, Match]]:
    """Yield the wrong forms of pairs, but not what two words make where they meet."""
    for number, match in rules.pairs.find(text):
        if rules.lexicon is None or not is_torn(text, match.start, match.end, rules.lexicon.cut):
            yield number, match


def _found(number: int, find: ParagraphFinder, text: str, run: _Run) -> tuple[Match, ...]:
    if number in run.broken:
        return ()
    try:
        return tuple(find(text))
    except Exception:  # one rule's bug must not cost the findings of all others; it is logged with its traceback
        _log.exception("rule %s failed and is skipped for this run", run.rules.rules[number].id)
        run.broken.add(number)
        return ()


def _slips(text: str, run: _Run, known: tuple[tuple[int, Match], ...]) -> tuple[tuple[int, Match], ...]:
    """Return the slips in fixed expressions; where a pair objects it knows better what is wrong."""
    rules, lexicon = run.rules, run.rules.lexicon
    if lexicon is None or not lexicon.rules or lexicon.rules[0][1] in run.broken:
        return ()
    try:
        found = tuple(lexicon.find(text))
    except Exception:  # as above
        number = lexicon.rules[0][1]
        _log.exception("rule %s failed and is skipped for this run", rules.rules[number].id)
        run.broken.add(number)
        return ()
    taken = [(match.start, match.end) for _, match in known]
    return tuple(
        (number, match)
        for number, match in found
        if not any(start < match.end and match.start < end for start, end in taken)
    )


def _in_document(survey: Survey, rules: RuleSet, years: list[int | None], pause: Pause | None) -> Iterator[Finding]:
    for rule in rules.rules:
        if rule.survey is None:
            continue
        if pause is not None:
            pause(kept=False)
        try:
            places = tuple(rule.survey(survey))
        except Exception:  # as above
            _log.exception("rule %s failed and is skipped for this run", rule.id)
            continue
        for place in places:
            if rule.applies(years[place.report]):
                yield of_place(rule, place, survey.document, survey.roles.get(place.role or "", "这一"))


def _in_scope(rule: Rule, match: Match, heading: Heading | None) -> bool:
    if rule.scope == "all":
        return True
    inside = heading is not None and match.start < heading.end
    if rule.scope == "body":
        return not inside
    return heading is not None and inside and (rule.scope == "title") == (heading.level == 0)


def _wanted(finding: Finding, context: Context, texts: Mapping[str, str]) -> bool:
    if (finding.rule, finding.text) in context.ignored:
        return False
    span = finding.span
    return span is None or not _allowed(texts[span.block], span.start, span.end, context.allowed)


def _allowed(text: str, start: int, end: int, words: Iterable[str]) -> bool:
    """Tell whether the characters stand inside a word that the user never wants flagged."""
    for word in words:
        at = text.find(word, max(0, end - len(word)))
        if word and 0 <= at <= start and end <= at + len(word):
            return True
    return False
