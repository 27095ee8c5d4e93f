"""Reports of earlier years: what the user has brought in to search, to compare with and to learn from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.errors import StorageError
from assistant.storage.database import plain_errors, transaction
from assistant.storage.serialise import document_from_bytes, document_to_bytes

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class PastInfo:
    """A past report without its text.

    `name` is what the file was called, `path` where it lay (None: unknown), `kind` and `year` what was recognised (''
    and 0 where nothing was); `learned`: the completer may offer its wording. `added` is ISO 8601 in UTC.
    """

    id: int
    name: str
    path: str | None
    kind: str
    year: int
    unit: str
    learned: bool
    added: str


_COLUMNS = "id, name, path, kind, year, unit, learned, added"


class PastReports:
    """The past reports in the draft database; used in the thread that opened it."""

    def __init__(self, connection: "sqlite3.Connection", now: Callable[[], datetime]) -> None:
        self._connection, self._now = connection, now

    def add(
        self,
        name: str,
        document: Document,
        sha256: str,
        *,
        path: str | None = None,
        kind: str = "",
        year: int = 0,
        unit: str = "",
        learned: bool = False,
    ) -> int:
        """Keep a report and return its id; one with the same bytes (`sha256`) takes the new values and keeps its id."""
        time = self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        values = (_plain(name), None if path is None else _plain(path), kind, year, _plain(unit))
        with plain_errors(), transaction(self._connection):
            self._connection.execute(
                "INSERT INTO past_report (name, path, kind, year, unit, sha256, document, learned, added) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, "
                "path = excluded.path, kind = excluded.kind, year = excluded.year, unit = excluded.unit, "
                "document = excluded.document, learned = max(learned, excluded.learned)",
                (*values, sha256, document_to_bytes(document), learned, time),
            )
            row = self._connection.execute("SELECT id FROM past_report WHERE sha256 = ?", (sha256,)).fetchone()
        return int(row[0])

    def list(self) -> tuple[PastInfo, ...]:
        """Return all of them, the latest year first."""
        return self._infos("ORDER BY year DESC, name, id")

    def learned(self) -> tuple[PastInfo, ...]:
        """Return those the completer may learn from, the one added first first."""
        return self._infos("WHERE learned = 1 ORDER BY id")

    def load(self, report: int) -> Document:
        """Return the text of one; raise StorageError where there is none of that id or it is damaged."""
        with plain_errors():
            row = self._connection.execute("SELECT document FROM past_report WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise StorageError("这份往年报告已经不在了，原来的文件没有动过，请重新导入。", f"no past report {report}")
        return document_from_bytes(row[0])

    def set_learned(self, report: int, *, learned: bool) -> None:
        """Let the completer learn from one, or make it forget it."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute("UPDATE past_report SET learned = ? WHERE id = ?", (learned, report))

    def remove(self, report: int) -> None:
        """Forget a report; the file it was read from stays as it is."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute("DELETE FROM past_report WHERE id = ?", (report,))

    def _infos(self, condition: str) -> tuple[PastInfo, ...]:
        with plain_errors():
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM past_report {condition}").fetchall()
        return tuple(
            PastInfo(identity, name, path, kind, year, unit, bool(learned), added)
            for identity, name, path, kind, year, unit, learned, added in rows
        )


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
