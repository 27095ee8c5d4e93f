"""Whether there is a screen to show a window on, and which input method Qt can reach there."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

#: Platforms of Qt that draw on a screen server; any other one the caller names needs none.
SCREEN_SERVERS = ("xcb", "wayland")

#: TCP port of X display 0, and the folder of local X sockets (X(7), "DISPLAY NAMES").
X_PORT = 6000
X_SOCKETS = "/tmp/.X11-unix"


def has_display(
    environment: Mapping[str, str], platform: str = sys.platform, answers: Callable[[str], bool] | None = None
) -> bool:
    """Tell whether a window can be shown: always on Windows and macOS, elsewhere when a screen server answers."""
    if platform in {"win32", "darwin"}:
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen and not chosen.startswith(SCREEN_SERVERS):
        return True
    return any((answers or listens)(address) for address in addresses(environment))


def addresses(environment: Mapping[str, str]) -> list[str]:
    """Return where the screen servers that the environment names should listen, as `listens` takes it."""
    found: list[str] = []
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if wayland:
        found.append(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), wayland))  # noqa: PTH118 (may be absolute)
    host, colon, rest = environment.get("DISPLAY", "").rpartition(":")
    number = rest.split(".")[0]
    if colon and number.isdigit():
        if host in {"", "unix"}:
            found += [f"{X_SOCKETS}/X{number}", f"\0{X_SOCKETS}/X{number}"]
        else:
            found.append(f"{host}:{X_PORT + int(number)}")
    return found


def listens(address: str) -> bool:
    """Tell whether somebody answers at an address: the path of a local socket, or host:port."""
    try:
        if "/" in address:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(address)
        else:
            host, _, port = address.rpartition(":")
            socket.create_connection((host.strip("[]"), int(port)), timeout=3).close()
    except OSError:
        return False
    return True


def input_method(environment: Mapping[str, str], plugins: Path) -> dict[str, str]:
    """Return what to change in the environment so that Chinese can be typed.

    `plugins` is Qt's folder of input method plugins. The wheels ship none for fcitx; fcitx 5 answers through its
    ibus front end.
    """
    wanted = environment.get("QT_IM_MODULE", "")
    if wanted in {"fcitx", "fcitx5"} and not list(plugins.glob("*fcitx*")):
        return {"QT_IM_MODULE": "ibus"}
    return {}
