"""The three themes: readable in every role, and a style sheet without holes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.theme import LIGHT, PAPER, Theme, apply, palette, set_kind, stylesheet, theme_by_id, themes

GROUNDS = ("surface", "panel", "page", "hover", "chosen")
INKS = ("text", "muted", "accent", "error", "suspect", "hint")


@pytest.fixture
def bare(qapp: QApplication) -> Iterator[QApplication]:
    style, font, colours = qapp.style().objectName(), qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(colours)


def luminance(colour: str) -> float:
    """Relative luminance of a colour as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.id)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.id)
def test_text_is_readable_on_special_grounds(theme: Theme) -> None:
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    for ground in (theme.locked, theme.selection, theme.blank):
        assert contrast(theme.text, ground) >= 4.5
    for ground in (theme.page, theme.panel):
        assert contrast(theme.ghost, ground) >= 4.5
    assert contrast(theme.carried, theme.page) >= 3


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.id)
def test_lines_that_mean_something_are_seen(theme: Theme) -> None:
    for ground in (theme.page, theme.panel):
        assert contrast(theme.edge, ground) >= 3


def test_themes_have_chinese_names_and_distinct_ids() -> None:
    assert [theme.title for theme in themes()] == ["浅色", "深色", "纸色"]
    assert len({theme.id for theme in themes()}) == 3


def test_unknown_theme_of_old_settings_becomes_the_default() -> None:
    assert theme_by_id("paper") == PAPER
    assert theme_by_id("neon") == LIGHT


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.id)
def test_style_sheet_is_filled_completely(theme: Theme) -> None:
    sheet = stylesheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    assert "gradient" not in sheet


def test_style_sheet_names_only_pictures_that_exist() -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', stylesheet(LIGHT))
    assert pictures
    assert [path for path in pictures if not Path(path).is_file()] == []


def test_a_role_that_is_not_in_the_table_is_named(tmp_path: Path) -> None:
    template = tmp_path / "style.qss"
    template.write_text("QLabel { color: $glitter; }", encoding="utf-8")
    with pytest.raises(KeyError, match="glitter"):
        stylesheet(LIGHT, template)


def test_style_sheet_has_no_colours_of_its_own() -> None:
    template = (resources() / "style.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", template) == []


def test_disabled_text_looks_disabled() -> None:
    colours = palette(LIGHT)
    normal = colours.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    disabled = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert normal != disabled


def test_applying_changes_colours_and_font(bare: QApplication) -> None:
    apply(bare, PAPER)
    assert bare.palette().color(QPalette.ColorRole.Base).name() == PAPER.page
    assert "Noto Sans CJK SC" in bare.font().families()
    assert bare.font().pointSizeF() == pytest.approx(10.5)


def test_a_kind_given_late_is_painted(bare: QApplication, qtbot: QtBot) -> None:
    apply(bare, LIGHT)
    label = QLabel("已自动保存")
    qtbot.addWidget(label)
    label.ensurePolished()
    set_kind(label, "error")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.error
