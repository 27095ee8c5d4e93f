"""A name that a report puts in quotation marks, written elsewhere with another character: “枫岭”调解室, 风岭调解室.

The quotation marks say where the name begins and ends, what stands behind it what it names: so any head will do.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.similar import Likeness, Similar
from assistant.text.keeping import keeping

_QUOTED = keeping("“(?P<name>[一-鿿][一-鿿0-9]{1,5})”(?P<behind>[一-鿿]{2})")
_SERIES = frozenset("一二三四五六七八九十上下前后东西南北大小新老左右内外甲乙丙丁高低")
_ANY = "[一-鿿]"
_LONG = 3
"""Characters of a name of which another one, too, may be one that nobody takes for the right one."""


@dataclass(frozen=True)
class QuotedStems:
    """Find such names; `load` reads which characters are taken for each other."""

    load: Callable[[], Similar]

    @cached_property
    def _similar(self) -> Similar:
        return self.load()

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the name that stands once where the quoted one stands elsewhere, too."""
        for number, report in enumerate(survey.reports):
            lines = list(lines_of(survey, report))
            whole = "\n".join(text for _, text in lines)
            quoted = {(one["name"], one["behind"]) for _, text in lines for one in _QUOTED.finditer(text)}
            for name, behind in sorted(quoted):
                if whole.count(name) > 1:
                    for index, start, end in self._others(name, behind, lines, whole):
                        yield Located(index, Match(start, end, (name,)), name, report=number)

    def _others(
        self, name: str, behind: str, lines: list[tuple[int, str]], whole: str
    ) -> Iterator[tuple[int, int, int]]:
        frames = "|".join(
            re.escape(name[:i]) + _ANY + re.escape(name[i + 1 :]) for i in range(len(name)) if not name[i].isdigit()
        )
        pattern = re.compile(f"(?P<name>{frames})”?{behind}")
        for index, text in lines:
            for found in pattern.finditer(text):
                other = found["name"]
                if other != name and whole.count(other) == 1 and self._is_slip(other, name, text, found.start()):
                    yield index, *found.span("name")

    def _is_slip(self, other: str, name: str, text: str, start: int) -> bool:
        pair = next((a, b) for a, b in zip(other, name, strict=True) if a != b)
        end = text.find("。", start)
        sentence = text[text.rfind("。", 0, start) + 1 : end if end >= 0 else len(text)]
        if f"“{name}”" in sentence or set(pair) <= _SERIES:
            return False
        alike = self._similar.likeness(*pair) != Likeness.NONE
        return alike or (len(name) >= _LONG and text[start - 1 : start] == "“")
