"""Which year a report is about."""

import re

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年")
_WHOLE_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年(?!\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月)")


def year_told(title: str, opening: str) -> int | None:
    """Return the year that a title names; else the latest whole year of the opening: 2019年3月任现职 is none."""
    found = _YEAR.search(title)
    if found is not None:
        return int(found[1])
    return max((int(year) for year in _WHOLE_YEAR.findall(opening)), default=None)


def report_year(report: Report | None, context: Context) -> int | None:
    """Return the year reported on: what the user said, else what title or opening tell, else None."""
    if context.year is not None or report is None:
        return context.year
    return report.year if report.year is not None else year_told(report.title, "")


_SPOKEN = re.compile(r"(?<![0-9自从])(20[0-9]{2})年(?=度|来|以来|，|履行|在|全年|工作|抓|我|党|基层|以)")
_OPENING = 8
"""Paragraphs of a report in which its year is looked for."""


def spoken_year(report: Report, document: Document, context: Context) -> int | None:
    """Return the year reported on, where the title doesn't say it: the first that the opening speaks of."""
    year = report_year(report, context)
    if year is not None:
        return year
    for block in document.blocks[report.first : min(report.last + 1, report.first + _OPENING)]:
        found = _SPOKEN.search(block.text)
        if found:
            return int(found[1])
    return None
