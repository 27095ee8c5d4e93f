"""Whether one paragraph looks like a heading: its number, its length, how it ends, what follows it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.document.block import BODY_LEVEL, TITLE_LEVEL, Block
from assistant.template.lead_ends import COLON_LEAD, LONG_LEAD, lead_end
from assistant.template.numbers import BLANKS, CELLS, bare_number_of, number_of, pattern, trimmed
from assistant.text.numbering import points
from assistant.text.ordinal import Ordinal, Style
from assistant.text.sentences import first_end

_CONTENTS_LINE = re.compile("(?:[.．…·]{3,}|\t)\\s*\\d+\\s*$")
_FIGURE = re.compile(
    "(?:[0-9０-９]|[Xx×]{1,3})(?:余|多)?(?:次|个|人|名|场|件|条|万|项|篇|期|户|份|元|%|％|亿|千|家|起|批|天|月)"
)
_RESULT = re.compile(_FIGURE.pattern + "(?=$|[，,、；)）])")
"""A figure that ends what a line of a list tells (走访企业12家), no heading's (建强28个支部)."""
_RESULT_AT_END = re.compile(_FIGURE.pattern + "$")
_HALF_STOPS = ("；", ";")
_ALONE = 20
"""Code points up to which a line with a semicolon is a heading where body text follows, not the next item of a list."""
_PHRASE = range(3, 16)
"""Code points of what may be a heading before a colon behind 1., where a neighbour is written so, too."""
_BRIEF = 14
"""Code points up to which a point with a full stop may be a heading, alone above a paragraph: 第一，抓学习。"""
_POINT_LEAD, _POINT_BODY = 24, 8
"""Code points up to which the first sentence of a point is a heading (一是补欠账。…), and those behind it at least."""
_MOTTO = 20
"""Code points up to which what a line without a stop has behind a colon belongs to the heading: 述廉：守住底线."""
_SHORT_POINT, _LONG_POINT = 30, 48
"""Code points up to which a line that begins as a point is a heading, and up to which 第一、 does above a paragraph."""
_TOPIC = re.compile("(?:方面|情况)$")
_COLON_STYLES = frozenset({Style.CHINESE, Style.CHINESE_BRACKETS})
"""Numbers behind which a colon may end the heading; behind 1. it more often introduces what a list item says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph that may begin with a heading.

    `key` names the pattern it shares with its siblings, `rank` the usual depth of that pattern; `value` is 0 for a
    heading without number. `strong` shapes are headings by themselves, others only in the company of strong ones.
    `level` and `role` are what the user said.
    """

    index: int
    key: str
    rank: float
    value: int
    number: str
    start: int
    end: int
    run_in: bool
    strong: bool
    sure: bool = True
    level: int | None = None
    role: str | None = None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What shape needs to know of the text around.

    `body_follows`: body text comes next; `plain_follows`: it has no number, not even of a point; `count_follows`: a
    count from one comes next; `opens`: one of a deeper pattern does; `bold_counts`: bold means anything; `colons`: the
    neighbour that counts on has a colon early, too; `listed`: it is an item of a list of clauses; `bare`: its
    numeral counts without a mark; `roof`: a line that may be a heading comes next, with body text below; `known` tells
    whether a text as a whole is a known heading.
    """

    body_follows: bool
    bold_counts: bool
    plain_follows: bool = False
    count_follows: bool = False
    opens: bool = False
    colons: bool = False
    listed: bool = False
    bare: bool = False
    roof: bool = False
    known: Callable[[str], bool] = lambda _: False


def shape(block: Block, index: int, around: Surroundings) -> Shape | None:
    """Return how a numbered paragraph looks as a heading, None where it can't be one."""
    said = block.said.level if block.said is not None else None
    if said is not None and said in {BODY_LEVEL, TITLE_LEVEL}:
        return None
    if said is None and (block.container is not None or _CONTENTS_LINE.search(block.text)):
        return None
    ordinal, start = number_of(block, said=said is not None)
    if ordinal is None and said is None:
        ordinal, start = bare_number_of(block, (lambda _: True) if around.bare else around.known)
    if ordinal is None:
        return _said(block, index, said) if said is not None else None
    end, run_in = lead_end(block.text, start)
    end, run_in = _before_colon(block.text, (start, end), ordinal.style, around) or (end, run_in)
    if end <= start or (said is None and CELLS.match(block.text, start)):
        return None
    strong = said is not None or _looks_like_heading(block, ordinal, (start, end), run_in=run_in, around=around)
    if strong is None:
        return None
    return Shape(
        index=index,
        key=pattern(ordinal)[0],
        rank=pattern(ordinal)[1],
        value=ordinal.value,
        number=block.label or ordinal.typed,
        start=start,
        end=end,
        run_in=run_in,
        strong=strong,
        sure=ordinal.sure or said is not None,
        level=said,
        role=block.said.role if block.said is not None else None,
        parts=ordinal.parts,
    )


def _said(block: Block, index: int, level: int) -> Shape | None:
    start, _ = trimmed(block.text, 0, len(block.text))
    end, run_in = lead_end(block.text, start)
    if end <= start:
        return None
    role = block.said.role if block.said is not None else None
    return Shape(index, "said", float(level), 0, "", start, end, run_in, strong=True, level=level, role=role)


def _before_colon(text: str, span: tuple[int, int], style: Style, around: Surroundings) -> tuple[int, bool] | None:
    """Return `lead_end` of a first sentence whose heading ends at a colon: one phrase, no quotation.

    The phrase is known, or says by its end that it is one (组织建设方面：), or the sentence is too long for one.
    """
    start, end = span
    lead = re.split("[：:]", text[start:end], maxsplit=1)[0]
    if len(lead) == end - start or style.is_point:
        return None
    if first_end(text, start) is None and end - start - len(lead) <= _MOTTO:
        return None
    if not 2 <= len(lead) <= COLON_LEAD or re.search("[“‘《（(；！？0-9]|，.*，", lead):
        return None
    least = COLON_LEAD if style is Style.ARABIC_BRACKETS else LONG_LEAD
    counted = around.colons and len(lead) in _PHRASE and (end - start > least or end - start - len(lead) > _MOTTO // 2)
    long = counted or (end - start > LONG_LEAD and style in _COLON_STYLES)
    if not (long or _TOPIC.search(lead) or (style in _COLON_STYLES and around.known(lead))):
        return None
    return start + len(lead.rstrip(BLANKS)), True


def _looks_like_heading(
    block: Block, ordinal: Ordinal, span: tuple[int, int], *, run_in: bool, around: Surroundings
) -> bool | None:
    """Return True for a heading, False for a possible one, None for none."""
    text = block.text
    lead = text[span[0] : span[1]]
    last = text.rstrip(BLANKS)[-1:]
    if "；" in lead or _is_item(lead, last, ordinal.style, run_in=run_in, around=around):
        return None
    if block.style_level is not None and block.style_level >= 1 and len(lead) <= 60:
        return True
    if ordinal.style.is_point:
        marked = around.body_follows or around.opens or around.roof or (block.bold and around.bold_counts)
        stopped = last in "。！？：:" and not (last == "。" and around.plain_follows and len(lead) <= _BRIEF)
        most = _LONG_POINT if around.plain_follows and ordinal.style is Style.NTH else _SHORT_POINT
        alone = not run_in and not stopped and len(lead) <= most and not points(lead)
        return True if (marked and alone) or (run_in and _opens_point(text, span)) else None
    sentence = last in "。！？!?" and not run_in
    if ordinal.style in {Style.PART, Style.CHINESE}:
        return _first_level(lead, sentence=sentence, around=around)
    if ordinal.style is Style.CHINESE_BRACKETS:
        return _second_level(lead, run_in=run_in, sentence=sentence, around=around)
    decimal = ordinal.style is Style.DECIMAL
    return _deeper(lead, run_in=run_in, sentence=sentence, decimal=decimal, around=around)


def _opens_point(text: str, span: tuple[int, int]) -> bool:
    """Tell whether what a point begins with is a heading: one short sentence, and all behind it is about that point."""
    lead = text[slice(*span)]
    brief = len(lead) <= _POINT_LEAD and lead.count("，") <= 1 and not _FIGURE.search(lead)
    rest = text[span[1] + 1 :]
    return brief and text[span[1] : span[1] + 1] == "。" and len(rest) >= _POINT_BODY and len(points(text)) == 1


def _is_item(lead: str, last: str, style: Style, *, run_in: bool, around: Surroundings) -> bool:
    """Tell whether a paragraph is an item of a list of clauses: its end says that the next one goes on."""
    if around.plain_follows and len(lead) <= _ALONE and last in _HALF_STOPS:
        return False
    return (not run_in and last in "；;，,、") or (around.listed and style is not Style.CHINESE)


def _first_level(lead: str, *, sentence: bool, around: Surroundings) -> bool | None:
    if len(lead) > 90:
        return None
    if sentence and not around.body_follows and lead.count("，") > 2:
        return False
    return len(lead) <= 60


def _second_level(lead: str, *, run_in: bool, sentence: bool, around: Surroundings) -> bool | None:
    if len(lead) > 90:
        return None
    if run_in or not sentence:
        return len(lead) <= 60 and lead.count("，") <= 4
    if around.body_follows:
        return len(lead) <= 50
    return len(lead) <= 30 and lead.count("，") <= 1 and not _FIGURE.search(lead)


def _deeper(lead: str, *, run_in: bool, sentence: bool, decimal: bool, around: Surroundings) -> bool | None:
    if len(lead) > 60:
        return None
    plain = not _FIGURE.search(lead)
    if run_in:
        return len(lead) <= 36 and lead.count("，") <= 2 and plain
    if sentence:
        return around.body_follows and len(lead) <= 36 and plain
    told = decimal or around.body_follows or around.opens or around.known(lead)
    listed = _RESULT.search(lead) if not around.plain_follows else _RESULT_AT_END.search(lead)
    return len(lead) <= 40 and not listed and told
