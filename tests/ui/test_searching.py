"""Find and replace on the live text."""

import pytest
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Opaque, Run, Token
from assistant.paths import resources
from assistant.text.characters import TOKEN
from assistant.ui.editor.editor import Editor
from assistant.ui.icons import Icons
from assistant.ui.messages import MessageBar
from assistant.ui.panels.find_bar import FindBar, Replacement, Search, Step
from assistant.ui.searching import Searching
from assistant.ui.theme import LIGHT
from tests.builders import doc
from tests.ui.editor.hands import compose, lines, opened, put, put_in, undo_all


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar(Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    messages = MessageBar(Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(messages)
    return messages


def selected(editor: Editor) -> tuple[int, str]:
    cursor = editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_hits_are_walked_in_both_directions_and_around(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支部甲支部", "支部"))
    searching = Searching(editor, bar, messages)
    bar.open("支部")
    places = []
    for step in (Step.HERE, Step.NEXT, Step.NEXT, Step.NEXT, Step.PREVIOUS):
        searching.search(Search("支部", step))
        places.append(selected(editor)[0])
    assert places == [0, 3, 6, 0, 6]
    assert bar.hits.text() == "第 3 处，共 3 处"


def test_typing_on_in_the_field_stays_at_the_hit(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支部，支委"))
    searching = Searching(editor, bar, messages)
    put_in(editor, 0, 1)
    searching.search(Search("支"))
    assert selected(editor) == (3, "支")
    searching.search(Search("支委"))
    assert selected(editor) == (3, "支委")


def test_nothing_found_is_said_and_the_caret_stays(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支部"))
    put_in(editor, 0, 1)
    Searching(editor, bar, messages).search(Search("镇"))
    assert selected(editor) == (1, "")
    bar.open("镇")
    assert not bar.next.isEnabled()


def test_characters_beyond_the_bmp_do_not_shift_hits(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("𠮷😀支部"))
    Searching(editor, bar, messages).search(Search("支部"))
    assert selected(editor)[1] == "支部"


def test_one_hit_is_replaced_and_the_next_shown(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支步支步"))
    searching = Searching(editor, bar, messages)
    searching.search(Search("支步"))
    searching.replace(Replacement("支步", "支部"))
    assert lines(editor) == ["支部支步"]
    assert selected(editor) == (2, "支步")


def test_replacing_without_a_hit_selected_first_shows_one(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("甲支步"))
    Searching(editor, bar, messages).replace(Replacement("支步", "支部"))
    assert lines(editor) == ["甲支步"]
    assert selected(editor) == (1, "支步")


def test_a_longer_selection_that_begins_with_the_word_is_not_replaced(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支步工作"))
    put(editor, 0, 4)
    Searching(editor, bar, messages).replace(Replacement("支步", "支部"))
    assert lines(editor) == ["支步工作"]
    assert selected(editor) == (0, "支步")


def test_replacing_everywhere_is_one_step(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支步，支步支步", "支步"))
    Searching(editor, bar, messages).replace(Replacement("支步", "党支部", everywhere=True))
    assert lines(editor) == ["党支部，党支部党支部", "党支部"]
    assert "4 处" in messages.messages()[0].text
    assert undo_all(editor) == 1
    assert lines(editor) == ["支步，支步支步", "支步"]


def test_replacing_what_is_not_there_says_so_and_is_no_step(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支部"))
    Searching(editor, bar, messages).replace(Replacement("镇", "乡", everywhere=True))
    assert messages.messages() == ()
    assert not editor.document().isUndoAvailable()


def test_replacing_by_nothing_deletes(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("XX支部XX"))
    Searching(editor, bar, messages).replace(Replacement("XX", "", everywhere=True))
    assert lines(editor) == ["支部"]


def test_locked_text_and_tokens_are_never_hits(bar: FindBar, messages: MessageBar) -> None:
    locked = Block("0", (), 0, opaque=Opaque("toc", "目录", "支部"))
    note = Block("1", (Run("支", 0), Run(TOKEN, 1, token=Token(0, "note", "脚注")), Run("部", 2)), 1)
    editor = opened(Document((locked, note)))
    searching = Searching(editor, bar, messages)
    for words in ("支部", TOKEN, f"支{TOKEN}部"):
        searching.replace(Replacement(words, "甲", everywhere=True))
    assert lines(editor) == ["", f"支{TOKEN}部"]


def test_replacing_waits_for_the_input_method(bar: FindBar, messages: MessageBar) -> None:
    editor = opened(doc("支步"))
    put_in(editor, 0, -1)
    compose(editor, "ni")
    Searching(editor, bar, messages).replace(Replacement("支步", "支部", everywhere=True))
    assert lines(editor) == ["支步"]
    assert messages.messages() == ()
