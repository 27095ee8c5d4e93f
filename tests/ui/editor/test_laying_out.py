"""Every paragraph is seen, whatever happens before Qt has laid the whole text out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Finding, Level
from assistant.document.block import Said, Span
from assistant.document.edit import InsertBlocks, SetSaid
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.marking import BlockMarks, Mark
from tests.builders import doc
from tests.ui.editor.hands import opened, put_in, type_text

TEXTS = tuple(f"（{i}）" + "坚持把抓好党建作为最大政绩，" * 12 for i in range(40))


def mark(editor: Editor) -> None:
    """Lay findings on two paragraphs far from each other, as the first analysis does."""
    chosen = [editor.document().findBlockByNumber(number) for number in (2, 30)]
    for block in chosen:
        finding = Finding("r", "字词", Level.ERROR, "错字。", "", Span(str(block.blockNumber()), 0, 2), "坚持")
        block.setUserData(BlockMarks(block.text(), (Mark(0, 2, Level.ERROR, finding),)))
    editor.rehighlight(chosen)


def type_at_the_top(editor: Editor) -> None:
    put_in(editor, 0)
    type_text(editor, "甲")


@pytest.mark.parametrize(
    "change",
    [
        mark,
        type_at_the_top,
        lambda editor: editor.show_looks({0: "title", 30: "signature"}),
        lambda editor: editor.take_up((SetSaid("3", Said(level=1)),), frozenset({("r", "词")})),
        lambda editor: editor.apply((InsertBlocks("1", ("新的一段",)),)),
    ],
    ids=["mark", "type", "looks", "take up", "apply"],
)
def test_a_change_right_after_opening_hides_no_paragraph(qtbot: QtBot, change: Callable[[Editor], object]) -> None:
    editor = opened(doc(*TEXTS))
    assert editor.document().lastBlock().layout().lineCount() == 0, "too short a text to be laid out in steps"
    change(editor)
    editor.lay_out()
    block = editor.document().begin()
    while block.isValid():
        assert block.layout().lineCount() > 0, block.blockNumber()
        block = block.next()
