"""Headings that stand alone: how they end (GB/T 15834-2011, P10)."""

from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Heading, Report


def full_stop(survey: Survey, /) -> Iterator[Located]:
    """Yield full stops at the end of headings that stand alone on their lines.

    Where half of a report's headings of one level or more end so, it is the author's habit and no slip.
    """
    for number, report in enumerate(survey.reports):
        for level in sorted({heading.level for heading in report.headings}):
            texts = [
                (heading, survey.document.blocks[heading.index].text.rstrip()) for heading in _alone(report, level)
            ]
            stopped = [(heading, text) for heading, text in texts if text.endswith("。") and text.count("。") == 1]
            if len(stopped) * 2 < len(texts):
                for heading, text in stopped:
                    yield Located(heading.index, Match(len(text) - 1, len(text), ("",)), report=number)


def _alone(report: Report, level: int) -> list[Heading]:
    return [heading for heading in report.headings if heading.level == level and not heading.run_in]
