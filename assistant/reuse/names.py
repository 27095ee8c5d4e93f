"""Whose report it was: the names of unit and person in title, byline, opening and signature."""

import re
from collections.abc import Iterator

from assistant.document.block import Document
from assistant.document.context import Unit
from assistant.document.outline import Report
from assistant.reuse.found import NAME, Found

_DATE = re.compile(
    r"[（(]?(?:20[0-9]{2}|二[〇零○O][〇零○一二三四五六七八九]{2})\s*(?:年(?:度)?|[.．/-])"
    r"(?:[0-9一二三四五六七八九十\s]{1,4}(?:月|[.．/-]))?(?:[0-9一二三四五六七八九十\s]{1,4}日?)?[）)]?"
)
_TAIL = re.compile("(?:第一)?书记|抓|履行|落实|述职|述责|党建|基层党建|年度|工作|个人")
_ORGAN = re.compile("(?:党工委|党总支|党支部|党委|党组)$")
_OFFICE = re.compile("(?:第一)?(?:副)?书记|同志|(?:党工委|党总支|党支部|党委|党组)")
_PERSON = re.compile(
    "(?:[\\s：:]|书记|局长|主任|镇长|院长|校长|经理)"
    "([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])$"
)
_LABEL = re.compile(r"^(?:述职人|述职单位|报告人|单位|姓名|职务)\s*[：:]\s*")
_WHOSE = ("byline", "signature")


def names(document: Document, report: Report, unit: Unit) -> Iterator[tuple[int, Found]]:
    """Yield (position of the block, place) of names that another unit or person would have to change.

    What the user's own profile names is left out; where it names something else, that is suggested.
    """
    known = sorted(
        {name for name in (unit.name, unit.short_name, unit.post, unit.person, *unit.other_names) if name},
        key=len,
        reverse=True,
    )
    people: list[str] = []
    units: list[str] = []
    for index, start, end, role in _written(document, report):
        text = document.blocks[index].text[start:end]
        if role == "title":
            units.append(text)
        elif (person := _PERSON.search(text)) is not None:
            people.append(person[1])
        if not _is_known(text, known):
            yield index, Found(start, end, text, NAME, _instead(text, role, unit), _words(role, text))
    opening = {i for part in report.sections if part.role == "opening" for i in range(part.first, part.last + 1)}
    yield from _elsewhere(document, opening, [one for one in units if not _is_known(one, known)])
    yield from _elsewhere(document, _body(report), [one for one in people if not _is_known(one, known)])


def _written(document: Document, report: Report) -> Iterator[tuple[int, int, int, str]]:
    """Yield block, start, end and role of what stands in title, byline and signature beside dates and labels."""
    for section in report.sections:
        if section.role != "title" and section.role not in _WHOSE:
            continue
        for index in range(section.first, section.last + 1):
            text = document.blocks[index].text
            place = _unit_in(text) if section.role == "title" else _rest(text)
            if place is not None:
                yield index, *place, section.role


def _unit_in(title: str) -> tuple[int, int] | None:
    """Return where the unit stands in a line of the title: before what the report is about, behind a year."""
    year = _DATE.match(title.lstrip())
    start = len(title) - len(title.lstrip()) + (year.end() if year else 0)
    tail = _TAIL.search(title, start)
    inner = _DATE.search(title, start)
    end = min((match.start() for match in (tail, inner) if match is not None), default=len(title))
    end = start + len(title[start:end].rstrip())
    return (start, end) if sum("\u4e00" <= sign <= "\u9fff" for sign in title[start:end]) >= 2 else None


def _rest(line: str) -> tuple[int, int] | None:
    """Return the stretch of a byline or signature that is neither label nor date."""
    label = _LABEL.match(line)
    start = label.end() if label else 0
    date = _DATE.search(line, start)
    end = date.start() if date else len(line)
    text = line[start:end]
    start += len(text) - len(text.lstrip(" \u3000\t（("))
    end = start + len(line[start:end].rstrip(" \u3000\t（("))
    return (start, end) if end - start >= 2 else None


def _body(report: Report) -> set[int]:
    formal = {
        index
        for section in report.sections
        if section.role in ("title", *_WHOSE)
        for index in range(section.first, section.last + 1)
    }
    return set(range(report.first, report.last + 1)) - formal


def _elsewhere(document: Document, where: set[int], wanted: list[str]) -> Iterator[tuple[int, Found]]:
    """Yield the same names where they stand in other paragraphs."""
    for index in sorted(where):
        for name in dict.fromkeys(wanted):
            for match in re.finditer(re.escape(name), document.blocks[index].text):
                yield index, Found(*match.span(), name, NAME, None, _words("", name))


def _is_known(text: str, known: list[str]) -> bool:
    """Tell whether nothing is left of a line without the names that the profile knows, and the office."""
    rest = "".join(text.split())
    if not any("".join(name.split()) in rest for name in known):
        return False
    for name in known:
        rest = rest.replace("".join(name.split()), "")
    return _OFFICE.sub("", rest) == ""


def _instead(text: str, role: str, unit: Unit) -> str | None:
    """Return the unit's own name for that of another in the title, with the organ that stands there."""
    if role != "title" or not unit.name:
        return None
    organ = _ORGAN.search(text)
    return unit.name if organ is None or _ORGAN.search(unit.name) else unit.name + organ[0]


def _words(role: str, text: str) -> str:
    where = {"title": "标题里", "byline": "署名里", "signature": "落款里"}.get(role, "这里")
    return f"去年{where}写的是“{text}”，单位、职务或述职人有变的请改。"
