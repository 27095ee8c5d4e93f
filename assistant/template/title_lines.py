"""What a line may be at the head of a report: part of a title, the title said again, body text."""

import re
from itertools import takewhile

from assistant.document.block import TITLE_LEVEL, Block
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

LONGEST = 70
"""Code points of a title at most."""
_STOPPED = 30
"""Code points up to which a title may end in a full stop, as a slip."""
_GOES_ON = "暨"
"""What joins the second half of a title to the first."""
_RED_HEAD = re.compile("(?:委员会|党组|党委|政府|办公室|委|局|厅|公司)文件$|[〔\\[][0-9]{4}[〕\\]][0-9]+号$")
"""What stands above the title of a document that was sent: whose it is, and its number."""
_POST = re.compile(
    "(?:党[委组支总工]{0,2}[委部支]?)?副?(?:书记|校长|院长|局长|主任|镇长|乡长|所长|站长|董事长|总经理|园长|处长)"
)
_UNIT = re.compile("(?:局|镇|乡|街道|学|校|院|所|站|中心|公司|集团|村|社区|园|厂|委|办|馆|处)$")
"""The first line says where, the second begins with who: 青石镇中心小学 | 副校长……述职报告."""
_ALIKE = 8
"""Characters at their ends in which titles agree that are told twice."""
BODY = 60
"""Code points from which a paragraph between two titles is taken for body text: they head two reports."""
_BLANK = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff\ufffc]+")


def compact(text: str) -> str:
    """Return the text without blanks and invisible characters (`述 职 报 告` reads 述职报告)."""
    return _BLANK.sub("", text)


def cut_word(before: str, line: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two lines make a title only together, or a word is cut: 述职 | 报告, 党 | 建工作述职报告.

    A line that begins with 暨 goes on with the one before, whatever that says.
    """
    whole = vocabulary.title.search(before + line)
    return bool(whole) and (
        line.startswith(_GOES_ON)
        or (_POST.match(line) is not None and _UNIT.search(before) is not None)
        or not vocabulary.title.search(line)
        or bool(vocabulary.title_cut.search(f"{before}\n{line}"))
    )


def says_title(block: Block) -> bool:
    """Tell whether the user has said that a paragraph is a title."""
    return block.said is not None and block.said.level == TITLE_LEVEL


def may_be_title(block: Block, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph is short enough, and ends and begins as a line of a title may."""
    if block.said is not None and block.said.level is not None:
        return block.said.level == TITLE_LEVEL
    text = compact(block.text)
    if not 2 <= len(text) <= LONGEST or text[-1] in "；，、：:!！,;" or (text[-1] == "。" and len(text) > _STOPPED):
        return False
    if _RED_HEAD.search(text):
        return False
    if block.label or vocabulary.salutation.search(text) or vocabulary.date.search(text):
        return False
    ordinal = leading(block.text)
    return ordinal is None or ordinal.style.is_point


def same(one: str, other: str) -> bool:
    """Tell whether two titles are the same but for years and units before them."""
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False))
    )
    return alike >= min(_ALIKE, len(one), len(other))


def is_body(block: Block, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph belongs to the text itself: a numbered section, an opening, anything long."""
    ordinal = leading(block.label or block.text[:12])
    numbered = ordinal is not None and ordinal.style is Style.CHINESE and ordinal.sure
    return numbered or len(block.text) >= BODY or bool(vocabulary.opening.search(block.text))
