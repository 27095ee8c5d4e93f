"""Measure the proofreading on files of any kind: findings per 10,000 characters by level and rule, and the time.

  python -m tests.bench.checks [--show LEVEL] [--year Y] FILE…

Text files have one paragraph per line. With `--show 必错` every finding of that level and above is printed with its
surroundings, to be judged by eye.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.checks.engine import Memo, check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.checks.rule_set import RuleSet
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.formats.opening import open_bytes
from assistant.paths import data_folder, resources
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import doc

AROUND = 14


def reports_of(document: Document) -> tuple[tuple[Report, ...], dict[str, str]]:
    """Return the recognised reports and the titles of their roles."""
    templates = load_templates(resources() / "templates")
    names = {section.role: section.name for template in reversed(templates) for section in template.sections}
    return recognise(document, templates, Context()), names


def read(path: Path) -> Document:
    """Return a file as a document; .docx through our own reader, anything else as text."""
    if path.suffix.lower() != ".txt":
        return open_bytes(path.read_bytes(), path.name).document
    return doc(*path.read_text(encoding="utf-8-sig").splitlines())


def shown(document: Document, found: tuple[Finding, ...], least: Level) -> Iterator[str]:
    """Yield one line per finding of at least that level."""
    texts = {block.id: block.text for block in document.blocks}
    for finding in found:
        if finding.level < least:
            continue
        span = finding.span
        if span is None:
            yield f"  {finding.level.label} {finding.rule} ({finding.role})"
        else:
            text = texts[span.block]
            left, right = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
            fix = f" → {finding.fixes[0].replacement}" if finding.fixes else ""
            yield f"  {finding.level.label} {finding.rule} {left}[{finding.text}]{right}{fix}"


def timed(
    document: Document, reports: tuple[Report, ...], rules: RuleSet, context: Context, names: dict[str, str]
) -> tuple[tuple[Finding, ...], float, float]:
    """Return the findings, the milliseconds of the first check of a text, and of one after a character was typed.

    The first one is timed the first time the rules ever see the text: they remember sentences, and a second round would
    flatter them.
    """
    memo: Memo = {}
    began = time.perf_counter()
    found = check(document, reports, rules, context, memo, roles=names)
    whole = time.perf_counter() - began
    longest = max(range(len(document.blocks)), key=lambda i: len(document.blocks[i].text))
    typed = doc(*(block.text + ("字" if i == longest else "") for i, block in enumerate(document.blocks)))
    began = time.perf_counter()
    check(typed, reports, rules, context, memo, roles=names)
    return found, whole * 1000, (time.perf_counter() - began) * 1000


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", choices=[level.label for level in Level])
    parser.add_argument("--year", type=int)
    parser.add_argument("--no-outline", action="store_true", help="check without recognising reports")
    options = parser.parse_args()
    rules = load_rules(resources() / "rules", data_folder())
    if rules.lexicon is not None:
        rules.lexicon.cut("先读好词表")  # once per start; not part of a check
    for _ in rules.screen.made_ready():  # as the program does while nobody waits
        pass
    context = Context(year=options.year)
    least = next((level for level in Level if level.label == options.show), None)
    counts: Counter[tuple[Level, str]] = Counter()
    characters = 0
    for path in options.files:
        document = read(path)
        reports, names = ((), {}) if options.no_outline else reports_of(document)
        found, whole, again = timed(document, reports, rules, context, names)
        size = sum(len(block.text) for block in document.blocks)
        characters += size
        levels = Counter(finding.level.label for finding in found)
        print(f"{path.name}: {size} characters, {dict(levels)}, {whole:.0f} ms, one more character {again:.1f} ms")
        for line in shown(document, found, least) if least is not None else ():
            print(line)
        for finding in found:
            rule = rules.rule_of(finding.rule)
            counts[finding.level, rule.id if rule else finding.rule] += 1
    for level in sorted(Level, reverse=True):
        total = sum(count for (each, _), count in counts.items() if each is level)
        print(f"{level.label}: {total}, {total / max(characters, 1) * 10000:.2f} per 10,000 characters")
        for (each, rule_id), count in sorted(counts.items(), key=lambda item: -item[1]):
            if each is level:
                print(f"  {count:5d}  {rule_id}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
