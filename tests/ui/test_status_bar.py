"""The status bar: figures, open places, progress that waits, the draft, the zoom."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.icons import Icons
from assistant.ui.panels.status_bar import NARROW, Counts, DraftState, StatusBar
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    bar = StatusBar(Icons(resources() / "icons", LIGHT), patience=1)
    qtbot.addWidget(bar)
    bar.resize(NARROW + 200, 36)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def shown(bar: StatusBar) -> list[str]:
    return [button.text() for button in bar.places.values() if button.isVisible()]


def test_length_and_speaking_time(bar: StatusBar) -> None:
    bar.show_counts(Counts(words=12590, minutes=57))
    assert bar.length.text() == "字数 12,590 · 约 57 分钟"


def test_an_empty_text_takes_no_time_to_speak(bar: StatusBar) -> None:
    assert bar.length.text() == "字数 0"


def test_a_selection_is_counted_beside_the_whole(bar: StatusBar) -> None:
    bar.show_counts(Counts(words=2590, minutes=12, selected=152))
    assert bar.length.text() == "选中 152 字 / 全文 2,590 字"


def test_only_what_is_open_is_shown(bar: StatusBar) -> None:
    bar.show_counts(Counts(words=10, blank=3, error=1))
    assert shown(bar) == ["待填 3", "必错 1"]
    bar.show_counts(Counts(words=10))
    assert shown(bar) == []


@pytest.mark.parametrize("which", ["blank", "error", "suspect", "hint"])
def test_a_click_on_an_open_place_asks_to_go_there(bar: StatusBar, qtbot: QtBot, which: str) -> None:
    bar.show_counts(Counts(**{which: 2}))
    with qtbot.waitSignal(bar.visit_requested) as asked:
        qtbot.mouseClick(bar.places[which], Qt.MouseButton.LeftButton)
    assert asked.args == [which]


def test_in_a_narrow_window_words_give_way_but_can_still_be_heard(bar: StatusBar) -> None:
    bar.show_counts(Counts(words=10, error=6))
    bar.resize(NARROW - 1, 36)
    assert shown(bar) == ["6"]
    assert bar.places["error"].accessibleName() == "必错 6 处"
    bar.resize(NARROW, 36)
    assert shown(bar) == ["必错 6"]


def test_the_bar_never_widens_the_window(bar: StatusBar) -> None:
    bar.show_counts(Counts(12590, 57, 1, 300, 600, 120, 400))
    bar.show_progress("正在打开一个很大的文件", 0.5)
    assert bar.minimumSizeHint().width() == 0


def test_quick_work_is_never_seen(bar: StatusBar) -> None:
    bar.show_progress("正在检查", 0.1)
    assert bar.progress.isHidden()
    bar.end_progress()
    assert bar.progress.isHidden()


def test_work_that_goes_on_appears_and_can_be_stopped(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_progress("正在检查", 0.1)
    qtbot.waitUntil(bar.progress.isVisible)
    bar.show_progress("正在检查", 0.6)
    assert bar.progress.bar.value() == 60
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(bar.progress.cancel, Qt.MouseButton.LeftButton)
    bar.end_progress()
    assert bar.progress.isHidden()


def test_work_of_unknown_length_shows_a_moving_bar(bar: StatusBar) -> None:
    bar.show_progress("正在打开")
    assert (bar.progress.bar.minimum(), bar.progress.bar.maximum()) == (0, 0)


def test_the_draft_is_reported_with_its_time(bar: StatusBar) -> None:
    assert bar.draft.text() == ""
    bar.show_draft(DraftState(time(14, 2)))
    assert bar.draft.text() == "本机草稿 已自动保存 14:02"


def test_a_draft_that_fails_is_told_by_glyph_word_and_tip(bar: StatusBar) -> None:
    bar.show_draft(DraftState(time(14, 2), "磁盘满了，草稿没有存成，请先另存文件。"))
    assert bar.draft.text() == "✕ 草稿没有存成"
    assert "磁盘满了" in bar.draft.toolTip()


def test_the_zoom_is_chosen_from_a_menu(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_zoom(125)
    assert "125 %" in bar.zoom.text()
    assert [each.data() for each in bar.zoom.menu().actions() if each.isChecked()] == [125]
    with qtbot.waitSignal(bar.zoom_requested) as asked:
        next(each for each in bar.zoom.menu().actions() if each.data() == 150).trigger()
    assert asked.args == [150]


def test_a_zoom_between_the_steps_marks_none(bar: StatusBar) -> None:
    bar.show_zoom(100)
    bar.show_zoom(117)
    assert [each.data() for each in bar.zoom.menu().actions() if each.isChecked()] == []


def test_everything_that_takes_the_focus_has_a_name(bar: StatusBar) -> None:
    bar.show_counts(Counts(1, 1, 1, 1, 1, 1, 1))
    assert nameless(bar) == []


def test_without_a_text_only_progress_is_shown(qtbot: QtBot, bar: StatusBar) -> None:
    bar.show_counts(Counts(words=10, error=2))
    bar.set_bare(bare=True)
    assert bar.isHidden()
    bar.show_progress("正在打开…")
    qtbot.waitUntil(bar.isVisible)
    assert bar.progress.isVisible()
    assert not any(part.isVisible() for part in (bar.length, bar.zoom, bar.draft, *bar.places.values()))
    bar.end_progress()
    assert bar.isHidden()
    bar.set_bare(bare=False)
    assert bar.zoom.isVisible()
    assert bar.places["error"].isVisible()
