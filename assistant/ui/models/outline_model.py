"""The outline as a tree model: what a row says on the screen, in its tip and to a screen reader."""

from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override


class OutlineModel(TreeModel):
    """Rows of the outline; `UserRole` gives the OutlineRow itself."""

    @override
    def shown(self, row: OutlineRow) -> str:
        return row.number + row.text

    @override
    def tip(self, row: OutlineRow) -> str:
        return _tip(row)

    @override
    def spoken(self, row: OutlineRow) -> str:
        return spoken(row)


def spoken(row: OutlineRow) -> str:
    """Return the row as one readable sentence."""
    if row.ghost:
        need = "必有的部分" if row.need == "required" else "通常有的部分"
        return f"缺少“{row.text}”，{need}，按回车补上"
    parts = [row.number + row.text, f"{row.words} 字"]
    if row.said is not None and not row.implied:
        parts.append("您定的")
    if row.inside:
        parts.append("写在段落里面")
    if row.findings:
        parts.append(f"{row.findings} 处待处理")
    return "，".join(parts)


def _tip(row: OutlineRow) -> str:
    """Return the full title and the facts, as plain text a tip shows on several lines."""
    if row.ghost:
        return f"还没有“{row.text}”这一部分。点“补上”插入标题和提示。"
    facts = f"{row.words:,} 字" + (f" · {row.findings} 处待处理" if row.findings else "")
    role = ROLE_TITLES.get(row.role, "")
    if role and row.role != "other" and not row.implied and row.level == 1:
        facts = f"{role} · {facts}"
    inside = "\n这个标题写在段落里面，没有另起一段。" if row.inside else ""
    said = "\n这是您定的；右键可以恢复自动判断。" if row.said is not None and not row.implied else ""
    return f"{row.number}{row.text}\n{facts}{said}{inside}"
