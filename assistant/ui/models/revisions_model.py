"""Revisions and comments as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from assistant.ui.models.findings_rows import shortened, visible
from assistant.ui.models.revisions_rows import KIND_WORDS, ChangeRow, RowKind
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override

_LONGEST = 200
"""Characters of a change in a tip or read aloud; the card shows all of it."""


class RevisionsModel(TreeModel):
    """Rows of the list of changes; `UserRole` gives the ChangeRow itself."""

    @override
    def shown(self, row: ChangeRow) -> str:
        return shown(row)

    @override
    def tip(self, row: ChangeRow) -> str:
        return _tip(row)

    @override
    def spoken(self, row: ChangeRow) -> str:
        return spoken(row)


def kind_word(row: ChangeRow) -> str:
    """Return what was done: 插入, 删除, …; for comments 批注 or 回复."""
    if row.revision is not None:
        return KIND_WORDS.get(row.revision.kind, "修改")
    return "回复" if row.reply else "批注"


def shown(row: ChangeRow) -> str:
    """Return the first line of a row."""
    return row.title if row.kind == RowKind.GROUP else f"{kind_word(row)}：{row.words}"


def spoken(row: ChangeRow) -> str:
    """Return the row as one readable sentence."""
    if row.kind == RowKind.GROUP:
        return f"{row.title}，{len(row.children)} 处"
    words, who = shortened(row.words, _LONGEST), "，".join(part for part in (row.author, row.moment) if part)
    if row.comment is None:
        return f"修订，{kind_word(row)}“{words}”，{who}"
    head = f"对批注 {row.ordinal} 的回复" if row.reply else f"批注 {row.ordinal}"
    anchor = f"，针对“{shortened(visible(row.comment.anchor))}”" if row.comment.anchor and not row.reply else ""
    return f"{head}{'，已解决' if row.done else ''}，{who}{anchor}：{words}"


def _tip(row: ChangeRow) -> str | None:
    if row.kind == RowKind.GROUP:
        return None
    who = " · ".join(part for part in (row.author, row.moment) if part)
    return f"{shortened(row.words, _LONGEST)}\n{who}"
