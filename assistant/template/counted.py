"""Headings counted behind a word: 问题一：…, 成效2：…, 做法之三：…. One alone is none; the count tells them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.document.block import Block
from assistant.template.numbers import BLANKS, trimmed
from assistant.template.shape import Shape
from assistant.text.numerals import to_int
from assistant.text.sentences import first_end

_COUNTED = re.compile(
    "[\\s\u200b\ufeff]*(?P<word>(?!第)[\u4e00-\u9fff]{2,4}?)之?[（(]?(?P<n>[一二三四五六七八九十]|[1-9])[）)]?[：:、．.\u3000](?![0-9])"
)
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class _Candidate:
    word: str
    value: int
    shape: Shape


def counted_leads(blocks: Sequence[Block], where: Sequence[int], follows: Callable[[int], bool]) -> list[Shape]:
    """Return the headings counted behind a word; `follows` tells of a place in `where` whether body text comes next.

    The number is a part of the text: to other patterns of the same level it is no sibling.
    """
    found = [
        one
        for place, i in enumerate(where)
        if (mark := _COUNTED.match(blocks[i].text)) and (one := _candidate(blocks[i], i, mark, follows=follows(place)))
    ]
    return [one.shape for run in _runs(found) if len(run) > 1 for one in run]


def _candidate(block: Block, index: int, mark: re.Match[str], *, follows: bool) -> _Candidate | None:
    if block.label or block.container is not None or block.said is not None:
        return None
    text = block.text
    stop = first_end(text, mark.end())
    run_in = stop is not None and bool(text[stop + 1 :].strip(BLANKS + "”’）)"))
    start, end = trimmed(text, 0, len(text) if stop is None else stop)
    end = start + len(text[start:end].rstrip("：:" + BLANKS))
    lead = text[mark.end() : end]
    if not 2 <= len(lead) <= _LONGEST or "；" in lead or (stop is not None and not run_in and not follows):
        return None
    shape = Shape(index, "counted", 2.5, 0, "", start, end, run_in=run_in, strong=True)
    return _Candidate(mark["word"], to_int(mark["n"]) or 0, shape)


def _runs(found: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Yield the runs that count one word up from 1."""
    run: list[_Candidate] = []
    for one in found:
        if run and one.word == run[-1].word and one.value == run[-1].value + 1:
            run.append(one)
            continue
        yield run
        run = [one] if one.value == 1 else []
    yield run
