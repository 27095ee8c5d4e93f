"""Lays paragraphs with their changes out as rich text: added words underlined, deleted ones struck through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from assistant.formats.revision import Comment, MarkedParagraph, MarkedPiece, Revision
from assistant.text.characters import TOKEN
from assistant.ui.editor import properties as prop
from assistant.ui.editor.highlighter import look_of
from assistant.ui.editor.look import PageLook
from assistant.ui.models.revisions_rows import conversations
from assistant.ui.theme import Theme

_BASE = QTextFormat.Property.UserProperty.value
BLOCK_PARAGRAPH = _BASE + 60
"""Number of the paragraph in the file."""
BLOCK_CHANGED = _BASE + 61
"""Stands at paragraphs with a change in them."""
PIECE_REVISION = _BASE + 62
PIECE_COMMENT = _BASE + 63
"""Number of the comment on the words, or that a superscript number stands for."""

_BOX = "□"
"""Stands for a picture, a field or the like, which this view does not show."""
_LINES = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class Marked:
    """What the view shows: paragraphs, their changes and comments, look keys by paragraph."""

    paragraphs: tuple[MarkedParagraph, ...] = ()
    revisions: Mapping[int, Revision] = field(default_factory=dict)
    comments: Mapping[int, Comment] = field(default_factory=dict)
    looks: Mapping[int, str] = field(default_factory=dict)


def marked_of(
    paragraphs: Iterable[MarkedParagraph],
    revisions: Iterable[Revision],
    comments: Iterable[Comment],
    looks: Mapping[int, str],
) -> Marked:
    """Gather what the view shows, by number."""
    return Marked(tuple(paragraphs), {r.number: r for r in revisions}, {c.number: c for c in comments}, dict(looks))


def fill(text: QTextDocument, marked: Marked, look: PageLook, theme: Theme) -> None:
    """Replace everything in `text` by the marked paragraphs."""
    text.clear()
    text.setDefaultFont(look.body_font)
    writer = _Writer(marked, look, theme)
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    for i, paragraph in enumerate(marked.paragraphs):
        writer.write(cursor, paragraph, first=i == 0)
    cursor.endEditBlock()


class _Writer:
    """Writes one paragraph after the other; knows which numbers have been shown."""

    def __init__(self, marked: Marked, look: PageLook, theme: Theme) -> None:
        self._marked, self._look, self._theme = marked, look, theme
        self._ordinals = conversations(tuple(marked.comments.values()))
        self._ends = _ends(marked, self._ordinals)
        self._changed = {one.paragraph for one in marked.revisions.values()}

    def write(self, cursor: QTextCursor, paragraph: MarkedParagraph, *, first: bool) -> None:
        """Write a paragraph at the end of the text."""
        words = "".join(piece.text for piece in paragraph.pieces)
        shape = self._shape(paragraph, words)
        if first:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape, QTextCharFormat())
        key, covered = look_of(cursor.block(), words)
        face = self._look.face(key) or QTextCharFormat()
        at = 0
        for i, piece in enumerate(paragraph.pieces):
            split = max(0, min(covered - at, len(piece.text)))
            mark = self._format(piece)
            both = QTextCharFormat(face)
            both.merge(mark)
            _insert(cursor, piece.text[:split], both)
            _insert(cursor, piece.text[split:], mark)
            at += len(piece.text)
            self._numbers(cursor, self._ends.get((paragraph.paragraph, i), ()))
        self._numbers(cursor, self._ends.get((paragraph.paragraph, -1), ()))

    def _shape(self, paragraph: MarkedParagraph, words: str) -> QTextBlockFormat:
        key = self._marked.looks.get(paragraph.paragraph, "body")
        shape = QTextBlockFormat(self._look.shape(key, words))
        if key != "body":
            shape.setProperty(prop.BLOCK_LOOK, key)
        shape.setProperty(BLOCK_PARAGRAPH, paragraph.paragraph)
        if paragraph.paragraph in self._changed or any(piece.revision is not None for piece in paragraph.pieces):
            shape.setProperty(BLOCK_CHANGED, True)
        return shape

    def _format(self, piece: MarkedPiece) -> QTextCharFormat:
        fmt, theme = QTextCharFormat(), self._theme
        if piece.kind == "insert":
            fmt.setForeground(theme.colour("accent"))
            fmt.setUnderlineStyle(_LINES.SingleUnderline)
            fmt.setUnderlineColor(theme.colour("accent"))
        elif piece.kind == "delete":
            fmt.setForeground(theme.colour("error"))
            fmt.setFontStrikeOut(True)
        elif piece.revision is not None:
            fmt.setUnderlineStyle(_LINES.DotLine)
            fmt.setUnderlineColor(theme.colour("hint"))
        if piece.revision is not None:
            fmt.setProperty(PIECE_REVISION, piece.revision)
        known = [number for number in piece.comments if number in self._ordinals]
        if known:
            fmt.setBackground(theme.colour("chosen"))
            fmt.setProperty(PIECE_COMMENT, known[0])
        return fmt

    def _numbers(self, cursor: QTextCursor, comments: Sequence[int]) -> None:
        """Write the numbers of conversations that end here, small and raised."""
        for number in comments:
            fmt = QTextCharFormat()
            fmt.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            fmt.setForeground(self._theme.colour("muted" if self._marked.comments[number].done else "hint"))
            fmt.setProperty(PIECE_COMMENT, number)
            _insert(cursor, f"[{self._ordinals[number]}]", fmt)


def _insert(cursor: QTextCursor, text: str, fmt: QTextCharFormat) -> None:
    if text:
        cursor.insertText(text.replace("\n", "\u2028").replace(TOKEN, _BOX), fmt)


def _ends(marked: Marked, ordinals: Mapping[int, int]) -> dict[tuple[int, int], list[int]]:
    """Return where the number of each conversation goes: (paragraph, piece) after which to write it, -1 for the end.

    It stands behind the last words it is about; without any, at the end of its paragraph.
    """
    first: dict[int, int] = {}
    for number, ordinal in ordinals.items():
        first.setdefault(ordinal, number)
    places: dict[int, tuple[int, int]] = {}
    for ordinal, number in first.items():
        if marked.comments[number].paragraph >= 0:
            places[ordinal] = (marked.comments[number].paragraph, -1)
    for paragraph in marked.paragraphs:
        for i, piece in enumerate(paragraph.pieces):
            for number in piece.comments:
                if number in ordinals:
                    places[ordinals[number]] = (paragraph.paragraph, i)
    ends: dict[tuple[int, int], list[int]] = {}
    for ordinal in sorted(places):
        ends.setdefault(places[ordinal], []).append(first[ordinal])
    return ends
