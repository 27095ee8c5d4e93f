"""可压缩: paragraphs that name no object, figure or example, for the view of the balance; never a finding."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.wording import Filler
from assistant.document.block import Document
from assistant.document.outline import Report

LEAST = 60
"""Characters from which a paragraph is worth pressing."""

_ROLES = frozenset({"opening", "main_work", "highlights", "rectification", "problems", "causes", "next_steps", "other"})
_CONCRETE = re.compile(
    "[0-9０-９]|[一二三四五六七八九十百千万两]+(?:余|多)?[个次名人场项件条户家所期篇万亿元起批支]|百分之|《[^》]+》"
    "|[\u4e00-\u9fff]{1,6}(?:镇|乡|村|社区|县|市|街道|公司|企业|合作社|学校|医院|小组|工作站|项目|工程|园区|广场|水库|公路)"
    "|例如|比如|以.{1,12}为例|如[^果此何今同期实意愿常]|每(?:月|季|周|年|天|半年)|[一二三四]季度|月底前|年底前|带头|联系点|挂点"
)


@dataclass(frozen=True, slots=True)
class Loose:
    """A paragraph that could be pressed: block `index`, how long it is, the empty words in it."""

    index: int
    length: int
    fillers: tuple[str, ...] = ()


def compressible(document: Document, report: Report, fillers: Sequence[Filler]) -> tuple[Loose, ...]:
    """Return the paragraphs of a report that say nothing one could point at, in reading order.

    What is said in the heading of a run-in paragraph doesn't count; short paragraphs are left in peace.
    """
    ends = {heading.index: heading.end for heading in report.headings if heading.run_in}
    headings = {heading.index for heading in report.headings if not heading.run_in}
    inside = {
        index
        for section in report.sections
        if any(role in section.role for role in _ROLES)
        for index in range(section.first, section.last + 1)
    }
    found = []
    for index in sorted(inside - headings):
        block = document.blocks[index]
        text = block.text[ends.get(index, 0) :].strip()
        if block.opaque is None and len(text) >= LEAST and _CONCRETE.search(text) is None:
            words = tuple(filler.word for filler in fillers if filler.word in text)
            found.append(Loose(index, len(text), words))
    return tuple(found)
