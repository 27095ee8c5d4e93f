"""Headings that stand alone: how they end (GB/T 15834-2011, P10)."""

from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Heading, Report


def full_stop(survey: Survey, /) -> Iterator[Located]:
    """Yield full stops at the end of headings that stand alone on their lines.

    Where half of the headings beside them or more end so, it is the author's habit and no slip.
    """
    for number, report in enumerate(survey.reports):
        for group in _beside_each_other(report):
            texts = [(heading, survey.document.blocks[heading.index].text.rstrip()) for heading in group]
            stopped = [(heading, text) for heading, text in texts if text.endswith("。") and text.count("。") == 1]
            if len(stopped) * 2 < len(texts):
                for heading, text in stopped:
                    yield Located(heading.index, Match(len(text) - 1, len(text), ("",)), report=number)


def _beside_each_other(report: Report) -> list[list[Heading]]:
    """Return the headings that stand alone on their lines, those below one heading together."""
    groups: dict[tuple[int, int], list[Heading]] = {}
    above: list[int] = []  # positions of the headings above, by level
    for heading in report.headings:
        above = [*above[: heading.level], *[-1] * (heading.level - len(above)), heading.index]
        if not heading.run_in:
            parent = above[heading.level - 1] if heading.level > 1 else -1
            groups.setdefault((heading.level, parent), []).append(heading)
    return list(groups.values())
