import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.ui.panels.side_panel import FINDINGS, REVISIONS, SUGGESTIONS, SidePanel
from tests.ui.reading import nameless


@pytest.fixture
def panel(qtbot: QtBot) -> SidePanel:
    panel = SidePanel(QLabel("一"), QLabel("二"), QLabel("三"))
    qtbot.addWidget(panel)
    return panel


def test_suggestions_stand_in_front_at_first(panel: SidePanel) -> None:
    assert panel.tabs.currentIndex() == SUGGESTIONS
    assert panel.tabs.tabText(SUGGESTIONS) == "建议"


def test_the_tab_of_findings_carries_their_number(panel: SidePanel) -> None:
    panel.set_count(6)
    assert panel.tabs.tabText(FINDINGS) == "检查 6"
    panel.set_count(0)
    assert panel.tabs.tabText(FINDINGS) == "检查"


def test_a_tab_can_be_brought_to_the_front(panel: SidePanel) -> None:
    panel.show_tab(FINDINGS)
    assert panel.tabs.currentWidget().text() == "二"


def test_without_changes_by_others_there_are_two_tabs(panel: SidePanel) -> None:
    assert panel.tabs.count() == 2
    panel.show_tab(REVISIONS)
    assert panel.tabs.currentIndex() == SUGGESTIONS


def test_changes_bring_a_third_tab_with_their_number(panel: SidePanel) -> None:
    panel.set_changes(11)
    assert panel.shows_changes
    assert panel.tabs.tabText(REVISIONS) == "修订 11"
    assert panel.tabs.currentIndex() == SUGGESTIONS  # nothing jumps under the hands
    panel.show_tab(REVISIONS)
    assert panel.tabs.currentWidget().text() == "三"


def test_the_third_tab_goes_with_the_last_change_and_can_come_back(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show()
    for count in (3, 2, 0, 5):
        panel.set_changes(count)
        panel.show_tab(REVISIONS)
        assert panel.tabs.count() == (3 if count else 2)
        assert panel.tabs.currentWidget().isVisible()
    assert panel.tabs.tabText(REVISIONS) == "修订 5"


def test_a_panel_without_revisions_never_has_the_tab(qtbot: QtBot) -> None:
    panel = SidePanel(QLabel("一"), QLabel("二"))
    qtbot.addWidget(panel)
    panel.set_changes(3)
    assert panel.tabs.count() == 2


def test_everything_that_takes_the_focus_has_a_name(panel: SidePanel) -> None:
    assert nameless(panel) == []
