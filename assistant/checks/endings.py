"""Paragraphs whose last mark is missing, or says that something follows where nothing does (GB/T 15834-2011, 4.1)."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_ENDS = "。！？：；…”）》』」"
_LONG = 30
"""Characters from which a paragraph with a comma is no heading and no line of a list."""
_USUAL = 0.7
"""Share of the long paragraphs that must end in a mark, for one that doesn't to be a slip: hard line breaks don't."""
_LEAST = 3
_GREETING = 16
"""Characters up to which a line is no paragraph."""
_BROKEN = 0.4
"""Share of the paragraphs without a last mark above which line ends say nothing."""
_OPEN = re.compile("(?:[一-鿿“”《》（）、0-9%]{8}|^.{16,}[一-鿿“”《》（）、0-9%]{4})[，、]$")
_UNFINISHED = re.compile("[一-鿿0-9%％](?=[ \t\u3000]*$)")


def unfinished(survey: Survey, /) -> Iterator[Located]:
    """Yield the end of long paragraphs without a last mark, and a semicolon behind which nothing is listed."""
    for number, report in enumerate(survey.reports):
        lines = list(_prose(survey, report))
        if len(lines) < _LEAST or sum(text[-1] in _ENDS for _, text in lines) < _USUAL * len(lines):
            continue
        for index, text in lines:
            found = _UNFINISHED.search(text)
            if found is not None:
                yield Located(index, Match(found.start(), found.end(), (f"{found.group()}。",)), report=number)
            elif text.endswith("；") and (_is_last(survey, report, index) or _alone(survey, index)):
                yield Located(index, Match(len(text) - 1, len(text), ("。",)), report=number)


def left_open(survey: Survey, /) -> Iterator[Located]:
    """Yield the commas that end a paragraph, unless line ends stand inside of sentences everywhere."""
    alone = {heading.index for report in survey.reports for heading in report.headings if not heading.run_in}
    texts = [block.text.rstrip(" \t\u3000") for block in survey.document.blocks]
    told = [text for i, text in enumerate(texts) if len(text) > _GREETING and i not in alone]
    if sum(text[-1] not in _ENDS for text in told) > max(1, _BROKEN * len(told)):
        return
    for index, text in enumerate(texts):
        if text.endswith(("，", "、")) and _OPEN.search(text):
            yield Located(index, Match(len(text) - 1, len(text), ("。",)))


def _prose(survey: Survey, report: Report) -> Iterator[tuple[int, str]]:
    """Yield the long paragraphs below a report's first heading that are neither headings nor cells.

    What opens a report often ends in nothing, as a title does.
    """
    begin = min((heading.index for heading in report.headings), default=report.last)
    alone = {heading.index for heading in report.headings if not heading.run_in}
    for index in range(begin, report.last + 1):
        block = survey.document.blocks[index]
        text = block.text.rstrip(" \t\u3000")
        inside = "，" in text or "。" in text
        if block.opaque is None and not block.container and index not in alone and len(text) >= _LONG and inside:
            yield index, text


def _is_last(survey: Survey, report: Report, index: int) -> bool:
    """Tell whether a heading or the end of the report comes next."""
    heads = {heading.index for heading in report.headings}
    following = [i for i in range(index + 1, report.last + 1) if survey.document.blocks[i].text.strip()]
    return not following or following[0] in heads


def _alone(survey: Survey, index: int) -> bool:
    """Tell whether a paragraph of several sentences is the only one thereabouts that ends in a semicolon."""
    texts = [block.text.rstrip(" \t\u3000") for block in survey.document.blocks[max(0, index - 1) : index + 2]]
    return "。" in survey.document.blocks[index].text and sum(text.endswith("；") for text in texts) == 1
