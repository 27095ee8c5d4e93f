"""Line icons of the window: small SVG files of our own, drawn in a colour of the theme when first asked for."""

import weakref
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel

from assistant.errors import ResourceError
from assistant.ui.theme import Theme

SIZE = 20
"""Side of an icon in device-independent pixels."""

Wearer = QAction | QAbstractButton | QLabel


class Icons:
    """Icons of a folder in the colours of one theme; what was dressed with one follows when the theme changes."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._worn: weakref.WeakKeyDictionary[Wearer, tuple[str, str]] = weakref.WeakKeyDictionary()

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return an icon in a colour role of the theme; ResourceError if there is no such picture."""
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = self._build(name, role)
        return self._icons[key]

    def pixmap(self, name: str, role: str = "text", size: int = SIZE, ratio: float = 0) -> QPixmap:
        """Draw an icon once, `size` in device-independent pixels; `ratio` 0 means that of the sharpest screen."""
        # QtSvg stands here and not at the top so that a program without a window never loads it.
        from PySide6.QtSvg import QSvgRenderer

        path = self._folder / f"{name}.svg"
        try:
            picture = path.read_text(encoding="utf-8")
        except OSError as error:
            raise ResourceError("程序缺少一个图标文件，请重新安装。", f"{path}: {error}") from error
        colour: str = getattr(self._theme, role)
        renderer = QSvgRenderer(QByteArray(picture.replace("currentColor", colour).encode()))
        sharpness = ratio or QGuiApplication.instance().devicePixelRatio()
        result = QPixmap(round(size * sharpness), round(size * sharpness))
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        renderer.render(painter, QRectF(0, 0, result.width(), result.height()))
        painter.end()
        result.setDevicePixelRatio(sharpness)
        return result

    def dress(self, wearer: Wearer, name: str, role: str = "text") -> None:
        """Give an action, button or label an icon, now and after every change of the theme."""
        self._worn[wearer] = (name, role)
        self._put(wearer, name, role)

    def use(self, theme: Theme) -> None:
        """Redraw every icon that was given out by `dress` in the colours of another theme."""
        self._theme = theme
        self._icons.clear()
        for wearer, (name, role) in list(self._worn.items()):
            self._put(wearer, name, role)

    def _put(self, wearer: Wearer, name: str, role: str) -> None:
        try:
            if isinstance(wearer, QLabel):
                wearer.setPixmap(self.pixmap(name, role))
            else:
                wearer.setIcon(self.icon(name, role))
        except RuntimeError:  # Qt has deleted the widget, Python still holds its shell
            self._worn.pop(wearer, None)

    def _build(self, name: str, role: str) -> QIcon:
        result = QIcon()
        ratios = {1.0, QGuiApplication.instance().devicePixelRatio()}
        for ratio in sorted(ratios):
            result.addPixmap(self.pixmap(name, role, SIZE, ratio))
            result.addPixmap(self.pixmap(name, "edge", SIZE, ratio), QIcon.Mode.Disabled)
        return result
