"""Numbers with a unit, and names of last year's activities: what only the writer can bring up to date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.reuse.found import KINDS, Found
from assistant.template.toml import Fields, load

_NUMBER = r"(?<![0-9.A-Za-z])[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?(?:万|亿|千|百)?"
_BLANK = r"(?<![A-Za-z+＋0-9])(?:[XxＸ×]{1,4}|\*{2,})"
_ABOUT = r"(?:余|多|来|几)?"
_FROM = r"(?:(?<![0-9.A-Za-z年月])[0-9]+(?:\.[0-9]+)?%?\s*[—\-－~～至到]{1,2}\s*)?"
"""The first number of 3—5次 and 20%～30%."""
_DIGIT = "[一二两三四五六七八九]"
_CHINESE = (
    "(?<![一二三四五六七八九十百千第几])"
    f"(?:{_DIGIT}?十{_DIGIT}?|{_DIGIT}[百千][零十百一二三四五六七八九]*|[数上近][十百千]|[百千](?=余|多)|[二两三四五六七八九])"
)
_ONE = re.compile(r"(?:了|召开|组织|举办|开展|进行)一(?:次|场|期|堂|届)")
_QUOTED = re.compile("“[^“”]{1,12}”|《[^《》]*》")
_BEFORE = 8
_BARE = re.compile(
    r"(?<![0-9A-Za-z.])[0-9]{1,2}\s*年(?![级代度])"
    r"|(?<=[达到为至于分])[0-9]+(?:\.[0-9]+)?(?=[，。；、）)])|(?<![0-9.])[0-9]+\.[0-9]+(?=[，。；、）)])"
    r"|(?:排名|名列|位列|位居|排在)[\u4e00-\u9fff]{0,4}第[0-9一二三四五六七八九十]+"
    r"|第(?:[0-9]+|[一二三四五六七八九十]+)(?:次|批|期|轮)(?!全国|全体|代表|党代|中国|世界|科技|工业|会晤)"
    r"|(?<![0-9:：.])[0-9]+(?:\.[0-9]+)?\s*[:：∶]\s*[0-9]+(?:\.[0-9]+)?(?![0-9:：]|\s*[0-9])(?=[，。；、）)的])"
    r"|[百千万一二三四五六七八九十]+分之[零一二三四五六七八九十百点]+"
)
"""Figures without a measure word: lengths of time, scores, ranks, ordinals, ratios, fractions."""
_AGE = re.compile(r"[0-9]{1,3}(?:周)?岁(?:及)?以[上下]")
"""A bound that names a group, and is no result."""
_EMPTY = re.compile(r"[XxＸ×*]")


@dataclass(frozen=True, slots=True)
class Event:
    """Names of activities, meetings or speeches without a date in the data; `kind` is the kind they are listed as."""

    kind: str
    pattern: re.Pattern[str]
    message: str


@dataclass(frozen=True, slots=True)
class Marks:
    """How figures and last year's activities are recognised."""

    figure: re.Pattern[str]
    chinese: re.Pattern[str]
    not_after: tuple[str, ...]
    frequency: re.Pattern[str] | None
    events: tuple[Event, ...]


def load_marks(path: Path) -> Marks:
    """Read the marks of figures and activities; raises ResourceError naming file and key."""
    fields = load(path)
    table = fields.table("figures")
    units = _any_of(table.texts("units", None))
    marks = Marks(
        figure=re.compile(f"{_FROM}(?:{_NUMBER}|{_BLANK}){_ABOUT}(?:[万亿](?=[\u4e00-\u9fff]))?\\s*(?:{units})"),
        chinese=re.compile(f"{_CHINESE}{_ABOUT}(?:{_any_of(table.texts('chinese_units', None))}|个(?=[，。；、）]|$))"),
        not_after=table.texts("not_after"),
        frequency=table.pattern("frequency"),
        events=tuple(_event(one) for one in fields.tables("event")),
    )
    table.done()
    fields.done()
    return marks


def _event(fields: Fields) -> Event:
    pattern = fields.pattern("patterns")
    if pattern is None:
        raise fields.fail("patterns", "missing")
    event = Event(fields.choice("kind", KINDS), pattern, fields.text("message"))
    fields.done()
    return event


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def figures(text: str, marks: Marks) -> Iterator[Found]:
    """Yield every figure of a text with last year's value; nothing is suggested."""
    for match in [*marks.figure.finditer(text), *_BARE.finditer(text)]:
        if not _is_fixed(text, match.start(), marks):
            yield _figure(match)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in [*marks.chinese.finditer(text), *_ONE.finditer(text)]:
        inside = any(start <= match.start() < end for start, end in quoted)
        if not inside and not _is_fixed(text, match.start(), marks):
            yield _figure(match)


def _figure(match: re.Match[str]) -> Found:
    if _EMPTY.match(match[0]):
        message = f"去年的稿子里“{match[0]}”没有填数，请填今年的数。"
    else:
        message = f"请更新：去年写的是“{match[0]}”。"
    return Found(*match.span(), match[0], "figure", None, message)


def _is_fixed(text: str, start: int, marks: Marks) -> bool:
    """Tell whether a number names something (a paragraph, a phone) or says how often, instead of counting results."""
    before = text[max(0, start - _BEFORE) : start].rstrip()
    if any(before.endswith(word) for word in marks.not_after):
        return True
    if _AGE.match(text, start):
        return True
    clause = re.split("[，。；：、！？\n]", before)[-1]
    return marks.frequency is not None and marks.frequency.search(clause) is not None


def events(text: str, marks: Marks) -> Iterator[Found]:
    """Yield names of last year's activities and local meetings, to be looked at."""
    for event in marks.events:
        for match in event.pattern.finditer(text):
            yield Found(*match.span(), match[0], event.kind, None, event.message)
