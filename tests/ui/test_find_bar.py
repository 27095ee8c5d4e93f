"""The find bar only says what the user wants; others do it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.icons import Icons
from assistant.ui.panels.find_bar import FindBar, Replacement, Search, Step
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar(Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(bar)
    return bar


def opened(bar: FindBar, qtbot: QtBot, text: str = "", *, replace: bool = False) -> list[object]:
    """Show the bar in a window of its own; return the list its wishes go to from now on."""
    with qtbot.waitActive(bar):
        bar.open(text, replace=replace)
        bar.activateWindow()
    bar.text.setFocus()
    bar.show_hits(1, 3)
    wishes: list[object] = []
    bar.searched.connect(wishes.append)
    bar.replaced.connect(wishes.append)
    return wishes


def test_it_is_out_of_sight_until_opened(bar: FindBar) -> None:
    assert bar.isHidden()


def test_typing_searches_from_where_one_is(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot)
    qtbot.keyClicks(bar.text, "ab")
    assert wishes == [Search("a"), Search("ab")]


def test_enter_goes_on_and_shift_enter_back(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "支部")
    qtbot.keyClick(bar.text, Qt.Key.Key_Return)
    qtbot.keyClick(bar.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert wishes == [Search("支部", Step.NEXT), Search("支部", Step.PREVIOUS)]


def test_buttons_do_the_same(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "支部")
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert wishes == [Search("支部", Step.NEXT), Search("支部", Step.PREVIOUS)]


def test_enter_on_a_button_presses_that_button_once(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "支部")
    bar.previous.setFocus()
    qtbot.keyClick(bar.previous, Qt.Key.Key_Return)
    assert wishes == [Search("支部", Step.PREVIOUS)]


def test_replacing_one_and_all(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "支步", replace=True)
    bar.new.setText("支部")
    qtbot.mouseClick(bar.one, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert wishes == [Replacement("支步", "支部"), Replacement("支步", "支部", everywhere=True)]


def test_enter_in_the_second_field_replaces(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "支步", replace=True)
    bar.new.setText("支部")
    bar.new.setFocus()
    qtbot.keyClick(bar.new, Qt.Key.Key_Return)
    assert wishes == [Replacement("支步", "支部")]


def test_replacing_by_nothing_is_a_wish_too(bar: FindBar, qtbot: QtBot) -> None:
    wishes = opened(bar, qtbot, "XX", replace=True)
    qtbot.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    assert wishes == [Replacement("XX", "", everywhere=True)]


def test_the_second_row_is_there_for_replacing_only(bar: FindBar, qtbot: QtBot) -> None:
    opened(bar, qtbot)
    assert not bar.new.isVisible()
    bar.open(replace=True)
    assert bar.new.isVisible()


def test_the_selection_is_what_one_looks_for(bar: FindBar, qtbot: QtBot) -> None:
    opened(bar, qtbot, "党支部")
    assert bar.text.text() == "党支部"
    assert bar.text.selectedText() == "党支部"


def test_a_selection_over_paragraphs_keeps_the_last_words(bar: FindBar, qtbot: QtBot) -> None:
    opened(bar, qtbot, "党支部")
    bar.open("第一段\n第二段")
    assert bar.text.text() == "党支部"


@pytest.mark.parametrize(
    ("current", "total", "words"), [(3, 18, "第 3 处，共 18 处"), (0, 18, "共 18 处"), (0, 0, "✕ 没有找到")]
)
def test_hits_are_counted_in_words(bar: FindBar, current: int, total: int, words: str) -> None:
    bar.open("支部")
    bar.show_hits(current, total)
    assert bar.hits.text() == words


def test_without_hits_there_is_nowhere_to_go(bar: FindBar) -> None:
    bar.open("支步", replace=True)
    bar.show_hits(0, 0)
    assert not any(part.isEnabled() for part in (bar.next, bar.previous, bar.one, bar.all))
    bar.show_hits(0, 2)
    assert all(part.isEnabled() for part in (bar.next, bar.previous, bar.one, bar.all))


def test_nothing_typed_is_no_failure(bar: FindBar) -> None:
    bar.open()
    bar.show_hits(0, 0)
    assert bar.hits.text() == ""


@pytest.mark.parametrize("part", ["text", "new", "next", "close_button"])
def test_escape_closes_from_everywhere(bar: FindBar, qtbot: QtBot, part: str) -> None:
    opened(bar, qtbot, "支部", replace=True)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(getattr(bar, part), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_tab_leads_from_the_first_field_to_the_second(bar: FindBar, qtbot: QtBot) -> None:
    opened(bar, qtbot, "支部", replace=True)
    qtbot.keyClick(bar.text, Qt.Key.Key_Tab)
    assert bar.new.hasFocus()


def test_everything_that_takes_the_focus_has_a_name(bar: FindBar) -> None:
    bar.open(replace=True)
    assert nameless(bar) == []
