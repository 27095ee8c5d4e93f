"""What was pasted twice: a run of words again right behind itself, a sentence that all but repeats an earlier one."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_RUN = 7
"""Characters that nobody writes twice within a few words."""
_CLOSE = 16
"""Characters from the beginning of a run to its beginning again."""
_BETWEEN = 2
"""Characters between the two: more, and the second is another thing of the same name."""
_SENTENCE = re.compile("[^。；！？\n]+")
_MARK = re.compile("[，。；：]")
"""What no line has that gives name and office, at the beginning and again at the end."""
_HAN = re.compile("[一-鿿]")
_OTHER = re.compile("[^一-鿿]+")
_LONG, _PIECE = 24, 6
"""Han characters of a sentence that is compared, and of the pieces by which it is."""
_KEPT = 1024
"""Paragraphs whose pieces are kept: all but the one that is typed in stay as they were."""
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
        first: dict[str, int] = {}
        sizes: list[int] = []
        for index, text in lines_of(survey, report):
            for start, end, pieces in _long_sentences(text) if _MARK.search(text) else ():
                if first.keys().isdisjoint(pieces):  # most sentences are like none before
                    first.update(dict.fromkeys(pieces, len(sizes)))
                else:
                    best, times = Counter(first[piece] for piece in pieces if piece in first).most_common(1)[0]
                    if _ALIKE * max(len(pieces), sizes[best]) <= times < max(len(pieces), sizes[best]):
                        yield Located(index, Match(start, end), report=number)
                    for piece in pieces:
                        first.setdefault(piece, len(sizes))
                sizes.append(len(pieces))


@lru_cache(maxsize=_KEPT)
def _long_sentences(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """Return the sentences of a paragraph that are compared: where they are, and their pieces."""
    told = ((*found.span(), _pieces(found.group())) for found in _SENTENCE.finditer(text))
    return tuple((start, end, pieces) for start, end, pieces in told if pieces)


def _pieces(sentence: str) -> frozenset[str]:
    """Return the pieces of a sentence by which it is compared, none of a short one."""
    letters = _OTHER.sub("", sentence)
    if len(letters) < _LONG:
        return frozenset()
    return frozenset([letters[i : i + _PIECE] for i in range(len(letters) - _PIECE + 1)])
