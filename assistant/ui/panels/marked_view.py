"""The text with the changes of others in it, on the editor's page; nothing can be written here."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from assistant.formats.revision import Comment, MarkedParagraph, Revision
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.page import TOP_MARGIN, Page, wheel_zoom
from assistant.ui.models.findings_rows import shortened
from assistant.ui.models.revisions_rows import KIND_WORDS, NOBODY, spoken_date
from assistant.ui.overriding import override
from assistant.ui.panels import marked_text
from assistant.ui.theme import Theme

_BAR_GAP, _BAR_WIDTH = 16, 3
"""Pixels from the text to the bar beside changed paragraphs, at 100 %, and its width."""
_LONGEST = 200
"""Characters of a comment in its tip; the list shows all of it."""


class MarkedView(QTextEdit):
    """Shows marked paragraphs.

    Signals: `revision_chosen` and `comment_chosen` (its number) by a click or Enter; `zoom_chosen` a new zoom factor.
    """

    revision_chosen = Signal(int)
    comment_chosen = Signal(int)
    zoom_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setAccessibleName("带修订的正文（只读）")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("marked")
        self.setUndoRedoEnabled(False)
        self._look = PageLook(QGuiApplication.primaryScreen().logicalDotsPerInch())
        self.page = Page(self, self._look)
        self._theme = theme
        self._marked = marked_text.Marked()
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(self._look.body_font)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
        self.page.set_zoom(1.0)

    # ---- text -----------------------------------------------------------------------------------------------------

    def show_marked(
        self,
        paragraphs: Iterable[MarkedParagraph],
        revisions: Iterable[Revision],
        comments: Iterable[Comment],
        looks: Mapping[int, str],
    ) -> None:
        """Show paragraphs with their changes, keeping the place; `looks` gives look keys by paragraph."""
        marked = marked_text.marked_of(paragraphs, revisions, comments, looks)
        if marked != self._marked:
            self._marked = marked
            self._fill()

    def show_revision(self, number: int) -> None:
        """Select a revision and bring it into view; its paragraph where it has no words."""
        if not self._select(marked_text.PIECE_REVISION, number) and number in self._marked.revisions:
            self.show_paragraph(self._marked.revisions[number].paragraph)

    def show_comment(self, number: int) -> None:
        """Select the words a comment is about and bring them into view; its paragraph where it has none."""
        if not self._select(marked_text.PIECE_COMMENT, number) and number in self._marked.comments:
            self.show_paragraph(self._marked.comments[number].paragraph)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph of the file into view and put the caret there."""
        for block in self._blocks():
            if block.blockFormat().property(marked_text.BLOCK_PARAGRAPH) == paragraph:
                self._show(QTextCursor(block))
                return

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._fill()

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a zoom factor."""
        self.page.set_zoom(zoom)
        self.setViewportMargins(*self.page.place())
        self.viewport().update()
        self.update()

    def tip_at(self, point: QPoint) -> str:
        """Return what the tip says at a point of the viewport: who did what when; empty where nothing was done."""
        fmt = self._format_at(point)
        if fmt is None:
            return ""
        revision = self._marked.revisions.get(fmt.property(marked_text.PIECE_REVISION))
        comment = self._marked.comments.get(fmt.property(marked_text.PIECE_COMMENT))
        lines = []
        if revision is not None:
            lines.append(_signed(revision, revision.label or KIND_WORDS.get(revision.kind, "修改")))
        if comment is not None:
            lines += [_signed(comment, "批注"), shortened(comment.text, _LONGEST)]
            answers = sum(one.parent == comment.number for one in self._marked.comments.values())
            lines += [f"{answers} 条回复"] * bool(answers) + ["已解决"] * comment.done
        return "\n".join(lines)

    def _fill(self) -> None:
        scrolled, at = self.verticalScrollBar().value(), self.textCursor().position()
        marked_text.fill(self.document(), self._marked, self._look, self._theme)
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(TOP_MARGIN)
        frame.setBottomMargin(TOP_MARGIN * 2)
        self.document().rootFrame().setFrameFormat(frame)
        self.set_zoom(self.page.zoom)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _select(self, name: int, number: int) -> bool:
        """Select the first stretch of pieces that belong to a change; False if there is none."""
        for block in self._blocks():
            pieces = [entry.fragment() for entry in block]
            found = [piece for piece in pieces if piece.charFormat().property(name) == number]
            if found:
                cursor = QTextCursor(self.document())
                cursor.setPosition(found[0].position())
                end = found[-1].position() + found[-1].length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                self._show(cursor)
                return True
        return False

    def _show(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        box, height = self.cursorRect(cursor), self.viewport().height()
        if not height // 5 < box.center().y() < height * 4 // 5:  # at the edge nobody sees what comes before or after
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.center().y() - height // 3)

    # ---- hands ----------------------------------------------------------------------------------------------------

    def _format_at(self, point: QPoint) -> QTextCharFormat | None:
        """Return the format of the character under a point, None beside the text."""
        scrolled = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(scrolled, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        if self.cursorRect(cursor).left() <= point.x() and not cursor.atBlockEnd():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat()

    def _tell(self, fmt: QTextCharFormat | None) -> None:
        revision = None if fmt is None else fmt.property(marked_text.PIECE_REVISION)
        comment = None if fmt is None else fmt.property(marked_text.PIECE_COMMENT)
        if revision is not None:
            self.revision_chosen.emit(revision)
        elif comment is not None:
            self.comment_chosen.emit(comment)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._tell(self._format_at(event.position().toPoint()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cursor = QTextCursor(self.textCursor())
            if not cursor.hasSelection() and not cursor.atBlockEnd():
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)  # what stands behind the caret
            self._tell(cursor.charFormat())
            return
        super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)  # nothing to say hides it
            return True
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        zoom = wheel_zoom(event, self.page.zoom)
        if zoom is None:
            super().wheelEvent(event)
            return
        self.zoom_chosen.emit(zoom)
        event.accept()

    # ---- page -----------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setViewportMargins(*self.page.place())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint the paper around the column, which lies outside the viewport, and the bars on its margin."""
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            self.page.paint_paper(painter, self._theme)
            self._paint_bars(painter)
            painter.end()
            return True
        return super().event(event)

    def _paint_bars(self, painter: QPainter) -> None:
        layout, column = self.document().documentLayout(), self.viewport().geometry()
        left = column.left() - round(_BAR_GAP * self.page.zoom)
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(0, column.top() - self.verticalScrollBar().value())
            if box.top() > column.bottom():
                return
            if block.blockFormat().property(marked_text.BLOCK_CHANGED):
                painter.fillRect(QRectF(left, box.top(), _BAR_WIDTH, box.height()), self._theme.colour("accent"))
            block = block.next()


def _signed(made: Revision | Comment, what: str) -> str:
    who = made.author.strip() or NOBODY
    return " · ".join(part for part in (what, who, spoken_date(made.date)) if part)
