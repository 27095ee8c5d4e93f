"""Fields of work and kinds of unit whose words a phrase may speak: their keys and Chinese names."""

from pathlib import Path

from assistant.phrases.tables import tables

FILE = "fields.toml"
_KEYS = frozenset({"key", "name"})


def load_fields(folder: Path) -> tuple[tuple[str, str], ...]:
    """Read `fields.toml` of a library folder as (key, name) pairs; none where the folder has no such file.

    Raises ResourceError naming file and key when a key is unknown or a field comes twice.
    """
    path = folder / FILE
    names: dict[str, str] = {}
    for table in tables(path, "field") if path.exists() else ():
        table.only(_KEYS)
        key = table.text("key")
        if key in names:
            raise table.wrong("key", f"{key} comes twice")
        names[key] = table.text("name")
    return tuple(names.items())
