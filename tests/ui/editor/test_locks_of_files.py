"""Random events over a Word file with every kind of lock: it can always be saved, and undone it is the old bytes."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from assistant.formats.docx.reader import read
from assistant.formats.docx.writer import write
from assistant.ui.editor.locks import take_census
from assistant.ui.messages import MessageBar
from assistant.ui.panels.find_bar import FindBar
from assistant.ui.searching import Searching
from tests.formats.docx.word_files import cell, pack, paragraph, rich, run, table, unpacked
from tests.ui.editor.hands import commit, opened, settle, undo_all
from tests.ui.editor.test_locks import ACTIONS, bars, do, well_formed

__all__ = ["bars"]  # the fixture

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_MORE = "".join(
    (
        _CONTROL.format('<w:dataBinding w:xpath="/a"/>', paragraph("绑定的")),
        _CONTROL.format('<w:lock w:val="sdtContentLocked"/>', paragraph("锁定的")),
        _CONTROL.format("<w:picture/>", paragraph("图片的")),
        '<w:altChunk r:id="rId77"/>',
        paragraph("域从这里", _FIELD.format("begin")),
        paragraph(_FIELD.format("end"), "到这里"),
        f'<w:customXml w:element="e">{paragraph("外来的")}</w:customXml>',
        table((cell(_CONTROL.format("", paragraph("控件格"))), cell(paragraph("格尾")))),
        paragraph(
            "符号", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:ptab/><w:br w:type="column"/></w:r>', "之后"
        ),
        paragraph(
            '<w:r><w:object/></w:r><w:fldSimple w:instr="TITLE"><w:r><w:t>题</w:t></w:r></w:fldSimple>', run("末")
        ),
    )
)


def every_lock() -> bytes:
    """The rich file, with the locks it lacks before its last paragraph."""
    parts = unpacked(rich())
    main = parts["word/document.xml"].decode()
    at = [found.start() for found in re.finditer(r"<w:p[ >]", main)][-1]
    parts["word/document.xml"] = (main[:at] + _MORE + main[at:]).encode()
    return pack(parts)


FILE = read(every_lock())


def test_the_file_has_every_kind_of_lock() -> None:
    kinds = {block.opaque.kind for block in FILE.document.blocks if block.opaque is not None}
    assert kinds == {"toc", "field", "bound", "locked", "special", "math", "table", "chunk", "other"}
    tokens = {run.token.kind for block in FILE.document.blocks for run in block.runs if run.token is not None}
    assert tokens >= {"footnote", "comment", "field", "drawing", "math", "symbol", "tab", "page-break", "column-break"}


@settings(deadline=None, max_examples=60)
@given(actions=st.lists(ACTIONS, min_size=1, max_size=15))
def test_random_events_keep_every_lock_can_be_saved_and_undone_give_the_old_bytes(
    qapp: QApplication, bars: tuple[FindBar, MessageBar], actions: list[tuple[object, ...]]
) -> None:
    editor = opened(FILE.document)
    searching = Searching(editor, *bars)
    census = take_census(editor.document())
    for action in actions:
        do(editor, searching, action)
        settle()
        if not editor.composing():
            assert not census.lost(take_census(editor.document())), action
    commit(editor, "")
    settle()
    document = editor.bridge.picture().document
    well_formed(document, FILE.document)
    saved = write(FILE.base, document, {})
    assert [block.text for block in read(saved).document.blocks] == [block.text for block in document.blocks]
    undo_all(editor)
    assert write(FILE.base, editor.bridge.picture().document, {}) is FILE.base
    assert not editor.document().isModified()
