"""The rows of 篇幅 as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from PySide6.QtCore import Qt

from assistant.ui.models.balance_rows import BalanceRow, RowKind
from assistant.ui.models.tree_model import TreeModel

_ROLE = Qt.ItemDataRole


class BalanceModel(TreeModel):
    """Rows of 篇幅; `UserRole` gives the BalanceRow itself."""

    def answer(self, row: BalanceRow, role: int) -> object:
        """Return what a row shows in a role."""
        if role == _ROLE.DisplayRole:
            return row.text
        if role == _ROLE.ToolTipRole and row.kind is not RowKind.GROUP:
            parts = (row.problem or row.text, row.measure and f"→ {row.measure}", row.note)
            return "\n".join(part for part in parts if part)
        if role == _ROLE.AccessibleTextRole:
            return "，".join(part for part in (row.text, row.value, row.note) if part)
        return None
