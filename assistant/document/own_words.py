"""我的词库: the unit's own words as lines of text, for pasting, import and export."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.document.context import OwnWord
from assistant.text.characters import clean

FORBIDDEN, REQUIRED, ALLOWED = "禁用词", "必写词", "不报的词"
TITLES = (FORBIDDEN, REQUIRED, ALLOWED)

LONGEST = 40
"""Characters of a word; what is longer is a sentence that got here by mistake."""

_HEAD = re.compile(r"[【\[#＃\s]*(禁用词|必写词|不报的词)[】\]：:\s]*")
_BETWEEN = re.compile(r"[ \u3000]*(?:\t|→|->|=>|[,，；;])[ \u3000]*")


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words never to be written (with what to write instead, and why), words that must stand, words never flagged."""

    forbidden: tuple[OwnWord, ...] = ()
    required: tuple[OwnWord, ...] = ()
    allowed: tuple[str, ...] = ()

    def with_all_of(self, other: "WordLists") -> "WordLists":
        """Return these lists with the words of others behind them; a word that is there already keeps its place."""
        return WordLists(
            _joined(self.forbidden, other.forbidden),
            _joined(self.required, other.required),
            tuple(dict.fromkeys((*self.allowed, *other.allowed))),
        )

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.forbidden) + len(self.required) + len(self.allowed)


def read_words(text: str, first: str = ALLOWED) -> WordLists:
    """Return the words of a text, one a line; a line 【禁用词】 says of which list those below it are.

    Before such a line they are of `first`. Behind a forbidden word stand what to write instead and why, behind a
    required one why; parted by a tab, an arrow or a comma. What is no word (empty, too long) is left out.
    """
    found: dict[str, list[OwnWord]] = {title: [] for title in TITLES}
    title = first
    for line in clean(text).splitlines():
        head = _HEAD.fullmatch(line)
        if head is not None:
            title = head[1]
        elif (word := _word(line, title)) is not None:
            found[title].append(word)
    return WordLists(
        _joined((), found[FORBIDDEN]),
        _joined((), found[REQUIRED]),
        tuple(dict.fromkeys(word.text for word in found[ALLOWED])),
    )


def written_words(lists: WordLists) -> str:
    """Return lists as a text that `read_words` reads again; lists without a word are left out."""
    parts = (
        (FORBIDDEN, ["\t".join((word.text, word.instead, word.note)).rstrip("\t") for word in lists.forbidden]),
        (REQUIRED, ["\t".join((word.text, word.note)).rstrip("\t") for word in lists.required]),
        (ALLOWED, list(lists.allowed)),
    )
    return "".join("\n".join((f"【{title}】", *lines)) + "\n" for title, lines in parts if lines)


def _word(line: str, title: str) -> OwnWord | None:
    parts = [part.strip() for part in _BETWEEN.split(line.strip(" \u3000"))]
    if not 0 < len(parts[0]) <= LONGEST:
        return None
    text, *rest = parts
    if title == FORBIDDEN:
        return OwnWord(text, rest[0] if rest else "", "，".join(part for part in rest[1:] if part))
    return OwnWord(text, "", "，".join(part for part in rest if part) if title == REQUIRED else "")


def _joined(first: Iterable[OwnWord], more: Iterable[OwnWord]) -> tuple[OwnWord, ...]:
    known: dict[str, OwnWord] = {}
    for word in (*first, *more):
        known.setdefault(word.text, word)
    return tuple(known.values())
