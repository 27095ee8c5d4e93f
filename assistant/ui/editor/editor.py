"""The text editor: a thin QTextEdit that knows locks, undo steps and the look of a page."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from assistant.document.block import Document
from assistant.document.edit import Edit
from assistant.text.characters import clean
from assistant.ui.editor import properties as prop
from assistant.ui.editor.highlighter import Highlighter
from assistant.ui.editor.keys import kind_of
from assistant.ui.editor.labels import paint_labels
from assistant.ui.editor.locks import Census, may_edit, take_census
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.page import TOP_MARGIN, Page, next_zoom
from assistant.ui.editor.shapes import Shapes
from assistant.ui.editor.text_bridge import TextBridge
from assistant.ui.editor.tokens import TokenChip
from assistant.ui.editor.undo_groups import UndoGroups
from assistant.ui.theme import Theme

_MARGIN_QUERIES = (
    Qt.InputMethodQuery.ImCursorRectangle,
    Qt.InputMethodQuery.ImAnchorRectangle,
    Qt.InputMethodQuery.ImInputItemClipRectangle,
)


class Editor(QTextEdit):
    """Shows and edits one text.

    Signals: `text_edited` the text changed (not while composing); `caret_moved` the caret stands elsewhere;
    `lock_touched` an edit was refused or taken back, with the sentence why; `zoom_chosen` a new zoom factor;
    `menu_wanted` the context menu, at a global point.
    """

    text_edited = Signal()
    caret_moved = Signal()
    lock_touched = Signal(str)
    zoom_chosen = Signal(float)
    menu_wanted = Signal(QPointF)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setAccessibleName("正文")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("editor")
        self.look = PageLook(QGuiApplication.primaryScreen().logicalDotsPerInch())
        self.bridge = TextBridge(self.document(), self.look)
        self.page = Page(self, self.look)
        self._theme = theme
        self._shapes = Shapes(self.document(), self.look)
        self._groups = UndoGroups()
        self._census = Census(frozenset(), frozenset(), frozenset(), frozenset())
        self._declared = False
        self.highlighter: Highlighter | None = None
        self._chip = TokenChip(self.document(), theme.colour("muted"), theme.colour("locked"))
        self.document().documentLayout().registerHandler(prop.TOKEN_OBJECT, self._chip)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(self.look.body_font)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.page.set_zoom(1.0)

    # ---- text -----------------------------------------------------------------------------------------------------

    def load(self, document: Document, looks: dict[str, str]) -> None:
        """Show a document; `looks` gives the look key of its blocks. The undo stack starts empty."""
        if self.highlighter is not None:
            self.highlighter.setDocument(None)
            self.highlighter = None
        self._declared = True
        self.bridge.load(document, looks)
        self._declared = False
        self._frame()
        self.page.set_zoom(self.page.zoom)
        self._census = take_census(self.document())
        self._groups.close()
        self.highlighter = Highlighter(self.document(), self.look, self._theme)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _frame(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(TOP_MARGIN)
        frame.setBottomMargin(TOP_MARGIN * 2)
        undo = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        self.document().rootFrame().setFrameFormat(frame)
        self.document().setUndoRedoEnabled(undo)
        self.document().setModified(False)

    def apply(self, edits: tuple[Edit, ...]) -> None:
        """Carry out edits as one undo step and select what was put in; raises EditRefused."""
        self.finish_composition()
        cursor = self.bridge.apply(edits)
        self._groups.close()
        self._census = take_census(self.document())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_at_caret(self, text: str) -> tuple[int, int] | None:
        """Put a text in place of the selection as one undo step; return its Qt range, None where that is locked."""
        self.finish_composition()
        cursor = self.textCursor()
        if not self._allowed(cursor):
            return None
        self._groups.close()
        start = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(clean(text).replace("\n", "\u2028"))
        self._shapes.sync(cursor.block())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return start, cursor.position()

    def composing(self) -> bool:
        """Tell whether an input method has unconfirmed text in the page."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def finish_composition(self) -> None:
        """Ask the input method to commit what it is composing."""
        if self.composing():
            QGuiApplication.inputMethod().commit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._chip.text, self._chip.fill = theme.colour("muted"), theme.colour("locked")
        if self.highlighter is not None:
            self.highlighter.set_theme(theme)
            self.highlighter.rehighlight()
        self.update()

    def show_looks(self, looks: dict[int, str]) -> None:
        """Give text blocks (by number) the shape of their role, without an undo step of its own."""
        if not self.composing():
            for block in self._shapes.show(looks):
                if self.highlighter is not None:
                    self.highlighter.rehighlightBlock(block)

    # ---- keys and input methods -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Guard locks, group undo steps, leave everything else to Qt."""
        kind = kind_of(event)
        if not kind:
            super().keyPressEvent(event)
            return
        backwards = kind == "back" and not self.textCursor().hasSelection()
        forwards = kind == "delete" and not self.textCursor().hasSelection()
        if not self._allowed(self.textCursor(), backwards=backwards, forwards=forwards):
            event.accept()
            return
        cursor = self.textCursor()
        if self._groups.joins(kind, cursor.position()) and not cursor.hasSelection():
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        leaving = self.textCursor().atBlockEnd()
        super().keyPressEvent(event)
        self._shapes.sync(self.textCursor().block())
        if kind == "break" and leaving:
            self._shapes.leave(self.textCursor().block())
        cursor.endEditBlock()
        self._groups.note(kind, event.text(), self.textCursor().position())
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Guard locks; consecutive commits of one clause are one undo step."""
        commit = event.commitString()
        if (commit or event.preeditString()) and not self._allowed(self.textCursor()):
            event.accept()
            return
        if not commit:
            super().inputMethodEvent(event)
            return
        cursor = self.textCursor()
        if self._groups.joins("commit", cursor.position()) and not cursor.hasSelection():
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        super().inputMethodEvent(event)
        self._shapes.sync(self.textCursor().block())
        cursor.endEditBlock()
        self._groups.note("commit", commit, self.textCursor().position())
        self.ensureCursorVisible()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer as Qt does, plus the viewport's margins, which it forgets: else candidates cover the text."""
        value = super().inputMethodQuery(query)
        if query in _MARGIN_QUERIES and value is not None:
            return QRectF(value).translated(QPointF(self.viewport().pos()))
        return value

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, paragraph by paragraph, in the format of the caret."""
        if not source.hasText() or not self._allowed(self.textCursor()):
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(clean(source.text()))
        block = self.document().findBlock(min(cursor.position(), cursor.anchor()))
        self._shapes.sync(block)
        self._shapes.sync(cursor.block())
        cursor.endEditBlock()
        self._groups.close()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text; a soft break is a line end, a token nothing."""
        data = QMimeData()
        text = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        data.setText(text.replace("\ufffc", ""))
        return data

    def cut(self) -> None:
        """Cut the selection unless something locked is in it."""
        if self._allowed(self.textCursor()):
            self._groups.close()
            super().cut()

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop text where it may go; a drag out of the text takes nothing locked along."""
        target = self.cursorForPosition(event.position().toPoint())
        inside = event.source() in (self, self.viewport())
        if not may_edit(target) or (inside and not may_edit(self.textCursor())):
            self._refused()
            event.ignore()
            return
        self._groups.close()
        super().dropEvent(event)

    def _allowed(self, cursor: QTextCursor, *, backwards: bool = False, forwards: bool = False) -> bool:
        if not self._census or may_edit(cursor, backwards=backwards, forwards=forwards):
            return True
        self._refused()
        return False

    def _refused(self) -> None:
        self.lock_touched.emit("这里有表格边界、图片、目录等不能在此改动的内容，文字没有变化，请在 Word 里处理它们。")

    def _contents_changed(self, _position: int, removed: int, _added: int) -> None:
        if self._declared:
            return
        self.bridge.text_changed()
        if self._census and removed:
            QTimer.singleShot(0, self, self._take_back_losses)
        if not self.composing():
            self.text_edited.emit()

    def _take_back_losses(self) -> None:
        """Net two: an edit that lost something locked is undone (Qt deletes tables that a selection crosses)."""
        now = take_census(self.document())
        if self._census.lost(now) and self.document().isUndoAvailable():
            self.document().undo()
            self.lock_touched.emit("刚才的操作会删掉表格或图片等内容，已经撤回，文字没有变化。")
            return
        self._census = now

    # ---- page -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        self.setViewportMargins(*self.page.place())
        super().resizeEvent(event)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_chosen.emit(next_zoom(self.page.zoom, up=event.angleDelta().y() > 0))
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then automatic numbers in the margin of their paragraphs."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_labels(painter, self, event.rect(), self._theme)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for the menu, with the caret where the mouse is."""
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        self.menu_wanted.emit(QPointF(event.globalPos()))
