"""A count announced in words and the points that follow it: 三个方面：一是…二是…四是…."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from assistant.checks.options import Options
from assistant.checks.parts import every
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Heading, Report
from assistant.text.keeping import keeping
from assistant.text.numbering import leading, points
from assistant.text.numerals import to_chinese, to_int
from assistant.text.ordinal import Ordinal

_ANNOUNCED = keeping(
    "(?:针对|以下|如下|这|下列|从|在|抓好|抓实|做到|做好|办好|办了|干了|做了|抓了|要做|要抓|要办|突出|坚持|强化|实施|落实|推进|存在|体现在|表现在|概括为|主要有|着重抓好)"
    "(?P<number>[两二三四五六七八九十]|[2-9])(?P<what>个方面|个问题|项工作|条措施|点不足|件(?:大|实|难)?事|个重点|个环节|个到位|项任务|项重点(?:工作|任务)?|个关键|个短板|点打算|点感受|点认识|项举措|条路子|个抓手|条经验|点做法|个维度|个层面|方面问题|方面工作|点体会|项措施|条|方面原因)"
    "[^。；：:！？]{0,12}(?P<end>[：。:]|，(?=一是)|$)"
)
_OPENED = keeping(
    "(?<![“第0-9一二三四五六七八九十百数几前后])(?P<number>[两二三四五六七八九十]|[2-9])(?P<what>(?:大|个)?方面|[个项条点大件类种处场支张轮篇步招环关把本套道])(?!规定|纪律|准则|基本原则|意识|自信|维护|确立|务必|全面|服从|伟大|规律)"
    "[^。；：:，、！？“”0-9一二两三四五六七八九十]{0,12}(?P<end>[：:])(?=[（(“]?(?:一是|第一|首先|一、|（一）|1[.．]|①|一要|一方面|其一))"
)
"""Whatever is announced, where the colon leads to its first point."""
_NAMED = re.compile(
    "(?:指出|点评|反馈|提出|查摆|存在)(?:(?:的|了|我[一-鿿]{1,3}的?)|的?“[^“”]{2,30}”等)(?P<number>[两二三四五六七八九十]|[2-9])(?:个方面的?|个|条|项|方面)(?:突出|主要|具体)?问题"
)
_AGAIN = re.compile(
    "(?P<before>[^。；]{0,8}?)(?<!第)(?P<number>[两二三四五六七八九十]|(?<![0-9])[1-9])(?:个|条|项)(?:方面的?)?(?:突出|主要|具体|共性)?问题(?![线清])|(?:反馈|点评|指出|提出)[^。；，、]{0,8}问题(?P<behind>[1-9])[个条项](?![0-9])"
)
_MEASURES = re.compile(
    "(?P<before>)(?P<number>(?<![0-9])[0-9]{1,2})[项条](?:整改)?措施|(?<![防管帮便惠][控理扶民企])措施(?P<behind>[0-9]{1,2})[项条]"
)
_OTHERS = re.compile("班子的?$|个人的?$|发现|排查|查摆|解决|推动|梳理|收集|帮助|征集|协调|剩余|其余|新增")
"""Words before a count of problems that are not those which the unit was told of."""
_OTHER_PARTS = frozenset({"problems", "causes", "problems_causes", "next_steps", "problems_next_steps", "closing"})
"""Roles of sections that are no further points of the work announced."""
_TWO = "两"


def miscounted(survey: Survey, /) -> Iterator[Located]:
    """Yield announced numbers that another number of points follows in the same paragraph (一是, 第一，)."""
    for index, block in enumerate(survey.document.blocks):
        opened = _OPENED.finditer(block.text) if "：" in block.text or ":" in block.text else ()
        for found in {one.start("number"): one for one in (*_ANNOUNCED.finditer(block.text), *opened)}.values():
            said = 2 if found["number"] == _TWO else to_int(found["number"])
            told = _following(points(block.text), found.end())
            if said is not None and told > 1 and told != said and "其中" not in block.text[found.end() :]:
                start, end = found.span("number")
                report = _report(survey, index)
                yield Located(index, Match(start, end + len(found["what"])), to_chinese(told), report=report)


def problems_told(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of problems that were named to the unit where the same paragraph answers another number of them."""
    for index, block in enumerate(survey.document.blocks):
        found = _NAMED.search(block.text)
        if found is None:
            continue
        said = 2 if found["number"] == _TWO else to_int(found["number"])
        behind = [point for point in points(block.text) if point.start >= found.end()]
        told = _following(tuple(behind), behind[0].start) if behind else 0
        if said is not None and told > 1 and told != said and len(_NAMED.findall(block.text)) == 1:
            yield Located(index, Match(*found.span("number")), to_chinese(told), report=_report(survey, index))


def problems_again(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of the problems told to the unit that its account of them gives in another place otherwise."""
    for number, report in enumerate(survey.reports):
        for part in every(report.sections):
            if part.role != "rectification" or part.heading is None:
                continue
            for pattern in (_AGAIN, _MEASURES):
                places = [
                    (index, found)
                    for index in range(part.first, part.last + 1)
                    for found in pattern.finditer(survey.document.blocks[index].text)
                    if not _OTHERS.search(found["before"] or "")
                ]
                yield from _differing(places, number)


def _differing(places: list[tuple[int, re.Match[str]]], number: int) -> Iterator[Located]:
    """Yield the rarer of two values, of equals each."""
    said = [_value(found["number"] or found["behind"]) for _, found in places]
    usual, times = Counter(said).most_common(1)[0] if said else (0, 0)
    for (index, found), value in zip(places, said, strict=True):
        if len(set(said)) == 2 and (value != usual or times * 2 == len(said)):
            start, end = found.span("number" if found["number"] else "behind")
            others = "、".join(str(one) for one in dict.fromkeys(said) if one != value)
            yield Located(index, Match(start, end), others, report=number)


def _value(numeral: str) -> int:
    return 2 if numeral == _TWO else to_int(numeral) or int(numeral)


def _following(all_points: tuple[Ordinal, ...], start: int) -> int:
    """Return how many points count up from one behind `start`, 0 where the first is not at once or they don't go on."""
    behind = [point for point in all_points if point.start >= start]
    if not behind or behind[0].start > start or behind[0].value != 1:
        return 0
    same = [point for point in behind if point.style is behind[0].style]
    count = 0
    for point in same:
        if point.value != count + 1:
            break
        count += 1
    return count if not any(point.value == 1 for point in same[1:]) and count == len(same) else 0


def _report(survey: Survey, index: int) -> int:
    return next((i for i, report in enumerate(survey.reports) if report.first <= index <= report.last), 0)


def announced_list(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield numbers announced at the end of a paragraph that another number of headings or list items follows."""
    pattern = options.patterns["announced_pattern"]
    blocks = survey.document.blocks
    for number, report in enumerate(survey.reports):
        levels = {heading.index: heading for heading in report.headings}
        for index in range(report.first, report.last):
            found = pattern.search(blocks[index].text.rstrip())
            if found is None:
                continue
            said = 2 if found["number"] == _TWO else to_int(found["number"])
            told = _headings_after(report, levels, index) or _items_after(survey, report, levels, index)
            if said is not None and told > 1 and told != said:
                start, end = found.span("number")
                yield Located(index, Match(start, end + len(found["what"])), to_chinese(told), report=number)


def _headings_after(report: Report, levels: Mapping[int, Heading], index: int) -> int:
    """Return how many headings of one pattern count up from one right behind a paragraph, 0 where none begins there."""
    first = levels.get(index + 1)
    if first is None or not first.number:
        return 0
    count = 0
    others = {part.first for part in report.sections if part.role in _OTHER_PARTS}
    for heading in report.headings:
        if heading.index <= index or heading.level > first.level:
            continue
        ordinal = leading(heading.number + "甲")
        turned = heading.level < first.level or heading.index in others
        if turned or ordinal is None or (count and ordinal.value == 1):
            break
        count += 1
    return count


def _items_after(survey: Survey, report: Report, levels: Mapping[int, Heading], index: int) -> int:
    """Return how many paragraphs of a plain list count up from one right behind a paragraph."""
    count = 0
    style = None
    for i in range(index + 1, report.last + 1):
        block = survey.document.blocks[i]
        ordinal = leading(block.label or block.text)
        if ordinal is None or i in levels or ordinal.value != count + 1 or style not in {None, ordinal.style}:
            break
        style = ordinal.style
        count += 1
    return count
