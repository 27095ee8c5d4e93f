"""One process at a time: a second start waits while the first one sets up."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stopped import say


def lock_path(venv: Path) -> Path:
    """Return the lock file of one environment and one user; it lies outside, for the environment may be cleared."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user without a name
        user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    name = hashlib.sha256(f"{user}\0{venv}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"shuzhi-setup-{name}.lock"


def try_lock(descriptor: int) -> bool:
    """Lock an open file if nobody else holds it; the system lets go of it when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def turn(venv: Path) -> Iterator[None]:
    """Wait until nobody else sets up this environment, then keep the others waiting."""
    descriptor = os.open(str(lock_path(venv)), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not try_lock(descriptor):
            say("另一个窗口正在准备运行环境，等它完成……")
            while not try_lock(descriptor):
                time.sleep(0.5)
        yield
    finally:
        os.close(descriptor)
