"""Two nets around what is locked: a question before every edit, and a census after it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from assistant.ui.editor.composed_text import ComposedText
from assistant.ui.editor.locks import Census, may_edit, take_census
from assistant.ui.editor.look import PageLook

READ_ONLY = "这个文件设有编辑保护，只能查看，没有改动，要修改请先在 Word 里取消保护。"
REFUSED = "这里有表格边界、图片、目录等不能在此改动的内容，文字没有变化，请在 Word 里处理它们。"
_TAKEN_BACK = "刚才的操作会删掉表格或图片等内容，已经撤回，文字没有变化。"


class LockedText(ComposedText):
    """Hears every change of the text: it tells of it, and takes back one that has lost something locked."""

    def __init__(self, look: PageLook, parent: QWidget | None = None) -> None:
        """Make an empty text."""
        super().__init__(look, parent)
        self._census = Census()
        self._declared = False  # a change of ours that is no edit: loading, shapes
        self._second_net = QTimer(self, singleShot=True, interval=0)
        self._second_net.timeout.connect(self._take_back_losses)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._caret_moved)

    def _allowed(self, cursor: QTextCursor) -> bool:
        if self.isReadOnly():
            self.lock_touched.emit(READ_ONLY)
            return False
        if not self._census or may_edit(cursor):
            return True
        self.lock_touched.emit(REFUSED)
        return False

    def _caret_moved(self) -> None:
        if not self._busy:
            self._groups.close()
            if self.composing():
                self.drop_composition()
        self.caret_moved.emit()

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._declared:
            return
        self.bridge.text_changed(position, removed, added)
        if not self._busy:
            self._groups.close()
        if self._census and removed:
            self._second_net.start()
        if not self.composing():
            self.text_edited.emit()

    def _take_back_losses(self) -> None:
        """Net two: edits that lost something locked are undone (Qt deletes tables that a selection crosses)."""
        if self.composing():
            return  # the end of the composition is a change of its own
        now = take_census(self.document())
        lost = self._census.lost(now)
        while self._census.lost(now) and self.document().isUndoAvailable():
            self.document().undo()
            now = take_census(self.document())
        if lost:
            self.document().clearUndoRedoStacks(self.document().Stacks.RedoStack)
            self.lock_touched.emit(_TAKEN_BACK)
        self._census = now
