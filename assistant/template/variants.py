"""Variants of report kinds: what organs, companies, schools, hospitals and villages write differently. Data only."""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.document.outline import ROLES
from assistant.document.requirements import NEEDS
from assistant.template.toml import Fields, load, wrong


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What a variant says about one section of a kind; empty: as the kind has it. Aliases come on top."""

    role: str
    need: str
    aliases: tuple[str, ...]
    share: float
    skeleton: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of the folder: the kinds it is `of`, the words that recognise it, and what it changes."""

    id: str
    title: str
    of: tuple[str, ...]
    priority: int
    words: re.Pattern[str] | None
    topics: tuple[str, ...]
    characters: tuple[int, int] | None
    minutes: tuple[int, int] | None
    sections: tuple[SectionChange, ...]


def load_variants(folder: Path, kinds: set[str]) -> tuple[Variant, ...]:
    """Read the variants of a folder, which may be missing; raises ResourceError naming file and key."""
    return tuple(_variant(path, kinds) for path in sorted(folder.glob("*.toml")))


def _variant(path: Path, kinds: set[str]) -> Variant:
    fields = load(path)
    recognise = fields.table("recognise")
    variant = Variant(
        id=fields.text("id"),
        title=fields.text("title"),
        of=fields.texts("of", None),
        priority=recognise.number("priority", 0),
        words=recognise.pattern("words"),
        topics=fields.texts("topics"),
        characters=fields.range_or_none("characters"),
        minutes=fields.range_or_none("minutes"),
        sections=tuple(_change(table) for table in fields.tables("section", empty=True)),
    )
    recognise.done()
    fields.done()
    if variant.id != path.stem:
        raise wrong(path.name, "id", f"{variant.id!r} is not the file's name")
    if unknown := set(variant.of) - kinds:
        raise wrong(path.name, "of", f"unknown kinds {sorted(unknown)}")
    return variant


def _change(fields: Fields) -> SectionChange:
    change = SectionChange(
        role=fields.choice("role", ROLES),
        need=fields.choice("need", (*NEEDS, ""), ""),
        aliases=fields.texts("aliases"),
        share=fields.fraction("share", 0.0),
        skeleton=fields.texts("skeleton"),
    )
    fields.done()
    return change
