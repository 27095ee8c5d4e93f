"""Commands that change how things look, not the text: zoom, theme, panels, and the little dialogs."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from assistant import __version__
from assistant.text.counting import count_words
from assistant.ui.actions import COMMANDS, MENUS
from assistant.ui.main_window import MainWindow
from assistant.ui.preferences import Preferences
from assistant.ui.theme import Theme, apply
from assistant.ui.work import Work


class ViewCommands:
    """Zoom, theme, statistics, help."""

    def __init__(self, window: MainWindow, preferences: Preferences, work: Callable[[], Work]) -> None:
        """`work` gives the text on the desk."""
        self._window = window
        self._preferences = preferences
        self._work = work

    @property
    def zoom(self) -> float:
        """The zoom factor the user wants; a narrow window may show less."""
        return self._preferences.settings.zoom / 100

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a zoom factor and remember it."""
        self._window.set_zoom(zoom)
        self._preferences.change(zoom=round(zoom * 100))

    def set_theme(self, theme: Theme) -> None:
        """Dress the program in a theme and remember it."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, theme)
        self._window.icons.use(theme)
        self._window.set_theme(theme)
        self._preferences.change(theme=theme.id)

    def restore_window(self) -> None:
        """Put the window where it was."""
        geometry = self._preferences.settings.geometry
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.set_zoom(self.zoom)

    def remember_window(self) -> None:
        """Remember where the window is."""
        self._preferences.change(geometry=bytes(self._window.saveGeometry().toBase64()).decode())

    def show_statistics(self) -> None:
        """Say how long the text is, section by section."""
        work = self._work()
        blocks = work.analysed.blocks
        text = "\n".join(block.text for block in blocks)
        lines = [f"字数（与 Word 一致）：{count_words(text):,}", f"段落：{sum(bool(b.text.strip()) for b in blocks):,}"]
        for report in work.analysis.reports:
            for section in report.sections:
                if section.heading is not None and section.heading.level == 1:
                    words = sum(count_words(block.text) for block in blocks[section.first : section.last + 1])
                    lines.append(f"{section.heading.number}{section.heading.text}：{words:,}")
        box = QMessageBox(self._window)
        box.setWindowTitle("字数统计")
        box.setText("\n".join(lines))
        box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def show_shortcuts(self) -> None:
        """Show every key."""
        from assistant.ui.dialogs.shortcuts import ShortcutsDialog, group_of

        groups = []
        for menu in MENUS:
            actions = [self._window.action(command.id) for command in COMMANDS if command.menu == menu]
            groups.append(group_of(menu.partition("(")[0], actions))
        dialog = ShortcutsDialog(tuple(groups), self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Say what the program is."""
        from assistant.ui.dialogs.about import AboutDialog

        facts = tuple(f"{name} {_version(name)}" for name in ("PySide6-Essentials", "lxml", "python-docx", "jieba"))
        dialog = AboutDialog(__version__, facts, self._window.icons, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_menu(self, place: QPointF, first: list[QAction]) -> None:
        """Show the context menu of the text, suggestions first."""
        menu = QMenu(self._window)
        for action in first:
            action.setParent(menu)
            menu.addAction(action)
        if first:
            menu.addSeparator()
        for name in ("cut", "copy", "paste", "select_all"):
            menu.addAction(self._window.action(name))
        menu.addAction(self._window.action("add_phrase"))
        menu.addSeparator()
        for name in ("heading1", "heading2", "heading3", "body", "bold"):
            menu.addAction(self._window.action(name))
        menu.popup(place.toPoint())
        menu.aboutToHide.connect(menu.deleteLater)


def _version(name: str) -> str:
    """Return the version of an installed library; a frozen build may carry no record of it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "（随程序附带）"
