"""From what is left of last year's report to the rows of 去年: structure, promises, what must change, carried over."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.document.block import Document, Span
from assistant.document.last_year import LastYear, Promise
from assistant.document.outline import Report, Section
from assistant.reuse.found import NAME
from assistant.reuse.pending import Pending, Waiting
from assistant.reuse.promises import ROLES, is_written, section_of
from assistant.reuse.rollover import Passage
from assistant.template.report import ReportTemplate
from assistant.ui.models.findings_rows import visible
from assistant.ui.models.role_titles import ROLE_TITLES

KIND_TITLES = {
    "year": "年份",
    "date": "日期、文号",
    "figure": "数字、成绩",
    "campaign": "活动",
    "meeting": "会议",
    "plan": "规划",
    "formulation": "提法",
    NAME: "单位和姓名",
}
"""What each kind of place is called, in the order of the list."""

STATE_TITLES = {"done": "已落实", "partly": "部分落实", "not": "未落实", "unsaid": "不写"}
_AROUND = 8
FORMAL = frozenset({"title", "byline", "salutation", "closing", "signature", "other"})


class Step(Enum):
    """What one can go through, in any order."""

    STRUCTURE = "结构"
    PROMISES = "承诺"
    PLACES = "要改"
    CARRIED = "沿用"


class RowKind(Enum):
    """What a row stands for; KEPT and CONFIRMED are the user's own decisions, to be looked at again."""

    GROUP = "group"
    SECTION = "section"
    MISSING = "missing"
    PROMISE = "promise"
    PLACE = "place"
    KEPT = "kept"
    CARRIED = "carried"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class LastYearRow:
    """One row: its words, what stands around them, a second line, where it is in the text (None: nowhere).

    `folded` groups start closed. Exactly one of the last fields is filled where the row can be decided on.
    """

    key: str
    kind: RowKind
    words: str
    below: str = ""
    before: str = ""
    after: str = ""
    span: Span | None = None
    folded: bool = False
    children: tuple["LastYearRow", ...] = ()
    role: str = ""
    number: int = 0
    promise: Promise | None = None
    waiting: Waiting | None = None
    passage: Passage | None = None


def readable(rows: Iterable[LastYearRow]) -> tuple[LastYearRow, ...]:
    """Return the rows that are read one after the other, without the headings."""
    return tuple(child for row in rows for child in (row.children or (row,)) if child.kind is not RowKind.GROUP)


def suggested(row: LastYearRow) -> tuple[LastYearRow, ...]:
    """Return the places of a group for which something is suggested."""
    return tuple(
        one
        for one in row.children
        if one.kind is RowKind.PLACE and one.waiting is not None and one.waiting.item.found.suggestion is not None
    )


def structure_rows(
    document: Document, reports: Sequence[Report], kinds: Mapping[str, ReportTemplate]
) -> tuple[LastYearRow, ...]:
    """Return what there is and what is missing this year."""
    groups = []
    for number, report in enumerate(reports):
        kind = kinds.get(report.kind)
        missing = tuple(_missing(role, number, kind) for role in report.missing)
        there = tuple(_section(document, part) for part in report.sections if part.role not in FORMAL)
        name = report.title if len(reports) > 1 else ""
        if missing:
            groups.append(_group(f"missing/{number}", f"今年还缺的部分 {name}".strip(), missing))
        groups.append(_group(f"there/{number}", f"识别出的部分 {name}".strip(), there))
    return tuple(group for group in groups if group.children)


def _missing(role: str, number: int, kind: ReportTemplate | None) -> LastYearRow:
    section = kind.section(role) if kind is not None else None
    name = section.name if section is not None else ROLE_TITLES.get(role, role)
    return LastYearRow(f"missing/{number}/{role}", RowKind.MISSING, name, role=role, number=number)


def _section(document: Document, part: Section) -> LastYearRow:
    block = document.blocks[part.first]
    heading = part.heading
    words = heading.number + heading.text if heading is not None else ROLE_TITLES.get(part.role, part.role)
    below = ROLE_TITLES.get(part.role, "") if heading is not None else visible(block.text)
    return LastYearRow(
        f"section/{block.id}/{part.role}", RowKind.SECTION, words, below, span=Span(block.id, 0, 0), role=part.role
    )


def promise_rows(document: Document, reports: Sequence[Report], last: LastYear) -> tuple[LastYearRow, ...]:
    """Return last year's plans, one row each."""
    sections = [(role, section_of(reports[0], role) if reports else None) for role in ROLES]
    rows = []
    for number, one in enumerate(last.promises):
        told = [ROLE_TITLES[role] for role, section in sections if is_written(one, document, section)]
        written = f"已写进{'、'.join(told)}" if told else ""
        below = " · ".join(
            part for part in (STATE_TITLES.get(one.state, "今年落实了没有？"), written, one.note) if part
        )
        rows.append(
            LastYearRow(
                f"promise/{number}",
                RowKind.PROMISE,
                visible(one.text),
                below,
                span=_place_of(document, one),
                number=number,
                promise=one,
            )
        )
    return tuple(rows)


def _place_of(document: Document, promise: Promise) -> Span | None:
    """Return where last year's plan still stands in the text, None where it has been rewritten."""
    for block in document.blocks:
        at = block.text.find(promise.text)
        if at >= 0:
            return Span(block.id, at, at + len(promise.text))
    return None


def place_rows(document: Document, pending: Pending) -> tuple[LastYearRow, ...]:
    """Return the places to change or keep by kind, and those settled."""
    keys = _keys(one for one in (*pending.waiting, *(one for one, _ in pending.kept)))
    rows = [_place(document, one, key, RowKind.PLACE) for one, key in zip(pending.waiting, keys, strict=False)]
    groups = []
    for kind, title in KIND_TITLES.items():
        members = tuple(row for row in rows if row.waiting is not None and row.waiting.place.kind == kind)
        if members:
            groups.append(_group(f"places/{kind}", title, members))
    kept = tuple(
        _place(document, Waiting(one.item, settlement), key, RowKind.KEPT)
        for (one, settlement), key in zip(pending.kept, keys[len(pending.waiting) :], strict=True)
    )
    if kept:
        groups.append(_group("places/kept", "已定下的", kept, folded=True))
    return tuple(groups)


def _place(document: Document, one: Waiting, key: str, kind: RowKind) -> LastYearRow:
    found, text = one.item.found, document.blocks[one.item.index].text
    before, after = text[max(0, found.start - _AROUND) : found.start], text[found.end : found.end + 2 * _AROUND]
    below = "" if found.kind == "figure" else found.message  # twenty figures one below the other need no reason
    if found.suggestion and kind is RowKind.PLACE:
        below = f"→ {visible(found.suggestion)}"
    return LastYearRow(
        f"{kind.value}/{key}",
        kind,
        visible(found.text),
        below,
        visible(before.lstrip()),
        visible(after.rstrip()),
        one.item.span,
        waiting=one,
    )


def _keys(places: Iterable[Waiting]) -> list[str]:
    """Name places so that typing elsewhere in the paragraph does not rename them."""
    seen: Counter[str] = Counter()
    keys = []
    for one in places:
        stem = f"{one.place.kind}|{one.item.span.block}|{one.place.text}|{one.place.before}"
        keys.append(f"{stem}|{seen[stem]}")
        seen[stem] += 1
    return keys


def sentence_rows(pending: Pending) -> tuple[LastYearRow, ...]:
    """Return the sentences carried over by section, and those confirmed."""
    groups: dict[tuple[str, str], list[LastYearRow]] = {}
    for one in pending.carried:
        groups.setdefault((one.role, ROLE_TITLES.get(one.role, "其他部分")), []).append(_sentence(one, RowKind.CARRIED))
    rows = [_group(f"carried/{role}", title, tuple(members)) for (role, title), members in groups.items()]
    confirmed = tuple(_sentence(one, RowKind.CONFIRMED) for one in pending.confirmed)
    if confirmed:
        rows.append(_group("carried/confirmed", "已确认仍然属实", confirmed, folded=True))
    return tuple(rows)


def _sentence(one: Passage, kind: RowKind) -> LastYearRow:
    key = f"{kind.value}/{one.span.block}/{one.span.start}"
    return LastYearRow(key, kind, visible(one.text), visible(one.heading), span=one.span, role=one.role, passage=one)


def _group(key: str, title: str, rows: tuple[LastYearRow, ...], *, folded: bool = False) -> LastYearRow:
    return LastYearRow(key, RowKind.GROUP, title, folded=folded, children=rows)
