"""Headings of one level written in different ways: run in and on their own line, with other numbers or words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from assistant.checks.options import Options
from assistant.checks.parts import every
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Heading, Report, Section

_NUMERAL = re.compile("[一二三四五六七八九十]+|[0-9０-９]+")
_OF_POINTS = ("是", "要")
"""Ends of the numbers of points: sections may have points where others have sections of their own."""
_STANDARD = ("一、", "（一）", "1.", "（1）", "①")
_DEPTHS = {"一": 1, "（一": 2, "1": 3, "（1": 4}
"""Usual depth of a number, by what is left of it in a standard script."""


def siblings(report: Report) -> Iterator[list[Heading]]:
    """Yield the headings below each section, and those of the first level."""
    parts: list[Section] = list(every(report.sections))
    for group in (report.sections, *(part.children for part in parts)):
        found = [part.heading for part in group if part.heading is not None and part.heading.level > 0]
        if found:
            yield found


def mixed_lines(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield headings that stand alone where their siblings go on in the same paragraph, or the other way round."""
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        for group in siblings(report):
            alone = [heading for heading in group if not heading.run_in]
            run_in = [heading for heading in group if heading.run_in]
            few, many = sorted((alone, run_in), key=len)
            if few and len(many) >= least and len(many) > 2 * len(few):
                for heading in few:
                    right = "接着写正文" if few is run_in else "单独成行"
                    yield Located(heading.index, Match(heading.start, heading.end), right, report=number)


def odd_opening(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the one heading without 进一步 (or another such word) with which all its siblings begin."""
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        for group in siblings(report):
            for word in options.words["words"]:
                odd = [heading for heading in group if not heading.text.startswith(word)]
                if len(odd) == 1 and len(group) - 1 >= least:
                    heading = odd[0]
                    yield Located(heading.index, Match(heading.start, heading.end), word, report=number)


def mixed_numbers(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the first heading of each section whose sub-headings are numbered otherwise than most others'."""
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        groups = [[h for h in (child.heading for child in part.children) if h is not None] for part in report.sections]
        first = [(group[0], _script(group[0].number)) for group in groups if group and _script(group[0].number)]
        counts = Counter(script for _, script in first).most_common()
        if len(counts) < 2 or counts[0][1] < least or counts[0][1] <= sum(times for _, times in counts[1:]):
            continue
        for heading, script in first:
            if script != counts[0][0]:
                usual = _STANDARD[_DEPTHS.get(counts[0][0], 2) - 1]
                yield Located(heading.index, Match(heading.start, heading.end), usual, report=number)


def mixed_marks(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the first heading of each level and script whose number carries another mark than most: 1、 among 1.."""
    least = options.numbers["least"]
    for number, report in enumerate(survey.reports):
        shown = [h for h in report.headings if h.level > 0 and _script(h.number) and _typed(survey, h)]
        key = _key
        for _, found in groupby(sorted(shown, key=key), key=key):
            group = list(found)
            forms = Counter(_form(heading.number) for heading in group).most_common()
            if len(forms) < 2 or forms[0][1] < least or forms[0][1] <= sum(times for _, times in forms[1:]):
                continue
            odd = next(heading for heading in group if _form(heading.number) != forms[0][0])
            right = _NUMERAL.sub("{}", forms[0][0]).replace("{}", _numeral(odd.number))
            start = survey.document.blocks[odd.index].text.rfind(odd.number, 0, odd.start)
            match = Match(start, start + len(odd.number), (right,))
            yield Located(odd.index, match, right, report=number)


def jumps(survey: Survey, _: Options) -> Iterator[Located]:
    """Yield headings whose number is two patterns or more below that of the heading above: （1） right under 一、.

    Where all sections of a report are built so, the first tells.
    """
    for number, report in enumerate(survey.reports):
        told: set[tuple[int, int]] = set()
        for part in every(report.sections):
            child = next((one.heading for one in part.children if one.heading is not None), None)
            if part.heading is None or child is None:
                continue
            above, below = (_DEPTHS.get(_script(heading.number), 0) for heading in (part.heading, child))
            if (
                above
                and below > above + 1
                and not (above == 1 and below == _DEPTHS["1"])
                and (above, below) not in told
            ):
                told.add((above, below))
                right = _STANDARD[above]
                yield Located(child.index, Match(child.start, child.end), right, report=number)


def _script(number: str) -> str:
    """Return what kind of number it is: 一, 1, each with a bracket before it or none; empty for any other, 一是 too."""
    found = _NUMERAL.search(number)
    if found is None or number.endswith(_OF_POINTS):
        return ""
    figure = "1" if found[0][0].isdigit() else "一"
    if figure == "1" and len(_NUMERAL.findall(number)) > 1:
        return ""
    if not re.fullmatch("[（(〔［\\[【\\s]*", number[: found.start()]):
        return ""
    bracketed = number[: found.start()].strip() or re.search("[）)〕］\\]】]", number[found.end() :])
    return f"（{figure}" if bracketed else figure


def _key(heading: Heading) -> tuple[int, str]:
    return heading.level, _script(heading.number)


def _form(number: str) -> str:
    return _NUMERAL.sub("1", re.sub("[\\s\u200b\ufeff]", "", number))


def _numeral(number: str) -> str:
    found = _NUMERAL.search(number)
    return found[0] if found else ""


def _typed(survey: Survey, heading: Heading) -> bool:
    """Tell whether the number is typed in the text, not counted by Word."""
    return survey.document.blocks[heading.index].text.rfind(heading.number, 0, heading.start) >= 0


def run_on(survey: Survey, _: Options) -> Iterator[Located]:
    """Yield headings of sections that run on inside a paragraph."""
    for number, report in enumerate(survey.reports):
        for one in report.run_on:
            yield Located(one.index, Match(one.start, one.end), report=number)
