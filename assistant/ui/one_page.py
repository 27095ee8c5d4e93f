"""A page of A4 from HTML: as much of the text as fits on one, for the screen, the printer and PDF."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from assistant.ui.theme import FAMILIES

_INCH = 25.4
_WIDTH, _HEIGHT, _MARGIN = 210, 297, 18
"""A4 and its margin in millimetres."""
_STYLE = "p { margin-top: 5px; margin-bottom: 5px; } h2 { margin: 0 0 6px 0; }"
_POINTS = (10.5, 9.5, 9.0)


def one_page(page: Callable[[int], str], most: int) -> QTextDocument:
    """Return the document of `page(n)`, HTML that lists n things, with the greatest n up to `most` that fits one page.

    Where not even none of them fits, the letters get a little smaller.
    """
    for points in _POINTS:
        if _made(page(0), points).pageCount() <= 1:
            break
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if _made(page(middle), points).pageCount() <= 1:
            low = middle
        else:
            high = middle - 1
    return _made(page(low), points)


def pdf(document: QTextDocument, title: str) -> bytes:
    """Return a document as the bytes of a PDF file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageLayout(layout())
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def layout() -> QPageLayout:
    """Return A4 upright to its edges: the margin belongs to the document."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter
    )


def _made(html: str, points: float) -> QTextDocument:
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch() / _INCH
    document = QTextDocument()
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(_MARGIN * dots)
    document.setHtml(f"<body style='color:#000000'>{html}</body>")
    document.setPageSize(QSizeF(_WIDTH * dots, _HEIGHT * dots))
    return document
