"""The composition root of the window: builds every part once and hands them to each other."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from assistant.ui.coordinator import Coordinator
    from assistant.ui.main_window import MainWindow
    from assistant.ui.preferences import Preferences
    from assistant.ui.theme import Theme

USUAL_SIZE = (1366, 768)
"""Width and height of the window at first, in device-independent pixels."""
FRAME = 60
"""What title bar and borders may take, in device-independent pixels."""


def main(argv: list[str] | None = None) -> int:
    """Start the window, with a file if one is named; return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    from assistant.paths import data_folder, resources

    folder = data_folder()
    from assistant.ui.handover import hand_over

    if hand_over(folder, _path(arguments)):
        return 0
    app = _application()
    from assistant.ui.collecting import Collecting
    from assistant.ui.preferences import Preferences
    from assistant.ui.theme import apply, theme_by_id

    collecting = Collecting(app)
    preferences = Preferences(folder)
    theme = theme_by_id(preferences.settings.theme)
    apply(app, theme)
    try:
        coordinator = build(preferences, resources(), folder, theme)
    except AssistantError as error:  # a data file of the program is damaged: nothing can be shown but the sentence
        return _say(error)
    from assistant.ui.crash_guard import CrashGuard

    coordinator.window.editor.text_edited.connect(collecting.put_off)
    coordinator.window.after_first_paint(collecting.settle)
    CrashGuard(coordinator.window, coordinator.drafting, coordinator.background).install()
    from assistant.ui.reception import Reception

    reception = Reception(folder, coordinator.window)
    reception.asked.connect(coordinator.asked_again)
    coordinator.window.after_first_paint(reception.begin)
    show(coordinator.window, remembered=bool(preferences.settings.geometry))
    coordinator.begin(_path(arguments))
    code = app.exec()
    reception.end()
    return code


def _application() -> "QApplication":
    """Return Qt's application under its name, speaking Chinese."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    app.setApplicationName("述职助手")
    app.setDesktopFileName("shuzhi")
    _speak_chinese(app)
    return app


def build(preferences: "Preferences", resources: Path, folder: Path, theme: "Theme") -> "Coordinator":
    """Build window, background and coordinator, connected."""
    from assistant.template.report import load_templates
    from assistant.ui.background import Background
    from assistant.ui.coordinator import Coordinator
    from assistant.ui.icons import Icons
    from assistant.ui.main_window import MainWindow
    from assistant.ui.wiring import connect

    window = MainWindow(theme, Icons(resources / "icons", theme))
    window.resize(*USUAL_SIZE)
    background = Background(resources, folder, window)
    coordinator = Coordinator(window, background, preferences, load_templates(resources / "templates"), folder)
    connect(coordinator)
    coordinator.views.restore_window()
    return coordinator


def show(window: "MainWindow", *, remembered: bool) -> None:
    """Show the window where it was last time; at first, filling a screen that is hardly larger than it.

    So it does where it is larger than the screen: Qt takes no geometry of a screen that was scaled quite otherwise.
    """
    room = window.screen().availableSize()
    small = room.width() < USUAL_SIZE[0] + FRAME or room.height() < USUAL_SIZE[1] + FRAME
    larger = window.width() > room.width() or window.height() > room.height()
    if larger or (small and not remembered):
        window.resize(room)  # where nothing manages windows, none is maximised
        window.showMaximized()
    else:
        window.show()


def _say(error: AssistantError) -> int:
    from PySide6.QtWidgets import QMessageBox

    print(f"{error.message} {error.detail}", file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "述职助手", error.message)
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return 2


def _path(arguments: list[str]) -> str | None:
    return arguments[0] if arguments else None


def _speak_chinese(app: "QApplication") -> None:
    """Have Qt's own dialogs and menus speak Chinese."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


if __name__ == "__main__":
    raise SystemExit(main())
