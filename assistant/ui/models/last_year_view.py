"""All that the panel of last year's report shows, as one value: rows of each step, and how far each has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.document.block import Document
from assistant.document.last_year import LastYear
from assistant.document.outline import Report
from assistant.reuse.pending import Pending
from assistant.reuse.promises import Frames, is_written, section_of
from assistant.template.report import ReportTemplate
from assistant.ui.models.last_year_rows import (
    FORMAL,
    LastYearRow,
    RowKind,
    Step,
    place_rows,
    promise_rows,
    readable,
    sentence_rows,
    structure_rows,
)


@dataclass(frozen=True, slots=True)
class Share:
    """How far one step has come: `done` of `total`."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LastYearView:
    """A text, and what is left in it of last year's report; rows are made when a step is looked at."""

    document: Document
    reports: Sequence[Report]
    kinds: Mapping[str, ReportTemplate]
    last: LastYear
    pending: Pending
    year: int
    frames: Frames

    def rows(self, step: Step) -> tuple[LastYearRow, ...]:
        """Return the rows of a step."""
        if step is Step.STRUCTURE:
            return structure_rows(self.document, self.reports, self.kinds)
        if step is Step.PROMISES:
            return promise_rows(self.document, self.reports, self.last)
        return place_rows(self.document, self.pending) if step is Step.PLACES else sentence_rows(self.pending)

    def share(self, step: Step) -> Share:
        """Return how far a step has come; structure counts what is missing as not done."""
        last, pending = self.last, self.pending
        if step is Step.STRUCTURE:
            missing = sum(len(report.missing) for report in self.reports)
            there = sum(part.role not in FORMAL for report in self.reports for part in report.sections)
            return Share(there, there + missing)
        if step is Step.PROMISES:
            return Share(sum(bool(one.state) for one in last.promises), len(last.promises))
        total, left = len(last.places), len(pending.waiting)
        if step is Step.CARRIED:
            total, left = len(last.carried), len(pending.carried)
        return Share(max(total - left, 0), max(total, left))

    def ready(self, role: str) -> int:
        """Return how many promises can be put into a section now."""
        section = section_of(self.reports[0], role) if self.reports else None
        promises = (one for one in self.last.promises if self.frames.fits(one, role))
        return sum(not is_written(one, self.document, section) for one in promises)


def waiting_rows(view: LastYearView) -> tuple[LastYearRow, ...]:
    """Return the places that nobody has decided on, in the order of the list."""
    return tuple(row for row in readable(view.rows(Step.PLACES)) if row.kind is RowKind.PLACE)
