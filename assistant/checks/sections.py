"""Sections with a heading and nothing under it."""

from collections.abc import Iterator

from assistant.checks.parts import body_of, every
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Section

_TOLD_ROLES = frozenset({"other"})


def empty(survey: Survey, /) -> Iterator[Located]:
    """Yield headings of the first level under which nothing stands before the next one.

    Deeper headings may be points that say all in one line; so may a list of headings alone at the first level, which
    is why a report is passed over where most of them are empty. A run-in heading has its text in its own paragraph.
    """
    for number, report in enumerate(survey.reports):
        parts = [part for part in every(report.sections) if _is_first_level(part)]
        bare = [part for part in parts if not part.children and not body_of(survey, part)]
        if len(bare) * 2 >= len(parts):
            continue
        for part in bare:
            heading = part.heading
            if heading is not None and part.role not in _TOLD_ROLES:
                yield Located(heading.index, Match(heading.start, heading.end), report=number)


def _is_first_level(part: Section) -> bool:
    return part.heading is not None and part.heading.level == 1 and not part.heading.run_in
