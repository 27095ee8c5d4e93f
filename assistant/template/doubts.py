"""Sections that seem missing but may stand below a heading that says nothing: 四、开裂：裂缝长在哪里, 五、收口.

A reader who is not sure asks; only what surely is not there is an error.
"""

import re
from collections.abc import Callable, Sequence

from assistant.document.block import Block
from assistant.template.headings import Numbered
from assistant.template.report import ReportTemplate
from assistant.template.roles import RoleReader

_SENTENCE = re.compile("[^。！？；\n]{4,}")
_FEW = 2
"""Headings of the first level up to which sections of a text can't be told apart."""
_WANTING, _PLANNED = 0.34, 0.2
"""Share of first sentences that name what is wanting, and of all sentences that speak of plans, that raise a doubt."""
_TOLD = frozenset({"main_work", "other", "highlights"})
"""Roles that sections have whose headings say nothing."""


def doubtful(
    blocks: Sequence[Block], bounds: tuple[int, int], found: Sequence[Numbered], template: ReportTemplate
) -> frozenset[str]:
    """Return the roles that may be told below headings that say nothing, between the first and last paragraph."""
    tops = [item.heading for item in found if item.heading.level == 1]
    if len(tops) < _FEW:
        return frozenset({"main_work", "problems", "next_steps"})
    reader = RoleReader(template)
    words = template.vocabulary
    wanting = next((one.wanting for one in words.roles if one.role == "problems"), None)
    doubts = set[str]()
    for n, (head, after) in enumerate(zip(tops, [*(top.index for top in tops[1:]), bounds[1] + 1], strict=True)):
        guess = reader.read(blocks[head.index].text[head.start : head.end])
        if n == 0 or guess.sure or head.role not in _TOLD:
            continue
        texts = [block.text for block in blocks[head.index : after]]
        texts[0] = texts[0][head.end :]
        sentences = [_SENTENCE.findall(text) for text in texts]
        first = [found[0] for found in sentences if found]
        every = [one for found in sentences for one in found]
        if wanting is not None and _share(first, wanting.search) >= _WANTING:
            doubts.add("problems")
        last = n == len(tops) - 1 or "problems" in doubts
        if last and _share(every, lambda one: words.tells("next_steps", one)) >= _PLANNED:
            doubts.add("next_steps")
    return frozenset(doubts)


def _share(texts: Sequence[str], tells: Callable[[str], object]) -> float:
    return sum(bool(tells(text)) for text in texts) / max(1, len(texts))
