"""Headings without number: by style, by bold, because their words are known, or because they stand like headings."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.document.block import Block, Marks
from assistant.template.numbers import BLANKS, CELLS, trimmed
from assistant.template.shape import Shape, Surroundings
from assistant.template.title_lines import compact
from assistant.text.bullets import BULLET
from assistant.text.numbering import points

_BRACKETED = re.compile("[\\s]*(?P<lead>【[^【】。；：，]{3,24}】)(?=[^【】]{12,}$)")
_SET_OFF = re.compile("\\s*(?P<lead>[一-鿿“”]{4,20})\u3000{1,4}(?=[^\u3000]{16,}[。！；]\\s*$)")
_BEFORE_COLON = re.compile("[\\s\u200b\ufeff]*(?P<lead>[德能勤绩廉]|[^。；，、：:\\s]{2,16})[：:](?=[^\n]{8,})")
_BEFORE_STOP = re.compile(_BEFORE_COLON.pattern.replace("[：:]", "。"))
_CHAPTER_MARK = re.compile("[上中下](?:篇|部分|半部分|半场)(?=[：:、\\s—\\-]+\\S)[：:、\\s—\\-]+")
_JOINTS = "：:、—-" + BLANKS
_NARROW = 4
_CHAPTER = "篇"
"""The end of headings that stand above numbered ones: 履职篇, then 一、."""
_ASKING = ("？", "?")
_CAPTION = re.compile("[（(][^（）()]*[）)]")
"""A line that stands in brackets as a whole says something of a picture or of the text."""
_PLAIN = re.compile(
    "(?:[\u4e00-\u9fff]{1,8}[：:](?=[^。；：:！？!?\\t\\n0-9、，]{4}))?[^。；：:！？!?\t\n0-9、，][^。；：:！？!?\t\n]{1,27}[^。；，、：:！？!?;,…\t\n]"
)


def lead_without_number(block: Block, index: int, around: Surroundings, *, known: bool) -> Shape | None:
    """Return an un-numbered paragraph as a heading by style, bold, or because its text is a `known` heading."""
    if block.container is not None or block.said is not None:
        return None
    text = block.text
    start, end = trimmed(text, 0, len(text))
    bullet = BULLET.match(text, start)
    start = bullet.end() if bullet else start
    chapter = _CHAPTER_MARK.match(text, start)
    number = text[start : start + len(chapter[0].rstrip(_JOINTS))] if chapter else ""
    start = chapter.end() if chapter else start
    end -= known and text[end - 1] in _ASKING
    lead = text[start:end]
    if not 2 <= len(lead) <= 30 or lead[-1] in "。；，、！？;,…" or "。" in lead or _broken(lead):
        return None
    if lead[-1] in "：:" and not known:
        return None
    key, rank = ("chapter", 0.5) if chapter else _evidence(block, around, known=known)
    if not key or (key == "bold" and not around.body_follows):
        return None
    end = start + len(lead.rstrip("：:" + BLANKS))
    return Shape(index, key, rank, 0, number, start, end, run_in=False, strong=True)


def _broken(lead: str) -> bool:
    """Tell whether a line break parts a text; in a narrow cell of a form one stands behind every character or two."""
    return "\n" in lead and max(len(line) for line in lead.split("\n")) > _NARROW


def bullet_lead(block: Block, index: int) -> Shape | None:
    """Return an un-numbered line behind a bullet as a heading like the known ones of its text, a short phrase."""
    bullet = BULLET.match(block.text, trimmed(block.text, 0, len(block.text))[0])
    plain = None if bullet is None else plain_lead(block, index, bullet.end())
    return None if plain is None else replace(plain, key="named", rank=1.0)


def plain_lead(block: Block, index: int, begin: int = 0) -> Shape | None:
    """Return an un-numbered line without any mark of a heading but its look: a short phrase without a stop.

    Its words `begin` behind a bullet.
    """
    if block.container is not None or block.said is not None or block.label:
        return None
    text = block.text
    start, end = trimmed(text, begin, len(text))
    end -= text[start:end][-1:] in _ASKING
    if not _PLAIN.fullmatch(text, start, end) or CELLS.match(text, start) or _CAPTION.fullmatch(text, start, end):
        return None
    return Shape(index, "plain", 2.5, 0, "", start, end, run_in=False, strong=True)


def bracket_lead(block: Block, index: int) -> Shape | None:
    """Return a paragraph that begins with a phrase in 【】, or set off by a wide blank, and goes on: a run-in heading.

    Blanks to fill in stand in 【】, too: what follows them tells.
    """
    found = _BRACKETED.match(block.text) or _SET_OFF.match(block.text)
    if found is None or block.container is not None or block.said is not None or block.label:
        return None
    start, end = found.span("lead")
    return Shape(index, "bracket-run-in", 2.5, 0, "", start, end, run_in=True, strong=True)


def colon_lead(block: Block, index: int, known: Callable[[str], bool]) -> Shape | None:
    """Return a paragraph that goes on behind a known heading and a colon, or a full stop: 存在问题：一是…."""
    found = _BEFORE_COLON.match(block.text) or _BEFORE_STOP.match(block.text)
    if found is None or block.container is not None or block.said is not None or not known(found["lead"]):
        return None
    start, end = found.span("lead")
    return Shape(index, "named", 1.0, 0, "", start, end, run_in=True, strong=True)


def topic_lead(block: Block, index: int) -> Shape | None:
    """Return a paragraph that goes on behind the name of a field of work and a colon: 组织建设方面：…."""
    found = _BEFORE_COLON.match(block.text)
    if found is None or block.container is not None or block.said is not None or not found["lead"].endswith("方面"):
        return None
    start, end = found.span("lead")
    return Shape(index, "topic", 2.5, 0, "", start, end, run_in=True, strong=True)


def bold_lead(block: Block, index: int) -> Shape | None:
    """Return a paragraph whose first sentence alone is bold: a run-in heading without number."""
    if block.container is not None or block.said is not None or points(block.text[:6]):
        return None
    end = 0
    for run in block.runs:
        if run.text.strip() and not run.marks & Marks.BOLD:
            break
        end += len(run.text)
    text = block.text
    if not 0 < end < len(text) or not text[end:].strip(BLANKS + "。：:"):
        return None
    if text[end] not in "。：:" and text[end - 1] not in "。：:":
        return None
    start, end = trimmed(text, 0, end)
    end = start + len(text[start:end].rstrip("。：:"))
    if not 4 <= end - start <= 40 or "。" in text[start:end]:
        return None
    return Shape(index, "bold-run-in", 3.0, 0, "", start, end, run_in=True, strong=True)


def _evidence(block: Block, around: Surroundings, *, known: bool) -> tuple[str, float]:
    if block.style_level is not None and block.style_level >= 1:
        return f"styled-{block.style_level}", float(block.style_level)
    if known:
        return ("chapter", 0.5) if compact(block.text).endswith(_CHAPTER) else ("named", 1.0)
    if block.bold and around.bold_counts:
        return "bold", 2.5
    return "", 0.0
