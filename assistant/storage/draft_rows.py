"""Reading drafts out of the database, and what of them it can hold."""

from typing import TYPE_CHECKING

from assistant.errors import StorageError
from assistant.storage.database import plain_errors
from assistant.storage.draft import Caret, Draft, DraftInfo, Source
from assistant.storage.serialise import context_from_bytes, document_from_bytes, view_from_bytes

if TYPE_CHECKING:
    import sqlite3

_INFO = (
    "SELECT d.id, d.title, d.source_path, d.disk_sha256, d.disk_format, c.clean, d.created, c.updated, d.deleted "
    "FROM draft d JOIN current c ON c.draft = d.id "
)
LAST_FIRST = "ORDER BY c.updated DESC, d.id DESC"
UNSAVED = f"WHERE c.clean = 0 AND d.deleted IS NULL {LAST_FIRST}"
"""The drafts whose text no file holds, the one changed last first."""


class DraftGone(StorageError):
    """There is no draft of that id (any more)."""


def infos(connection: "sqlite3.Connection", condition: str, *values: int | str) -> tuple[DraftInfo, ...]:
    """Return what is known of the drafts that meet a condition on `draft d` and `current c`."""
    with plain_errors():
        rows = connection.execute(_INFO + condition, values).fetchall()
    return tuple(
        DraftInfo(identity, title, Source(path, sha256, form), bool(clean), created, updated, deleted)
        for identity, title, path, sha256, form, clean, created, updated, deleted in rows
    )


def draft_of(connection: "sqlite3.Connection", draft: int) -> Draft:
    """Return a draft; raise DraftGone where there is none of that id, StorageError where its record is damaged."""
    with plain_errors():
        found = infos(connection, "WHERE d.id = ?", draft)
        row = connection.execute(
            "SELECT b.bytes, d.base_format, c.document, c.caret_block, c.caret_offset, d.context, c.view "
            "FROM draft d JOIN base b ON b.draft = d.id JOIN current c ON c.draft = d.id WHERE d.id = ?",
            (draft,),
        ).fetchone()
    if row is None:
        raise gone(draft)
    base, base_format, document, block, offset, context, view = row
    return Draft(
        found[0],
        base,
        base_format,
        document_from_bytes(document),
        Caret(block, offset),
        context_from_bytes(context),
        view_from_bytes(view),
    )


def gone(draft: int) -> DraftGone:
    """Return what to raise where there is no draft of that id."""
    return DraftGone("这份草稿已经不在了，请把稿子另存为文件。", f"no draft {draft}")


def plain(text: str) -> str:
    """Return text that SQLite can hold: file names on Linux may carry lone surrogates for undecodable bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def storable(title: str, source: Source) -> tuple[str, str | None, str | None, str]:
    """Return title, path, sha256 and format as the database holds them."""
    path = source.path
    if path is not None and path != plain(path):
        path = None  # such a name can't come back as it was; the draft itself is complete without it
    return plain(title), path, source.sha256, source.format
