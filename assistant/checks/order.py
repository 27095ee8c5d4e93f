"""Sections out of their usual order: what is planned before what was done, causes before problems."""

from collections.abc import Iterator

from assistant.checks.options import Options
from assistant.checks.parts import stands_for
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Section


def misplaced(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield, in each report, the first section that stands behind one that should follow it.

    Roles come from whole headings and their sequence, never from single words; the notice's own order, where it has
    one, is another rule's.
    """
    if survey.requirements.sections:
        return
    order = options.words["order"]
    for number, report in enumerate(survey.reports):
        before: tuple[int, Section] | None = None
        for section in report.sections:
            heading = section.heading
            places = [i for i, role in enumerate(order) if stands_for(section, role)]
            if heading is None or not places:
                continue
            if before is not None and places[0] < before[0] and before[1].heading is not None:
                yield Located(heading.index, Match(heading.start, heading.end), before[1].heading.text, report=number)
                break
            before = (places[0], section)
