"""Fields of work and kinds of unit whose words a phrase may speak: keys, Chinese names, words in names of units."""

from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.tables import tables

FILE = "fields.toml"
_KEYS = frozenset({"key", "name", "units", "variants"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work or kind of unit: `key`, Chinese `name`, `units`, words by which a unit of it is called.

    `variants` are the variants of report kinds that speak its words.
    """

    key: str
    name: str
    units: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


def load_fields(folder: Path) -> tuple[Field, ...]:
    """Read `fields.toml` of a library folder; none where the folder has no such file.

    Raises ResourceError naming file and key when a key is unknown or a field comes twice.
    """
    path = folder / FILE
    found: dict[str, Field] = {}
    for table in tables(path, "field") if path.exists() else ():
        table.only(_KEYS)
        key = table.text("key")
        if key in found:
            raise table.wrong("key", f"{key} comes twice")
        found[key] = Field(key, table.text("name"), table.texts("units"), table.texts("variants"))
    return tuple(found.values())


def fields_of(unit: str, variant: str, fields: tuple[Field, ...]) -> frozenset[str]:
    """Return the keys of the fields a report is written in: that of the unit's name, that of the report's variant."""
    found = {field.key for field in fields if variant in field.variants}
    named = field_of(unit, fields)
    return frozenset(found | ({named} if named else set()))


def field_of(unit: str, fields: tuple[Field, ...]) -> str:
    """Return the key of the field a unit is of by its name, '' where none is heard: the longest word decides.

    Of two as long, the one further to the end does: what a Chinese name is about stands there.
    """
    heard = [(len(word), unit.rindex(word), field.key) for field in fields for word in field.units if word in unit]
    return max(heard)[2] if heard else ""
