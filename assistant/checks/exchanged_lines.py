"""The lines of fixed.txt, read: which words a formulation has, which of them are fixed, which wordings are right."""

import re
from collections.abc import Iterable

from assistant.checks.exchanged import ExchangedWord
from assistant.checks.unquoted import QUOTES, plain_wording

_ANY = "~"
_WORDS = re.compile(r"[、，（）]|[^\s、，（）]+")


def exchanged_word(lines: Iterable[str], usual: Iterable[str] = ()) -> ExchangedWord:
    """Return the finder for formulations, one a line; `usual` wordings are right, too.

    The words have blanks between them, a member of a listing may be another one as a whole; `^` before and `$` behind
    mark a fixed beginning and end, `~` a word that others may stand for, `=` a wording that is right, though near.
    """
    formulations, accepted = [], {plain_wording(line) for line in usual}
    for line in lines:
        plain = QUOTES.sub("", line)
        if plain.startswith("="):
            accepted.add(plain[1:])
            continue
        marked = _WORDS.findall(plain.removeprefix("^").removesuffix("$"))
        words = tuple(word.removeprefix(_ANY) for word in marked)
        members = tuple(_WORDS.findall("".join(words)))
        loose = frozenset(i for i, word in enumerate(marked) if word.startswith(_ANY))
        cuts = dict.fromkeys((words, members) if "、" in words else (words,))
        formulations += [
            (cut, plain.startswith("^"), plain.endswith("$"), loose if cut == words else frozenset()) for cut in cuts
        ]
    return ExchangedWord(tuple(formulations), frozenset(accepted))
