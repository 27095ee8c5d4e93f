"""Of which kind a report is, and whether a text is a duty report at all."""

from collections.abc import Sequence

from assistant.document.block import Block
from assistant.template.report import OTHER_KIND, ReportTemplate
from assistant.template.title_lines import compact
from assistant.template.titles import Front
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading

SEPARATOR = "/"
"""Between kind and variant, where the user says both: `grassroots-party-building/school`."""
_NEAR = 10
"""Paragraphs at the beginning and at the end in which a duty report names itself."""
_DRAFT = 300
"""Code points up to which a text that doesn't name itself may still become anything."""
_TITLE_LINES = 4
_TITLE = 60
_HEADING = 40
_AT_FRONT, _AT_END = 4, 3
"""Paragraphs at either end in which news, speeches and guides tell what they are."""
_BEGINNING = 300
_HAN = 0.1
"""Share of Han characters below which a text is in another language."""


def kind_of(
    title: str, opening: str, whole: Sequence[Block], templates: Sequence[ReportTemplate], said: str | None
) -> ReportTemplate:
    """Return the kind of a report: what the user said, else what its title, its opening or its headings tell."""
    chosen = said_kind(templates, said)
    if chosen is not None:
        return chosen
    found = [t for t in templates if t.in_title is not None and t.in_title.search(title)]
    found = found or [t for t in templates if t.plain is not None and t.plain.search(title)]
    found = found or [t for t in templates if t.in_opening is not None and t.in_opening.search(opening)]
    if not found and title:
        text = title + "\n" + "\n".join(block.text for block in whole)
        heads = "\n".join(_head(block) for block in whole)
        found = [t for t in templates if t.in_headings is not None and t.in_headings.search(heads)]
        found = found or [t for t in templates if t.lacking is not None and not t.lacking.search(text)]
    return max(found, key=lambda template: template.priority, default=templates[0])


def said_kind(templates: Sequence[ReportTemplate], said: str | None) -> ReportTemplate | None:
    """Return the kind that the user said, as the variant said with it (`kind/variant`); None where there is no such."""
    kind, _, variant = (said or "").partition(SEPARATOR)
    found = next((template for template in templates if template.id == kind), None)
    return found.as_variant(variant) if found is not None and variant else found


def variant_of(kind: ReportTemplate, sources: Sequence[str], said: str | None) -> ReportTemplate:
    """Return the kind as the unit's variant has it, itself where no variant is recognised.

    What the user `said` wins. `sources` are title, byline, opening and the unit's name: the first in
    which a variant is recognised decides, by the highest priority of those it names.
    """
    if said is not None and SEPARATOR in said:
        return kind
    for source in sources:
        found = [one for one in kind.variants if one.words is not None and one.words.search(source)]
        if found:
            return max(found, key=lambda variant: variant.priority)
    return kind


def _head(block: Block) -> str:
    """Return the beginning of a numbered paragraph, empty for any other."""
    ordinal = leading(block.label or block.text[:_HEADING])
    if ordinal is None or ordinal.style.is_point:
        return ""
    return compact(block.text[0 if block.label else ordinal.end :].split("。")[0][:_HEADING])


def other_front(blocks: Sequence[Block], where: Sequence[int], templates: Sequence[ReportTemplate]) -> Front | None:
    """Return the title of a text that names itself something else than a duty report: a notice, minutes, a summary.

    The text has no title of a duty report.
    """
    other = next((template for template in templates if template.id == OTHER_KIND), None)
    if other is None or other.in_title is None:
        return None
    for first in range(min(_TITLE_LINES, len(where))):
        joined = ""
        for last in range(first, min(first + _TITLE_LINES, len(where))):
            joined += compact(blocks[where[last]].text)
            if len(joined) > _TITLE or "，" in joined or joined[-1] in "。；：:":
                break
            if other.in_title.search(joined):
                return Front(tuple(where[first : last + 1]), (), joined)
    return None


def names_itself(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Tell whether a text without any title may be a duty report: it is short, or somebody says so at either end."""
    told = _told(blocks, where)
    if sum(len(text) for text in told) <= _DRAFT:
        return True
    named = any(vocabulary.names_itself.search(text) for text in (*told[:_NEAR], *told[-_NEAR:]))
    return named and any(vocabulary.first_person.search(text) for text in told)


def speaks_of_reports(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Tell whether a text is about duty reports and none itself: news of a meeting, a comment on reports, a guide."""
    told = _told(blocks, where)
    return any(vocabulary.about.search(text[:_BEGINNING]) for text in (*told[:_AT_FRONT], *told[_AT_FRONT:][-_AT_END:]))


def is_foreign(blocks: Sequence[Block], where: Sequence[int]) -> bool:
    """Tell whether a text is written in another language."""
    text = "".join(_told(blocks, where))
    letters = sum(character.isalpha() for character in text)
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return letters > 0 and han < _HAN * letters


def _told(blocks: Sequence[Block], where: Sequence[int]) -> list[str]:
    return [text for i in where if (text := blocks[i].text.strip())]
