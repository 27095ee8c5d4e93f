"""What a report is in few words: kind, year, unit, title. For lists of reports, never for judging one."""

import re
from collections import Counter
from dataclasses import dataclass

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.template.report import ReportTemplate
from assistant.text.counting import count_words

_UNIT = re.compile(
    "(?P<unit>[一-鿿]{2,24}?(?:局|委员会|委|厅|院|学校|大学|学院|中学|小学|医院|公司|集团|中心|镇|乡|街道|社区|村|支部|总支))"
    "(?:党组|党委|党工委|党总支|党支部|支部)?(?:书记)?"
)
_NOISE = re.compile("^(?:20[0-9]{2}年?度?|关于)+")
_BRACKETED = re.compile("[（(]([^（()）]{2,24})[）)]")


@dataclass(frozen=True, slots=True)
class Description:
    """What can be told of a text at a glance; `kind` is '' and `year` 0 where nothing is recognised.

    `characters` are 字数 as Word counts them; `unit` is the name as the title has it, '' where it has none.
    """

    kind: str = ""
    year: int = 0
    unit: str = ""
    title: str = ""
    characters: int = 0


def describe(document: Document, templates: tuple[ReportTemplate, ...], context: Context | None = None) -> Description:
    """Describe a text by its first report; what the user has said in the context goes before what is recognised."""
    from assistant.template.structure import recognise

    context = context or Context()
    characters = count_words("\n".join(block.text for block in document.blocks))
    reports = recognise(document, templates, context)
    if not reports:
        return Description(context.kind or "", context.year or 0, context.unit.name, "", characters)
    report = reports[0]
    year = context.year or _year(document, report)
    return Description(report.kind, year, context.unit.name or unit_in(report.title), report.title, characters)


def unit_in(title: str) -> str:
    """Return the unit that a title names, before the post or in brackets behind it; '' where it names none."""
    bracketed = _BRACKETED.search(title)
    for words in ([bracketed[1]] if bracketed else []) + [_NOISE.sub("", title)]:
        found = _UNIT.match(words)
        if found:
            return found["unit"]
    return ""


def _year(document: Document, report: Report) -> int:
    """Return the year reported on: by title, else by the first paragraphs, else the one named most; 0 if none is."""
    from assistant.reuse.years import first_year, written_years

    texts = [document.blocks[i].text for i in range(report.first, report.last + 1)]
    for text in (report.title, *texts[:4]):
        if (year := first_year(text)) is not None:
            return year
    counts = Counter(year for text in texts for year in written_years(text))
    return min(counts, key=lambda year: (-counts[year], -year)) if counts else 0
