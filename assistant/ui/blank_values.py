"""Remembered values for the blank that is selected: from the unit's profile, and what was typed for its like before."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor

from assistant.document.context import Unit
from assistant.ui.editor.editor import Editor
from assistant.ui.panels.blank_popup import BlankPopup, Offer

_BLANK = re.compile(r"【([^【】\n]{1,20})】")
_PROFILE = {
    "单位": ("name", "short_name"),
    "单位名称": ("name", "short_name"),
    "单位简称": ("short_name", "name"),
    "职务": ("post",),
    "姓名": ("person",),
    "述职人": ("person",),
    "上级党组织": ("superior",),
    "上级单位": ("superior",),
}
_YEARS = frozenset({"年份", "年度", "年"})
_WIDEST = 22
# Characters of the longest blank, brackets included.
_LONGEST = 40
# Characters of a value worth offering again; more is a sentence.


def offers_for(name: str, unit: Unit, year: int | None, typed: tuple[str, ...] = ()) -> tuple[Offer, ...]:
    """Return what a blank of this name may be filled with: nothing is ever filled in unasked."""
    found = [Offer(getattr(unit, field), "单位资料") for field in _PROFILE.get(name, ())]
    if name in _YEARS and year is not None:
        found.append(Offer(str(year), "报告年度"))
    found += [Offer(value, "本稿填过") for value in typed]
    return tuple({one.value: one for one in reversed(found) if one.value}.values())[::-1]


class BlankValues(QObject):
    """Shows offers for the selected blank, fills in the one that is taken, remembers what is typed."""

    def __init__(
        self, editor: Editor, unit: Callable[[], Unit], year: Callable[[], int | None], parent: QObject | None = None
    ) -> None:
        """Ask `unit` and `year` for what is known of the report."""
        super().__init__(parent)
        self._editor, self._unit, self._year = editor, unit, year
        self.popup = BlankPopup(editor.viewport())
        self._typed: dict[str, list[str]] = {}
        self._name = ""
        self._start, self._end = QTextCursor(), QTextCursor()
        self._key = QShortcut(
            QKeySequence("Alt+Down"), editor, self.popup.enter, context=Qt.ShortcutContext.WidgetShortcut
        )
        self._key.setEnabled(False)

    def connect_parts(self) -> None:
        """Connect them, once."""
        self._editor.selectionChanged.connect(self._follow)
        self._editor.cursorPositionChanged.connect(self._follow)
        self._editor.verticalScrollBar().valueChanged.connect(lambda _: self._hide())
        self.popup.taken.connect(self._take)
        self.popup.left.connect(self._leave)

    def forget(self) -> None:
        """Remember nothing of another text."""
        self._typed.clear()
        self._name = ""
        self._hide()

    def _follow(self) -> None:
        cursor = self._editor.textCursor()
        self._remember(cursor)
        short = cursor.selectionEnd() - cursor.selectionStart() <= _WIDEST  # a whole report is not read for this
        match = _BLANK.fullmatch(cursor.selectedText()) if short else None
        if match is None or self._editor.isReadOnly():
            self._hide()
            return
        self._watch(match[1], cursor)
        offers = offers_for(match[1], self._unit(), self._year(), tuple(self._typed.get(match[1], ())))
        self.popup.offer(offers, self._place_of(cursor))
        self._key.setEnabled(self.popup.isVisibleTo(self._editor.viewport()))

    def _watch(self, name: str, cursor: QTextCursor) -> None:
        """Keep an eye on the place of a blank: what will stand there is its value."""
        self._name = name
        self._start, self._end = QTextCursor(cursor), QTextCursor(cursor)
        self._start.setPosition(cursor.selectionStart())
        self._start.setKeepPositionOnInsert(True)
        self._end.setPosition(cursor.selectionEnd())

    def _remember(self, cursor: QTextCursor) -> None:
        """Note what was typed for the blank that was watched, once the caret has left it."""
        if not self._name or self._start.position() <= cursor.selectionStart() <= self._end.position():
            return
        name, self._name = self._name, ""
        value = QTextCursor(self._start)
        value.setPosition(self._start.position())  # the anchor has gone along with what was typed
        value.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        text = value.selectedText().strip()
        if text and len(text) <= _LONGEST and not re.search("[【】\u2029\u2028\ufffc。；]", text):
            known = [other for other in self._typed.get(name, []) if other != text]
            self._typed[name] = [text, *known][:3]

    def _take(self, value: str) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if _BLANK.fullmatch(self._editor.textCursor().selectedText()):
            self._editor.insert_at_caret(value)
        self._hide()

    def _leave(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hide()

    def _hide(self) -> None:
        self.popup.hide()
        self._key.setEnabled(False)

    def _place_of(self, cursor: QTextCursor) -> QRect:
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        return self._editor.cursorRect(start).united(self._editor.cursorRect(cursor))
