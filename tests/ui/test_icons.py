"""Icons: one folder of small pictures, drawn sharp and in the colours of the theme."""

import re

import pytest
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.ui.icons import SIZE, Icons
from assistant.ui.theme import DARK, LIGHT

FOLDER = resources() / "icons"


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(FOLDER, LIGHT)


def inks(pixmap: QPixmap) -> set[str]:
    """Colours of the fully opaque pixels."""
    image = pixmap.toImage()
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


def test_every_picture_draws_something_inside_its_square(icons: Icons) -> None:
    for name in icons.names():
        image = icons.pixmap(name, ratio=2).toImage()
        edge = [image.pixelColor(x, y).alpha() for x in range(2 * SIZE) for y in (0, 2 * SIZE - 1)]
        assert inks(icons.pixmap(name, ratio=4)), name
        assert max(edge) == 0, name


def test_every_line_icon_takes_the_colour_of_the_theme() -> None:
    for path in FOLDER.glob("*.svg"):
        colours = set(re.findall(r'stroke="([^"]+)"', path.read_text(encoding="utf-8")))
        assert colours == {"currentColor"} or path.stem.startswith(("arrow-", "tick")), path.name


def test_an_icon_is_drawn_in_the_role_asked_for(icons: Icons) -> None:
    assert inks(icons.pixmap("warning", "suspect", ratio=4)) == {LIGHT.suspect}


def test_a_sharp_screen_gets_a_sharp_picture(icons: Icons) -> None:
    pixmap = icons.pixmap("open", size=16, ratio=1.5)
    assert pixmap.width() == 24
    assert pixmap.deviceIndependentSize().width() == 16


def test_a_disabled_icon_is_paler(icons: Icons) -> None:
    disabled = icons.icon("save").pixmap(SIZE, QIcon.Mode.Disabled)
    strongest = max((disabled.toImage().pixelColor(x, y) for x in range(SIZE) for y in range(SIZE)), key=QColor.alpha)
    assert abs(strongest.lightness() - LIGHT.colour("edge").lightness()) <= 2


def test_an_icon_is_built_once(icons: Icons) -> None:
    assert icons.icon("open").cacheKey() == icons.icon("open").cacheKey()


def test_dressed_things_follow_the_theme(icons: Icons, qtbot: QtBot) -> None:
    button, label, action = QPushButton(), QLabel(), QAction()
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    for wearer in (button, label, action):
        icons.dress(wearer, "save")
    before = button.icon().cacheKey()
    icons.use(DARK)
    assert button.icon().cacheKey() != before
    assert action.icon().cacheKey() == button.icon().cacheKey()
    assert label.pixmap().toImage() == Icons(FOLDER, DARK).pixmap("save").toImage()


def test_a_widget_that_is_gone_is_forgotten(icons: Icons) -> None:
    button = QPushButton()
    icons.dress(button, "save")
    import shiboken6

    shiboken6.delete(button)
    icons.use(DARK)


def test_a_missing_picture_is_named_in_the_log(icons: Icons) -> None:
    with pytest.raises(ResourceError) as caught:
        icons.icon("unicorn")
    assert "unicorn.svg" in caught.value.detail
