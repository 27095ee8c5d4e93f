"""The end of a report: attachments, signature block, closing formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.document.block import Block
from assistant.template.title_lines import compact
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading
from assistant.text.sentences import sentences

_SIGNATURE_LINES = 5
_SHORT = 40
_BRIEF = 20
_FORMULA = 90
"""Code points up to which a paragraph may be a closing formula as a whole."""
_LOOK_BACK = 3
_THANKS = ("谢谢", "感谢", "完毕", "此致", "敬礼")
_BEHIND = 8
"""Lines that may stand behind them."""
_NAME = re.compile("(?!谢谢|感谢|完毕|再见|此致|敬礼)[\u4e00-\u9fff][ \u3000]{0,2}[\u4e00-\u9fff]{1,2}")
"""A name alone, which signs behind a closing formula."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Positions of the parts at the end of a report; `attachments` are with whatever stands behind who signs.

    `closes` tells whether any closing words are there at all, `signs` whether the name stands behind a soft break.
    """

    attachments: frozenset[int]
    signature: tuple[int, ...]
    closing: tuple[int, ...]
    closes: bool
    signs: bool = False


def ending(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> Ending:
    """Return the parts at the end of the paragraphs at `where` (content of one report behind its head)."""
    attachments = _attachments(blocks, where, vocabulary)
    rest = [i for i in where if i not in attachments]
    behind = _behind(blocks, rest, vocabulary)
    attachments |= {*behind}
    rest = rest[: len(rest) - len(behind)]
    signature = _signature(blocks, rest, vocabulary)
    rest = rest[: len(rest) - len(signature)]
    closing: list[int] = []
    closes = False
    for i in reversed(rest[-_LOOK_BACK:]):
        text = blocks[i].text.strip()
        if leading(blocks[i].label or text) is None and len(text) <= _FORMULA and _only_closes(text, vocabulary):
            closing.insert(0, i)
        elif closing or not _is_thanks(text):
            break
    if not closing and rest:
        last = sentences(blocks[rest[-1]].text)[-2:]
        closes = any(_closes(sentence.text, vocabulary) for sentence in last)
    tail = blocks[rest[-1]].text.strip().rpartition("\n") if rest and not signature else ("", "", "")
    signs = bool(tail[1]) and len(tail[2]) <= _SHORT and _signs(tail[2].strip(), vocabulary)
    return Ending(frozenset(attachments), signature, tuple(closing), closes or bool(closing), signs)


def _only_closes(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a short paragraph closes the report and does nothing else: no plan stands before the formula."""
    first = sentences(text)[:1]
    return _closes(text, vocabulary) and (len(text) <= _BRIEF or any(_closes(one.text, vocabulary) for one in first))


def _closes(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether words close a report; 现将…报告如下，请予评议 opens one."""
    if vocabulary.closing.search(text) is None:
        return False
    return text.startswith(("以上", "上述")) or vocabulary.opening.search(text) is None


def _is_thanks(text: str) -> bool:
    return len(text) <= 8


def _behind(blocks: Sequence[Block], where: list[int], vocabulary: Vocabulary) -> list[int]:
    """Return the short lines behind closing words, name and date that are neither: 抄送：…, links of a web page."""
    for back in range(1, min(_BEHIND, len(where) - 1) + 1):
        text = blocks[where[-back]].text.strip()
        numbered = leading(blocks[where[-back]].label or text) is not None
        if len(text) > _SHORT or numbered or vocabulary.is_heading(text):
            if back > 1 and len(text) <= _FORMULA and not numbered and _only_closes(text, vocabulary):
                return _unsigned(blocks, where[len(where) - back + 1 :], vocabulary)
            return []
        if vocabulary.date.search(compact(text)) or _only_closes(text, vocabulary):
            return _unsigned(blocks, where[len(where) - back + 1 :], vocabulary)
    return []


def _unsigned(blocks: Sequence[Block], lines: list[int], vocabulary: Vocabulary) -> list[int]:
    """Return the lines from the first one on that neither signs nor closes."""
    for place, i in enumerate(lines):
        text = blocks[i].text.strip()
        signs = _signs(text, vocabulary) or _NAME.fullmatch(text)
        closes = _only_closes(text, vocabulary) or text.startswith(_THANKS)
        if (
            not signs
            and not closes
            and not (place + 1 < len(lines) and _signs(blocks[lines[place + 1]].text, vocabulary))
        ):
            return lines[place:]
    return []


def _attachments(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> set[int]:
    """Return the attachment note (附件：1.… 2.…) and, behind a line 附件 alone, everything to the end."""
    found: set[int] = set()
    inside = False
    names: set[str] = set()  # of attachments that may follow
    for place, i in enumerate(where):
        text = blocks[i].text.strip()
        if names and compact(text) in names:
            return found | set(where[place:])
        if len(text) <= 80 and vocabulary.attachment.search(text):
            over = _over(blocks, where[max(place - _LOOK_BACK, 0) : place], vocabulary)
            alone = len(compact(text).rstrip("：:")) <= 4
            signed = text[-1] not in "：:" or (over and not _signs(blocks[where[-1]].text.strip(), vocabulary))
            if alone and signed and (over or place > len(where) // 2):
                return found | set(where[place:])
            if place <= len(where) // 2 and not over:
                continue
            inside = True
            found.add(i)
            names.add(_attached(vocabulary.attachment.sub("", text)))
        elif inside and leading(blocks[i].label or text) is not None and len(text) <= _SHORT:
            found.add(i)
            names.add(_attached(text))
        else:
            inside = False
        names.discard("")
    return found


def _over(blocks: Sequence[Block], before: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Tell whether the report is over: one of the lines before closes it, or says when it was signed."""
    texts = [blocks[i].text.strip() for i in before if len(blocks[i].text) <= _FORMULA]
    return any(vocabulary.date.search(compact(text)) or _only_closes(text, vocabulary) for text in texts)


def _attached(text: str) -> str:
    """Return the name of an attachment without its number."""
    ordinal = leading(text)
    return compact(text[ordinal.end :] if ordinal is not None else text)


def _signature(blocks: Sequence[Block], where: list[int], vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the name and date lines at the very end."""
    lines: list[int] = []
    for i in reversed(where[-_SIGNATURE_LINES:]):
        block = blocks[i]
        text = block.text.strip()
        if len(text) > _SHORT or leading(block.label or text) is not None or block.container is not None:
            break
        if block.said is not None and block.said.level is not None and block.said.level > 0:
            break
        if not _signs(text, vocabulary) and not (lines and vocabulary.byline.search(text)):
            break
        lines.insert(0, i)
    if not lines and len(where) > 1 and _NAME.fullmatch(blocks[where[-1]].text.strip()):
        before = blocks[where[-2]].text.strip()
        return (where[-1],) if len(before) <= _FORMULA and _closes(before, vocabulary) else ()
    return tuple(lines)


def _signs(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is a date, or says by its words that it is who reports."""
    short = compact(text)
    patterns = (vocabulary.signature, vocabulary.reporter)
    return bool(vocabulary.date.search(short)) or any(one.search(text) or one.search(short) for one in patterns)
