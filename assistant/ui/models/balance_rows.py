"""From an overview to the rows of 篇幅: lengths, problems and measures, what could be pressed, words, quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.checks.matching import Matching
from assistant.checks.points import Item
from assistant.checks.quotations import Quotation
from assistant.document.block import Document
from assistant.document.requirements import Requirements
from assistant.overview import Length, Overview, ReportOverview
from assistant.text.counting import speaking_minutes
from assistant.ui.models.report_names import told_apart

QUOTATIONS = "quotes"
"""Key of the group of quotations."""

Place = tuple[str, int, int]
"""A range of the text: block id, start, end."""

_SHOWN = 40
_OFTEN = 2
"""Times from which a word is worth a row."""
_FAR = 0.1
"""How far from the advised part a section may be before that is said."""


class RowKind(Enum):
    """What a row of 篇幅 stands for."""

    GROUP = "group"
    LENGTH = "length"
    PAIR = "pair"
    ALONE = "alone"
    SPARE = "spare"
    LOOSE = "loose"
    WORD = "word"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One row: `text` with `note` under it, `value` at its end; `share` of the whole with the part `advised`.

    `places` are what it is about, the first where a click leads. `problem` and `measure` are the texts that a link
    holds, `offered` the texts that it can be linked with; `by_hand`: the user has linked them. `instead` may stand for
    a word. `done`: a quotation that was checked. `off`: worth a look.
    """

    key: str
    kind: RowKind
    text: str
    note: str = ""
    value: str = ""
    share: float = 0.0
    advised: float = 0.0
    off: bool = False
    places: tuple[Place, ...] = ()
    problem: str = ""
    measure: str = ""
    by_hand: bool = False
    offered: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    done: bool = False
    children: tuple["BalanceRow", ...] = ()


def balance_rows(
    document: Document,
    overview: Overview,
    asked: Requirements,
    speed: int,
    checked: frozenset[str] = frozenset(),
) -> tuple[BalanceRow, ...]:
    """Return the groups of 篇幅 that have something to show.

    `asked` is the notice, `speed` 字 a minute where it names none, `checked` the quotations that the user has compared
    with the original, by their words.
    """
    names = told_apart([report.title for report in overview.reports])
    groups: list[BalanceRow] = []
    for number, report in enumerate(overview.reports):
        before = names[number]
        parts = (
            ("lengths", f"{before}各部分篇幅", _lengths(document, report, asked, speed)),
            ("pairs", f"{before}问题和措施", _pairs(document, report.matching)),
            ("loose", f"{before}可压缩的段落", _loose(document, report)),
            ("words", f"{before}用得多的词", _words(document, report)),
        )
        groups += [_group(f"{number}/{key}", title, tuple(rows)) for key, title, rows in parts]
    groups.append(_group(QUOTATIONS, "引语（请核原文）", tuple(_quotes(document, overview.quotations, checked))))
    return tuple(group for group in groups if group.children)


def _group(key: str, title: str, rows: tuple[BalanceRow, ...]) -> BalanceRow:
    open_ones = [row for row in rows if row.off]
    counted = any(row.kind in {RowKind.PAIR, RowKind.ALONE, RowKind.SPARE, RowKind.QUOTE} for row in rows)
    settled = "都核对了" if key == QUOTATIONS else "都有了"
    if any(row.kind is RowKind.SPARE for row in rows) and all(row.kind is RowKind.SPARE for row in rows):
        settled = "没认出问题"
    value = (f"{len(open_ones)} 处要看" if open_ones else settled) if counted else str(len(rows))
    return BalanceRow(key, RowKind.GROUP, title, value="" if key.endswith("lengths") else value, children=rows)


def _lengths(document: Document, report: ReportOverview, asked: Requirements, speed: int) -> Iterator[BalanceRow]:
    per_minute = asked.speed if asked.asked else speed
    minutes = speaking_minutes(report.words, per_minute)
    least, most = report.advised
    said = []
    off = bool(asked.minutes and minutes > asked.minutes)
    limit = f"{asked.minutes} 分钟以内" if asked.minutes else ""
    if most or least:
        bounds = f"{least:,}—{most:,} 字" if least and most else f"{most:,} 字以内" if most else f"不少于 {least:,} 字"
        off = off or report.words < least or bool(most and report.words > most)
        if asked.least or asked.most:
            limit = f"{bounds}、{limit}" if limit else bounds
        else:
            said.append(f"一般 {bounds}")
    if limit:
        said.append(f"要求 {limit}")
    said.append(f"约 {minutes} 分钟")
    yield BalanceRow("whole", RowKind.LENGTH, "全文", "；".join(said), f"{report.words:,} 字", off=off)
    for length in report.lengths:
        yield _length(document, report, length, per_minute)


def _length(document: Document, report: ReportOverview, length: Length, per_minute: int) -> BalanceRow:
    share = length.words / max(report.words, 1)
    minutes = speaking_minutes(length.words, per_minute)
    off = bool(length.advised) and abs(share - length.advised) > _FAR
    word = "" if not off else "偏多" if share > length.advised else "偏少"
    advice = f"，一般 {length.advised:.0%}左右" if length.advised else ""
    note = f"占 {share:.0%}{advice}；约 {minutes} 分钟{f'　{word}' if word else ''}"
    block = document.blocks[length.index]
    place = (block.id, 0, 0)
    return BalanceRow(
        f"length/{length.role}/{length.name}",
        RowKind.LENGTH,
        length.name,
        note,
        f"{length.words:,} 字",
        share,
        length.advised,
        off,
        (place,),
    )


def _pairs(document: Document, found: Matching) -> Iterator[BalanceRow]:
    problems = tuple(dict.fromkeys(item.text for item in found.all_problems()))
    measures = tuple(dict.fromkeys(item.text for item in found.all_measures()))
    for problem in found.problems:
        yield _item(document, problem, RowKind.ALONE, "没有看到对应的措施", measures, off=True)
    told: set[str] = set()  # a row stays the same when its problem is matched with another measure
    for pair in found.pairs:
        key = f"pair/{pair.problem.text}"
        key = f"{key}/{pair.measure.text}" if key in told else key
        told.add(key)
        why = "您对上的" if pair.by_hand else f"都讲{'、'.join(pair.themes)}" if pair.themes else "说的相近"
        yield BalanceRow(
            key,
            RowKind.PAIR,
            _short(pair.problem.text),
            f"→ {_short(pair.measure.text)}（{why}）",
            places=(_place(document, pair.problem), _place(document, pair.measure)),
            problem=pair.problem.text,
            measure=pair.measure.text,
            by_hand=pair.by_hand,
            offered=measures,
        )
    for measure in found.measures:
        yield _item(document, measure, RowKind.SPARE, "措施，没有看到对应的问题", problems)


def _item(
    document: Document, item: Item, kind: RowKind, note: str, offered: tuple[str, ...], *, off: bool = False
) -> BalanceRow:
    problem, measure = (item.text, "") if kind is RowKind.ALONE else ("", item.text)
    return BalanceRow(
        f"{kind.value}/{item.text}",
        kind,
        _short(item.text),
        note,
        off=off,
        places=(_place(document, item),),
        problem=problem,
        measure=measure,
        offered=offered,
    )


def _loose(document: Document, report: ReportOverview) -> Iterator[BalanceRow]:
    for loose in report.loose:
        block = document.blocks[loose.index]
        words = f"，有{'、'.join(loose.fillers[:4])}" if loose.fillers else ""
        note = f"没有对象、数字或例子{words}"
        place = (block.id, 0, len(block.text))
        text = _short(block.text.strip())
        yield BalanceRow(f"loose/{block.id}", RowKind.LOOSE, text, note, f"{loose.length} 字", places=(place,))


def _words(document: Document, report: ReportOverview) -> Iterator[BalanceRow]:
    for count in report.counts:
        if len(count.places) < _OFTEN:
            continue
        instead = "、".join(word or "删去" for word in count.instead)
        where = "，".join(f"{name[:8]} {times}" for name, times in count.sections[:3])
        places = tuple((document.blocks[index].id, start, start + len(count.word)) for index, start in count.places)
        note = f"可换：{instead}　{where}" if instead else where
        value = f"{len(places)} 次"
        yield BalanceRow(
            f"word/{count.word}", RowKind.WORD, count.word, note, value, places=places, instead=count.instead
        )


def _quotes(document: Document, found: Sequence[Quotation], checked: frozenset[str]) -> Iterator[BalanceRow]:
    for number, quotation in enumerate(found):
        done = quotation.text in checked
        speaker = quotation.speaker or "没有写明是谁说的"
        note = f"{speaker}；{'已核对原文' if done else '请核对原文' if quotation.sourced else '请核对原文，并核出处'}"
        place = (document.blocks[quotation.index].id, quotation.start, quotation.end)
        yield BalanceRow(
            f"quote/{quotation.text}/{number}",
            RowKind.QUOTE,
            f"“{_short(quotation.text)}”",
            note,
            places=(place,),
            problem=quotation.text,
            done=done,
            off=not done,
        )


def _place(document: Document, item: Item) -> Place:
    return document.blocks[item.index].id, item.start, item.end


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
