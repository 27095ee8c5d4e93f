"""Which paragraphs are sellers' stamps or page notes: never part of an outline, offered for removal."""

from assistant.template.vocabulary import Vocabulary
from assistant.text.needs import has_all, needs
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_LONGEST = 80
"""Code points up to which a paragraph may be one."""
_HEADINGS = frozenset({Style.CHINESE, Style.CHINESE_BRACKETS, Style.PART})


def is_stamp(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph is a seller's stamp or a page note; one that is numbered like a heading is none."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST or not has_all(text, needs(vocabulary.stamp.pattern)):
        return False
    if vocabulary.stamp.search(text) is None:
        return False
    ordinal = leading(text)
    return ordinal is None or ordinal.style not in _HEADINGS
