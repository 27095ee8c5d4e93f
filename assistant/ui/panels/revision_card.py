"""The chosen revision or comment in full, and the buttons that settle it."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.formats.revision import PARAGRAPH_MARK
from assistant.text.characters import TOKEN
from assistant.ui.models.findings_rows import shortened, visible
from assistant.ui.models.revisions_model import kind_word
from assistant.ui.models.revisions_rows import ChangeRow
from assistant.ui.panels.flow_layout import FlowLayout
from assistant.ui.panels.long_text import LongText
from assistant.ui.panels.reply_box import ReplyBox
from assistant.ui.theme import set_kind

_EFFECTS = {
    "insert": ("留下这些字", "去掉这些字"),
    "delete": ("删掉这些字", "留下这些字"),
    "move_from": ("从这里移走", "留在这里"),
    "move_to": ("移到这里", "不移到这里"),
}
_OTHER_EFFECT = ("照这样改", "恢复原样")


class RevisionCard(QFrame):
    """Shows one row; its signals say what was pressed.

    `settled` (number, accept) for a revision, `located` (), `replied` (number of the comment that begins the
    conversation, text), `removed` (frozenset of comment numbers).
    """

    settled = Signal(int, bool)
    located = Signal()
    replied = Signal(int, str)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "foot")
        self.setAccessibleName("选中的修订或批注")
        self._row: ChangeRow | None = None
        self._sent = ""
        self._head, self._who, self._anchor = (QLabel(self) for _ in range(3))
        self.text = LongText("全文", self)
        self.accept, self.reject, self.reply, self.remove, self.locate = (
            QPushButton(words, self) for words in ("接受", "拒绝", "回复", "删除", "定位")
        )
        self.box = ReplyBox(self)
        self._build()
        self.hide()

    def show_row(self, row: ChangeRow | None) -> None:
        """Show a revision or a comment; nothing for a heading or None."""
        if row is not None and row.revision is None and row.comment is None:
            row = None
        if row == self._row:
            return
        before, self._row = self._row, row
        held = next((button for button in self._all() if button.hasFocus()), None)
        if row is not None:
            self._fill(row)
            if before is None or before.key != row.key:
                self._open_box(row, wanted=self.box.begun(row.key))
        self.setVisible(row is not None)
        if held is not None and row is not None and held.isHidden():
            self.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def end_sending(self) -> None:
        """Close the field of an answer that was sent: the list now shows it, or shows that it is not there."""
        if self._sent:
            self.box.forget(self._sent)
            if self._row is not None and self._row.key == self._sent:
                self._close_box()
            self._sent = ""

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that can be pressed, the first one to think of first."""
        return [button for button in self._all() if not button.isHidden()] if self._row else []

    def ring(self) -> list[QWidget]:
        """Return what Tab walks through, in order."""
        if self._row is None:
            return []
        return [self.text, *self.buttons(), *((self.box.field, self.box.send, self.box.cancel) if self._open else ())]

    @property
    def _open(self) -> bool:
        return not self.box.isHidden()

    def _all(self) -> tuple[QPushButton, ...]:
        return self.accept, self.reject, self.reply, self.remove, self.locate

    def _fill(self, row: ChangeRow) -> None:
        what = f"{kind_word(row)} {row.ordinal}" if row.comment else row.revision.label or kind_word(row)
        self._head.setText(f"{what}{' · 已解决' if row.done else ''}")
        self._who.setText(" · ".join(part for part in (row.author, row.moment) if part))
        anchor = "" if row.comment is None or row.reply else visible(row.comment.anchor)
        self._anchor.setText(f"“{shortened(anchor)}”")
        self._anchor.setVisible(bool(anchor))
        text = (row.comment or row.revision).text
        self.locate.setEnabled(row.paragraph >= 0)
        said = text.strip(TOKEN + PARAGRAPH_MARK).strip()  # what stands for something else says nothing by itself
        self.text.show_text(text.strip("\n").replace(TOKEN, "□") if said else row.words)
        revision, comment = row.revision is not None, row.comment is not None
        for button, there in (
            (self.accept, revision), (self.reject, revision), (self.reply, comment), (self.remove, comment),
        ):  # fmt: skip
            button.setVisible(there)
        self._explain(row)

    def _explain(self, row: ChangeRow) -> None:
        yes, no = _EFFECTS.get(row.revision.kind, _OTHER_EFFECT) if row.revision else _OTHER_EFFECT
        answers = len(row.together) - 1
        gone = f"连同 {answers} 条回复一起删除" if answers else f"删除这条{kind_word(row)}"
        for button, tip in (
            (self.accept, yes), (self.reject, no), (self.remove, gone),
            (self.reply, "在这条批注下面回复"), (self.locate, "到正文里的这个地方（Enter）"),
        ):  # fmt: skip
            button.setToolTip(tip)
            button.setAccessibleName(f"{button.text()}：{tip}")

    def _open_box(self, row: ChangeRow, *, wanted: bool) -> None:
        self.box.open(row.key if row.comment is not None else "")
        self.box.setVisible(wanted)

    def _answer(self) -> None:
        if self._row is not None:
            self._open_box(self._row, wanted=True)
            self.layout().activate()
            self.box.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._chain()

    def _close_box(self) -> None:
        focus = QApplication.focusWidget()
        held = focus is not None and self.box.isAncestorOf(focus)
        self.box.hide()
        if held:
            self.reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chain(self) -> None:
        for one, following in pairwise(self.ring()):
            self.setTabOrder(one, following)

    def _send(self, text: str) -> None:
        if self._row is not None:
            self._sent = self._row.key
            self.replied.emit(self._row.root, text)

    def _settle(self, *, accept: bool) -> None:
        if self._row is not None and self._row.revision is not None:
            self.settled.emit(self._row.revision.number, accept)

    def _build(self) -> None:
        for label, kind in ((self._head, "strong"), (self._who, "small"), (self._anchor, "muted")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_kind(label, kind)
        flow = FlowLayout(8)
        kinds = ("primary", "", "", "quiet", "quiet")
        for button, kind in zip(self._all(), kinds, strict=True):
            button.setAutoDefault(False)
            set_kind(button, kind)
            flow.addWidget(button)
        self.accept.clicked.connect(lambda: self._settle(accept=True))
        self.reject.clicked.connect(lambda: self._settle(accept=False))
        self.reply.clicked.connect(self._answer)
        self.remove.clicked.connect(lambda: self.removed.emit(self._row.together))
        self.locate.clicked.connect(self.located)
        self.box.sent.connect(self._send)
        self.box.closed.connect(self._close_box)
        self.box.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(4)
        for widget in (self._head, self._who, self._anchor, self.text):
            box.addWidget(widget)
        box.addSpacing(4)
        box.addLayout(flow)
        box.addWidget(self.box)
