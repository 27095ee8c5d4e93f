"""Lays faces, blanks and squiggles on the text without storing anything in it.

It only looks up: the kind of a paragraph stands in its block format or follows from its typed number, findings were
computed elsewhere.
"""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from assistant.checks.rule import Level
from assistant.phrases.blanks import find_blanks
from assistant.text.numbering import leading
from assistant.ui.editor import properties as prop
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.marking import marks_of
from assistant.ui.editor.utf16 import to_units
from assistant.ui.overriding import override
from assistant.ui.theme import Theme

_RUN_IN_END = "。"
_LONGEST_HEADING = 60
"""Code points after which a numbered sentence is no heading any more."""

UNDERLINES = {
    Level.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Level.SUSPECT: QTextCharFormat.UnderlineStyle.DashUnderline,
    Level.HINT: QTextCharFormat.UnderlineStyle.DotLine,
}


class Highlighter(QSyntaxHighlighter):
    """Paints one text document in the look of an official document, with its findings."""

    def __init__(self, document: QTextDocument, look: PageLook, theme: Theme) -> None:
        """Attach to a document; attach only after it is loaded, the first pass visits every paragraph."""
        super().__init__(document)
        self._look = look
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme (the caller rehighlights)."""
        self._blank = QTextCharFormat()
        self._blank.setBackground(QColor(theme.blank))
        self._opaque = QTextCharFormat()
        self._opaque.setForeground(QColor(theme.muted))
        self._opaque.setBackground(QColor(theme.locked))
        self._lines = {
            Level.ERROR: QColor(theme.error),
            Level.SUSPECT: QColor(theme.suspect),
            Level.HINT: QColor(theme.hint),
        }

    @override
    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        block = self.currentBlock()
        fmt = block.blockFormat()
        if fmt.property(prop.BLOCK_OPAQUE) is not None:
            self.setFormat(0, to_units(text, len(text)), self._opaque)
            return
        key, end = look_of(block, text)
        face = self._look.face(key)
        if face is not None:
            self.setFormat(0, to_units(text, end), face)
        for blank in find_blanks(text):
            self._over(to_units(text, blank.start), to_units(text, blank.end), self._blank)
        for mark in sorted(marks_of(block), key=lambda m: m.level):
            line = QTextCharFormat()
            line.setUnderlineStyle(UNDERLINES[mark.level])
            line.setUnderlineColor(self._lines[mark.level])
            self._over(mark.start, mark.end, line)

    def _over(self, start: int, end: int, fmt: QTextCharFormat) -> None:
        """Lay a format over what is there already, character by character."""
        for position in range(start, end):
            both = self.format(position)
            both.merge(fmt)
            self.setFormat(position, 1, both)


def look_of(block: QTextBlock, text: str) -> tuple[str, int]:
    """Return the look key of a paragraph and how many code points of it the face covers.

    Headings get their face from the typed number, as the standard assigns it: 一、 黑体, （一） 楷体, 1. 仿宋 bold;
    what the user said comes first.
    """
    fmt = block.blockFormat()
    key = fmt.property(prop.BLOCK_LOOK) or "body"
    if key != "body":
        return key, len(text)
    said = prop.decode_said(fmt.property(prop.BLOCK_SAID))
    level = said.level if said is not None else None
    if level is None:
        level = _guess(text, fmt.property(prop.BLOCK_LABEL) or "", fmt.property(prop.BLOCK_STYLE_LEVEL))
    if level is None or level < 1:
        return "body", 0
    end = text.find(_RUN_IN_END)
    end = len(text) if end < 0 else end + 1
    if said is None and end > _LONGEST_HEADING:
        return "body", 0
    return f"level{min(level, 4)}", end


def _guess(text: str, label: str, style_level: int | None) -> int | None:
    ordinal = leading(label + text if label else text)
    if ordinal is not None and ordinal.sure and not ordinal.style.is_point:
        return max(1, ordinal.style.rank)
    return style_level if style_level else None
