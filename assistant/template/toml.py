"""Strict reading of TOML tables: every mistake names the file and the key."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from assistant.errors import ResourceError
from assistant.text.expressions import any_of, expression

Table = dict[str, Any]


class Fields:
    """One TOML table read key by key; `done` refuses keys nobody asked for."""

    def __init__(self, table: Table, where: str) -> None:
        self._rest = dict(table)
        self._where = where

    def text(self, key: str, default: str | None = None) -> str:
        """Return a non-empty string (or the default)."""
        value = self._take(key, default)
        if not isinstance(value, str) or (not value and default != ""):
            raise wrong(self._where, key, "not a non-empty string")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Return an integer (or the default)."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(self._where, key, "not an integer")
        return value

    def fraction(self, key: str, default: float | None = None) -> float:
        """Return a number from 0 to 1 (or the default)."""
        value = self._take(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise wrong(self._where, key, "not a number from 0 to 1")
        return float(value)

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return a string out of `allowed`."""
        value = self.text(key, default)
        if value not in allowed:
            raise wrong(self._where, key, f"{value!r} is not known")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        """Return a list of non-empty strings without repetition; `default` None: the key is required."""
        value = self._take(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
            raise wrong(self._where, key, "not a list of non-empty strings")
        if len(set(value)) != len(value):
            raise wrong(self._where, key, "lists something twice")
        return tuple(value)

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """Return one pattern that matches where any of the listed ones does, None for an empty or missing list."""
        sources = self.texts(key)
        for source in sources:
            try:
                expression(source)
            except re.error as error:
                raise wrong(self._where, key, f"{source!r}: {error}") from error
        return any_of(sources) if sources else None

    def table(self, key: str) -> "Fields":
        """Return a sub-table; it must be there."""
        value = self._take(key, None)
        if not isinstance(value, dict):
            raise wrong(self._where, key, "not a table")
        return Fields(value, f"{self._where}: {key}")

    def tables(self, key: str, *, empty: bool = False) -> list["Fields"]:
        """Return a list of tables; it must not be empty, or, with `empty`, may be missing."""
        value = self._take(key, [] if empty else None)
        if not isinstance(value, list) or not (value or empty) or not all(isinstance(item, dict) for item in value):
            raise wrong(self._where, key, "not a list of tables")
        return [Fields(item, f"{self._where}: {key}[{i}]") for i, item in enumerate(value)]

    def range(self, key: str) -> tuple[int, int]:
        """Return the table of a `least` and a `most`, both above 0."""
        table = self.table(key)
        low, high = table.number("least"), table.number("most")
        table.done()
        if not 0 < low <= high:
            raise self.fail(key, "least is more than most")
        return low, high

    def range_or_none(self, key: str) -> tuple[int, int] | None:
        """Return such a table, None where it is missing."""
        return self.range(key) if key in self._rest else None

    def fail(self, key: str, reason: str) -> ResourceError:
        """Return the error for a key whose value can't be."""
        return wrong(self._where, key, reason)

    def done(self) -> None:
        """Raise ResourceError where the table holds a key that was not read."""
        if self._rest:
            raise wrong(self._where, next(iter(self._rest)), "unknown key")

    def _take(self, key: str, default: object) -> object:
        value = self._rest.pop(key, default)
        if value is None:
            raise wrong(self._where, key, "missing")
        return value


def load(path: Path) -> Fields:
    """Read a TOML file; raise ResourceError where it can't be read."""
    try:
        return Fields(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(_MESSAGE.format(path.name), f"{path.name}: {error}") from error


def wrong(where: str, key: str, reason: str) -> ResourceError:
    """Return the error for a wrong entry."""
    return ResourceError(_MESSAGE.format(where.partition(":")[0]), f"{where}: {key}: {reason}")


_MESSAGE = "数据文件 {} 有误，正文没有受影响，请恢复该文件或重新安装程序。"
