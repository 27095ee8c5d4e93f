"""Headings that stand alone: how they end (GB/T 15834-2011, P10)."""

from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey


def full_stop(survey: Survey, /) -> Iterator[Located]:
    """Yield the full stop at the end of a heading that stands alone on its line."""
    for number, report in enumerate(survey.reports):
        for heading in report.headings:
            text = survey.document.blocks[heading.index].text.rstrip()
            if not heading.run_in and text.endswith("。") and text.count("。") == 1:
                yield Located(heading.index, Match(len(text) - 1, len(text), ("",)), report=number)
