"""A narrow outline keeps the beginning of every title; what stands beside it yields first."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from assistant.document.block import Said
from assistant.ui import theme as look
from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.panels.outline_row_room import Beside, Widths, beside
from assistant.ui.panels.outline_rows_painter import OutlineRowPainter

ROW = OutlineRow("0/1", "推动基层治理效能充分彰显", "（三）", 2, words=250, findings=12, own=12, said=Said(level=2))
WIDTHS = Widths(words=30, said=30, badge=14, count=12)
ALL, DOT = Beside(True, True, True, True), Beside(True, True, True, False)


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (186, ALL),
        (174, DOT),
        (156, Beside(False, True, True, True)),
        (144, Beside(False, True, True, False)),
        (114, Beside(False, False, True, False)),
        (100, Beside(False, False, False, False)),
        (20, Beside(False, False, False, False)),
    ],
)
def test_the_number_of_the_badge_yields_first_then_the_length_and_the_dot_last(room: int, shown: Beside) -> None:
    assert beside(room, 100, WIDTHS) == shown


def test_what_a_row_does_not_have_is_not_shown() -> None:
    assert beside(500, 100, Widths(words=30)) == Beside(True, False, False, False)


@pytest.mark.parametrize(("width", "names"), [(240, ("不是标题", "更正")), (190, ("不是标题",))])
def test_the_menu_of_corrections_yields_to_the_title_under_the_mouse(
    qtbot: QtBot, width: int, names: tuple[str, ...]
) -> None:
    buttons = OutlineRowPainter(look.LIGHT).buttons(QRect(28, 0, width, 34), QFont(), replace(ROW, block="1"))
    assert tuple(name for name, _ in buttons) == names


class Recording(QPainter):
    """A painter that remembers the words it is given."""

    def __init__(self, surface: QPixmap) -> None:
        super().__init__(surface)
        self.words: list[str] = []

    def drawText(self, *args: Any) -> None:  # noqa: N802 - Qt's name
        self.words.append(args[-1])


@pytest.mark.parametrize("width", [150, 180, 230, 320])
def test_a_heading_with_many_findings_keeps_its_number_and_first_characters(qtbot: QtBot, width: int) -> None:
    surface = QPixmap(width, 40)
    painter = Recording(surface)
    option = QStyleOptionViewItem()
    option.rect = QRect(28, 0, width - 28, 34)
    painter.setFont(option.font)
    for row in (ROW, replace(ROW, said=None), replace(ROW, findings=0, own=0)):
        painter.words.clear()
        OutlineRowPainter(look.LIGHT).paint(painter, option, row)
        title = painter.words[-1]
        assert title.startswith("（三）推动基层治"[: 8 if width > 150 else 5])
        assert title.endswith("…") or title == row.number + row.text
    painter.end()
