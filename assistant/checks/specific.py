"""Whether a report says something: figures for the work, an object for each problem, results for what was put right."""

import re
from collections.abc import Iterator

from assistant.checks.options import Options
from assistant.checks.parts import body_of, every, outermost, stands_for, text_of, words_of
from assistant.checks.points import items_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_WORK = frozenset({"main_work"})
_PROBLEMS = frozenset({"problems"})
_NUMBER = 6
"""Code points that number and marks add to a problem that says nothing more."""


def without_figures(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the work section of a report of the kinds named in which no figure stands at all."""
    for number, report in _reports(survey, options):
        parts = [part for part in outermost(report.sections, _WORK) if part.heading is not None]
        length = sum(words_of(survey, part) for part in parts)
        told = any(options.patterns["figure_pattern"].search(line) for part in parts for line in body_of(survey, part))
        if parts and parts[0].heading is not None and length >= options.numbers["least"] and not told:
            heading = parts[0].heading
            yield Located(heading.index, Match(heading.start, heading.end), report=number)


def vague_problems(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield problems that are nothing but a judgement: 学习不够。 with no word about what, where, how."""
    for number, report in enumerate(survey.reports):
        for section in outermost(report.sections, _PROBLEMS):
            for item in items_of(survey.document, section):
                bare = len(item.whole.strip()) <= len(item.text) + _NUMBER
                if bare and options.patterns["vague_pattern"].fullmatch(item.text.strip("。；;，, \u3000")):
                    yield Located(item.index, Match(item.start, item.end), report=number)


def unanswered(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield sections about last year's problems in which no problem is named, or nothing is said of a result."""
    for number, report in enumerate(survey.reports):
        for part in every(report.sections):
            if part.heading is None or part.heading.level != 1 or not stands_for(part, "rectification"):
                continue
            text = text_of(survey.document, part)[part.heading.end :]
            if len(text) < options.numbers["least"]:
                continue
            lacks = [
                name
                for name in ("problem", "result")
                if options.patterns[f"{name}_pattern"].search(text) is None
                and not (name == "problem" and part.children)
            ]
            if lacks:
                right = "具体问题" if lacks[0] == "problem" else "整改结果或完成时限"
                yield Located(part.heading.index, Match(part.heading.start, part.heading.end), right, report=number)


def impersonal(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield reports of the kinds named in which nobody says 我: written as a unit's summary."""
    for number, report in _reports(survey, options):
        text = text_of(survey.document, report)
        if words_of(survey, report) >= options.numbers["least"] and not options.patterns["person_pattern"].search(text):
            yield Located(None, Match(0, 0), report=number, subject="人称")


def untold(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield reports of the kinds named, written out, that don't mention what belongs into every report of the year."""
    for number, report in _reports(survey, options):
        if report.variant in options.words["not_variants"] or words_of(survey, report) < options.numbers["least"]:
            continue
        if not options.patterns["words_pattern"].search(text_of(survey.document, report)):
            yield Located(None, Match(0, 0), report=number, subject="年度内容")


def _reports(survey: Survey, options: Options) -> Iterator[tuple[int, Report]]:
    kinds = options.words["kinds"]
    yield from ((number, report) for number, report in enumerate(survey.reports) if report.kind in kinds)


def too_short(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield sections of a report that is written out which hold hardly anything."""
    for number, report in enumerate(survey.reports):
        if words_of(survey, report) < options.numbers["written"]:
            continue
        for part in report.sections:
            heading = part.heading
            if heading is None or heading.level != 1 or part.role not in options.words["roles"]:
                continue
            body = re.sub("\\s", "", "".join(body_of(survey, part)))
            if 0 < len(body) < options.numbers["least"]:
                yield Located(heading.index, Match(heading.start, heading.end), f"{len(body)} 个字", report=number)
