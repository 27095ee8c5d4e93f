import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.ui import theme as look
from assistant.ui.panels import blank_text
from assistant.ui.panels.suggestions_panel import SuggestionsPanel
from tests.ui.reading import nameless
from tests.ui.samples import SUGGESTIONS, suggestion


@pytest.fixture
def panel(qtbot: QtBot) -> SuggestionsPanel:
    panel = SuggestionsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(340, 700)
    panel.show_suggestions("存在的主要问题", SUGGESTIONS)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


def words_of(panel: SuggestionsPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def test_the_heading_says_for_which_section_and_how_many(panel: SuggestionsPanel) -> None:
    assert "存在的主要问题 · 5 条" in words_of(panel)


def test_one_click_takes_a_card(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    point = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    with qtbot.waitSignal(panel.phrase_chosen) as signal:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert signal.args == [SUGGESTIONS[2]]


def test_a_double_click_takes_a_card_once(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    taken = []
    panel.phrase_chosen.connect(taken.append)
    point = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    view = panel.list.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point)
    assert taken == [SUGGESTIONS[1]]


def test_arrows_and_enter_take_a_card(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.phrase_chosen) as signal:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert signal.args == [SUGGESTIONS[1]]


def test_a_digit_in_the_list_takes_its_card(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.phrase_chosen) as signal:
        qtbot.keyClick(panel.list, Qt.Key.Key_4)
    assert signal.args == [SUGGESTIONS[3]]
    panel.show_suggestions("", SUGGESTIONS[:2])
    with qtbot.assertNotEmitted(panel.phrase_chosen):
        qtbot.keyClick(panel.list, Qt.Key.Key_4)


def test_the_window_can_take_a_card_by_number(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.phrase_chosen) as signal:
        panel.choose(5)
    assert signal.args == [SUGGESTIONS[4]]
    with qtbot.assertNotEmitted(panel.phrase_chosen):
        panel.choose(6)


def test_escape_in_the_list_goes_back_to_the_text(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.text_focus_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)


def test_the_filter_tells_what_is_typed_and_leads_to_the_cards(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    panel.filter.setFocus()
    with qtbot.waitSignal(panel.filter_changed) as signal:
        qtbot.keyClicks(panel.filter, "dj")
    assert signal.args == ["d"]
    assert panel.filter.text() == "dj"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.list.hasFocus)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.waitUntil(panel.filter.hasFocus)


def test_enter_in_the_filter_takes_the_first_card(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.phrase_chosen) as signal:
        qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert signal.args == [SUGGESTIONS[0]]


def test_escape_in_the_filter_clears_it_first_and_then_leaves(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    panel.filter.setText("支部")
    with qtbot.assertNotEmitted(panel.text_focus_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    with qtbot.waitSignal(panel.text_focus_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_another_set_can_be_asked_for(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.more_requested):
        panel.more.click()


@pytest.mark.parametrize(
    ("section", "text", "told"),
    [
        ("", "", "把光标放进某一节，这里就有这一节常用的句子。"),
        ("存在的主要问题", "", "这一节暂时没有可用的句子，先写几个字，或在上面筛选。"),
        ("存在的主要问题", "支部", "没有找到含“支部”的句子，换个词或清空筛选再看。"),
    ],
)
def test_nothing_to_offer_says_why_and_what_to_do(panel: SuggestionsPanel, section: str, text: str, told: str) -> None:
    panel.filter.setText(text)
    panel.show_suggestions(section, ())
    assert told in words_of(panel)
    assert not panel.list.isVisible()
    assert not panel.more.isEnabled()


def test_an_update_keeps_the_chosen_card(panel: SuggestionsPanel) -> None:
    panel.list.setCurrentIndex(panel.list.model().index(3, 0))
    panel.show_suggestions("下一步打算", [suggestion(10 + i, f"第{i}条措施", "常用") for i in range(5)])
    assert panel.list.currentIndex().row() == 3


def test_a_narrow_panel_makes_cards_taller_and_cuts_nothing_off(panel: SuggestionsPanel, qtbot: QtBot) -> None:
    wide = panel.list.visualRect(panel.list.model().index(0, 0)).height()
    panel.resize(240, 700)
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.list.model().index(0, 0)).height() > wide)
    assert panel.list.visualRect(panel.list.model().index(0, 0)).right() <= panel.list.viewport().width()


def test_a_long_heading_does_not_widen_the_panel(panel: SuggestionsPanel) -> None:
    panel.show_suggestions("一个特别特别长的标题" * 6, SUGGESTIONS)
    assert panel.minimumSizeHint().width() <= 240


def test_blanks_are_painted_as_chips(panel: SuggestionsPanel) -> None:
    picture = panel.list.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert look.LIGHT.blank in colours


@pytest.mark.usefixtures("qapp")
def test_no_line_breaks_inside_a_blank() -> None:
    text = "集中学习后形成的转化措施只有【数量】项，反映强烈的【问题】还在。"
    for width in range(90, 400, 7):
        _whole, lines = blank_text.laid_out(text, QFont(), width)
        ends = {line.textStart() for line in lines[1:]}
        for blank in blank_text.BLANK.finditer(text):
            assert not ends & set(range(blank.start() + 1, blank.end()))


@pytest.mark.usefixtures("qapp")
def test_a_long_sentence_takes_three_lines_and_never_half_a_blank() -> None:
    text = "𠮷镇对【领域】研究不深，" * 12
    for width in range(90, 300, 9):
        whole, lines = blank_text.laid_out(text, QFont(), width)
        assert len(lines) == blank_text.MOST_LINES
        assert whole.text().endswith("…")
        assert whole.text().count("【") == whole.text().count("】")


def test_everything_that_takes_the_focus_has_a_name(panel: SuggestionsPanel) -> None:
    assert nameless(panel) == []
