"""From the recognised reports to the rows of the outline: numbers, 字数, open findings, ghosts of missing sections."""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from assistant.checks.rule import Finding
from assistant.document.block import BODY_LEVEL, TITLE_LEVEL, Document
from assistant.document.outline import ROLES, Report, Section
from assistant.ui.models.balance import balance
from assistant.ui.models.outline_rows import Kind, Outline, OutlineRow, Place
from assistant.ui.models.outline_sections import begin, shown_sections
from assistant.ui.models.role_titles import ROLE_TITLES


def outline(
    document: Document,
    reports: Sequence[Report],
    findings: Iterable[Finding],
    kinds: Mapping[str, Kind],
    count: Callable[[str], int],
    *,
    limit: int | None = None,
) -> Outline:
    """Return what the outline panel shows of a document.

    `findings` are the open ones the user is to be told of, `kinds` the report kinds by id, `count` gives the 字数 of a
    text, `limit` is the most 字数 the notice allows.
    """
    positions = {block.id: i for i, block in enumerate(document.blocks)}
    anchors = (finding.span for finding in findings if finding.span is not None)
    places = sorted((positions[span.block], span.start) for span in anchors if span.block in positions)
    build = _Builder(document, tuple(places), tuple(itertools.accumulate(_counts(document, count), initial=0)), count)
    rows: list[OutlineRow] = []
    balances = []
    for i, report in enumerate(reports):
        sections = build.sections(i, report)
        ghosts = _ghosts(i, report, kinds.get(report.kind))
        merged = _with_ghosts(sections, ghosts, _order(kinds.get(report.kind)))
        parts = balance(tuple((row.role, row.words) for row in sections), limit)
        balances.append(replace(parts, total=build.whole(report)))  # byline and salutation count, too
        rows.extend(merged if len(reports) == 1 else [build.report(i, report, merged)])
    bodies = tuple((block.id, block.text) for block in document.blocks if block.said and block.said.level == BODY_LEVEL)
    return Outline(tuple(rows), positions, tuple(report.kind for report in reports), tuple(balances), bodies)


def _counts(document: Document, count: Callable[[str], int]) -> Iterable[int]:
    return (count(block.text) for block in document.blocks)


class _Measures(TypedDict):
    words: int
    findings: int
    own: int
    begin: Place
    finish: Place
    children: tuple[OutlineRow, ...]


@dataclass(frozen=True, slots=True)
class _Builder:
    """Rows of one document; `findings` are sorted places, `sums[i]` the 字数 before block i."""

    document: Document
    findings: tuple[Place, ...]
    sums: tuple[int, ...]
    count: Callable[[str], int]

    def sections(self, number: int, report: Report) -> tuple[OutlineRow, ...]:
        return self._rows(number, shown_sections(report), (report.last + 1, 0))

    def report(self, number: int, report: Report, below: tuple[OutlineRow, ...]) -> OutlineRow:
        below = tuple(row for row in below if row.role != "title")
        begin, finish = (report.first, 0), (report.last + 1, 0)
        return OutlineRow(
            f"{number}",
            report.title or "没有标题的报告",
            level=TITLE_LEVEL,
            role="title",
            block=self.document.blocks[report.first].id,
            report=number,
            **self._measures(below, begin, finish),
        )

    def whole(self, report: Report) -> int:
        return self._words((report.last + 1, 0)) - self._words((report.first, 0))

    def _rows(self, number: int, sections: Sequence[Section], end: Place) -> tuple[OutlineRow, ...]:
        rows = []
        for i, section in enumerate(sections):
            start = begin(section, self.document)
            following = begin(sections[i + 1], self.document) if i + 1 < len(sections) else end
            finish = min((section.last + 1, 0), max(following, start))
            measures = self._measures(self._rows(number, section.children, finish), start, finish)
            rows.append(self._row(number, section, measures))
        return tuple(rows)

    def _row(self, number: int, section: Section, measures: _Measures) -> OutlineRow:
        heading, block = section.heading, self.document.blocks[section.first]
        if heading is None:
            key, level = f"{number}/{section.role}", TITLE_LEVEL if section.role == "title" else 1
            text = (block.text.strip() if section.role == "title" else "") or ROLE_TITLES.get(section.role, "其他部分")
            return OutlineRow(
                key,
                text,
                role=section.role,
                level=level,
                implied=level > 0,
                block=block.id,
                report=number,
                said=block.said,
                **measures,
            )
        return OutlineRow(
            f"{number}/{heading.block}" + (f"@{heading.start}" if heading.start > len(heading.number) + 4 else ""),
            heading.text.replace("\n", ""),
            heading.number,
            heading.level,
            heading.role or section.role,
            block=heading.block,
            start=heading.start,
            end=heading.end,
            report=number,
            said=None if measures["begin"][1] else block.said,
            inside=measures["begin"][1] > 0,
            **measures,
        )

    def _measures(self, below: tuple[OutlineRow, ...], begin: Place, finish: Place) -> _Measures:
        """Return what is known of a stretch with the rows below it."""
        found = bisect_left(self.findings, finish) - bisect_left(self.findings, begin)
        return {
            "words": self._words(finish) - self._words(begin),
            "findings": found,
            "own": found - sum(child.findings for child in below),
            "begin": begin,
            "finish": finish,
            "children": below,
        }

    def _words(self, place: Place) -> int:
        position, offset = place
        part = self.count(self.document.blocks[position].text[:offset]) if offset else 0
        return self.sums[position] + part


def _order(kind: Kind | None) -> dict[str, int]:
    roles = [section.role for section in kind.sections] if kind else list(ROLES)
    order = {role: i for i, role in enumerate(roles)} | {"title": -2, "byline": -1}
    for joint, part in (("problems_causes", "causes"), ("problems_next_steps", "next_steps")):
        order.setdefault(joint, order.get(part, len(roles)))
    return order


def _ghosts(number: int, report: Report, kind: Kind | None) -> tuple[OutlineRow, ...]:
    known = {section.role: section for section in kind.sections} if kind else {}
    rows = []
    for role in report.missing:
        title = known[role].title or known[role].name if role in known else ""
        row = OutlineRow(f"{number}/缺/{role}", title or ROLE_TITLES.get(role, role), role=role, ghost=True)
        rows.append(replace(row, need=known[role].need if role in known else "required", report=number))
    return tuple(rows)


def _with_ghosts(
    rows: Sequence[OutlineRow], ghosts: Sequence[OutlineRow], order: Mapping[str, int]
) -> tuple[OutlineRow, ...]:
    """Put each ghost after the last row that the kind wants before it."""
    result = list(rows)
    for ghost in sorted(ghosts, key=lambda row: order.get(row.role, len(order))):
        wanted = order.get(ghost.role, len(order))
        before = [i for i, row in enumerate(result) if order.get(row.role, len(order)) < wanted]
        result.insert(before[-1] + 1 if before else 0, ghost)
    return tuple(result)
