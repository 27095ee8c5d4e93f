"""Sections that a report of its kind should have and has not."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_SPOKEN = frozenset({"salutation", "closing"})
"""What a report is read out with; one that has neither was written to be handed in."""


@dataclass(frozen=True, slots=True)
class MissingSections:
    """Find missing sections among `roles`; with a `need`, only those that the kind requires, or only expects.

    With `named`, only in reports whose title holds one of the words `titles`, or whose kind the user has said: there
    the absence is certain. Without it, only in the others, where the kind is a guess.
    """

    roles: tuple[str, ...]
    titles: tuple[str, ...]
    named: bool
    need: str = ""

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the missing roles of every report."""
        for number, report in enumerate(survey.reports):
            if self._certain(report, survey) != self.named or not report.headings:
                continue
            signed = any(section.role == "byline" for section in report.sections)
            written = {*report.missing} >= _SPOKEN
            for role in report.missing:
                if (role == "salutation" and signed) or (written and role in _SPOKEN):
                    continue  # a report that is handed in, not read out
                need = "expected" if role in report.expected else "required"
                if role in self.roles and self.need in {"", need}:
                    yield Located(None, Match(0, 0, key=role), role=role, report=number)

    def _certain(self, report: Report, survey: Survey) -> bool:
        said = survey.kind_said or survey.context.said_kind(report.title) is not None
        return said or any(word in report.title for word in self.titles)
