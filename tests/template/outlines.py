"""Annotated texts: each line says what it is, so that a test reads like the text it is about.

A line beginning with `N role|` is a heading of level N; `|` inside it splits number, heading text and what follows in
the same paragraph. All other lines are text.
"""

from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.template.report import ReportTemplate, load_templates
from assistant.template.structure import recognise
from tests.builders import doc

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "templates"


@dataclass(frozen=True)
class Wanted:
    """One annotated heading, as far as the tests compare it."""

    paragraph: int
    level: int
    number: str
    text: str
    role: str
    run_in: bool


def annotated(whole: str) -> tuple[Document, list[Wanted]]:
    lines = []
    wanted = []
    for i, line in enumerate(whole.strip("\n").split("\n")):
        if not line[:1].isdigit() or "|" not in line:
            lines.append(line)
            continue
        level, role = line.split("|")[0].split(" ")
        number, text, *body = line.split("|")[1:]
        lines.append(number + text + "".join(body))
        run_in = bool(body) and bool(body[0].strip("。：: "))
        wanted.append(Wanted(i, int(level), number.strip(), text, role, run_in))
    return doc(*lines), wanted


def read_headings() -> list[tuple[str, str]]:
    """Return (role, heading) of a list of section headings as offices write them."""
    lines = (Path(__file__).parent / "section_headings.txt").read_text(encoding="utf-8").splitlines()
    return [(role, heading) for role, _, heading in (line.partition("|") for line in lines)]


def templates() -> tuple[ReportTemplate, ...]:
    return load_templates(RESOURCES)


def read(document: Document, context: Context | None = None) -> tuple[Report, ...]:
    return recognise(document, templates(), context or Context())


def headings(reports: tuple[Report, ...]) -> list[Wanted]:
    return [Wanted(h.index, h.level, h.number, h.text, h.role, h.run_in) for report in reports for h in report.headings]
