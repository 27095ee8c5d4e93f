"""The Qt half of `shuzhi doctor`: which fonts of an official document are here, which input methods Qt can reach."""

import json
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from assistant.ui.editor.look import FANGSONG, HEITI, KAITI, TITLE_FACE

FACES = {"小标宋": TITLE_FACE, "仿宋": FANGSONG, "楷体": KAITI, "黑体": HEITI}


def report() -> str:
    """Return what was found as JSON, starting a QGuiApplication: meant for a process of its own.

    Keys: `version` of Qt, `fonts` (face → the first family of its chain that is here, or null), `input_plugins`.
    """
    application = QGuiApplication.instance() or QGuiApplication(["shuzhi"])
    found = {
        "version": qVersion(),
        "fonts": {face: _first(chain) for face, chain in FACES.items()},
        "input_plugins": input_plugins(),
    }
    del application
    return json.dumps(found, ensure_ascii=False)


def input_plugins() -> list[str]:
    """Return the names of Qt's input method plugins (empty on Windows, where the platform brings its own)."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    files = sorted(folder.glob("*plugin*")) if folder.is_dir() else []
    return [
        path.name.split(".")[0].removeprefix("lib").split("platforminputcontext")[0].removesuffix("plugin")
        for path in files
    ]


def _first(chain: list[str]) -> str | None:
    return next((family for family in chain if QFontDatabase.hasFamily(family)), None)
