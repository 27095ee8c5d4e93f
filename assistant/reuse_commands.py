"""The commands that reuse earlier texts: what they share (compare), last year's report as a start (rollover)."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.arguments import BadUsage
from assistant.errors import AssistantError
from assistant.terminal import FAILED, FINE, FOUND, Outcome

if TYPE_CHECKING:
    from assistant.document.block import Document
    from assistant.document.outline import Report
    from assistant.reuse.compared_texts import Text
    from assistant.reuse.overlap import Overlap
    from assistant.reuse.rollover import Item, Passage, Rollover
    from assistant.template.report import ReportTemplate

Json = dict[str, Any]

_KINDS = {
    "year": "年份",
    "date": "日期",
    "figure": "数字",
    "campaign": "活动",
    "meeting": "会议",
    "plan": "规划",
    "formulation": "提法",
}


def compare(options: Namespace) -> Outcome:
    """Compare each FILE with the files of a folder, or the FILEs among each other; exit code 1 where words are shared.

    What can't be read is complained about and left out; the exit code then is 2.
    """
    from assistant.document.context import Context
    from assistant.looking_back import files_in
    from assistant.paths import resources
    from assistant.reuse.compared_texts import load_exempt, own_text, whole_text
    from assistant.reuse.overlap import compare as compared
    from assistant.template.report import load_templates
    from assistant.template.structure import recognise

    if options.against is None and len(options.file) < 2:
        raise BadUsage("只写了一个文件，没有东西可比，请再写一个文件，或用 --against 指定一个文件夹。")
    templates = load_templates(resources() / "templates")
    exempt = load_exempt(resources() / "reuse" / "overlap.toml")
    complaints: list[str] = []
    own = _opened(options.file, complaints)
    if options.against is None:
        others = [whole_text(name, document) for name, document in own]
    else:
        others = _looked_through([str(path) for path in files_in(Path(options.against))], complaints)
    found = []
    for name, document in own:
        text = own_text(name, document, recognise(document, templates, Context()))
        found.append(compared(text, [other for other in others if not _same(other.name, name)], exempt))
    code = FAILED if complaints else FOUND if any(one.sentences for one in found) else FINE
    lines = [line for one in found for line in _overlap_lines(one)]
    return Outcome(code, {"files": [_overlap_data(one) for one in found]}, lines, tuple(complaints))


def _opened(names: Sequence[str], complaints: list[str]) -> list[tuple[str, "Document"]]:
    from assistant.session import open_file

    found = []
    for name in names:
        try:
            found.append((name, open_file(Path(name)).opened.document))
        except AssistantError as error:
            complaints.append(f"{name}：{error.message}")
    return found


def _looked_through(names: Sequence[str], complaints: list[str]) -> "list[Text]":
    from assistant.formats.disk import read_file
    from assistant.formats.paragraph_texts import paragraph_texts
    from assistant.reuse.compared_texts import Text

    found = []
    for name in names:
        try:
            found.append(Text(name, paragraph_texts(read_file(Path(name)), name)))
        except AssistantError as error:
            complaints.append(f"{name}：{error.message}")
    return found


def _same(one: str, other: str) -> bool:
    return Path(one).resolve() == Path(other).resolve()


def _overlap_data(found: "Overlap") -> Json:
    return {
        "file": found.name,
        "characters": found.characters,
        "share": round(found.share, 4),
        "sources": [{"file": name, "share": round(share, 4)} for name, share in found.sources],
        "sentences": [
            {
                "paragraph": one.paragraph,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "share": round(one.share, 4),
                "source": {"file": one.source.name, "paragraph": one.source.paragraph, "text": one.source.text},
                "others": one.others,
            }
            for one in found.sentences
        ],
    }


def _overlap_lines(found: "Overlap") -> list[str]:
    lines = [f"{found.name}：与别处相同的文字占 {found.share:.0%}（{len(found.sentences)} 句）"]
    lines += [f"  {share:4.0%}  {name}" for name, share in found.sources]
    for one in found.sentences:
        more = f"，另有 {one.others} 份也有" if one.others else ""
        lines.append(f"  第 {one.paragraph} 段（{one.share:.0%} 相同）{one.text}")
        lines.append(f"      见 {one.source.name} 第 {one.source.paragraph} 段{more}：{one.source.text}")
    return lines


def rollover(options: Namespace) -> Outcome:
    """Write last year's report as the start of the new year's, and list what must change in it.

    Only the report year in titles and opening formulas is changed. Raises CannotRollOver where the year doesn't follow,
    BadUsage where OUT is FILE itself.
    """
    from assistant.document.context import Context
    from assistant.document.edit import apply
    from assistant.paths import resources
    from assistant.reuse.rollover import load_knowledge, roll_over
    from assistant.session import open_file
    from assistant.template.report import load_templates
    from assistant.template.structure import recognise
    from assistant.writing import write

    if _same(options.file, options.output):
        raise BadUsage("OUT 就是去年的那个文件，没有写出任何文件，请另起一个文件名，把去年的稿子留着。")
    knowledge = load_knowledge(resources() / "reuse")
    templates: tuple[ReportTemplate, ...] = load_templates(resources() / "templates")
    file = open_file(Path(options.file))
    document = file.opened.document
    reports: tuple[Report, ...] = recognise(document, templates, Context())
    found = roll_over(document, reports, templates, knowledge, options.year)
    write(file, apply(document, found.edits), options.output)
    updated = knowledge.timeline.updated.isoformat()
    return Outcome(
        FINE,
        {"output": options.output, "updated": updated, **_rollover_data(document, found)},
        _rollover_lines(document, found, options.output, updated),
    )


def _rollover_data(document: "Document", found: "Rollover") -> Json:
    return {
        "last": found.last,
        "year": found.year,
        "applied": len(found.done),
        "items": [_item_data(document, one, done=one in found.done) for one in found.items],
        "promises": [_passage_data(document, one) for one in found.promises],
        "carried": [_passage_data(document, one) for one in found.carried],
        "names": [_name_data(document, one) for one in found.names],
    }


def _item_data(document: "Document", item: "Item", *, done: bool) -> Json:
    one = item.found
    return {
        "paragraph": document.blocks[item.index].origin,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind,
        "suggestion": one.suggestion,
        "message": one.message,
        "source": one.source,
        "applied": done,
    }


def _name_data(document: "Document", item: "Item") -> Json:
    one = item.found
    place = {"paragraph": document.blocks[item.index].origin, "start": one.start, "end": one.end}
    return {**place, "text": one.text, "message": one.message}


def _passage_data(document: "Document", one: "Passage") -> Json:
    return {
        "paragraph": document.blocks[one.index].origin,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "role": one.role,
        "heading": one.heading,
    }


def _rollover_lines(document: "Document", found: "Rollover", output: str, updated: str) -> list[str]:
    lines = [
        f"已把{found.last}年度的稿子另存为 {output}，改了 {len(found.done)} 处述职年度，其余文字原样未动。",
        "",
        f"要核对、要改的 {len(found.items) - len(found.done)} 处（提法数据截至{updated}，此后的事请自行核对）",
    ]
    for item in found.items:
        if item not in found.done:
            one = item.found
            instead = f" → {one.suggestion}" if one.suggestion else ""
            number = document.blocks[item.index].origin
            lines.append(f"  第 {number} 段  {_KINDS[one.kind]}  {one.text}{instead}  {one.message}")
    if found.names:
        lines += ["", f"单位、职务和姓名 {len(found.names)} 处（有变的请改）"]
        lines += [f"  第 {document.blocks[one.index].origin} 段  {one.found.text}" for one in found.names]
    lines += ["", f"去年的下步打算 {len(found.promises)} 句（今年落实了没有）"]
    lines += [f"  □ 第 {document.blocks[one.index].origin} 段  {one.text}" for one in found.promises]
    lines += ["", f"沿用未改的句子共 {len(found.carried)} 句，请逐句确认今年是否还成立。"]
    return lines
