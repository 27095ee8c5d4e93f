"""Cut the blocks of a document into stretches by the paragraph of the file they descend from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.document.block import Block, Run
from assistant.document.splice import merged
from assistant.formats.docx.alignment import Sign, align, signs


@dataclass(slots=True)
class Use:
    """A stretch of a block that descends from one paragraph: `source`; `atoms` are filled in by `match`.

    `whole` marks a block that is just as it was; its signs are filled in only where a copy of it exists.
    """

    block: int
    source: int
    signs: list[Sign] = field(default_factory=list)
    atoms: list[int | None] = field(default_factory=list)
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """Which paragraph a w:r (by ordinal) and a token (by number) stand in."""

    runs: Mapping[int, int]
    tokens: Sequence[int]

    def of(self, sign: Sign) -> int | None:
        """Return the number of the paragraph a sign descends from; None for typed text."""
        if sign.token is not None:
            return self.tokens[sign.token.number] if 0 <= sign.token.number < len(self.tokens) else None
        return None if sign.origin is None else self.runs.get(sign.origin)


def uses_of(position: int, block: Block, owners: Owners, *, home: int | None) -> list[Use]:
    """Cut one block into uses, in reading order; text without an origin goes with what is before it, else after.

    `home` is the paragraph the block itself descends from: it has a use even where nothing of its text is left.
    """
    uses: list[Use] = []
    loose: list[Sign] = []
    for found in signs(block.runs):
        source = owners.of(found)
        sign = found if source is not None else replace(found, origin=None)  # a run of a locked paragraph, or of none
        if source is None and not uses:
            loose.append(sign)
        elif source is None or (uses and uses[-1].source == source):
            uses[-1].signs.append(sign)
        else:
            uses.append(Use(position, source, [*loose, sign]))
            loose = []
    if home is not None and all(use.source != home for use in uses):
        uses.insert(0, Use(position, home, loose if not uses else []))
    return uses


def match(source: Sequence[Sign], uses: Sequence[Use]) -> None:
    """Tell for every sign of the uses of one paragraph which of its atoms it is; no atom is given twice."""
    first: dict[tuple[str, int | None], int] = {}
    for i, sign in enumerate(source):
        first.setdefault(_home(sign), i)

    def start(use: Use) -> int:
        return next((first[_home(sign)] for sign in use.signs if _home(sign) in first), len(source))

    ordered = sorted(uses, key=start)
    atoms = align(source, [sign for use in ordered for sign in use.signs])
    at = 0
    for use in ordered:
        use.atoms = atoms[at : at + len(use.signs)]
        at += len(use.signs)


def _home(sign: Sign) -> tuple[str, int | None]:
    return ("run", sign.origin) if sign.token is None else ("token", sign.token.number)


def same_runs(base: tuple[Run, ...], runs: tuple[Run, ...]) -> bool:
    """Tell whether runs hold the same characters, origins and marks, and the same tokens."""
    if base == runs:
        return True

    def essence(run: Run) -> tuple[object, ...]:
        return (run.text, run.origin, run.marks) if run.token is None else (run.token.number,)

    return list(map(essence, base)) == list(map(essence, merged(list(runs))))
