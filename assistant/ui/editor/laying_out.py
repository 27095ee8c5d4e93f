"""Laying a text out to its end before it is changed.

Qt lays a loaded text out in steps, on a timer. A change in between has it take what it has not reached yet for done:
those paragraphs are never seen again (measured on Qt 6.9.3). Once everything is laid out, asking costs nothing.
"""

from PySide6.QtGui import QTextDocument


def finish_layout(text: QTextDocument) -> None:
    """Lay out what Qt has put off, unless laying out is switched off."""
    if text.isLayoutEnabled():
        text.documentLayout().pageCount()
