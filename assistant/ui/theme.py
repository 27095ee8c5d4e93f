"""Colours and style of the window: three themes in one table, a style sheet filled from it.

Widgets ask for a look by the dynamic property `kind`, never by colours of their own:
QPushButton primary, quiet, link; QToolButton quiet, chip; QLabel title, heading, muted, small, error, suspect, hint;
QFrame panel, card, bar, line; QAbstractItemView plain. Spacing comes from `SPACE`.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assistant.paths import resources

SPACE = (4, 8, 12, 16, 24)
"""The only distances between things, in device-independent pixels."""

RADIUS = 6
"""The only corner radius, in device-independent pixels."""

ROW = 30
"""Height of a row or button one can hit without aiming, in device-independent pixels."""

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
"""Faces of the interface, first installed one wins; their digits are all of one width."""

POINTS = 10.5
"""Size of interface text; small text is `SMALL_POINTS`, nothing is smaller."""

SMALL_POINTS = 9.5


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, each `#rrggbb`.

    Grounds: `surface` the window, `panel` the sides, `page` the paper and fields, `locked` a block that can't be
    edited, `blank` a placeholder to fill in, `selection` selected text, `hover` and `chosen` a row or button under the
    mouse or picked. Inks: `text`, `muted`, `ghost` (suggested continuation, missing section), `accent`,
    `accent_text` (on accent), `error`, `suspect`, `hint`. Lines: `line` divides, `edge` means something (a field),
    `carried` stands beside what was taken over from last year. `sheet` and `ink` are a printed page, in every theme.
    """

    id: str
    title: str
    dark: bool
    surface: str
    panel: str
    page: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_text: str
    hover: str
    chosen: str
    error: str
    suspect: str
    hint: str
    ghost: str
    carried: str
    locked: str
    selection: str
    blank: str
    sheet: str = "#ffffff"
    ink: str = "#000000"

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; AttributeError for a role there is not."""
        return QColor(getattr(self, role))


LIGHT = Theme(
    id="light",
    title="浅色",
    dark=False,
    surface="#eef0ee",
    panel="#f8f9f7",
    page="#ffffff",
    text="#1f2526",
    muted="#586063",
    line="#d6dad7",
    edge="#828a88",
    accent="#12656a",
    accent_text="#ffffff",
    hover="#e6ebe9",
    chosen="#d9e8e7",
    error="#b3261e",
    suspect="#845000",
    hint="#2558a5",
    ghost="#687074",
    carried="#8d7fb3",
    locked="#eceeed",
    selection="#c5e0de",
    blank="#fbedc4",
)

DARK = Theme(
    id="dark",
    title="深色",
    dark=True,
    surface="#1c1f20",
    panel="#232728",
    page="#2a2f30",
    text="#e4e7e5",
    muted="#a9b1af",
    line="#3b4142",
    edge="#7f8987",
    accent="#74c6c0",
    accent_text="#0d2423",
    hover="#313738",
    chosen="#2c4544",
    error="#ff9187",
    suspect="#f0b75f",
    hint="#93bdff",
    ghost="#9aa3a1",
    carried="#a79bcb",
    locked="#34393a",
    selection="#2d5a58",
    blank="#4d4424",
)

PAPER = Theme(
    id="paper",
    title="纸色",
    dark=False,
    surface="#eae2d1",
    panel="#f3ecdd",
    page="#faf5e9",
    text="#2b261e",
    muted="#5f5646",
    line="#d6cab1",
    edge="#877b63",
    accent="#0e5c5e",
    accent_text="#ffffff",
    hover="#e7deca",
    chosen="#d5e0d6",
    error="#a3231b",
    suspect="#734600",
    hint="#25508a",
    ghost="#6a614f",
    carried="#84709a",
    locked="#ebe2cf",
    selection="#c6dcd3",
    blank="#f3dfa4",
)


def themes() -> tuple[Theme, ...]:
    """Return all themes in the order of the menu; the first is the default."""
    return (LIGHT, DARK, PAPER)


def theme_by_id(theme_id: str) -> Theme:
    """Return the theme with this id, the default one for an id that is unknown (settings of another version)."""
    return next((theme for theme in themes() if theme.id == theme_id), LIGHT)


def stylesheet(theme: Theme, template: Path | None = None) -> str:
    """Return the style sheet of the program in the colours of a theme.

    `template` is style.qss with `$role` where a colour goes; KeyError names a role that is not in the table.
    """
    source = template or resources() / "style.qss"
    values = {field.name: getattr(theme, field.name) for field in fields(theme)}
    values["icons"] = (source.parent / "icons").as_posix()
    values["radius"] = f"{RADIUS}px"
    values["points"] = f"{POINTS}pt"
    values["small"] = f"{SMALL_POINTS}pt"
    return Template(source.read_text(encoding="utf-8")).substitute(values)


def interface_font() -> QFont:
    """Return the font of the interface."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(POINTS)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for what the style sheet leaves to Qt and for hand-painted rows."""
    role, result = QPalette.ColorRole, QPalette()
    table = {
        role.Window: theme.surface,
        role.Base: theme.page,
        role.AlternateBase: theme.panel,
        role.Button: theme.panel,
        role.ToolTipBase: theme.page,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Light: theme.panel,
    }
    for which, colour in table.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.edge))
    return result


def apply(app: QApplication | QGuiApplication, theme: Theme) -> None:
    """Dress the whole program in a theme; safe to call again when the user picks another."""
    if not isinstance(app, QApplication):
        return
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(interface_font())
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget a look of the style sheet by name, also while it is shown."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    # A widget that was never shown is polished once anyway.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
