"""From what rules match to findings: message, span, fixes; and which of two overlapping findings stays."""

import re
from collections.abc import Iterable

from assistant.checks.rule import Finding, Fix, Located, Match, Rule
from assistant.document.block import Block, Document, Span
from assistant.document.edit import RemoveBlocks, ReplaceText
from assistant.text.characters import TOKEN

_INSTEAD = re.compile("[应宜](?:为|是|用|作|改为|写作|写成)“\\{right\\}”")
_MEANT = re.compile("像是“\\{right\\}”(?:漏了字或用错了字|写错了)")
"""How messages say what should stand in the place of a text."""
_QUOTED = "“{right}”"
_SINGLE = str.maketrans("“”", "‘’")
_LABEL = 24
"""Characters up to which a button quotes the replacement."""


def of_match(rule: Rule, match: Match, block: Block, report: int) -> Finding:
    """Return the finding for a match in a block; without fixes where they would touch an inline token."""
    span = Span(block.id, match.start, match.end)
    text = block.text[match.start : match.end]
    right = match.replacements[0] if match.replacements else ""
    return Finding(
        rule=_id(rule, match),
        category=rule.category,
        level=rule.level,
        message=_message(rule, text, right),
        source=rule.source,
        span=span,
        text=text,
        fixes=() if TOKEN in text else _fixes(rule, match, block, span, text),
        report=report,
    )


def of_place(rule: Rule, place: Located, document: Document, name: str) -> Finding:
    """Return the finding for a place in the document; `name` is the Chinese title of a missing section."""
    if place.index is None:
        subject = place.subject if place.role is None else ""
        message = _message(rule, name if place.role is not None else subject, place.right)
        return Finding(
            _id(rule, place.match),
            rule.category,
            rule.level,
            message,
            rule.source,
            text=subject,
            role=place.role,
            report=place.report,
        )
    block = document.blocks[place.index]
    match = place.match
    text = block.text[match.start : match.end]
    span = Span(block.id, match.start, match.end)
    return Finding(
        rule=_id(rule, match),
        category=rule.category,
        level=rule.level,
        message=_message(rule, text, place.right or next(iter(match.replacements), "")),
        source=rule.source,
        span=span,
        text=text,
        fixes=place.fixes or _fixes(rule, match, block, span, text),
        report=place.report,
    )


def _message(rule: Rule, text: str, right: str) -> str:
    """Return what a rule says of a text; where nothing should stand there it says so, instead of an empty quotation."""
    message = rule.message if right else _INSTEAD.sub("应删去", _MEANT.sub("像是多打的", rule.message))
    return message.format(text=inner(text), right=inner(right) if _QUOTED in message else right)


def _id(rule: Rule, match: Match) -> str:
    return f"{rule.id}.{match.key}" if match.key else rule.id


def _fixes(rule: Rule, match: Match, block: Block, span: Span, text: str) -> tuple[Fix, ...]:
    if rule.removes:
        if TOKEN in block.text:
            return ()
        if block.container is None and not block.fixed:
            return (Fix("删去这一段", "", (RemoveBlocks((block.id,)),)),)
        return (Fix("删去这一段的文字", "", (ReplaceText(span, text, ""),)),)
    return tuple(Fix(_label(text, new), new, (ReplaceText(span, text, new),)) for new in match.replacements)


def _label(text: str, new: str) -> str:
    if not new:
        return f"删去“{inner(_short(text))}”" if text.strip() else "删去空格"
    return f"改为“{inner(_short(new))}”"


def inner(text: str) -> str:
    """Return a text as it stands inside quotation marks: its own become single ones; a mark alone is what is meant."""
    return text.translate(_SINGLE) if len(text) > 1 else text


def _short(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[:_LABEL]}…"


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Keep, of findings that overlap, the most severe, then the longest, then the first.

    Each place of the text is objected to once; findings without a span never overlap.
    """

    def rank(finding: Finding) -> tuple[int, int, int]:
        span = finding.span
        return (-finding.level, span.start - span.end, span.start) if span else (0, 0, 0)

    kept: list[Finding] = []
    taken: dict[str, list[Span]] = {}
    for finding in sorted(findings, key=rank):
        span = finding.span
        if span is not None:
            others = taken.setdefault(span.block, [])
            if any(other.start < span.end and span.start < other.end for other in others):
                continue
            others.append(span)
        kept.append(finding)
    return kept
