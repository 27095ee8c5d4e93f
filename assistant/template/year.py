"""Which year a report is about."""

import re

from assistant.document.context import Context
from assistant.document.outline import Report

YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年")


def report_year(report: Report | None, context: Context) -> int | None:
    """Return the year reported on: what the user said, else what the title says, else None."""
    if context.year is not None or report is None:
        return context.year
    found = YEAR.search(report.title)
    return int(found[1]) if found else None
