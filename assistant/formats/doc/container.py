"""Take the streams of a Word 97-2003 file out of its OLE container."""

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from assistant.errors import CannotOpen
from assistant.formats.doc.refusal import TOO_BIG, damaged, foreign

LARGEST_STREAM = 64 * 1024 * 1024
"""Bytes up to which a stream is read: thirty million characters; pictures stand in a stream of their own."""

_SMALLEST = 1536
"""Bytes of a header and one sector each for the table of sectors and the directory."""
_MAIN = "WordDocument"
_DATA = "Data"
_TABLES = ("0Table", "1Table")


@dataclass(frozen=True, slots=True)
class Streams:
    """The stream with the text, and the two that may hold the tables about it (the header says which).

    `data` holds pictures, and the properties that are too long for the tables.
    """

    main: bytes
    tables: tuple[bytes | None, bytes | None]
    data: bytes = b""


def open_container(data: bytes) -> Streams:
    """Return the streams of a Word file; raise CannotOpen where the bytes are another OLE file or a broken one."""
    import olefile

    _check_header(data)
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _streams(ole, len(data))
    except CannotOpen:
        raise
    except Exception as error:  # olefile meets hostile bytes with errors of any kind, RecursionError included
        raise damaged(f"{type(error).__name__}: {error}") from error


def _check_header(data: bytes) -> None:
    """Refuse counts that the file has no room for: olefile would follow a circle of sectors that many times."""
    if len(data) < _SMALLEST:
        raise damaged(f"{len(data)} bytes")
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or small_shift != 6:
        raise damaged(f"sectors of 2^{shift} and 2^{small_shift} bytes")
    sectors = len(data) >> shift
    tables, small_tables, table_lists = (struct.unpack_from("<I", data, at)[0] for at in (44, 64, 72))
    needed = sectors // (1 << shift - 2) + 1
    if tables > needed + 109 or small_tables > sectors or table_lists > sectors:
        raise damaged(f"{tables}, {small_tables} and {table_lists} sectors of tables for {sectors} sectors")


class _Entry(Protocol):
    """A storage or stream of such a file."""

    size: int


class _Ole(Protocol):
    """What we ask olefile's files, which have no types."""

    root: _Entry

    def exists(self, name: str) -> bool: ...
    def listdir(self, *, streams: bool, storages: bool) -> list[list[str]]: ...
    def get_type(self, name: str) -> int: ...
    def get_size(self, name: str) -> int: ...
    def openstream(self, name: str) -> BinaryIO: ...


def _streams(ole: _Ole, room: int) -> Streams:
    if not ole.exists(_MAIN):
        raise foreign(frozenset(entry[0].lower() for entry in ole.listdir(streams=True, storages=True)))
    if ole.root.size > room:
        raise damaged(f"small streams of {ole.root.size} bytes in a file of {room}")
    main = _read(ole, _MAIN, room)
    if main is None:
        raise damaged("WordDocument is no stream")
    data = b""
    if ole.exists(_DATA) and ole.get_size(_DATA) <= LARGEST_STREAM:
        data = _read(ole, _DATA, room) or b""
    return Streams(main, (_read(ole, _TABLES[0], room), _read(ole, _TABLES[1], room)), data)


def _read(ole: _Ole, name: str, room: int) -> bytes | None:
    import olefile

    if ole.get_type(name) != olefile.STGTY_STREAM:
        return None
    size = ole.get_size(name)
    if size > room:
        raise damaged(f"{name} has {size} bytes in a file of {room}")
    if size > LARGEST_STREAM:
        raise CannotOpen(TOO_BIG, f"{name} has {size} bytes")
    content = ole.openstream(name).read(LARGEST_STREAM + 1)
    return bytes(content)
