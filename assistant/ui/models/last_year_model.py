"""The rows of 去年 as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from assistant.ui.models.findings_rows import shortened
from assistant.ui.models.last_year_rows import KIND_TITLES, LastYearRow, RowKind
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override

_LONGEST = 200
_NAMES = {
    RowKind.MISSING: "今年还缺",
    RowKind.PROMISE: "去年的打算",
    RowKind.CARRIED: "沿用未改",
    RowKind.CONFIRMED: "已确认",
    RowKind.KEPT: "已定下",
}


class LastYearModel(TreeModel):
    """Rows of 去年; `UserRole` gives the LastYearRow itself."""

    @override
    def shown(self, row: LastYearRow) -> str:
        return row.words

    @override
    def tip(self, row: LastYearRow) -> str:
        return "" if row.kind is RowKind.GROUP else shortened(row.before + row.words + row.after, _LONGEST)

    @override
    def spoken(self, row: LastYearRow) -> str:
        return spoken(row)


def spoken(row: LastYearRow) -> str:
    """Return the row as one readable sentence."""
    if row.kind is RowKind.GROUP:
        return f"{row.words}，{len(row.children)} 处"
    words = shortened(row.words, _LONGEST)
    if row.kind is RowKind.PLACE and row.waiting is not None:
        return f"{KIND_TITLES[row.waiting.place.kind]}“{words}”，{row.below}"
    name = _NAMES.get(row.kind, "")
    return "，".join(part for part in (f"{name}：{words}" if name else words, row.below) if part)
