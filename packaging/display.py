"""Whether there is a screen to show a window on, and which input method Qt can reach there."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

#: Platforms of Qt that draw on a screen server; any other one the caller names needs none.
SCREEN_SERVERS = ("xcb", "wayland")


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown: always on Windows and macOS, elsewhere when a screen server is named."""
    if platform in {"win32", "darwin"}:
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen and not chosen.startswith(SCREEN_SERVERS):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def input_method(environment: Mapping[str, str], plugins: Path) -> dict[str, str]:
    """Return what to change in the environment so that Chinese can be typed.

    `plugins` is Qt's folder of input method plugins. The wheels ship none for fcitx; fcitx 5 answers through its
    ibus front end.
    """
    wanted = environment.get("QT_IM_MODULE", "")
    if wanted in {"fcitx", "fcitx5"} and not list(plugins.glob("*fcitx*")):
        return {"QT_IM_MODULE": "ibus"}
    return {}
