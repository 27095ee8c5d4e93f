"""Run one rule on an example: lines with # are headings, as in the rule files."""

import re
from functools import cache

from assistant.checks.engine import check, find_text
from assistant.checks.rule import Finding, Rule
from assistant.checks.rule_set import RuleSet
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.edit import RemoveBlocks, ReplaceText, apply
from assistant.document.outline import Heading, Report
from assistant.paths import resources
from assistant.template.report import ReportTemplate, load_templates
from assistant.template.structure import recognise
from tests.builders import doc

_HEADING = re.compile(r"(?P<marks>#+) (?P<number>[（(]?[一二三四五六七八九十0-9]+[）)、.]*)(?P<text>[^。]*)")


def reported(text: str, title: str = "", missing: tuple[str, ...] = ()) -> tuple[Document, tuple[Report, ...]]:
    """Return the document of a text and the report whose headings its # marks name."""
    lines = text.split("\n")
    headings = []
    for index, line in enumerate(lines):
        found = _HEADING.match(line)
        if found is None:
            continue
        lines[index] = line[found.start("number") :]
        start, end = len(found["number"]), len(found["number"] + found["text"])
        run_in = end < len(lines[index]) - 1
        headings.append(
            Heading(str(index), index, len(found["marks"]), found["number"], found["text"], "other", run_in, start, end)
        )
    report = Report("grassroots-party-building", title, 0, len(lines) - 1, tuple(headings), (), missing)
    return doc(*lines), (report,)


def seen(text: str) -> tuple[Document, tuple[Report, ...]]:
    """Return the document of an example and its reports: recognised where its first line is a report's title."""
    if text.split("\n", maxsplit=1)[0].endswith("述职报告") and "\n#" not in text:
        document = doc(*text.split("\n"))
        return document, recognise(document, _templates(), Context())
    return reported(text)


@cache
def _templates() -> tuple[ReportTemplate, ...]:
    return load_templates(resources() / "templates")


def findings_of(rules: RuleSet, rule: Rule, text: str) -> tuple[Finding, ...]:
    """Return what one rule finds in a text, in a year it judges."""
    document, reports = seen(text)
    year = rule.since or rule.until
    found = check(document, reports, rules, Context(year=year))
    return tuple(finding for finding in found if rules.rule_of(finding.rule) is rule)


def mended(text: str, findings: tuple[Finding, ...]) -> str:
    """Return the text after the first fix of each finding, one paragraph per line."""
    document, _ = seen(text)
    edits = dict.fromkeys(edit for finding in findings for fix in finding.fixes[:1] for edit in fix.edits)
    if len(document.blocks) == 1 and any(isinstance(edit, RemoveBlocks) for edit in edits):
        return ""
    texts = [edit for edit in edits if isinstance(edit, ReplaceText | RemoveBlocks)]
    return "\n".join(block.text for block in apply(document, texts).blocks)


def word_slips(rules: RuleSet, text: str) -> list[tuple[str, str]]:
    """Return the slips in ordinary words of a text, with what should stand there."""
    return [
        (finding.text, finding.fixes[0].replacement or "")
        for finding in find_text(rules, text)
        if finding.rule.startswith("lexicon.word")
    ]
