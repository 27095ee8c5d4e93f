"""Kind and size of an image, from its first bytes: nothing is decoded."""

import struct

MOST_PIXELS = 50_000_000
"""Images above this are not shown: decoded they would take 200 MB (hostile files declare far more than they hold)."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES_IN_JPEG = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def image_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels of a PNG, JPEG, GIF or BMP; None for anything else and for broken headers."""
    try:
        size = _size(data)
    except struct.error:
        return None
    return size if size is not None and size[0] > 0 and size[1] > 0 else None


def _size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(_PNG):
        width, height = struct.unpack_from(">II", data, 16)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack_from("<HH", data, 6)
    elif data.startswith(b"BM"):
        width, height = struct.unpack_from("<ii", data, 18)
        height = abs(height)  # negative: stored from the top
    elif data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    else:
        return None
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the one that holds the size."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker in _SIZES_IN_JPEG:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + length
    return None
