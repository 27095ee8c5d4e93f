"""What the command line changes in a file: paragraphs by their number in it, and the safe fixes of findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.checks.rule import Finding, Level
from assistant.checks.rule_set import is_disabled
from assistant.document.block import Block, Document
from assistant.document.difference import replacements
from assistant.document.edit import Edit, InsertBlocks, apply
from assistant.errors import EditRefused
from assistant.formats.opened import Opened
from assistant.text.characters import TOKEN, clean

START = -1
"""The number that means the place before the first paragraph."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a paragraph: `verb` is replace, insert-after or delete; `number` counts as in Opened.paragraphs."""

    verb: str
    number: int
    text: str = ""


def changed(opened: Opened, changes: Sequence[Change]) -> Document:
    """Return the document after the changes, whose numbers all refer to the file as it was opened.

    Raises EditRefused where two changes name one paragraph, a number is none of the file's, or the paragraph is locked
    or has to stay.
    """
    numbers = [change.number for change in changes]
    twice = next((number for number in numbers if numbers.count(number) > 1), None)
    if twice is not None:
        where = "最前面" if twice == START else f"第 {twice} 段"
        raise EditRefused(f"{where}写了不止一处修改，没有写出任何文件，请每一处只写一次。")
    blocks = {block.origin: block for block in opened.document.blocks if block.opaque is None}
    edits: list[Edit] = []
    gone: set[str] = set()
    for change in changes:
        block = None if change.number == START else _editable(opened, blocks, change.number)
        if change.verb == "delete" and block is not None:
            gone.add(block.id)
        elif change.verb == "insert-after":
            edits.append(InsertBlocks(None if block is None else block.id, (clean(change.text),)))
        elif block is not None:
            edits += replacements(block, _cleaned(change.text))
    return _without(apply(opened.document, edits), gone)


def _editable(opened: Opened, blocks: dict[int | None, Block], number: int) -> Block:
    count = len(opened.paragraphs)
    if not 0 <= number < count:
        raise EditRefused(
            f"没有第 {number} 段（段号从 0 到 {count - 1}），没有写出任何文件，请用 shuzhi text 查看段号。"
        )
    block = blocks.get(number)
    if block is None or not opened.paragraphs[number].editable:
        message = (
            f"第 {number} 段在锁定的内容里（目录、文本框、受保护的文档等），没有写出任何文件，请在 Word 里修改它。"
        )
        raise EditRefused(message, f"paragraph {number} is {opened.paragraphs[number].kind}")
    return block


def _cleaned(text: str) -> str:
    """Clean the text but leave U+FFFC where it says where the paragraph's own tokens go."""
    return TOKEN.join(clean(piece) for piece in text.replace("\r\n", "\n").split(TOKEN))


def _without(document: Document, gone: set[str]) -> Document:
    """Return the document without some blocks.

    What the window never deletes unasked (a picture, a field) goes with a paragraph that is named here; what a file
    can't do without, the writer refuses.
    """
    if not gone:
        return document
    kept = tuple(block for block in document.blocks if block.id not in gone)
    for block in document.blocks:
        if block.id in gone and block.fixed:
            message = f"第 {block.origin} 段带有分节符，删掉会改变页面设置，没有写出任何文件，可以把它换成空文字。"
            raise EditRefused(message, "section break")
    emptied = {block.container for block in document.blocks} - {block.container for block in kept}
    if emptied:
        message = "表格单元格和正文至少要留一个段落，没有写出任何文件，可以把这一段换成空文字。"
        raise EditRefused(message, f"containers left empty: {emptied}")
    return Document(kept, document.tables, document.layout)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after its safe fixes: what was fixed, and what could have been but stands in something locked."""

    document: Document
    applied: tuple[Finding, ...]
    refused: tuple[Finding, ...]


def fixed(opened: Opened, findings: Iterable[Finding], selected: frozenset[str] | None) -> Fixed:
    """Apply the first fix of every 必错 finding; `selected` holds rule ids or dotted prefixes (None: all rules)."""
    wanted = [finding for finding in findings if finding.level == Level.ERROR and finding.fixes]
    if selected is not None:
        wanted = [finding for finding in wanted if is_disabled(finding.rule, selected)]
    locked = {str(line.number) for line in opened.paragraphs if not line.editable}
    free = [finding for finding in wanted if finding.span is None or finding.span.block not in locked]
    try:
        document = apply(opened.document, [edit for finding in free for edit in finding.fixes[0].edits])
        applied = free
    except EditRefused:  # one of them is: the others are still wanted
        document, applied = _one_by_one(opened.document, free)
    taken = set(map(id, applied))
    return Fixed(document, tuple(applied), tuple(finding for finding in wanted if id(finding) not in taken))


def _one_by_one(document: Document, findings: Sequence[Finding]) -> tuple[Document, list[Finding]]:
    """Leave out the fixes that are refused, or that would change characters another one has changed."""
    edits: list[Edit] = []
    applied = []
    result = document
    for finding in findings:
        try:
            result = apply(document, [*edits, *finding.fixes[0].edits])
        except EditRefused:
            continue
        edits += finding.fixes[0].edits
        applied.append(finding)
    return result, applied
