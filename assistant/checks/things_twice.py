"""One thing named in two ways: 松鹤食堂 and 松鹤餐厅, 鹿鸣桥站 and 鹿茗桥站, 货源开发专班 and 货源拓展专班.

The way that stands once is told against one that is usual. Nothing is told where the odd one is told as new, or where
both stand in one sentence: then they are two things.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.named_things import Thing, heads_of, things_in
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.similar import Similar
from assistant.checks.thing_pairs import Told
from assistant.document.outline import Report
from assistant.text.keeping import Keeping, keeping

OPTIONS = frozenset({"heads", "plain", "aliases"})
"""`heads`: rows of heads, those of one row being taken for each other; `plain`: stems that name nothing; `aliases`:
rows of names that one thing goes by in different units."""
_PAIR = 2
_NO_QUOTES = str.maketrans("", "", "“”‘’")


@dataclass(frozen=True)
class ThingsTwice:
    """Find things named in two ways; `load` reads which characters are taken for each other."""

    options: Options
    load: Callable[[], Similar]

    @cached_property
    def _similar(self) -> Similar:
        return self.load()

    @cached_property
    def _rows(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(row.split()) for row in self.options.words["heads"])

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the odd name with the usual one."""
        for number, report in enumerate(survey.reports):
            yield from self._in_report(survey, report, number)
            yield from _by_alias(dict(lines_of(survey, report)), self._aliases, number)

    @cached_property
    def _aliases(self) -> Keeping:
        rows = self.options.words["aliases"]
        names = (f"(?P<row{number}>{'|'.join(row.split())})" for number, row in enumerate(rows))
        begin = "".join(sorted({name[0] for row in rows for name in row.split()}))
        # Tried only where one may begin, told before all else, it takes a tenth of the time.
        ahead = f"(?=[{begin}])" if begin.isalnum() else ""
        return keeping(f"{ahead}(?:{'|'.join(names)})")

    def _in_report(self, survey: Survey, report: Report, number: int) -> Iterator[Located]:
        heads = heads_of(self.options.words["heads"])
        lines = dict(lines_of(survey, report))
        things = [(index, thing) for index, text in lines.items() for thing in things_in(text, heads)]
        names = list(dict.fromkeys((thing.left, thing.head) for _, thing in things))
        counts = Counter((one.head, one.left[-size:]) for _, one in things for size in range(2, len(one.left) + 1))
        names = [(left, head) for left, head in names if counts[head, left[-2:]] > 1]  # the usual ones
        whole = "\n".join(lines.values()).translate(_NO_QUOTES)
        told = Told(counts, whole, self._rows, frozenset(self.options.words["plain"]), self._similar)
        reported: set[tuple[int, int]] = set()
        for index, odd in things:
            if odd.made or counts[odd.head, odd.left] > 1 or (index, odd.end) in reported:
                continue
            size, name = _usual(odd, names, told)
            start = odd.start(size)
            if name and name not in _sentence(lines[index], start).translate(_NO_QUOTES):
                reported.add((index, odd.end))
                yield Located(index, Match(start, odd.end, (name,)), name, report=number)


def _usual(odd: Thing, names: list[tuple[str, str]], told: Told) -> tuple[int, str]:
    """Return the size of the odd name's stem and the usual name, 0 and nothing where it is none."""
    for left, head in names:
        size = told.size(odd, left, head)
        if size:
            return size, left[-size:] + head
        size, usual = told.turned(odd, left, head)
        if size:
            return size, left[-usual:] + head
    return 0, ""


def _by_alias(lines: dict[int, str], aliases: Keeping, number: int) -> Iterator[Located]:
    """Yield the name that stands once where another one of its row is usual, in another sentence."""
    rows: dict[str | None, list[tuple[int, re.Match[str]]]] = {}
    for index, text in lines.items():
        for found in aliases.finditer(text):
            rows.setdefault(found.lastgroup, []).append((index, found))
    for told in rows.values():
        times = Counter(found.group() for _, found in told)
        usual, most = times.most_common(1)[0]
        for index, found in told if len(times) == _PAIR and most > 1 else ():
            name = found.group()
            apart = usual not in _sentence(lines[index], found.start())
            if times[name] == 1 and most > 1 and name != usual and apart and usual not in name and name not in usual:
                yield Located(index, Match(*found.span(), (usual,)), usual, report=number)


def _sentence(text: str, at: int) -> str:
    end = text.find("。", at)
    return text[text.rfind("。", 0, at) + 1 : end if end >= 0 else len(text)]
