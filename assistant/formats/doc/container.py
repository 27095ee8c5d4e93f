"""Take the streams of a Word 97-2003 file out of its OLE container."""

import io
from dataclasses import dataclass
from typing import Any

from assistant.errors import CannotOpen
from assistant.formats.doc.refusal import TOO_BIG, damaged, foreign

LARGEST_STREAM = 64 * 1024 * 1024
"""Bytes up to which a stream is read: thirty million characters; pictures stand in a stream of their own."""

_MAIN = "WordDocument"
_TABLES = ("0Table", "1Table")


@dataclass(frozen=True, slots=True)
class Streams:
    """The stream with the text, and the two that may hold the tables about it (the header says which)."""

    main: bytes
    tables: tuple[bytes | None, bytes | None]


def open_container(data: bytes) -> Streams:
    """Return the streams of a Word file; raise CannotOpen where the bytes are another OLE file or a broken one."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _streams(ole)
    except CannotOpen:
        raise
    except Exception as error:  # olefile meets hostile bytes with errors of any kind, RecursionError included
        raise damaged(f"{type(error).__name__}: {error}") from error


def _streams(ole: Any) -> Streams:  # noqa: ANN401 (olefile has no types)
    if not ole.exists(_MAIN):
        raise foreign(frozenset(entry[0].lower() for entry in ole.listdir(streams=True, storages=True)))
    main = _read(ole, _MAIN)
    if main is None:
        raise damaged("WordDocument is no stream")
    return Streams(main, (_read(ole, _TABLES[0]), _read(ole, _TABLES[1])))


def _read(ole: Any, name: str) -> bytes | None:  # noqa: ANN401
    import olefile

    if ole.get_type(name) != olefile.STGTY_STREAM:
        return None
    size = ole.get_size(name)
    if size > LARGEST_STREAM:
        raise CannotOpen(TOO_BIG, f"{name} has {size} bytes")
    content = ole.openstream(name).read(LARGEST_STREAM + 1)
    return bytes(content)
