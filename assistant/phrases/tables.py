"""Strict reading of the library's TOML tables: a wrong key or type is an error that names file and key."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import ResourceError
from assistant.phrases.plain_toml import read_plain


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; raise ResourceError naming the file if it can't be read or parsed."""
    try:
        text = path.read_text(encoding="utf-8")
        plain = read_plain(text)
        return tomllib.loads(text) if plain is None else plain
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(path.name, "", str(error)) from error


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file, with what is needed to say where it stands."""

    file: str
    place: str
    values: Mapping[str, Any]

    def only(self, allowed: frozenset[str]) -> None:
        """Raise ResourceError for the first key that is not allowed."""
        for key in self.values:
            if key not in allowed:
                raise self.wrong(key, "unknown key")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without a default the key is required and must not be blank."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "expected a non-empty string")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.wrong(key, "expected a list of strings")
        return tuple(value)

    def year(self, key: str) -> int | None:
        """Return a year of four digits, None where the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 1921 <= value <= 2999:
            raise self.wrong(key, "expected a year")
        return value

    def flag(self, key: str) -> bool:
        """Return a truth value, false where the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "expected true or false")
        return value

    def wrong(self, key: str, why: str) -> ResourceError:
        """Return the error that names file, place and key."""
        return _wrong(self.file, f"{self.place}.{key}" if self.place else key, why)


def tables(path: Path, name: str, others: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the array of tables `[[name]]` of a file; any other top-level key not in `others` is an error."""
    content = read_toml(path)
    Table(path.name, "", content).only(others | {name})
    return rows(path.name, content, name)


def rows(file: str, content: Mapping[str, Any], name: str) -> tuple[Table, ...]:
    """Return the array of tables `[[name]]` of a parsed file, empty where it is absent."""
    found = content.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise _wrong(file, name, "expected an array of tables")
    return tuple(Table(file, f"{name}[{number}]", row) for number, row in enumerate(found))


def _wrong(file: str, key: str, why: str) -> ResourceError:
    where = f"（{key}）" if key else ""
    return ResourceError(
        f"短语库文件 {file}{where} 有误，短语没有载入，正在写的文字不受影响，请恢复或改正该文件。",
        f"{file}: {key}: {why}" if key else f"{file}: {why}",
    )
