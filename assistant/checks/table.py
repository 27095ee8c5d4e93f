"""Typed reading of one table of a rule file, with errors that name file and key."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.checks.faults import in_chinese
from assistant.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table: the file it stands in, what to call it in an error, and its values."""

    file: str
    name: str
    values: Mapping[str, object]

    def wrong(self, key: str, reason: str) -> ResourceError:
        """Return the error for a key (empty: for the file as a whole)."""
        place = ".".join(part for part in (self.name, key) if part)
        fault = in_chinese(place, reason)
        message = f"校对规则文件 {self.file} 有错误（{fault}），文稿没有受影响，请改正或换回原来的文件后再启动。"
        return ResourceError(message, f"{self.file}: {place}: {reason}", fault)

    def has(self, key: str) -> bool:
        """Tell whether the key is present."""
        return key in self.values

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Raise ResourceError where a key is not among `known`."""
        for key in self.values:
            if key not in known:
                raise self.wrong(key, "unknown key")

    def text(self, key: str, *, empty: bool = False) -> str:
        """Return a string; it may be empty only where the caller says so."""
        value = self.values.get(key)
        if not isinstance(value, str) or not (value or empty):
            raise self.wrong(key, "a non-empty string is expected")
        return value

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """Return a string that is one of `known`; `default` where the key is absent."""
        if default is not None and key not in self.values:
            return default
        value = self.text(key)
        if value not in known:
            raise self.wrong(key, f"{value!r} is none of {', '.join(known)}")
        return value

    def choices(self, key: str, known: Collection[str], default: Collection[str]) -> tuple[str, ...]:
        """Return strings that are all among `known`; `default` where the key is absent."""
        if key not in self.values:
            return tuple(default)
        values = self.texts(key)
        for value in values:
            if value not in known:
                raise self.wrong(key, f"{value!r} is none of {', '.join(known)}")
        return values

    def texts(self, key: str) -> tuple[str, ...]:
        """Return an array of strings; empty where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "an array of strings is expected")
        return tuple(value)

    def year(self, key: str) -> int | None:
        """Return a report year, or None where the key is absent."""
        value = self.values.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1949 <= value <= 2100):
            raise self.wrong(key, "a year is expected")
        return value

    def flag(self, key: str) -> bool:
        """Return a boolean; False where the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false is expected")
        return value

    def number(self, key: str) -> int:
        """Return an integer above 0."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise self.wrong(key, "a number above 0 is expected")
        return value

    def table(self, key: str) -> Mapping[str, object]:
        """Return the values of a table."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, "a table is expected")
        return value

    def tables(self, key: str) -> list["Table"]:
        """Return an array of tables; empty where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, "an array of tables is expected")
        prefix = f"{self.name}.{key}" if self.name else key
        return [Table(self.file, f"{item.get('id') or f'{prefix}[{i}]'}", item) for i, item in enumerate(value)]

    def mapping(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table whose values are strings, or arrays of strings where several are possible."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, "a table is expected")
        result = {}
        for name, item in value.items():
            texts = [item] if isinstance(item, str) else item
            if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
                raise self.wrong(f"{key}.{name}", "a string or an array of strings is expected")
            result[name] = tuple(texts)
        return result


def read_table(path: Path) -> Table:
    """Return all that stands in a file; raises ResourceError where it can't be read."""
    try:
        return Table(path.name, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Table(path.name, "", {}).wrong("", str(error)) from error
