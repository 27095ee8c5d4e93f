"""Text of a phrase laid out on a few lines, its blanks `【…】` as chips."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from assistant.ui.theme import Theme

BLANK = re.compile(r"【[^【】]*】")
"""A blank to fill in, as the phrase library writes it."""

MOST_LINES = 3
LEADING = 3
"""Space between two lines, in device-independent pixels."""


def laid_out(text: str, font: QFont, width: float) -> tuple[QTextLayout, list[QTextLine]]:
    """Break a text into lines of a width, at most `MOST_LINES`; what is left is elided on the last one.

    The lines live as long as the layout returned with them.
    """
    whole, lines = _broken(text, font, width)
    if len(lines) <= MOST_LINES:
        return whole, lines
    begin = _points(text, lines[MOST_LINES - 1].textStart())
    shown = QFontMetrics(font).elidedText(text[begin:], Qt.TextElideMode.ElideRight, int(width) - 4)
    end = begin + len(shown) - 1
    for blank in BLANK.finditer(text):  # half a blank is no blank
        if blank.start() < end < blank.end():
            end = blank.start()
    whole, lines = _broken(f"{text[:end]}…", font, width)
    return whole, lines[:MOST_LINES]


def height(text: str, font: QFont, width: float) -> int:
    """Return how tall a text is in a width."""
    _keep, lines = laid_out(text, font, width)
    return len(lines) * (QFontMetrics(font).height() + LEADING) - LEADING


def paint(painter: QPainter, text: str, box: QRectF, theme: Theme) -> None:
    """Paint a text into a box, every blank on a ground of its own."""
    font = painter.font()
    whole, lines = laid_out(text, font, box.width())
    chips = _chips(whole.text())
    step = QFontMetrics(font).height() + LEADING
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("blank"))
    for i, line in enumerate(lines):
        begin, end = line.textStart(), line.textStart() + line.textLength()
        for first, last in chips:
            if first < end and last > begin:
                left, right = (line.cursorToX(at)[0] for at in (max(first, begin), min(last, end)))
                chip = QRectF(box.left() + left, box.top() + i * step - 1, right - left, step - LEADING + 2)
                painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(theme.colour("text"))
    for i, line in enumerate(lines):
        line.draw(painter, QPointF(box.left(), box.top() + i * step))
    painter.restore()


def _units(text: str, offset: int) -> int:
    """Return the UTF-16 offset, which Qt counts in, of an offset in code points."""
    return len(text[:offset].encode("utf-16-le")) // 2


def _points(text: str, offset: int) -> int:
    """Return the offset in code points of a UTF-16 offset."""
    return len(text.encode("utf-16-le")[: offset * 2].decode("utf-16-le", "ignore"))


def _chips(text: str) -> list[tuple[int, int]]:
    return [(_units(text, blank.start()), _units(text, blank.end())) for blank in BLANK.finditer(text)]


def _broken(text: str, font: QFont, width: float) -> tuple[QTextLayout, list[QTextLine]]:
    """Lay a text out in lines that break between blanks, never inside one that fits a line."""
    result, chips = QTextLayout(text, font), _chips(text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    result.setTextOption(option)
    result.beginLayout()
    lines = []
    while (line := result.createLine()).isValid():
        line.setLineWidth(width)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        cut = next((first for first, last in chips if begin < first < end < last), None)
        if cut is not None:
            line.setNumColumns(cut - begin, width)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
    result.endLayout()
    return result, lines
