"""Figures and letters in full width, which Chinese official writing sets in half width (GB/T 15835-2011, 5.1)."""

import re
from collections.abc import Iterator

from assistant.checks.mask import is_masked, masked_ranges
from assistant.checks.rule import USUAL_MASKS, Fix, Located, Match, Survey
from assistant.document.block import Span
from assistant.document.edit import ReplaceText
from assistant.text.keeping import keeping

_WIDE = keeping("[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+[％]?)?")
_OFFSET = 0xFEE0
"""Distance of the full-width forms U+FF01-FF5E from ASCII."""
_HOUSE_STYLE = 3
"""Percent signs, all of them wide, that are no slip but the way the unit writes."""
_APART = 3
"""Places that are told one by one; where there are more, the first stands for all of them."""


def full_width(survey: Survey, /) -> Iterator[Located]:
    """Yield full-width figures, letters and percent signs, or the first of them with a fix that mends them all."""
    found = list(_wide(survey))
    others = [(index, match) for index, match in found if match.replacements != ("%",)]
    styled = len(found) - len(others) >= _HOUSE_STYLE
    if styled and not any("%" in block.text for block in survey.document.blocks):
        found = others
    if len(found) <= _APART:
        for index, match in found:
            yield Located(index, match, f"应写作“{match.replacements[0]}”", report=survey.report_at(index))
        return
    blocks = survey.document.blocks
    edits = []
    for index, match in found:
        text = blocks[index].text[match.start : match.end]
        edits.append(ReplaceText(Span(blocks[index].id, match.start, match.end), text, match.replacements[0]))
    fix = Fix(f"全文{len(found)}处都改为半角", found[0][1].replacements[0], tuple(edits))
    yield Located(*found[0], f"全文有{len(found)}处用了全角", report=survey.report_at(found[0][0]), fixes=(fix,))


def _wide(survey: Survey) -> Iterator[tuple[int, Match]]:
    """Yield every full-width place that is the author's own, with its half-width form."""
    for index, block in enumerate(survey.document.blocks):
        matches = [] if block.opaque is not None else list(map(_narrowed, _WIDE.finditer(block.text)))
        ranges = masked_ranges(block.text) if matches else {}
        yield from ((index, match) for match in matches if not is_masked(match, USUAL_MASKS, ranges))


def _narrowed(found: re.Match[str]) -> Match:
    return Match(*found.span(), ("".join(chr(ord(character) - _OFFSET) for character in found.group()),))
