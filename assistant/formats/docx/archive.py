"""Replace one member of a zip file; every other member keeps its very bytes, order, date and compression."""

import io
import struct
import zipfile
import zlib

_LOCAL, _CENTRAL, _END = 30, 46, 22
_DESCRIPTOR = b"PK\x07\x08"


def replace_member(data: bytes, name: str, content: bytes) -> bytes:
    """Return the zip file `data` with the first member called `name` holding `content`.

    Bytes before the first member are kept; the directory is written anew with the old entries, so that extra fields,
    comments and flags stay.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        start, comment = archive.start_dir, archive.comment
    entries = _directory(data, start, len(infos))
    first = min(info.header_offset for info in infos)
    out = bytearray(data[:first])
    directory: dict[int, bytes] = {}
    done = False
    for i in sorted(range(len(infos)), key=lambda i: infos[i].header_offset):
        info, offset = infos[i], len(out)
        if info.filename == name and not done:
            local, entry = _changed(data, info, entries[i], content)
            done = True
        else:
            local, entry = _copied(data, info), entries[i]
        out += local
        directory[i] = entry[:42] + struct.pack("<I", offset) + entry[46:]
    if not done:
        raise KeyError(name)
    at = len(out)
    for i in range(len(infos)):
        out += directory[i]
    count = len(infos)
    out += struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(out) - at, at, len(comment)) + comment
    return bytes(out)


def _directory(data: bytes, start: int, count: int) -> list[bytes]:
    """Return the raw entries of the central directory; sizes beyond 32 bits don't occur below our limits."""
    entries = []
    for _ in range(count):
        names = sum(struct.unpack_from("<3H", data, start + 28))
        entries.append(data[start : start + _CENTRAL + names])
        start += _CENTRAL + names
    return entries


def _copied(data: bytes, info: zipfile.ZipInfo) -> bytes:
    start = info.header_offset
    names = sum(struct.unpack_from("<2H", data, start + 26))
    end = start + _LOCAL + names + info.compress_size
    if info.flag_bits & 8:  # sizes stand behind the content: 4 signature bytes (optional), crc, two sizes
        end += 16 if data[end : end + 4] == _DESCRIPTOR else 12
    return data[start:end]


def _changed(data: bytes, info: zipfile.ZipInfo, entry: bytes, content: bytes) -> tuple[bytes, bytes]:
    """Return local record and directory entry for new content; a method other than deflate becomes deflate."""
    method = zipfile.ZIP_STORED if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    packed = content
    if method == zipfile.ZIP_DEFLATED:
        squeeze = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
        packed = squeeze.compress(content) + squeeze.flush()
    flags = info.flag_bits & ~8
    start = info.header_offset
    name_length, extra_length = struct.unpack_from("<2H", data, start + 26)
    raw_name = data[start + _LOCAL : start + _LOCAL + name_length]
    extra = _without_zip64(data[start + _LOCAL + name_length : start + _LOCAL + name_length + extra_length])
    middle = struct.pack("<H", flags) + struct.pack("<H", method) + entry[12:16]
    sizes = struct.pack("<3I", zlib.crc32(content), len(packed), len(content))
    lengths = struct.pack("<2H", name_length, len(extra))
    local = data[start : start + 6] + middle + sizes + lengths + raw_name + extra + packed
    name_length, extra_length = struct.unpack_from("<2H", entry, 28)
    after_name = _CENTRAL + name_length
    extra = _without_zip64(entry[after_name : after_name + extra_length])
    head = entry[:8] + middle + sizes + struct.pack("<2H", name_length, len(extra)) + entry[32:_CENTRAL]
    return local, head + entry[_CENTRAL:after_name] + extra + entry[after_name + extra_length :]


def _without_zip64(extra: bytes) -> bytes:
    """Drop the field that would override the sizes just written."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        tag, size = struct.unpack_from("<2H", extra, at)
        if tag != 1:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]
