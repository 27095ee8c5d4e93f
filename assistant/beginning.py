"""The document of a report just begun: by the skeleton of its kind, or with the words of another."""

from collections.abc import Sequence

from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.document.identity import identified
from assistant.errors import CannotOpen
from assistant.template.report import ReportTemplate


def begun(templates: Sequence[ReportTemplate], context: Context, layout: str | None) -> Document:
    """Return the skeleton of the report kind that the context says, as its notice demands it."""
    from assistant.template.demands import demanded
    from assistant.template.kinds import said_kind
    from assistant.template.skeleton import new_report

    template = said_kind(demanded(tuple(templates), context.requirements), context.kind)
    if template is None:
        raise CannotOpen("没有找到这种述职稿的模板，没有新建，请换一种文种。", str(context.kind))
    lines = new_report(template, context.unit, context.year or 0)
    blocks = [Block("", (Run(line.text),) if line.text else (), said=line.said) for line in lines]
    return Document(identified(blocks), (), layout)


def copied(document: Document, layout: str | None) -> Document:
    """Return the words of a document, bound to no file; what is no text stays behind."""
    blocks = [
        Block("", tuple(Run(run.text, None, run.marks) for run in block.runs if run.token is None), said=block.said)
        for block in document.blocks
        if block.opaque is None
    ]
    return Document(identified(blocks), (), layout)
