"""Fixed wrong→right pairs as the rules of the data files list them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.checks.pairs import Guard, Pair
from assistant.checks.rule import Rule
from assistant.checks.table import Table

GUARDS = ("after", "not_after", "before", "not_before")
"""Keys of what must and must not stand beside a match."""


def read_pairs(table: Table, guard: Guard, number: int) -> list[Pair]:
    """Return the pairs of the rule of that number: those that hold anywhere, and those that hold beside certain words.

    Raises ResourceError naming file and key.
    """
    pairs = []
    for wrong, right in (table.mapping("pairs") if table.has("pairs") else {}).items():
        if len(wrong) < 2 or any(not text or wrong in text for text in right):
            raise table.wrong(
                f"pairs.{wrong}", "a wrong form has two characters or more and differs from the right one"
            )
        pairs.append(Pair(wrong, right, number, guard))
    for one in table.tables("beside"):
        one.refuse_unknown({"wrong", "right", *GUARDS})
        wrong, own = one.text("wrong"), {name: one.text(name).split("|") for name in GUARDS if one.has(name)}
        if len(wrong) < 2 or wrong in one.text("right") or not own:
            raise one.wrong("wrong", "two characters or more that differ from the right ones, with what stands beside")
        pairs.append(Pair(wrong, (one.text("right"),), number, Guard(**{name: tuple(own[name]) for name in own})))
    if not pairs:
        raise table.wrong("pairs", "the table is empty")
    return pairs


def refuse_doubled(pairs: Iterable[Pair], rules: Sequence[Rule], folder: Path) -> None:
    """Raise ResourceError where a wrong form stands twice under the same guard."""
    seen: dict[tuple[str, Guard], str] = {}
    for pair in pairs:
        rule, key = rules[pair.rule].id, (pair.wrong, pair.guard)
        if key in seen:
            raise Table(folder.name, rule, {}).wrong(f"pairs.{pair.wrong}", f"also stands in {seen[key]}")
        seen[key] = rule
