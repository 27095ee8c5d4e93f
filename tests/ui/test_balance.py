"""篇幅 at the desk: opened from the bar of the outline, follows the text; a click jumps, links and ticks are kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from assistant.ui.balance_commands import BalanceCommands
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.models.balance_rows import BalanceRow, RowKind
from assistant.ui.panels.balance_panel import BalancePanel
from tests.ui.desk import PATIENCE, analysed, writing
from tests.ui.naming import nameless

EMPTY = (
    "切实提高政治站位，不断增强责任意识，切实强化担当作为，推动各项任务落到实处，"
    "为事业发展提供坚强保证，确保取得更大成效，让各方面满意。"
)
LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "习近平总书记强调：“要把责任扛在肩上，一抓到底。”",
    EMPTY,
    "二、存在的主要问题",
    "（一）理论学习不深入。学得少。",
    "（二）某件少见的事没有做好。做得慢。",
    "三、下步打算",
    "（一）抓好理论学习。每月学习1次。",
    "（二）补上另一件事。六月底前完成。",
)
ALONE, MEASURE = "某件少见的事没有做好", "补上另一件事"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def commands(desk: Coordinator) -> BalanceCommands:
    return features_of(desk).checking.balance


def panel(desk: Coordinator) -> BalancePanel:
    side = desk.window.side.tabs
    return next(side.widget(i) for i in range(side.count()) if isinstance(side.widget(i), BalancePanel))


def rows(desk: Coordinator, kind: RowKind) -> list[BalanceRow]:
    return [row for group in panel(desk)._rows for row in group.children if row.kind is kind]


@pytest.fixture
def shown(qtbot: QtBot, desk: Coordinator) -> Callable[[RowKind], list[BalanceRow]]:
    """Open the view with a click on the bar and wait until it is filled."""
    bar = desk.window.outline.findChild(object, "shares")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert desk.window.side.tabs.currentWidget() is panel(desk)
    qtbot.waitUntil(lambda: bool(panel(desk)._rows), timeout=PATIENCE)
    return lambda kind: rows(desk, kind)


Shown = Callable[[RowKind], list[BalanceRow]]


def selected(desk: Coordinator) -> str:
    return desk.window.editor.textCursor().selectedText()


def pick(qtbot: QtBot, desk: Coordinator, row: BalanceRow) -> None:
    tree = panel(desk).tree
    index = tree.model().find(row.key)
    tree.setExpanded(index.parent(), True)
    tree.scrollTo(index)
    place = tree.visualRect(index)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + (place.center() - place.topLeft()) / 4
    )


def test_it_shows_lengths_pairs_empty_paragraphs_words_and_quotations(shown: Shown) -> None:
    assert [row.text for row in shown(RowKind.LENGTH)][:2] == ["全文", "一、主要工作"]
    assert [row.text for row in shown(RowKind.ALONE)] == [ALONE]
    assert [row.problem for row in shown(RowKind.PAIR)] == ["理论学习不深入"]
    assert len(shown(RowKind.LOOSE)) == 1
    assert [(row.text, row.value) for row in shown(RowKind.WORD)] == [("切实", "2 次")]
    assert "删去" in shown(RowKind.WORD)[0].note
    assert ["习近平总书记" in row.note for row in shown(RowKind.QUOTE)] == [True]


def test_a_click_jumps_to_the_place(qtbot: QtBot, desk: Coordinator, shown: Shown) -> None:
    pick(qtbot, desk, shown(RowKind.LOOSE)[0])
    assert selected(desk) == EMPTY
    pick(qtbot, desk, shown(RowKind.ALONE)[0])
    assert selected(desk) == ALONE


def test_clicking_a_word_again_finds_the_next_one(qtbot: QtBot, desk: Coordinator, shown: Shown) -> None:
    places = []
    for _ in range(3):
        pick(qtbot, desk, shown(RowKind.WORD)[0])
        assert selected(desk) == "切实"
        places.append(desk.window.editor.textCursor().selectionStart())
    assert places[0] < places[1]
    assert places[2] == places[0]


def test_a_word_is_changed_with_one_click_and_one_undo_brings_it_back(
    qtbot: QtBot, desk: Coordinator, shown: Shown
) -> None:
    pick(qtbot, desk, shown(RowKind.WORD)[0])
    menu: QMenu = panel(desk).words_for(shown(RowKind.WORD)[0])
    assert [action.text() for action in menu.actions()] == ["删去这个词", "换成“真正”", "换成“务必”"]
    menu.actions()[1].trigger()
    text = desk.window.editor.bridge.picture().document.blocks[3].text
    assert text == EMPTY.replace("切实", "真正", 1)
    desk.window.editor.undo()
    assert desk.window.editor.bridge.picture().document.blocks[3].text == EMPTY


def test_a_problem_is_matched_by_hand_and_that_is_taken_back(qtbot: QtBot, desk: Coordinator, shown: Shown) -> None:
    menu: QMenu = panel(desk).menu_for(shown(RowKind.ALONE)[0])
    assert menu.actions()[0].text() == "由哪条措施解决："
    assert not menu.actions()[0].isEnabled()
    next(action for action in menu.actions() if action.text() == MEASURE).trigger()
    assert desk.desk().context.links == frozenset({(ALONE, MEASURE)})
    qtbot.waitUntil(lambda: not shown(RowKind.ALONE), timeout=PATIENCE)
    (row,) = [row for row in shown(RowKind.PAIR) if row.by_hand]
    assert (row.problem, row.measure) == (ALONE, MEASURE)
    panel(desk).unlinked.emit(row.problem, row.measure)
    qtbot.waitUntil(lambda: bool(shown(RowKind.ALONE)), timeout=PATIENCE)
    assert desk.desk().context.links == frozenset()


def test_the_menu_leads_to_the_quotations(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.action("quotations").trigger()
    qtbot.waitUntil(lambda: bool(panel(desk)._rows), timeout=PATIENCE)
    current = panel(desk).tree.current_row()
    assert current.kind is RowKind.QUOTE
    panel(desk).place_chosen.emit(*current.places[0])
    assert selected(desk) == "要把责任扛在肩上，一抓到底。"


def test_a_quotation_is_ticked_off_with_the_text_and_undo_brings_it_back(
    qtbot: QtBot, desk: Coordinator, shown: Shown
) -> None:
    tree = panel(desk).tree
    tree.setCurrentIndex(tree.model().find(shown(RowKind.QUOTE)[0].key))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(RowKind.QUOTE)[0].done, timeout=PATIENCE)
    assert panel(desk)._rows[-1].value == "都核对了"
    assert commands(desk).checked() == {"要把责任扛在肩上，一抓到底。"}
    desk.window.editor.undo()
    assert commands(desk).checked() == frozenset()


def test_it_follows_the_text(qtbot: QtBot, desk: Coordinator, shown: Shown) -> None:
    desk.panels.go_to(desk.window.editor.bridge.picture().document.blocks[3].id, 0)
    desk.window.editor.insert_at_caret("切实")
    analysed(qtbot, desk)
    qtbot.waitUntil(lambda: [row.value for row in shown(RowKind.WORD)] == ["3 次"], timeout=PATIENCE)


def test_it_is_put_away(desk: Coordinator, shown: Shown) -> None:
    assert shown(RowKind.LENGTH)
    assert nameless(panel(desk)) == []
    view = panel(desk)
    view.close_button.click()
    assert desk.window.side.tabs.indexOf(view) < 0


def test_the_bar_opens_it_by_the_keyboard_too(qtbot: QtBot, desk: Coordinator) -> None:
    bar = desk.window.outline.findChild(object, "shares")
    assert bar.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(desk.window.outline.balance_wanted):
        qtbot.keyClick(bar, Qt.Key.Key_Return)
