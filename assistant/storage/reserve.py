"""Room put by for the day the disk is full: a file of nothing, given up so that the text can still be saved."""

import contextlib
import os
from pathlib import Path

BYTES = 2_000_000
"""Room for the text on the desk many times over; the log of the database is used again and again."""

_NAME = "reserve.bin"


def lay_by(folder: Path) -> None:
    """Make the reserve where there is none; where there is no room for it, do without."""
    place = folder / _NAME
    with contextlib.suppress(OSError):  # as said above
        if place.exists():
            return
        try:
            with place.open("xb") as file:
                for _ in range(BYTES // 1_000_000):
                    file.write(bytes(1_000_000))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            place.unlink(missing_ok=True)


def give_up(folder: Path) -> bool:
    """Delete the reserve; tell whether there was one."""
    place = folder / _NAME
    with contextlib.suppress(OSError):  # there was none
        place.unlink()
        return True
    return False
