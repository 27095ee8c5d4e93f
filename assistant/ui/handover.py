"""One window a user: a program started a second time hands its file to the first one and ends.

The first listens at an address of the file system (no network), written with a key into the data folder, where only
this user can read them. Whatever goes wrong here, the second start just shows a window of its own: the draft store can
serve both.
"""

import json
import os
import sys
import threading
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

ADDRESS = "window.json"
"""File in the data folder that says where the first window listens, and the key; only its owner can read it."""
PATIENCE = 2.5
"""Seconds a second start waits for the first window to take the file."""
TAKEN = b"taken"
"""What the first window answers."""


def hand_over(folder: Path, path: str | None) -> bool:
    """Give a path (or nothing) to the window that is open already; False where there is none that takes it."""
    try:
        text = (folder / ADDRESS).read_text(encoding="utf-8")
        known = json.loads(text)
        address, key = str(known["address"]), bytes.fromhex(known["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    wanted = "" if path is None else str(Path(path).absolute())
    taken = threading.Event()
    # A first window that hangs must not hang this one: the answer is waited for only so long.
    asking = threading.Thread(target=_ask, args=(address, key, wanted, taken), name="handover", daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return taken.is_set()


def _ask(address: str, key: bytes, wanted: str, taken: threading.Event) -> None:
    with (
        suppress(OSError, EOFError, AuthenticationError, ValueError),  # nobody there, or somebody else: not taken
        Client(address, family=family(), authkey=key) as connection,
    ):
        connection.send_bytes(os.fsencode(wanted))
        if connection.poll(PATIENCE) and connection.recv_bytes(len(TAKEN)) == TAKEN:
            taken.set()


def family() -> str:
    """Return the kind of address this system has for processes of one machine."""
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
