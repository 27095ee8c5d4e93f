"""What was pasted twice: a run of words again right behind itself, a sentence that all but repeats an earlier one."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_RUN = 7
"""Characters that nobody writes twice within a few words."""
_CLOSE = 16
"""Characters from the beginning of a run to its beginning again."""
_BETWEEN = 2
"""Characters between the two: more, and the second is another thing of the same name."""
_SENTENCE = re.compile("[^。；！？\n]+")
_HAN = re.compile("[一-鿿]")
_LONG, _PIECE = 24, 6
"""Han characters of a sentence that is compared, and of the pieces by which it is."""
_ALIKE = 0.6
"""Part of its pieces that an earlier sentence has for the two to be one sentence, changed a little."""


def pasted(text: str, /) -> Iterator[Match]:
    """Yield runs of words that stand again right behind themselves: 群众期盼，还存在对照群众期盼，还存在."""
    seen: dict[str, int] = {}
    end = 0
    for start in range(len(text) - _RUN + 1):
        run = text[start : start + _RUN]
        before = seen.get(run, -_CLOSE - 1)
        seen[run] = start
        if before >= end and _RUN <= start - before <= _CLOSE and len(_HAN.findall(run)) >= _RUN - 1:
            size = _RUN
            while start + size < len(text) and text[start + size] == text[before + size] and before + size < start:
                size += 1
            end = start + size
            behind = start - before - size  # what stands between the two
            if behind <= _BETWEEN and "。" not in text[before:start] and ("，" in text[start:end] or size > _RUN + 2):
                yield Match(start, end, ("",))


def near_copies(survey: Survey, /) -> Iterator[Located]:
    """Yield sentences that an earlier one of the report all but repeats."""
    for number, report in enumerate(survey.reports):
        owners: dict[str, list[int]] = {}
        sizes: list[int] = []
        for index, text in lines_of(survey, report):
            for found in _SENTENCE.finditer(text):
                letters = "".join(_HAN.findall(found.group()))
                if len(letters) < _LONG:
                    continue
                pieces = {letters[i : i + _PIECE] for i in range(len(letters) - _PIECE + 1)}
                shared = Counter(owner for piece in pieces for owner in owners.get(piece, ()))
                best, times = shared.most_common(1)[0] if shared else (0, 0)
                if times and _ALIKE * max(len(pieces), sizes[best]) <= times < max(len(pieces), sizes[best]):
                    yield Located(index, Match(*found.span()), report=number)
                for piece in pieces:
                    owners.setdefault(piece, []).append(len(sizes))
                sizes.append(len(pieces))
