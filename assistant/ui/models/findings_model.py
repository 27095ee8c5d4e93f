"""The findings as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from assistant.ui.models.findings_rows import FindingRow, RowKind, replacement, words
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override


class FindingsModel(TreeModel):
    """Rows of the findings list; `UserRole` gives the FindingRow itself."""

    @override
    def shown(self, row: FindingRow) -> str:
        return shown(row)

    @override
    def tip(self, row: FindingRow) -> str:
        return _tip(row)

    @override
    def spoken(self, row: FindingRow) -> str:
        return spoken(row)


def shown(row: FindingRow) -> str:
    """Return the first line of a row."""
    if row.kind == RowKind.LEVEL:
        return row.level.label
    if row.kind == RowKind.CATEGORY:
        return row.category
    if row.kind == RowKind.OFTEN:
        return row.first.message
    new = replacement(row.first)
    return row.before + words(row.first) + row.after + (f" → {new}" if new else "")


def spoken(row: FindingRow) -> str:
    """Return the row as one readable sentence."""
    if row.kind == RowKind.LEVEL:
        return f"{row.level.label}，{len(row.findings)} 处"
    if row.kind == RowKind.CATEGORY:
        return f"{row.level.label}，{row.category}，{len(row.findings)} 处"
    head = f"{row.level.label}，{row.category}："
    if row.kind == RowKind.OFTEN:
        return f"{head}{row.first.message}全文 {len(row.findings)} 处"
    new = replacement(row.first)
    change = "，建议删去" if new == "删去" else f"，建议改为“{new}”" if new else ""
    place = f"，在“{row.before}{words(row.first)}{row.after}”里" if row.before or row.after else ""
    return f"{head}{words(row.first)}{place}{change}。{row.first.message}"


def _tip(row: FindingRow) -> str | None:
    if row.kind in (RowKind.LEVEL, RowKind.CATEGORY):
        return None
    source = f"\n依据：{row.first.source}" if row.first.source else ""
    return f"{row.first.message}{source}"
