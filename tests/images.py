"""Small images made in code."""

import struct
import zlib


def png(width: int, height: int, colour: tuple[int, int, int] = (200, 30, 30), *, body: bool = True) -> bytes:
    """A PNG of one colour; without `body` it only declares its size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + bytes(colour) * width) * height if body else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def gif(width: int, height: int) -> bytes:
    """The header of a GIF."""
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(20)


def bmp(width: int, height: int) -> bytes:
    """The header of a BMP; a negative height means rows from the top."""
    return b"BM" + bytes(16) + struct.pack("<ii", width, height) + bytes(20)


def jpeg(width: int, height: int) -> bytes:
    """The segments of a JPEG up to the one with its size."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"abcd"
    return b"\xff\xd8" + comment + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + bytes(6)
