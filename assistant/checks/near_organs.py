"""Names of organs behind a 县, 市 or 区 that are one slip away from a known one: 县医疗保证局, 县残疾人联合委.

The lexicon hears characters that sound or look alike; here any one character may be wrong, missing, too many or
exchanged with its neighbour, because what stands behind the name of a place ends in 局, 会 or 院 is an organ. What a
report writes twice is no slip: 市中心医院 is no 市中医医院.
"""

from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.near_titles import one_edit
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_PLACE = keeping("[县市区州旗](?=.)")
_ENDS = "局委会院厅办部室校心团站"
_Known = tuple[frozenset[str], dict[str, tuple[str, ...]]]


def slips(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the names that become one of `organs` by one edit; `known` are right although they are near one."""
    exact, by_pair = _known(options.words["organs"], options.words["known"])
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        whole = "\n".join(text for _, text in lines)
        for index, text in lines:
            for place in _PLACE.finditer(text):
                at = place.end()
                pairs = {text[at : at + 2], text[at : at + 1] + text[at + 2 : at + 3]}
                near = [organ for pair in pairs for organ in by_pair.get(pair, ())]
                found = _slip(text, at, near, exact) if near else None
                if found is not None and whole.count(text[at : found[0]]) == 1:
                    end, right = found
                    yield Located(index, Match(at, end, (right,)), right, report=number)


def _slip(text: str, at: int, near: list[str], exact: frozenset[str]) -> tuple[int, str] | None:
    """Return the end of the name at a place and the organ that is meant, None where the name is right or no such."""
    if any(text.startswith(organ, at) for organ in exact):
        return None
    for organ in near:
        for size in (len(organ), len(organ) - 1, len(organ) + 1):
            name = text[at : at + size]
            whole = len(name) == size and name[-1] in _ENDS and not text.startswith("门", at + size)  # 应急管理部门
            if whole and name[0] == organ[0] and one_edit(name, organ):
                return at + size, organ
    return None


@lru_cache(maxsize=2)
def _known(organs: tuple[str, ...], known: tuple[str, ...]) -> _Known:
    """Return all right names, and the organs by their first two characters and by the first and the third."""
    by_pair: dict[str, tuple[str, ...]] = {}
    for organ in organs:
        for pair in {organ[:2], organ[0] + organ[2]}:
            by_pair[pair] = (*by_pair.get(pair, ()), organ)
    return frozenset((*organs, *known)), by_pair
