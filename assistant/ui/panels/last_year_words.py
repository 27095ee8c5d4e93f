"""What the card of 去年 says of a row: its heading, and what taking all suggestions of a group would change."""

from collections import Counter
from collections.abc import Sequence

from assistant.ui.models.last_year_rows import KIND_TITLES, LastYearRow, RowKind, suggested
from assistant.ui.models.role_titles import ROLE_TITLES

_TOLD = 6


def head(row: LastYearRow) -> str:
    """Return what a row is, and how it stands with it."""
    if row.kind is RowKind.GROUP:
        return f"{len(row.children)} 处，其中 {len(suggested(row))} 处有建议"
    if row.waiting is not None:
        kind = KIND_TITLES[row.waiting.place.kind]
        return f"{kind} · 已定下" if row.kind is RowKind.KEPT else f"{kind} · 去年写的是"
    if row.kind is RowKind.PROMISE:
        heading = row.promise.heading if row.promise is not None else ""
        return f"去年的打算 · {heading}" if heading else "去年的打算"
    title = ROLE_TITLES.get(row.role, "其他部分")
    return f"{title} · {'已确认仍然属实' if row.kind is RowKind.CONFIRMED else '沿用去年，没有改过'}"


def changes(rows: Sequence[LastYearRow]) -> str:
    """Return what the suggestions of rows would change, one kind of change a line."""
    pairs = Counter((one.words, one.waiting.item.found.suggestion or "") for one in rows if one.waiting is not None)
    told = [f"{old} → {new}" + (f"（{times} 处）" if times > 1 else "") for (old, new), times in pairs.items()]
    more = f"\n……另有 {len(told) - _TOLD} 种，请往下看" if len(told) > _TOLD else ""
    return "\n".join(told[:_TOLD]) + more
