"""Titles that name only the sort of a document, 《条例》, with no full title before them (P24)."""

from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_SORTS = "条例|准则|细则|规则|规定|办法|意见|通知|决定|方案|实施方案|实施意见|实施办法|实施细则|工作方案|若干措施"
_BARE = keeping(f"(?<!“)《(?P<sort>{_SORTS})(?:（试行）)?》(?![一-鿿]{{0,4}}年[”行活])")
"""“《准则》学习年” is the name of an action."""
_FULL = keeping(f"《[^《》]{{2,80}}?(?P<sort>{_SORTS})(?:[（(](?:试行|暂行|修订版?)[）)])?》")
_NAMED = keeping(f"(?:简称|统称|以下称|下称)[：:]?[“‘《]{{0,2}}(?P<sort>{_SORTS})")
_UNMARKED = keeping("[一-鿿]{4}(?P<sort>条例|准则|细则|规则)(?!》)")
"""A full name without its marks: 纪律处分条例; 意见 and 通知 stand unmarked in any sentence."""


def bare(survey: Survey, /) -> Iterator[Located]:
    """Yield the first place of each such title that nothing before it explains.

    Where the explanation comes too late, `consistency.short_forms` says so.
    """
    for number, report in enumerate(survey.reports):
        blocks = [(index, survey.document.blocks[index]) for index in range(report.first, report.last + 1)]
        lines = [(index, block.text) for index, block in blocks if block.opaque is None]
        known = {found["sort"] for _, text in lines for found in _NAMED.finditer(text)}
        for index, text in lines:
            for start, end in _unexplained(text, known):
                yield Located(index, Match(start, end), report=number)


def _unexplained(text: str, known: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the bare titles of a paragraph whose sort is not in `known` yet, and add what the paragraph names."""
    told = [(found.end(), found["sort"]) for pattern in (_FULL, _UNMARKED) for found in pattern.finditer(text)]
    for found in _BARE.finditer(text):
        sort = found["sort"]
        if sort not in known and not any(end <= found.start() + 1 and _explains(other, sort) for end, other in told):
            yield found.span()
        known.add(sort)
    known.update(sort for _, told_sort in told for sort in _SORTS.split("|") if _explains(told_sort, sort))


def _explains(full: str, short: str) -> bool:
    """Tell whether a title that ends in `full` may be called by `short` from then on: 实施意见 also 意见."""
    return full.endswith(short) or short.endswith(full)
