"""The text editor: guarded text, with its ghost, in the look of a page."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from assistant.document.block import Document
from assistant.document.edit import Edit
from assistant.ui.editor import properties as prop
from assistant.ui.editor.drags import PHRASE_MIME
from assistant.ui.editor.ghosted_text import GhostedText
from assistant.ui.editor.highlighter import Highlighter
from assistant.ui.editor.labels import paint_labels
from assistant.ui.editor.laying_out import finish_layout
from assistant.ui.editor.locks import census_of
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.page import TOP_MARGIN, Page, wheel_zoom
from assistant.ui.editor.tokens import TokenChip
from assistant.ui.overriding import override
from assistant.ui.theme import Theme

_MARGIN_QUERIES = (
    Qt.InputMethodQuery.ImCursorRectangle,
    Qt.InputMethodQuery.ImAnchorRectangle,
    Qt.InputMethodQuery.ImInputItemClipRectangle,
)


class Editor(GhostedText):
    """Shows and edits one text.

    Signals: `zoom_chosen` a new zoom factor; `menu_wanted` the context menu, at a global point; `phrase_dropped` the
    number of a suggestion dragged to the caret.
    """

    zoom_chosen = Signal(float)
    menu_wanted = Signal(QPointF)
    phrase_dropped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(PageLook(QGuiApplication.primaryScreen().logicalDotsPerInch()), parent)
        self.setAccessibleName("正文")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("editor")
        self.page = Page(self, self.look)
        self._theme = theme
        self.ghost.colour = theme.colour("ghost")
        self.highlighter: Highlighter | None = None
        self._chip = TokenChip(self.document(), theme.colour("muted"), theme.colour("locked"))
        self.document().documentLayout().registerHandler(prop.TOKEN_OBJECT, self._chip)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(self.look.body_font)
        self.page.set_zoom(1.0)

    # ---- text -----------------------------------------------------------------------------------------------------

    def load(
        self, document: Document, looks: dict[str, str], ignored: frozenset[tuple[str, str]] = frozenset()
    ) -> None:
        """Show a document; `looks` gives the look key of its blocks. The undo stack starts empty."""
        self.drop_ghost()
        self._waiting.clear()
        self._composed = QTextBlock()
        self._declared = True
        self.document().setLayoutEnabled(False)  # once at the end, and no further than is seen; Qt does the rest idly
        if self.highlighter is not None:
            self.document().clear()  # else it would first undress every paragraph that goes
            self.highlighter.setDocument(None)
        self.bridge.load(document, looks, ignored)
        self._frame()
        self.page.set_zoom(self.page.zoom)
        self._declared = False
        self._census = census_of(document)
        self._groups.close()
        self.highlighter = Highlighter(self.document(), self.look, self._theme)
        self._in_one_layout(self.highlighter.rehighlight)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # leaving the end would have all of it laid out
        self.document().setLayoutEnabled(True)

    def take_up(self, edits: tuple[Edit, ...], ignored: frozenset[tuple[str, str]]) -> bool:
        """Say again of a text just loaded what was said of it before; True if that left it as unmodified as it was."""
        untouched = not self.document().isModified()
        self._declared = True
        finish_layout(self.document())
        self.bridge.apply(edits)
        self.bridge.ignore(ignored)
        self._declared = False
        self.bridge.read_anew()
        if untouched:
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)
        if self.highlighter is not None and edits:
            self._in_one_layout(self.highlighter.rehighlight)
        return untouched

    def apply_in_place(self, edits: tuple[Edit, ...]) -> bool:
        """Carry out edits all over the text without going to any of them: the caret stays, and what is seen."""
        caret, first = QTextCursor(self.textCursor()), self.cursorForPosition(QPoint(1, 1))
        before = self.cursorRect(first).top()
        done = self.apply(edits)
        if done:
            self.setTextCursor(caret)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(first).top() - before)
        return done

    def _frame(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(TOP_MARGIN)
        frame.setBottomMargin(TOP_MARGIN * 2)
        undo = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        self.document().rootFrame().setFrameFormat(frame)
        self.document().setUndoRedoEnabled(undo)
        self.document().setModified(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.ghost.colour = theme.colour("ghost")
        self._chip.text, self._chip.fill = theme.colour("muted"), theme.colour("locked")
        if self.highlighter is not None:
            self.highlighter.set_theme(theme)
            self._in_one_layout(self.highlighter.rehighlight)
        self.update()

    def show_looks(self, looks: dict[int, str]) -> None:
        """Give text blocks (by number) the shape of their role, without an undo step of its own."""
        if self.composing():
            return
        self._declared = True
        changed = self._shapes.show(looks)
        self._declared = False
        self.rehighlight(changed)

    def rehighlight(self, blocks: Iterable[QTextBlock]) -> None:
        """Paint text blocks anew, because what is known about them has changed."""
        highlighter = self.highlighter
        chosen = tuple(blocks)
        if highlighter is not None and chosen:
            self._in_one_layout(lambda: [highlighter.rehighlightBlock(block) for block in chosen])

    def _in_one_layout(self, paint: Callable[[], object]) -> None:
        """Have formats of many paragraphs laid out together; one by one takes seconds on a million characters."""
        declared, self._declared = self._declared, True
        finish_layout(self.document())
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        paint()
        cursor.endEditBlock()
        self._declared = declared
        self.ghost.dress()

    # ---- page -----------------------------------------------------------------------------------------------------

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer as Qt does, plus the viewport's margins, which it forgets: else candidates cover the text."""
        value = super().inputMethodQuery(query)
        if query in _MARGIN_QUERIES and value is not None:
            return QRectF(value).translated(QPointF(self.viewport().pos()))
        return value

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        self.setViewportMargins(*self.page.place())
        super().resizeEvent(event)

    def lay_out(self) -> None:
        """Lay out the text to its end now, so that it can be scrolled anywhere at once."""
        finish_layout(self.document())
        layout = self.document().documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a zoom factor."""
        self.page.set_zoom(zoom)
        self.setViewportMargins(*self.page.place())
        self.viewport().update()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Paint the paper around the column, which lies outside the viewport."""
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            self.page.paint_paper(painter, self._theme)
            painter.end()
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        zoom = wheel_zoom(event, self.page.zoom)
        if zoom is None:
            super().wheelEvent(event)
            return
        self.zoom_chosen.emit(zoom)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then automatic numbers in the margin of their paragraphs."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_labels(painter, self, event.rect(), self._theme)
        painter.end()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Have a suggestion put where it has been dragged to; everything else is dropped as text."""
        if not event.mimeData().hasFormat(PHRASE_MIME) or self.composing():
            super().dropEvent(event)
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        target = self.cursorForPosition(event.position().toPoint())
        if self._allowed(target):
            self.setTextCursor(target)
            self.phrase_dropped.emit(int(event.mimeData().data(PHRASE_MIME).data()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for the menu, with the caret where the mouse is."""
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        self.menu_wanted.emit(QPointF(event.globalPos()))
