"""Write a document back into the bytes it was read from, its changes as Word's tracked changes."""

from collections.abc import Mapping, Sequence

from assistant.document.block import Document
from assistant.formats.docx.alignment import align, signs
from assistant.formats.docx.archive import replace_member
from assistant.formats.docx.course import Piece, Target
from assistant.formats.docx.fresh import Fresh
from assistant.formats.docx.heaviest import heaviest_rising
from assistant.formats.docx.names import child
from assistant.formats.docx.package import read_package
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.reviser import Reviser
from assistant.formats.docx.revising import Revising, Stretch
from assistant.formats.docx.segments import Owners, Use, same_runs, uses_of
from assistant.formats.docx.stretches import stretches
from assistant.formats.docx.tokens import NOTES
from assistant.formats.docx.writer import write
from assistant.formats.docx.xml import serialise
from assistant.formats.docx.zones import Zone, zones
from assistant.formats.layout import Layout

_NOTE_WEIGHT = 100_000
"""A note can't be there twice, not even struck out once: what holds one stays and the rest moves around it."""


def tracked(
    base: bytes,
    document: Document,
    levels: Mapping[str, int],
    layout: Layout | None = None,
    *,
    author: str,
    date: str,
) -> bytes:
    """Return `base` changed to hold `document`, every change a revision by `author` at `date` (ISO 8601, UTC).

    All revisions accepted, the text is that of `writer.write`; these rejected, it is that of `base`. What the same
    author had inserted before is taken out without a trace, as Word does. Nothing changed: `base` itself is returned.
    Raises EditRefused as `write` does, and where tables, locked blocks or section breaks changed places, a content
    control lost its last paragraph, or a note would have to stand twice.
    """
    if write(base, document, levels, layout) is base:
        return base
    package = read_package(base)
    picture = Picture(package)
    plan = _Plan(picture, document)
    fresh = Fresh(picture, document, levels, layout)
    reviser = Reviser(picture.body.root, author, date)
    Revising(picture, document, fresh, reviser, plan.atoms).carry_out(plan.stretches())
    return replace_member(base, package.main, serialise(picture.body.root))


class _Plan:
    """Which characters of the file stay, which go and what is new, in every stretch of it."""

    def __init__(self, picture: Picture, document: Document) -> None:
        self._picture, self._document = picture, document
        owners = Owners(
            {run.origin: n for n, runs in picture.runs.items() for run in runs if run.origin is not None},
            picture.token_owner,
        )
        self.atoms = {number: signs(runs) for number, runs in picture.runs.items()}
        self._uses = {
            position: self._uses_at(position, owners)
            for position, block in enumerate(document.blocks)
            if block.opaque is None
        }

    def _uses_at(self, position: int, owners: Owners) -> list[Use]:
        block = self._document.blocks[position]
        home = block.origin if block.origin in self._picture.runs else None
        if home is not None and same_runs(self._picture.runs[home], block.runs):
            return [Use(position, home, self.atoms[home], whole=True)]
        return uses_of(position, block, owners, home=home)

    def stretches(self) -> list[Stretch]:
        """Return everything that is to be written, in the order of the file."""
        found = zones(self._picture, self._document, self._section_owners())
        return [stretch for zone in found for stretch in self._of_zone(zone)]

    def _section_owners(self) -> dict[int, int]:
        """Return for each section break the block it goes with: the last one that holds text of its paragraph."""
        last: dict[int, int] = {}
        for position, uses in self._uses.items():
            for use in uses:
                last[use.source] = position
        paragraphs = self._picture.body.paragraphs
        return {n: at for n, at in last.items() if child(child(paragraphs[n], "pPr"), "sectPr") is not None}

    def _of_zone(self, zone: Zone) -> list[Stretch]:
        pieces = self._pieces(self._steady(zone))
        return stretches(self._picture, zone, [self._target(position, pieces) for position in zone.new])

    def _steady(self, zone: Zone) -> dict[int, list[Use]]:
        """Return the uses of each block that keep their order; all others are inserted where they are now."""
        rank = {number: at for at, number in enumerate(zone.old)}
        uses = [use for position in zone.new for use in self._uses[position] if use.source in rank]
        chosen = heaviest_rising([rank[use.source] for use in uses], [_weight(use) for use in uses])
        result: dict[int, list[Use]] = {position: [] for position in zone.new}
        for at in chosen:
            result[uses[at].block].append(uses[at])
        return result

    def _pieces(self, steady: Mapping[int, list[Use]]) -> dict[int, tuple[Piece, ...]]:
        """Find the atoms of the steady uses, and return the pieces of every block."""
        by_source: dict[int, list[Use]] = {}
        for uses in steady.values():
            for use in uses:
                by_source.setdefault(use.source, []).append(use)
        for source, uses in by_source.items():
            if len(uses) == 1 and uses[0].whole:
                uses[0].atoms = list(range(len(self.atoms[source])))
                continue
            atoms = iter(align(self.atoms[source], [sign for use in uses for sign in use.signs]))
            for use in uses:
                use.atoms = [next(atoms) for _ in use.signs]
        return {position: tuple(self._pieces_of(position, steady[position])) for position in steady}

    def _pieces_of(self, position: int, steady: Sequence[Use]) -> list[Piece]:
        result: list[Piece] = []
        uses = self._uses[position]
        if not uses:
            return [Piece(sign) for sign in signs(self._document.blocks[position].runs)]
        for use in uses:
            atoms: Sequence[int | None] = use.atoms if any(use is u for u in steady) else [None] * len(use.signs)
            for sign, atom in zip(use.signs, atoms, strict=True):
                result.append(Piece(sign) if atom is None else Piece(sign, use.source, atom))
        return result

    def _target(self, position: int, pieces: Mapping[int, tuple[Piece, ...]]) -> Target:
        uses, origin = self._uses[position], self._document.blocks[position].origin
        sources = [use.source for use in uses]
        home = origin if origin in sources else next(iter(sources), None)
        return Target(position, pieces[position], home)


def _weight(use: Use) -> int:
    notes = sum(sign.token is not None and sign.token.kind in NOTES for sign in use.signs)
    return 1 + len(use.signs) + notes * _NOTE_WEIGHT
