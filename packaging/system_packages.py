"""What the operating system must bring: shared libraries of Qt, a Chinese font, Python's own venv."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping

from stopped import Stopped, say

#: Shared library → Debian package; what QtCore, QtGui and QtWidgets load on any platform.
BASE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}

#: What the X11 platform loads besides.
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
}

#: What the Wayland platform loads besides.
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

FONTS = ["fontconfig", "fonts-noto-cjk"]


def libraries_for(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that a window needs under this environment, with their packages."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    needed = dict(BASE)
    if chosen.startswith("xcb") or (not chosen and environment.get("DISPLAY")):
        needed.update(X11)
    if chosen.startswith("wayland") or (not chosen and environment.get("WAYLAND_DISPLAY")):
        needed.update(WAYLAND)
    return needed


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        import ctypes
    except ImportError:  # a Python built without it: nothing can be said, so nothing is asked for
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(needed: Mapping[str, str], is_there: Callable[[str], bool] = loads) -> list[str]:
    """Return the needed libraries that are not there."""
    return [library for library in needed if not is_there(library)]


def has_venv() -> bool:
    """Tell whether this Python can make an environment with pip in it; Debian packs that part separately."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font with Chinese characters."""
    command = shutil.which("fc-list")
    if command is None:
        return False
    listed = subprocess.run([command, ":lang=zh", "family"], stdout=subprocess.PIPE, check=False)
    return bool(listed.stdout.strip())


def is_root() -> bool:
    """Tell whether packages may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_command(packages: Iterable[str], *, has_sudo: bool) -> str:
    """Return the one command a person types to install packages of the Debian family."""
    # A fresh system may not even have the list of packages yet.
    command = "apt-get update && apt-get install -y --no-install-recommends " + " ".join(packages)
    return f"sudo sh -c '{command}'" if has_sudo else f"su -c '{command}'"


def apt_get(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run apt-get without questions and return what it said."""
    return subprocess.run(
        ["apt-get", *arguments], env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip


def ensure(packages: list[str], libraries: list[str]) -> None:
    """Install system packages as root, else stop with the one command to type.

    Raise Stopped when they are not there afterwards.
    """
    if not packages:
        return
    if shutil.which("apt-get") is None:
        names = "、".join(libraries or packages)
        raise Stopped(f"缺少系统组件 {names}，请用系统的软件管理器装好，再运行同一条命令。")
    if not is_root():
        command = install_command(packages, has_sudo=shutil.which("sudo") is not None)
        raise Stopped(f"还缺少几个系统软件包，请先运行这一条命令，再重新运行本程序：\n  {command}")
    say(f"正在安装系统软件包：{' '.join(packages)}")
    apt_get("update", "-q")
    done = apt_get("install", "-y", "-q", "--no-install-recommends", *packages)
    if done.returncode != 0:
        raise Stopped(apt_fault(done.stdout.decode("utf-8", "replace")))


def apt_fault(output: str) -> str:
    """Return the sentence for a failed apt-get."""
    if "Failed to fetch" in output or "Unable to locate package" in output or "Temporary failure" in output:
        return "系统软件包下载不下来，多半是没有联网；请联网后再运行一次同一条命令。"
    errors = [line for line in output.splitlines() if line.startswith("E:")] or output.strip().splitlines()
    said = errors[-1] if errors else ""
    return f"系统软件包没有装成，apt-get 说“{said}”；解决后再运行一次同一条命令。"


def ensure_for_window(environment: Mapping[str, str]) -> None:
    """See to everything a window needs: Python's venv, Qt's libraries, a Chinese font."""
    if sys.platform != "linux":
        return
    table = libraries_for(environment)
    missing = missing_libraries(table)
    packages = venv_packages() + [table[library] for library in missing]
    if not has_chinese_font():
        if shutil.which("apt-get") and (is_root() or packages):
            packages += FONTS
        elif not packages:
            say("没有找到中文字体，界面上的字可能显示成方框；装上 fonts-noto-cjk 这个软件包就好。")
    ensure(packages, missing)


def ensure_for_terminal() -> None:
    """See to what the work without a window needs: Python's venv only."""
    if sys.platform == "linux":
        ensure(venv_packages(), [])


def venv_packages() -> list[str]:
    """Return the package that lets this Python make an environment, if it is missing."""
    return [] if has_venv() else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
