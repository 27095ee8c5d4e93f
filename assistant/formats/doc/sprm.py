"""Single property modifiers: the opcodes and operands that every format of an old Word file is made of."""

import struct
from collections.abc import Iterator
from itertools import islice

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of the operand by the upper three bits of the opcode; 0: its first byte says ([MS-DOC] 2.2.5.1)."""
_VARIABLE = 6
TABLE_DEFINITION = 0xD608
_CHANGE_TABS = 0xC615

_MOST = 400
"""Properties read from one byte string: a page of Word's holds 488 bytes of them, at three bytes each or more."""

Modifiers = dict[int, bytes]
"""Opcode → operand; of several with one opcode the last counts."""


def modifiers(grpprl: bytes) -> Modifiers:
    """Return the properties in a byte string, up to where it stops making sense."""
    return dict(islice(_walk(grpprl), _MOST))


def _walk(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(grpprl)
    while at + 2 < end:
        (opcode,) = struct.unpack_from("<H", grpprl, at)
        at += 2
        size, skip = _SIZES[opcode >> 13], 0
        if opcode >> 13 == _VARIABLE:
            size, skip = _variable(opcode, grpprl, at)
        operand = grpprl[at + skip : at + skip + size]
        if len(operand) < size:
            return
        at += skip + size
        yield opcode, operand


def _variable(opcode: int, grpprl: bytes, at: int) -> tuple[int, int]:
    """Return how long an operand is, and how many bytes before it say so."""
    first = grpprl[at]
    if opcode == TABLE_DEFINITION:
        return max(0, first + (grpprl[at + 1] << 8 if at + 1 < len(grpprl) else 0) - 1), 2
    if opcode == _CHANGE_TABS and first == 0xFF:
        deleted = grpprl[at + 1] if at + 1 < len(grpprl) else 0
        added_at = at + 2 + 4 * deleted
        added = grpprl[added_at] if added_at < len(grpprl) else 0
        return 2 + 4 * deleted + 3 * added, 1
    return first, 1


def byte(found: Modifiers, opcode: int) -> int | None:
    """Return the first byte of an operand, None where the property isn't set."""
    operand = found.get(opcode)
    return operand[0] if operand else None


def word(found: Modifiers, opcode: int) -> int | None:
    """Return an unsigned 16-bit operand, None where the property isn't set."""
    operand = found.get(opcode)
    return int.from_bytes(operand[:2], "little") if operand is not None and len(operand) >= 2 else None


def signed(found: Modifiers, opcode: int) -> int | None:
    """Return a signed 16-bit operand, None where the property isn't set."""
    operand = found.get(opcode)
    return int.from_bytes(operand[:2], "little", signed=True) if operand is not None and len(operand) >= 2 else None


def long(found: Modifiers, opcode: int) -> int | None:
    """Return an unsigned 32-bit operand, None where the property isn't set."""
    operand = found.get(opcode)
    return int.from_bytes(operand[:4], "little") if operand is not None and len(operand) >= 4 else None
