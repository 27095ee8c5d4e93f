import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.ui.panels.side_panel import FINDINGS, SUGGESTIONS, SidePanel
from tests.ui.reading import nameless


@pytest.fixture
def panel(qtbot: QtBot) -> SidePanel:
    panel = SidePanel(QLabel("一"), QLabel("二"))
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


def test_everything_that_takes_the_focus_has_a_name(panel: SidePanel) -> None:
    assert nameless(panel) == []
