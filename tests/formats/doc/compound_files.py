"""Write OLE compound files: just enough of [MS-CFB] for tests, no third-party file needed."""

import struct

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SMALLEST = 4096
"""Streams below this would have to stand in the mini stream; ours are padded instead."""


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with these streams at its root, each padded with zeros to 4096 bytes."""
    padded = {name: data.ljust(SMALLEST, b"\0") for name, data in streams.items()}
    counts = [-(-len(data) // SECTOR) for data in padded.values()]
    directory = -(-(len(streams) + 1) // 4)
    others = directory + sum(counts)
    fats = 1
    while fats * 128 < others + fats:
        fats += 1
    chain = [FAT] * fats + _chain(fats, directory)
    starts = []
    for count in counts:
        starts.append(len(chain))
        chain += _chain(len(chain), count)
    chain += [FREE] * (fats * 128 - len(chain))
    entries = [_entry("Root Entry", 5, END, 0, child=1 if streams else FREE)]
    for n, (name, data) in enumerate(padded.items(), 1):
        entries.append(_entry(name, 2, starts[n - 1], len(data), right=n + 1 if n < len(padded) else FREE))
    body = b"".join(data.ljust(count * SECTOR, b"\0") for data, count in zip(padded.values(), counts, strict=True))
    table = b"".join(entries).ljust(directory * SECTOR, b"\0")
    return _header(fats) + struct.pack(f"<{len(chain)}I", *chain) + table + body


def _chain(first: int, count: int) -> list[int]:
    return [first + n + 1 for n in range(count - 1)] + [END] if count else []


def _header(fats: int) -> bytes:
    head = bytearray(SECTOR)
    head[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 40, 0, fats, fats, 0, SMALLEST, END, 0, END, 0)
    struct.pack_into("<109I", head, 76, *([*range(fats)] + [FREE] * (109 - fats)))
    return bytes(head)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    entry = bytearray(128)
    encoded = (name + "\0").encode("utf-16-le")
    entry[: len(encoded)] = encoded
    struct.pack_into("<HBBIII", entry, 64, len(encoded), kind, 1, FREE, right, child)
    struct.pack_into("<II", entry, 116, start, size)
    return bytes(entry)
