"""The rows of 篇幅 as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from assistant.ui.models.balance_rows import BalanceRow, RowKind
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override


class BalanceModel(TreeModel):
    """Rows of 篇幅; `UserRole` gives the BalanceRow itself."""

    @override
    def shown(self, row: BalanceRow) -> str:
        return row.text

    @override
    def tip(self, row: BalanceRow) -> str:
        if row.kind is RowKind.GROUP:
            return ""
        parts = (row.problem or row.text, row.measure and f"→ {row.measure}", row.note)
        return "\n".join(part for part in parts if part)

    @override
    def spoken(self, row: BalanceRow) -> str:
        return "，".join(part for part in (row.text, row.value, row.note) if part)
