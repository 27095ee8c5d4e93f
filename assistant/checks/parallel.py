"""Headings of one rank built alike: the one that lacks its full stop, the one that is worded in another way."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey

_NUMBER = re.compile("^[ 　]*(?:（[一二三四五六七八九十]+）、?|[一二三四五六七八九十]+、)")
_END = re.compile("[。\n]")
_FIGURE = re.compile("[0-9]")
"""What a heading does not tell."""
_SHORT = 26
"""Characters that a heading at the beginning of its paragraph has at most."""
_LEAST = 2
"""Headings beside one that must agree for it to stand out."""
_MANY = 4
"""Headings that agree in their beginning or their end alone for the one that doesn't to stand out."""
_ABOUT = re.compile("^在.{2,14}[上中](?!.*，)")
"""在…上…: so marked that of two headings one built so expects the other, too."""
_WORD = re.compile("(?:聚焦|坚持|突出|强化|围绕|着力|紧扣|把[准牢稳好]|抓|在|以)")

_STEADY = re.compile("持续|进一步|着力|不断|切实|深入|全力|始终")
"""Adverbs with which all headings of a rank begin, or none."""
_WHERETO = re.compile("(?:起来|下去|下来|上去|上来|出来|出去|进去|进来|到位|到底)$")
"""Where a verb leads to, which headings built alike may say in different ways."""
_JUDGEMENTS = ("有待", "亟待", "仍需", "还需")
_FAULT = re.compile("不|还|有待|欠|缺")
"""What many problems end with by chance."""
_JUDGED = 7
"""Characters at the end of a heading in which a problem is judged."""
_MARKED = 3
"""Characters that others end with for a heading which doesn't to stand out."""
_ALIKE = 2
"""Characters that all end with for none to stand out by more that others share."""
_TERSE = 4
"""Characters of clauses so short that the first of them is a pattern: 抓融合, 抓队伍, 抓青年."""


def unstopped(survey: Survey, /) -> Iterator[Located]:
    """Yield the clause behind a number where all others of its rank are short headings that end in a full stop."""
    for number, group in _groups(survey):
        texts = [survey.document.blocks[i].text for i in group]
        heads = [_head(text) for text in texts]
        if len(group) <= _LEAST:
            continue
        for i, head, text in zip(group, heads, texts, strict=True):
            others = [one for one in heads if one is not head]
            told = _FIGURE.search(head) or len(head) > 2 * _SHORT
            if told and len(head) > _SHORT and all(0 < len(one) <= _SHORT for one in others) and "。" in text:
                start = _begin(text)
                comma = re.search("[，、：；]", text[start:])
                end = start + comma.start() if comma else start + _SHORT
                yield Located(i, Match(start, end), report=number)


def unlike(survey: Survey, /) -> Iterator[Located]:
    """Yield the one heading that is not built as all beside it are: 在…上下功夫, 在…上下功夫, 抓好…工作."""
    for number, group in _groups(survey):
        heads = [_head(survey.document.blocks[i].text) for i in group]
        if len(group) < _LEAST or not all(0 < len(head) <= _SHORT for head in heads):
            continue
        odd = [n for n, head in enumerate(heads) if _stands_out(head, [*heads[:n], *heads[n + 1 :]])]
        if len(odd) == 1:
            (n,) = odd
            start = _begin(survey.document.blocks[group[n]].text)
            match = Match(start, start + len(heads[n]))
            yield Located(group[n], match, right=heads[n - 1] if n else heads[1], report=number)


def _stands_out(head: str, others: list[str]) -> bool:
    """Tell whether a heading is not built in the way that all the others are."""
    if all(_ABOUT.match(one) for one in others):
        return not _ABOUT.match(head)
    if len(others) < _LEAST:
        return False
    if _lacks_frame(head, others):
        return True
    first = _WORD.match(others[0])
    word = first.group() if first else others[0][:2]
    ending = others[0][-2:] if len(others) >= _MANY else others[0][-_MARKED:]
    begins = all(one.startswith(word) for one in others)
    ends = all(one.endswith(ending) for one in others)
    if begins and ends and (first or len(others) >= _MANY):
        alike = head.endswith(ending) or (_WHERETO.search(ending) and _WHERETO.search(head))
        return not (head.startswith(word) and alike)
    if len(others) >= _MANY:
        return (begins and not head.startswith(word)) or (ends and not head.endswith(ending))
    return False


def _lacks_frame(head: str, others: list[str]) -> bool:
    """Tell whether a heading lacks what all the others end with, are judged by, or begin with."""
    first, firsts = head.split("，", maxsplit=1)[0], [one.split("，")[0] for one in others]
    for one, rest in ((first, firsts), (head, others)):
        ending = _shared([text[::-1] for text in rest])[::-1]
        if len(_shared([text[::-1] for text in (one, *rest)])) >= _ALIKE:
            continue  # 组织建设持续加强, 作用发挥持续加强; 组织建设情况, 任务完成情况
        if len(ending) >= _MARKED and not one.endswith(ending) and not _FAULT.search(ending):
            return True
    if any(all(word in one[-_JUDGED:] for one in others) and word not in head[-_JUDGED:] for word in _JUDGEMENTS):
        return True
    beginning = _shared(firsts)
    steady = _STEADY.match(beginning)
    short = len({len(one) for one in firsts}) == 1 and len(firsts[0]) <= _TERSE and beginning
    return not head.startswith(beginning) and bool(steady or short)


def _shared(texts: list[str]) -> str:
    """Return with what all texts begin."""
    short = min(texts, key=len)
    return next((short[:i] for i, one in enumerate(short) if any(text[i] != one for text in texts)), short)


def _groups(survey: Survey) -> Iterator[tuple[int, list[int]]]:
    """Yield report and paragraphs of each run of numbers in brackets below one chapter."""
    for number, report in enumerate(survey.reports):
        roles = {heading.index: heading.role for heading in report.headings}
        group: list[int] = []
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            if text.lstrip(" 　").startswith("（") and _NUMBER.match(text):
                group.append(index)
            elif group and re.match("^[ 　]*[一二三四五六七八九十]+、", text):
                if len({roles.get(i) for i in group}) == 1:  # sections are named each in its own way
                    yield number, group
                group = []
        if len({roles.get(i) for i in group}) == 1:
            yield number, group


def _begin(text: str) -> int:
    found = _NUMBER.match(text)
    return found.end() if found else 0


def _head(text: str) -> str:
    """Return what stands behind the number up to the first full stop."""
    start = _begin(text)
    end = _END.search(text, start)
    return text[start : end.start() if end else len(text)].rstrip()
