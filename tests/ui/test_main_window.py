"""The window around the page: what folds when it gets narrow, where F6 leads, what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistant.settings import load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.messages import Message
from assistant.ui.preferences import FILE
from assistant.ui.theme import DARK, LIGHT, apply
from tests.ui.desk import PATIENCE, opened, program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Coordinator:
    with program(qtbot, folder) as coordinator:
        opened(qtbot, coordinator, coordinator.files.open_sample)
        yield coordinator


def resize(qtbot: QtBot, desk: Coordinator, width: int) -> None:
    desk.window.resize(width, 700)
    qtbot.waitUntil(lambda: desk.window.width() == width, timeout=PATIENCE)


def page_is_whole(desk: Coordinator) -> bool:
    editor = desk.window.editor
    return editor.page.width_at(editor.page.zoom) <= editor.width() and editor.horizontalScrollBar().maximum() == 0


class TestFolding:
    @pytest.mark.parametrize(
        ("width", "outline", "side"), [(1366, True, True), (1100, False, True), (900, False, False)]
    )
    def test_panels_fold_so_that_the_page_is_never_cut(
        self, qtbot: QtBot, desk: Coordinator, width: int, *, outline: bool, side: bool
    ) -> None:
        resize(qtbot, desk, width)
        window = desk.window
        assert (window.outline.isVisible(), window.side.isVisible()) == (outline, side)
        assert (window.outline_rail.isVisible(), window.side_rail.isVisible()) == (not outline, not side)
        assert page_is_whole(desk)

    @pytest.mark.parametrize("width", range(860, 1500, 64))
    def test_it_is_whole_at_every_width(self, qtbot: QtBot, desk: Coordinator, width: int) -> None:
        resize(qtbot, desk, width)
        assert page_is_whole(desk)

    def test_unfolding_one_on_a_narrow_window_folds_the_other(self, qtbot: QtBot, desk: Coordinator) -> None:
        resize(qtbot, desk, 1100)
        desk.window.outline_rail.unfolded.emit()
        assert desk.window.outline.isVisible()
        assert not desk.window.side.isVisible()
        assert page_is_whole(desk)

    def test_wide_again_what_folded_by_itself_comes_back(self, qtbot: QtBot, desk: Coordinator) -> None:
        resize(qtbot, desk, 900)
        resize(qtbot, desk, 1366)
        assert desk.window.outline.isVisible()
        assert desk.window.side.isVisible()

    @pytest.mark.parametrize("name", ["outline", "side"])
    def test_the_menu_shows_and_hides_a_panel(self, desk: Coordinator, name: str) -> None:
        action, panel = desk.window.action(f"show_{name}"), getattr(desk.window, name)
        assert action.isChecked()
        action.trigger()
        assert not panel.isVisible()
        assert not action.isChecked()
        action.trigger()
        assert panel.isVisible()


class TestPanes:
    def test_f6_goes_round_and_shift_f6_back(self, qtbot: QtBot, desk: Coordinator) -> None:
        window = desk.window
        window.activateWindow()
        window.editor.setFocus()
        qtbot.waitUntil(window.editor.hasFocus, timeout=PATIENCE)

        def here() -> int:
            focus = QApplication.focusWidget()
            return next(i for i, pane in enumerate(window.panes()) if pane is focus or pane.isAncestorOf(focus))

        ring = len(window.panes())
        assert ring == 4
        start = here()
        places = []
        for _ in range(ring):
            window.action("next_pane").trigger()
            places.append(here())
        assert places == [(start + step) % ring for step in (1, 2, 3, 4)]
        window.action("previous_pane").trigger()
        assert here() == (start - 1) % ring


class TestRemembered:
    def test_the_zoom(self, desk: Coordinator, folder: Path) -> None:
        desk.window.action("zoom_in").trigger()
        zoom = load_settings(folder / FILE).zoom
        assert zoom > 100
        desk.window.action("zoom_reset").trigger()
        assert load_settings(folder / FILE).zoom == 100

    def test_a_zoom_is_there_again_at_the_next_start(self, qtbot: QtBot, folder: Path) -> None:
        with program(qtbot, folder) as first:
            first.views.set_zoom(1.25)
        with program(qtbot, folder) as second:
            opened(qtbot, second, second.files.open_sample)
            assert second.window.editor.page.zoom == 1.25
            assert second.window.status.zoom.text().startswith("125 %")

    def test_the_theme(self, desk: Coordinator, folder: Path) -> None:
        dark = next(action for action in desk.window.theme_menu.actions() if action.text() == DARK.title)
        try:
            dark.trigger()
            assert load_settings(folder / FILE).theme == DARK.id
            image = desk.window.editor.grab().toImage()
            assert ground(image) == QColor(DARK.surface)
        finally:
            apply(QApplication.instance(), LIGHT)


def ground(image: QImage) -> QColor:
    """Return the colour beside the paper."""
    return image.pixelColor(1, image.height() // 2)


def test_messages_stay_over_the_page_when_a_panel_opens_beside_it(qtbot: QtBot, desk: Coordinator) -> None:
    window = desk.window
    resize(qtbot, desk, 900)
    window.messages.show_message(Message("文中有 1 处网站字样，可以删去，删错了按 Ctrl+Z 撤销。", key="note"))
    qtbot.waitUntil(window.messages.isVisible, timeout=PATIENCE)
    before = window.editor.width()
    window.action("show_side").trigger()
    qtbot.waitUntil(lambda: window.editor.width() < before, timeout=PATIENCE)

    def middle(widget: QWidget) -> int:
        return widget.mapTo(window, widget.rect().center()).x()

    assert abs(middle(window.messages) - middle(window.editor)) <= 1
    assert window.messages.width() < window.editor.width()


def test_files_are_taken_by_drag_and_drop(desk: Coordinator) -> None:
    assert desk.window.acceptDrops()


def test_what_waits_for_the_first_paint_runs_at_once_when_it_has_been(desk: Coordinator) -> None:
    ran: list[int] = []
    desk.window.after_first_paint(lambda: ran.append(1))
    assert ran == [1]


def test_every_pane_can_be_reached_by_its_name(desk: Coordinator) -> None:
    for pane in desk.window.panes():
        assert pane.accessibleName()
        assert pane.focusPolicy() & Qt.FocusPolicy.TabFocus
