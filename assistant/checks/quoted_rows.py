"""Pause marks between quotations and between titles in a row, where none is wanted (GB/T 15834-2011, 4.5.3.5).

Whether they are wrong is disputed: a text that has them throughout is left alone.
"""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey

_QUOTATIONS = re.compile("(?<=[一-鿿]”)、(?=“[^“”]*”(?!、[^“]))")
_TITLES = re.compile("(?<=》)、(?=《)")
_THROUGHOUT = 2
"""Rows with pause marks that are the way of a text which has none without."""


def quotations(survey: Survey, /) -> Iterator[Located]:
    """Yield the pause marks between quotations."""
    return _pauses(survey, _QUOTATIONS, "”、“", "”“")


def titles(survey: Survey, /) -> Iterator[Located]:
    """Yield the pause marks between titles."""
    return _pauses(survey, _TITLES, "》、《", "》《")


def _pauses(survey: Survey, pause: re.Pattern[str], parted: str, beside: str) -> Iterator[Located]:
    texts = [block.text for block in survey.document.blocks]
    throughout = sum(text.count(parted) for text in texts) >= _THROUGHOUT and not any(beside in text for text in texts)
    for index, text in enumerate(texts) if not throughout else ():
        for found in pause.finditer(text) if parted in text else ():
            yield Located(index, Match(*found.span(), ("",)), report=survey.report_at(index))
