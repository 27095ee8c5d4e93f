"""Measure the proofreading on faulty sentences in the context of a report: recall by class.

  python -m tests.bench.careless [--missed CLASS|all] [FILE]

FILE holds one faulty sentence per line, its fault in [[ ]] (see careless.txt, used without FILE). A fault counts as
found where a finding touches it. The sentences were written before the rules that find most of them: the figures say
what is covered, not how well the rules do on faults that nobody thought of.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Finding, Level
from assistant.checks.rule_set import RuleSet
from assistant.document.context import Context
from assistant.paths import data_folder, resources
from assistant.template.report import ReportTemplate, load_templates
from assistant.template.structure import recognise
from tests.builders import doc

BUNDLED = Path(__file__).with_name("careless.txt")
_HEAD = re.compile(r"(?:(?P<part>plan)|(?P<year>20[0-9]{2}))\|")
_FAULT = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Case:
    """A faulty text, where its faults are (paragraph, from, to), and in what report it stands."""

    shown: str
    lines: tuple[str, ...]
    faults: tuple[tuple[int, int, int], ...]
    planned: bool
    year: int


def read(path: Path) -> dict[str, list[Case]]:
    """Return the cases of a file by class."""
    cases: dict[str, list[Case]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name = line[2:]
        elif line and not line.startswith("%"):
            cases.setdefault(name, []).append(_case(line))
    return cases


def _case(line: str) -> Case:
    head = _HEAD.match(line)
    text = line[head.end() :] if head else line
    lines, faults = [], []
    for number, part in enumerate(text.split("⏎")):
        plain, last = "", 0
        for found in _FAULT.finditer(part):
            plain += part[last : found.start()]
            faults.append((number, len(plain), len(plain) + len(found[1])))
            plain, last = plain + found[1], found.end()
        lines.append(plain + part[last:])
    year = int(head["year"]) if head and head["year"] else 2025
    return Case(line, tuple(lines), tuple(faults), bool(head and head["part"]), year)


@cache
def _templates() -> tuple[ReportTemplate, ...]:
    return load_templates(resources() / "templates")


def found(rules: RuleSet, case: Case) -> list[Finding]:
    """Return the findings that touch a fault of the case, in a short report around it."""
    before = [
        f"青禾县交通运输局党组书记{case.year}年抓基层党建工作述职报告",
        "一、主要工作",
        "抓好理论学习，推动工作落实。",
    ]
    behind = ["二、存在的问题", "调查研究开展不多。", "三、下一步打算", "抓好各项任务落实。"]
    texts = [*before, *behind, *case.lines] if case.planned else [*before, *case.lines, *behind]
    first = len(before) + (len(behind) if case.planned else 0)
    document = doc(*texts)
    context = Context(year=case.year)
    number = {block.id: index - first for index, block in enumerate(document.blocks)}
    hits = []
    for finding in check(document, recognise(document, _templates(), context), rules, context):
        span = finding.span
        if span is not None and any(
            number[span.block] == line and span.start < end + 1 and start - 1 < span.end
            for line, start, end in case.faults
        ):
            hits.append(finding)
    return hits


def main() -> int:
    """Print recall by class, and the faults that were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=BUNDLED)
    parser.add_argument("--missed", help="print what is missed of this class, or of all")
    options = parser.parse_args()
    rules = load_rules(resources() / "rules", data_folder())
    total = caught = sure = 0
    for name, cases in read(options.file).items():
        hits = [found(rules, case) for case in cases]
        some = sum(map(bool, hits))
        loud = sum(any(hit.level > Level.HINT for hit in one) for one in hits)
        total, caught, sure = total + len(cases), caught + some, sure + loud
        print(f"{name}: {some / len(cases):6.1%} found, {loud / len(cases):6.1%} as 疑似 or 必错, of {len(cases)}")
        if options.missed in {name, "all"}:
            for case, one in zip(cases, hits, strict=True):
                if not one:
                    print(f"    {case.shown}")
    print(f"all: {caught / total:6.1%} found, {sure / total:6.1%} as 疑似 or 必错, of {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
