"""Where a program started a second time leaves its file: the first window listens, and comes to the front."""

import json
import os
import secrets
import sys
import threading
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from assistant.ui.handover import ADDRESS, PATIENCE, TAKEN, family
from assistant.ui.mail import Mail

_SOCKET = "window.socket"
_LONGEST = 100
"""Bytes that the name of a socket may have, a little less than every system takes."""


class Reception(QObject):
    """Listens for later starts.

    Signal: `asked` the path one of them was given, '' where it was given none.
    """

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Listen to nothing before `begin`."""
        super().__init__(parent)
        self._door = _Door(folder, Mail(self._take))

    def begin(self) -> None:
        """Begin to listen, in a thread of its own."""
        threading.Thread(target=self._door.listen, name="reception", daemon=True).start()

    def end(self) -> None:
        """Leave no address behind."""
        self._door.close()

    def _take(self, path: str, taken: threading.Event) -> None:
        if QApplication.activeModalWidget() is not None:
            return  # a question stands open here: the second start had better show a window of its own
        taken.set()  # before the window asks about unsaved changes, which may take its time
        self.asked.emit(path)


class _Door:
    """What the thread needs to listen: no object of the window."""

    def __init__(self, folder: Path, mail: Mail) -> None:
        self._folder = folder
        self._mail = mail
        self._key = secrets.token_bytes(32)
        self._listener: Listener | None = None

    def listen(self) -> None:
        """Take in who comes, until the door is closed."""
        with suppress(OSError):  # without a folder to write to there is no first window to be found
            address = _new_address(self._folder)
            self._listener = listener = Listener(address, family=family(), authkey=self._key)
            self._publish(address)
            while self._listener is not None:
                with suppress(EOFError, AuthenticationError, ConnectionError):  # a caller that is none of us, or gone
                    self._receive(listener)

    def close(self) -> None:
        """Take the address away and listen no more."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        with suppress(OSError, ValueError, KeyError):  # gone or damaged: it leads nobody astray
            if json.loads((self._folder / ADDRESS).read_text(encoding="utf-8"))["key"] == self._key.hex():
                (self._folder / ADDRESS).unlink()
        with suppress(OSError):  # it is closed already
            listener.close()

    def _receive(self, listener: Listener) -> None:
        with listener.accept() as connection:
            if connection.poll(PATIENCE):
                self._answer(connection)

    def _answer(self, connection: Connection) -> None:
        path, taken = os.fsdecode(connection.recv_bytes()), threading.Event()
        self._mail.post(path, taken)
        if taken.wait(PATIENCE):
            connection.send_bytes(TAKEN)

    def _publish(self, address: str) -> None:
        place = self._folder / ADDRESS
        temporary = place.with_name(f"{ADDRESS}.{os.getpid()}")
        data = json.dumps({"address": address, "key": self._key.hex()}).encode()
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)
        temporary.replace(place)


def _new_address(folder: Path) -> str:
    """Return a free address: in the data folder, or in the one for temporary files where its name is too long."""
    if sys.platform == "win32":
        return rf"\\.\pipe\shuzhi-{secrets.token_hex(16)}"
    folder.mkdir(parents=True, exist_ok=True)
    place = folder.absolute() / _SOCKET
    if len(os.fsencode(place)) > _LONGEST:
        import tempfile

        return str(Path(tempfile.mkdtemp(prefix="shuzhi-")) / _SOCKET)
    place.unlink(missing_ok=True)  # of a window that was killed; a living one would have taken the file
    return str(place)
