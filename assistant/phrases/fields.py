"""Fields of work and kinds of unit whose words a phrase may speak: keys, Chinese names, words in names of units."""

from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.tables import tables

FILE = "fields.toml"
_KEYS = frozenset({"key", "name", "units"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work: `key`, Chinese `name`, and `units`, words by which a unit of the field is called."""

    key: str
    name: str
    units: tuple[str, ...] = ()


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
        found[key] = Field(key, table.text("name"), table.texts("units"))
    return tuple(found.values())


def field_of(unit: str, fields: tuple[Field, ...]) -> str:
    """Return the key of the field a unit is of by its name, '' where none is heard: the longest word decides.

    Of two as long, the one further to the end does: what a Chinese name is about stands there.
    """
    heard = [(len(word), unit.rindex(word), field.key) for field in fields for word in field.units if word in unit]
    return max(heard)[2] if heard else ""
