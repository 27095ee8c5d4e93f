"""One thing written one way throughout: organs, short forms before their full form, sentences twice."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.parts import lines_of, text_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import keeping

_ORGANS = (
    ("卫健局", "卫健委"),
    ("卫生健康局", "卫生健康委"),
    ("市监局", "市场监管局"),
    ("农业局", "农业农村局"),
    ("行政审批局", "行政审批服务局"),
    ("城市管理局", "综合行政执法局"),
    ("环保局", "生态环境局"),
    ("扶贫办", "扶贫局", "乡村振兴局"),
    ("组织部门", "组织人事部门"),
    ("编办", "编委办"),
)
"""Names of one organ that a report does not use side by side; a usual short form may stand beside the full name."""

_DEFINED = keeping("（以下(?:统称|简称|称)[：:]?[“‘《]?(?P<short>[^”’》）]{2,12})[”’》]?）")
_TAIL, _FULL = 2, 12
"""Characters by which the end of a full name is known (有限公司 of 公司), and those of a full form at most."""
_SENTENCE = re.compile("[^。；！？\n]+")
_SAME = 18
"""Han characters of a sentence that nobody writes twice by chance."""
_HAN = re.compile("[一-鿿]")


def organ_names(survey: Survey, /) -> Iterator[Located]:
    """Yield the first place of each further name of an organ that the report calls otherwise before."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        defined = {found["short"] for _, text in lines for found in _DEFINED.finditer(text)}
        whole = text_of(survey.document, report)
        for names in _ORGANS:
            if sum(name in whole for name in names) < 2:
                continue
            first: dict[str, tuple[int, int]] = {}
            pattern = re.compile(f"(?<!原)(?:{'|'.join(sorted(names, key=len, reverse=True))})")
            for index, text in lines:
                for found in pattern.finditer(text):
                    if found.group() not in defined:
                        first.setdefault(found.group(), (index, found.start()))
            if len(first) > 1:
                usual, *others = sorted(first, key=lambda name: first[name])
                for name in others:
                    index, at = first[name]
                    yield Located(index, Match(at, at + len(name)), usual, report=number)


_BODY = keeping("(?P<organ>[一-鿿]{2}(?:[委局院校]|集团|公司))(?P<body>党委|党组|党工委)(?![（会班])")
_NO_ORGAN = re.compile("^(?:[我本各级由在]|[县市区乡镇机关]{2})")


def organ_bodies(survey: Survey, /) -> Iterator[Located]:
    """Yield the rarer, of equals each, of two Party bodies that a report gives one organ: 国资委党委, 国资委党组."""
    for number, report in enumerate(survey.reports):
        places: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for index, text in lines_of(survey, report):
            for found in _BODY.finditer(text):
                if not _NO_ORGAN.match(found["organ"]):
                    places.setdefault(found["organ"], []).append((index, found))
        for same in places.values():
            counts = Counter(found["body"] for _, found in same)
            (usual, _), *others = counts.most_common(2)
            for index, found in same if others else ():
                if found["body"] != usual or counts[usual] == others[0][1]:
                    right = usual if found["body"] != usual else others[0][0]
                    yield Located(index, Match(*found.span("body"), (right,)), found["organ"] + right, report=number)


_GROUP = keeping("第(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>巡[察视]组|纪检监察组|派驻纪检监察组)")


def numbered_groups(survey: Survey, /) -> Iterator[Located]:
    """Yield two numbers of the group that inspects the unit: 第三巡察组 in one place, 第二巡察组 in another."""
    for number, report in enumerate(survey.reports):
        places: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for index, text in lines_of(survey, report):
            for found in _GROUP.finditer(text):
                places.setdefault(found["kind"], []).append((index, found))
        for same in places.values():
            names = list(dict.fromkeys(found.group() for _, found in same))
            for index, found in same if len(names) == 2 else ():
                other = names[1 - names.index(found.group())]
                if sum(found.group() == one.group() for _, one in same) <= len(same) / 2:
                    yield Located(index, Match(*found.span()), other, report=number)


def short_forms(survey: Survey, /) -> Iterator[Located]:
    """Yield short forms that are used before the place where they are explained."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        for index, text in lines:
            for found in _DEFINED.finditer(text):
                short = found["short"]
                for earlier, other in lines:
                    before = other[: found.start()] if earlier == index else other
                    at = _first_use(short, text[: found.start()], before, near=earlier == index)
                    if at >= 0 and (earlier, at) < (index, found.start()):
                        yield Located(earlier, Match(at, at + len(short)), short, report=number)
                        break


def _first_use(short: str, full: str, text: str, *, near: bool) -> int:
    """Return where a text uses a short form other than as a part of the full form that `full` ends with, else -1.

    `near`: the text is what stands before the explanation, so that its last characters are the full form.
    """
    end = full[-len(short) - _TAIL :]
    for one in re.finditer(re.escape(short), text):
        part = end.endswith(short) and text[: one.end()].endswith(end)
        if not part and not (near and one.start() >= len(text) - len(short) - _FULL):
            return one.start()
    return -1


def sentences_twice(survey: Survey, /) -> Iterator[Located]:
    """Yield sentences that a report has word for word before."""
    for number, report in enumerate(survey.reports):
        seen: set[str] = set()
        for index, text in lines_of(survey, report):
            for start, end, sentence in _long_sentences(text):
                if sentence in seen:
                    yield Located(index, Match(start, end), report=number)
                seen.add(sentence)


@lru_cache(maxsize=1024)
def _long_sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the sentences of a paragraph that are compared, and where they are."""
    told = ((*found.span(), found.group().strip()) for found in _SENTENCE.finditer(text))
    return tuple((start, end, one) for start, end, one in told if len(_HAN.findall(one)) >= _SAME)
