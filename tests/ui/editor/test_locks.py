"""Nothing locked is lost, whatever hands do: two nets, tried with random events on random documents."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Cell, Document, Opaque, Run, Table, TableCell, Token
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.text.characters import TOKEN, clean
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.locks import take_census
from assistant.ui.icons import Icons
from assistant.ui.messages import MessageBar
from assistant.ui.panels.find_bar import FindBar, Replacement
from assistant.ui.searching import Searching
from assistant.ui.theme import LIGHT
from tests.strategies import documents
from tests.ui.editor.hands import (
    Key,
    Modifier,
    commit,
    compose,
    drop,
    lines,
    opened,
    paste,
    press,
    put,
    put_in,
    settle,
    type_text,
    undo_all,
)

CTRL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
KEYS = [
    (Key.Key_Return, Modifier.NoModifier),
    (Key.Key_Return, SHIFT),
    (Key.Key_Backspace, Modifier.NoModifier),
    (Key.Key_Backspace, CTRL),
    (Key.Key_Delete, Modifier.NoModifier),
    (Key.Key_Delete, CTRL),
    (Key.Key_Delete, SHIFT),
    (Key.Key_K, CTRL),
    (Key.Key_X, CTRL),
    (Key.Key_V, CTRL),
    (Key.Key_Insert, SHIFT),
    (Key.Key_Tab, Modifier.NoModifier),
    (Key.Key_Left, SHIFT),
    (Key.Key_Down, SHIFT),
    (Key.Key_Right, CTRL | SHIFT),
    (Key.Key_End, Modifier.NoModifier),
    (Key.Key_Direction_R, Modifier.NoModifier),
]
FOREIGN = [
    "甲",
    "一、",
    "　",
    "😀",
    "a\nb",
    "\u2028",
    "\u2029x",
    "\ufffc",
    "\x00",
    "\ufdd0",
    "a\r\nb\rc",
    "\t",
    "乙。\n\n丙",
]
ACTIONS = st.one_of(
    st.tuples(st.just("put"), st.floats(0, 1), st.none() | st.floats(0, 1)),
    st.tuples(st.just("all")),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("type"), st.sampled_from(FOREIGN)),
    st.tuples(st.just("compose"), st.sampled_from(["", "ni", "nihao"])),
    st.tuples(st.just("commit"), st.sampled_from(FOREIGN)),
    st.tuples(st.just("paste"), st.sampled_from(FOREIGN)),
    st.tuples(st.just("drop"), st.integers(0, 500), st.integers(0, 500), st.sampled_from(FOREIGN)),
    st.tuples(st.just("drag out")),
    st.tuples(st.just("cut")),
    st.tuples(st.just("replace"), st.sampled_from("一党，\n "), st.sampled_from(["", "甲", "二\n三"])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("ghost"), st.sampled_from(["甲乙", "，丙。"])),
)


def do(editor: Editor, searching: Searching, action: tuple) -> None:
    name, *details = action
    {
        "put": lambda anchor, position: _put(editor, anchor, position),
        "all": editor.selectAll,
        "key": lambda key: press(editor, *key),
        "type": lambda text: type_text(editor, text),
        "compose": lambda text: compose(editor, text),
        "commit": lambda text: commit(editor, text),
        "paste": lambda text: paste(editor, text),
        "drop": lambda x, y, text: drop(editor, QPoint(x, y), text),
        # Qt removes the selection after a drag to another program, asking nobody.
        "drag out": lambda: editor.textCursor().removeSelectedText(),
        "cut": editor.cut,
        "replace": lambda old, new: searching.replace(Replacement(old, new, everywhere=True)),
        "undo": editor.undo,
        "redo": editor.redo,
        "ghost": editor.show_ghost,
    }[name](*details)


def _put(editor: Editor, anchor: float, position: float | None) -> None:
    end = editor.document().characterCount() - 1
    put(editor, round(anchor * end), None if position is None else round(position * end))


def locked_things(document: Document) -> Counter[object]:
    things: Counter[object] = Counter()
    for block in document.blocks:
        if block.opaque is not None:
            things["opaque", block.origin, block.opaque] += 1
        if block.container is not None:
            things["cell", block.container] = 1
        if block.fixed:
            things["fixed", block.origin] = 1
        things.update(("token", run.token) for run in block.runs if run.token is not None)
    return things


def well_formed(document: Document, before: Document) -> None:
    assert document.tables == before.tables
    assert locked_things(document) == locked_things(before)
    order = [None if block.container is None else block.container.table for block in document.blocks]
    runs = [name for i, name in enumerate(order) if name is not None and (i == 0 or order[i - 1] != name)]
    assert runs == list(range(len(document.tables))), "blocks of one table stand together, tables in their order"
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    for block in document.blocks:
        assert clean(block.text.replace(TOKEN, "")) == block.text.replace(TOKEN, "")
        assert block.text.count(TOKEN) == sum(run.token is not None for run in block.runs)


@pytest.fixture(scope="module")
def bars(qapp: QApplication) -> tuple[FindBar, MessageBar]:
    icons = Icons(resources() / "icons", LIGHT)
    return FindBar(icons), MessageBar(icons)


@settings(deadline=None, max_examples=150)
@given(document=documents(), actions=st.lists(ACTIONS, min_size=1, max_size=15))
def test_nothing_locked_is_ever_lost(
    qapp: QApplication, bars: tuple[FindBar, MessageBar], document: Document, actions: list[tuple]
) -> None:
    editor = opened(document)
    searching = Searching(editor, *bars)
    census = take_census(editor.document())
    tables = _grids(editor)
    for action in actions:
        do(editor, searching, action)
        settle()
        if editor.composing():
            continue
        assert not census.lost(take_census(editor.document())), action
        known = editor.bridge.picture()
        well_formed(known.document, document)
        assert _grids(editor) == tables, action
        editor.bridge.read_anew()
        assert editor.bridge.picture() == known, "what is kept from look to look is what reading gives"
    commit(editor, "")
    settle()
    undo_all(editor)
    assert editor.bridge.picture().document == document
    assert not editor.document().isModified()


def _grids(editor: Editor) -> list[tuple[int, int]]:
    return [(frame.rows(), frame.columns()) for frame in editor.document().rootFrame().childFrames()]


LOCKED = Block("", (), 1, opaque=Opaque("toc", "目录", "一"))
NOTE = Block("", (Run("甲", 0), Run(TOKEN, 1, token=Token(0, "note", "脚注")), Run("乙", 2)), 2)
CELLS = tuple(Block("", (Run(text, 10 + i),), 10 + i, Cell(0, 0, i)) for i, text in enumerate("左右"))
TABLE = Table(1, 2, (TableCell(0, 0), TableCell(0, 1)))
PLAIN = Block("", (Run("正文", 5),), 5)


def of(*blocks: Block) -> Document:
    tables = (TABLE,) if any(block.container for block in blocks) else ()
    return Document(identified(blocks), tables)


def refused(editor: Editor, qtbot: QtBot, act: object) -> bool:
    """Tell whether an act leaves the text alone and says why."""
    before = editor.bridge.picture().document
    with qtbot.waitSignal(editor.lock_touched, timeout=1000):
        act()
        settle()
    return editor.bridge.picture().document == before and not editor.document().isUndoAvailable()


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete, Key.Key_X])
def test_a_locked_block_takes_no_key(qtbot: QtBot, key: Key) -> None:
    editor = opened(of(PLAIN, LOCKED))
    put_in(editor, 1, 2)
    assert refused(editor, qtbot, lambda: press(editor, key))


@pytest.mark.parametrize("at_start", [True, False])
def test_enter_beside_a_locked_block_opens_a_paragraph(qtbot: QtBot, at_start: bool) -> None:
    editor = opened(of(LOCKED))
    put_in(editor, 0, 0 if at_start else -1)
    press(editor, Key.Key_Return)
    type_text(editor, "新")
    assert [block.opaque is not None for block in editor.bridge.picture().document.blocks] == (
        [False, True] if at_start else [True, False]
    )
    assert "新" in lines(editor)


def test_enter_between_a_table_and_a_locked_block_opens_a_paragraph(qtbot: QtBot) -> None:
    editor = opened(of(*CELLS, LOCKED))
    put_in(editor, 3, 0)
    press(editor, Key.Key_Return)
    type_text(editor, "新")
    assert lines(editor) == ["左", "右", "新", ""]


@pytest.mark.parametrize(
    ("offset", "key", "modifier"),
    [
        (2, Key.Key_Backspace, Modifier.NoModifier),
        (1, Key.Key_Delete, Modifier.NoModifier),
        (-1, Key.Key_Backspace, CTRL),
        (0, Key.Key_Delete, CTRL),
        (0, Key.Key_K, CTRL),
    ],
)
def test_no_key_takes_a_token(qtbot: QtBot, offset: int, key: Key, modifier: Modifier) -> None:
    editor = opened(of(NOTE))
    put_in(editor, 0, offset)
    press(editor, key, modifier)
    settle()
    assert TOKEN in lines(editor)[0]


@pytest.mark.parametrize("blocks", [1, 2])
def test_a_token_behind_what_takes_two_units_is_not_taken_with_a_selection(qtbot: QtBot, blocks: int) -> None:
    note = Block("0", (Run("😀"), Run(TOKEN, token=NOTE.runs[1].token), Run("乙")))
    editor = opened(of(note, PLAIN))
    end = editor.document().findBlockByNumber(blocks - 1)
    put(editor, 2, end.position() + end.length() - 1)
    for take in (lambda: compose(editor, "ni"), lambda: press(editor, Key.Key_Delete), lambda: type_text(editor, "丙")):
        take()
        assert TOKEN in lines(editor)[0]


def test_text_beside_a_token_is_text(qtbot: QtBot) -> None:
    editor = opened(of(NOTE))
    put_in(editor, 0, 2)
    type_text(editor, "丙")
    block = editor.bridge.picture().document.blocks[0]
    assert block.text == f"甲{TOKEN}丙乙"
    assert [run.token is not None for run in block.runs] == [False, True, False, False]


@pytest.mark.parametrize(
    ("block", "offset", "key"),
    [(0, -1, Key.Key_Delete), (1, 0, Key.Key_Backspace), (1, -1, Key.Key_Delete), (3, 0, Key.Key_Backspace)],
)
def test_paragraphs_do_not_flow_into_or_out_of_a_cell(qtbot: QtBot, block: int, offset: int, key: Key) -> None:
    editor = opened(of(PLAIN, *CELLS, PLAIN))
    put_in(editor, block, offset)
    press(editor, key)
    assert lines(editor) == ["正文", "左", "右", "正文"]
    assert not editor.document().isUndoAvailable()


def test_a_selection_across_a_table_is_not_typed_over(qtbot: QtBot) -> None:
    editor = opened(of(PLAIN, *CELLS, PLAIN))
    editor.selectAll()
    for act in (
        lambda: type_text(editor, "甲"),
        lambda: compose(editor, "ni"),
        lambda: commit(editor, "你"),
        lambda: paste(editor, "甲"),
        editor.cut,
        lambda: editor.insert_at_caret("甲"),
    ):
        assert refused(editor, qtbot, act)


def test_what_slips_past_the_first_net_is_taken_back_for_good(qtbot: QtBot) -> None:
    editor = opened(of(PLAIN, *CELLS, PLAIN))
    editor.selectAll()
    assert refused(editor, qtbot, lambda: editor.textCursor().removeSelectedText())
    assert not editor.document().isRedoAvailable()


def test_tab_goes_from_cell_to_cell_and_adds_no_row(qtbot: QtBot) -> None:
    editor = opened(of(*CELLS))
    put_in(editor, 1)
    press(editor, Key.Key_Tab)
    assert editor.textCursor().block().text() == "右"
    press(editor, Key.Key_Tab)
    assert editor.textCursor().block().text() == "右"
    assert _grids(editor) == [(1, 2)]
    assert lines(editor) == ["左", "右"]


def test_a_section_break_stays_with_the_last_part_of_its_paragraph(qtbot: QtBot) -> None:
    editor = opened(of(Block("", (Run("前后", 5),), 5, fixed=True), PLAIN))
    put_in(editor, 0, 1)
    press(editor, Key.Key_Return)
    assert [block.fixed for block in editor.bridge.picture().document.blocks] == [False, True, False]
    assert not editor.document().isRedoAvailable()


def test_a_section_break_is_not_merged_away(qtbot: QtBot) -> None:
    editor = opened(of(Block("", (Run("前", 5),), 5, fixed=True), Block("", (Run("后", 6),), 6)))
    put_in(editor, 1)
    assert refused(editor, qtbot, lambda: press(editor, Key.Key_Backspace))


def test_typing_beside_a_table_makes_a_paragraph_and_emptying_it_takes_it_away(qtbot: QtBot) -> None:
    editor = opened(of(*CELLS))
    put_in(editor, 3)
    thin = editor.textCursor().blockFormat().lineHeight()
    type_text(editor, "后")
    block = editor.bridge.picture().document.blocks[-1]
    assert (block.text, block.container, block.origin) == ("后", None, None)
    assert editor.textCursor().blockFormat().lineHeight() == editor.look.shape("body", "").lineHeight() > thin
    press(editor, Key.Key_Backspace)
    assert lines(editor) == ["左", "右"]
    assert editor.textCursor().blockFormat().lineHeight() == thin


def test_enter_beside_a_table_makes_real_paragraphs_empty_ones_too(qtbot: QtBot) -> None:
    editor = opened(of(*CELLS))
    put_in(editor, 3)
    type_text(editor, "一")
    press(editor, Key.Key_Return)
    press(editor, Key.Key_Return)
    type_text(editor, "三")
    assert lines(editor) == ["左", "右", "一", "", "三"]
