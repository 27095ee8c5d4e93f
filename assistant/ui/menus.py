"""Menu bar and toolbar, filled from the table of commands."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from assistant.ui.actions import COMMANDS, GROUP_ENDS, MENUS, TOOLBAR
from assistant.ui.icons import SIZE


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]) -> None:
    """Put every command into its menu; `submenus` hang below some of them."""
    for title in MENUS:
        menu = bar.addMenu(title)
        for command in COMMANDS:
            if command.menu != title:
                continue
            action = actions[command.id]
            if command.id in submenus:
                action.setMenu(submenus[command.id])
            menu.addAction(action)
            if command.id in GROUP_ENDS:
                menu.addSeparator()


def make_toolbar(actions: Mapping[str, QAction]) -> QToolBar:
    """Return the toolbar."""
    bar = QToolBar("工具栏")
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(SIZE, SIZE))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in TOOLBAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    return bar
