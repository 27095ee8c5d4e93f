"""What the text below a section's heading tells of its role, where the heading itself says nothing.

心里有数的几个短处 names no section by any word one could list; what stands below it (学得不深, 办法少) does.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from assistant.document.block import Block
from assistant.template.nesting import Placed
from assistant.template.roles import Guess
from assistant.template.shape import Shape
from assistant.template.vocabulary import Vocabulary

_SENTENCE = re.compile("[^。；！？\n]{3,}")
_CLAUSE = re.compile("[^，。；：！？\\n]{3,}")
_MOST = 2000
"""Code points of a section that are read."""
_SHARE = {"problems": 0.6, "causes": 0.6, "next_steps": 0.6, "rectification": 0.5}
"""Share of sentences that must speak of a role; of two that do, the larger share counts."""
_LEAST, _CLAUSES = 2, 3
"""Sentences that must speak of it, and clauses, where one sentence tells all."""
_SHORT = 14
"""Code points up to which a numbered heading may be spoken."""
_VAGUE = frozenset({None, "main_work", "other"})
"""What a heading may say that the text below may say better."""


def with_bodies(
    guesses: Sequence[Guess], nested: Sequence[Placed], blocks: Sequence[Block], where: Sequence[int], words: Vocabulary
) -> list[Guess]:
    """Return the guesses with those of the text below for sections whose headings say nothing for sure.

    What another section says by its heading is not looked for.
    """
    result = [*guesses]
    tops = [place for place, item in enumerate(nested) if item.parent < 0]
    said = frozenset[str]().union(*(guesses[place].covers for place in tops))
    for place, after in zip_longest(tops, tops[1:]):
        guess = guesses[place]
        if guess.sure or guess.last_year or guess.role not in _VAGUE:
            continue
        first = nested[place].shape.index
        last = nested[after].shape.index if after is not None else where[-1] + 1
        below = [item.shape for item in nested[place + 1 : after] if item.parent == place]
        heads = "\n".join(blocks[one.index].text[one.start : one.end] for one in below)
        opened = not below or below[0].index > first + 1  # else what is said first is said by one part of several
        text = _text(blocks, where, nested[place], (first, last))
        role = role_told(heads, words, opened=opened) or role_told(text, words, opened=opened)
        if role == "next_steps" and place == tops[0]:
            continue  # nobody opens with plans; 要 and 将 are said of what was asked for, too
        if role and role not in said:
            result[place] = Guess(role, covers=frozenset({role}), part=guess.part)
    return _between(result, tops, [_speaks_shortly(nested[place].shape, blocks) for place in tops])


def _speaks_shortly(one: Shape, blocks: Sequence[Block]) -> bool:
    """Tell whether a heading may be spoken: it has no number, or it is short and of one clause."""
    text = blocks[one.index].text[one.start : one.end]
    return not one.value or (len(text) <= _SHORT and "，" not in text)


def _between(guesses: list[Guess], tops: Sequence[int], spoken: Sequence[bool]) -> list[Guess]:
    """Return the guesses with problems, or causes, for a section that says nothing where only these are left to tell.

    Problems stand right above the causes, causes between problems and plans. The first section tells what was done, and
    so do those with mottoes for headings.
    """
    told = frozenset[str]().union(*(guesses[place].covers for place in tops))
    for before, place, after, short in zip(tops, tops[1:], tops[2:], spoken[1:], strict=False):
        if not short or guesses[place].role is not None:
            continue
        around = (guesses[before].role, guesses[after].role)
        if "problems" not in told and around[1] == "causes":
            guesses[place] = Guess("problems", covers=frozenset({"problems"}), faint=True)
        elif "causes" not in told and around == ("problems", "next_steps"):
            guesses[place] = Guess("causes", covers=frozenset({"causes"}), faint=True)
    return guesses


def _text(blocks: Sequence[Block], where: Sequence[int], top: Placed, bounds: tuple[int, int]) -> str:
    parts = [blocks[bounds[0]].text[top.shape.end :]]
    length = 0
    for i in where[bisect_right(where, bounds[0]) : bisect_left(where, bounds[1])]:
        parts.append(blocks[i].text)
        length += len(blocks[i].text)
        if length > _MOST:
            break
    return "\n".join(parts)


def role_told(text: str, vocabulary: Vocabulary, *, opened: bool = True) -> str:
    """Return the role most sentences speak of, empty where they speak of none.

    `opened`: the first sentence opens the whole text and may tell all of it.
    """
    return _speaks(_SENTENCE.findall(text), _LEAST, vocabulary, opened=opened) or _speaks(
        _CLAUSE.findall(text), _CLAUSES, vocabulary, opened=opened
    )


def _speaks(sentences: Sequence[str], least: int, vocabulary: Vocabulary, *, opened: bool) -> str:
    best = ("", 0.0)
    for words in vocabulary.roles:
        if words.told is None or not sentences:
            continue
        told = sum(words.told.search(one) is not None for one in sentences)
        share = told / len(sentences)
        if (
            opened
            and words.role == "rectification"
            and words.told.search(sentences[0])
            and vocabulary.last_year.search(sentences[0])
        ):
            told, share = max(told, least), max(share, _SHARE[words.role])  # it says so at once
        if told >= least and share >= _SHARE.get(words.role, 1) and share > best[1]:
            best = (words.role, share)
    return best[0]
