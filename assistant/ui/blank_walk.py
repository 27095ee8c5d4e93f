"""Walk the blanks 【…】 of the text: F11 to the next, Shift+F11 to the one before."""

from PySide6.QtGui import QTextCursor

from assistant.phrases.blanks import Blank, find_blanks
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.locks import in_opaque
from assistant.ui.editor.rows import blocks
from assistant.ui.editor.utf16 import to_units


def select_blank(editor: Editor, *, forwards: bool, wrap: bool = True, until: int | None = None) -> bool:
    """Select the nearest blank after (or before) the selection; tell whether there was one.

    `wrap`: go on from the other end of the text; `until` a Qt position that must not be passed.
    """
    places = _places(editor)
    cursor = editor.textCursor()
    if forwards:
        start = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        found = next(((a, b) for a, b in places if a >= start), None)
        other = places[0] if places else None
    else:
        found = next(((a, b) for a, b in reversed(places) if b <= cursor.selectionStart()), None)
        other = places[-1] if places else None
    found = found or (other if wrap else None)
    if found is None or (until is not None and found[1] > until):
        return False
    cursor.setPosition(found[0])
    cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def _places(editor: Editor) -> list[tuple[int, int]]:
    result = []
    for block in blocks(editor.document()):
        if in_opaque(QTextCursor(block)):
            continue
        text = block.text()
        result += [_in_qt(text, block.position(), blank) for blank in find_blanks(text)]
    return result


def _in_qt(text: str, position: int, blank: Blank) -> tuple[int, int]:
    return position + to_units(text, blank.start), position + to_units(text, blank.end)
