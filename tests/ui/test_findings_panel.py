import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Finding, Fix, Level
from assistant.ui import theme as look
from assistant.ui.models.findings_rows import RowKind, key_of
from assistant.ui.panels.findings_panel import FindingsPanel
from tests.ui.reading import give_focus, nameless
from tests.ui.samples import FINDINGS

ERRORS = tuple(one for one in FINDINGS if one.level == Level.ERROR)
MISSING = FINDINGS[-1]


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(340, 800)
    panel.show_findings(FINDINGS)
    panel.set_mode(errors_only=False)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def index_of(panel: FindingsPanel, finding: Finding) -> None:
    return panel.tree.model().find(key_of(finding, FINDINGS))


def click(qtbot: QtBot, panel: FindingsPanel, index: QModelIndex) -> None:
    point = panel.tree.visualRect(index).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def button(panel: FindingsPanel, text: str) -> None:
    return next(one for one in panel.card.buttons() if one.text() == text)


def often(panel: FindingsPanel) -> None:
    model = panel.tree.model()
    group = model.index(0, 0, model.index(2, 0))
    return model.index(0, 0, group)


def words_of(panel: FindingsPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def test_a_file_just_opened_shows_only_what_is_certainly_wrong(qtbot: QtBot) -> None:
    panel = FindingsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    panel.show_findings(FINDINGS)
    model = panel.tree.model()
    assert [model.index(i, 0).data() for i in range(model.rowCount())] == ["字词", "标点"]
    assert "其余 10 条在按“校对”后显示" in words_of(panel)
    with qtbot.waitSignal(panel.full_check_requested):
        panel.check.click()


def test_after_the_full_check_every_level_is_shown(panel: FindingsPanel) -> None:
    model = panel.tree.model()
    assert [model.index(i, 0).data() for i in range(model.rowCount())] == ["必错", "疑似", "提示"]
    assert not panel.check.isVisible()


def test_a_click_asks_to_show_the_place_in_the_text(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.finding_chosen) as signal:
        click(qtbot, panel, index_of(panel, FINDINGS[1]))
    assert signal.args == [FINDINGS[1]]


def test_a_click_low_in_the_list_chooses_the_row_it_was_aimed_at(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.resize(340, 420)
    bar = panel.tree.verticalScrollBar()
    bar.setValue(bar.maximum())
    index = index_of(panel, MISSING)
    assert panel.tree.visualRect(index).bottom() > 200, "the card, which opens below, moves this row"
    with qtbot.waitSignal(panel.finding_chosen) as signal:
        click(qtbot, panel, index)
    assert signal.args == [MISSING]
    assert panel.card.isVisible()
    assert panel.tree.selectionModel().selectedIndexes() == [index]


def test_arrow_keys_show_the_next_place_too(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[0])
    with qtbot.waitSignal(panel.finding_chosen) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert signal.args == [FINDINGS[1]]


def test_a_choice_made_in_the_text_is_shown_and_tells_nobody(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.select(FINDINGS[3])
    assert panel.tree.current_row().first == FINDINGS[3]


def test_a_choice_made_in_the_text_opens_a_folded_group(panel: FindingsPanel) -> None:
    hint = next(one for one in FINDINGS if one.level == Level.HINT)
    assert not panel.tree.isExpanded(often(panel))
    panel.select(hint)
    assert panel.tree.isExpanded(often(panel))
    assert panel.tree.current_row().first == hint


def test_the_chosen_finding_is_told_in_full(panel: FindingsPanel) -> None:
    panel.select(FINDINGS[0])
    told = words_of(panel)
    for part in ("必错 · 字词", "部暑  →  部署", "“部署”误写成“部暑”。", "依据：《现代汉语词典》第7版"):
        assert part in told


def test_accept_asks_for_the_fix(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[0])
    with qtbot.waitSignal(panel.fix_requested) as signal:
        button(panel, "采纳").click()
    assert signal.args == [FINDINGS[0].fixes]


def test_enter_takes_the_safest_correction(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[1])
    with qtbot.waitSignal(panel.fix_requested) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert signal.args == [FINDINGS[1].fixes]


def test_ignore_by_button_and_by_delete(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[0])
    with qtbot.waitSignal(panel.ignore_requested) as signal:
        button(panel, "忽略").click()
    assert signal.args == [FINDINGS[0]]
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.ignore_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)


def test_a_rule_is_silenced_by_its_id(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[3])
    with qtbot.waitSignal(panel.rule_disabled) as signal:
        button(panel, "不再提示此类").click()
    assert signal.args == ["word.weak"]


def test_several_corrections_are_several_buttons_that_say_what_they_do(panel: FindingsPanel) -> None:
    fixes = (Fix("采纳", "甲", ()), Fix("采纳", "乙", ()), Fix("删去", "", ()))
    finding = Finding("r", "字词", Level.SUSPECT, "请选一个。", text="丙", fixes=fixes)
    panel.show_findings((finding,))
    panel.select(finding)
    assert [one.text() for one in panel.card.buttons()][:3] == ["采纳“甲”", "采纳“乙”", "采纳：删去"]


def test_a_missing_section_can_be_put_in(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(MISSING)
    with qtbot.waitSignal(panel.section_wanted) as signal:
        button(panel, "补上").click()
    assert signal.args == ["rectification", 0]


def test_all_at_once_takes_only_what_is_certainly_wrong(panel: FindingsPanel, qtbot: QtBot) -> None:
    assert panel.take_all.text() == "采纳必错 2 处"
    with qtbot.waitSignal(panel.fix_requested) as signal:
        panel.take_all.click()
    assert signal.args == [tuple(one.fixes[0] for one in ERRORS)]


def test_a_rule_that_fires_often_is_one_row_and_one_decision(panel: FindingsPanel, qtbot: QtBot) -> None:
    click(qtbot, panel, often(panel))
    assert panel.tree.isExpanded(often(panel))
    assert "全文 7 处" in words_of(panel)
    assert [one.text() for one in panel.card.buttons()] == ["本单位习惯，不再提示"]
    with qtbot.waitSignal(panel.rule_disabled) as signal:
        button(panel, "本单位习惯，不再提示").click()
    assert signal.args == ["figure.space"]


def test_a_certain_error_that_repeats_is_mended_everywhere_by_one_button(panel: FindingsPanel, qtbot: QtBot) -> None:
    many = tuple(
        Finding("r", "标点", Level.ERROR, "多了。", text=str(i), fixes=(Fix("删去", "", ()),)) for i in range(6)
    )
    panel.show_findings(many)
    panel.tree.setCurrentIndex(panel.tree.model().find(f"{int(Level.ERROR)}/r"))
    with qtbot.waitSignal(panel.fix_requested) as signal:
        button(panel, "全部采纳 6 处").click()
    assert len(signal.args[0]) == 6


def test_after_a_decision_the_next_finding_is_chosen_and_shown_in_the_text(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[0])
    give_focus(qtbot, button(panel, "忽略"))
    button(panel, "忽略").click()
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.show_findings(FINDINGS)  # an answer that does not know of the decision yet
    with qtbot.waitSignal(panel.finding_chosen) as signal:
        panel.show_findings(FINDINGS[1:])
    assert signal.args == [FINDINGS[1]]
    assert button(panel, "忽略").hasFocus()


def test_a_finding_that_goes_because_the_user_typed_moves_nothing_in_the_text(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.select(FINDINGS[0])
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.show_findings(FINDINGS[1:])


def test_an_update_keeps_the_choice(panel: FindingsPanel) -> None:
    panel.select(FINDINGS[3])
    panel.show_findings(FINDINGS[1:])
    assert panel.tree.current_row().first == FINDINGS[3]


def test_nothing_found_says_what_was_looked_for(panel: FindingsPanel) -> None:
    panel.show_findings((), ("字词", "标点"))
    assert "已检查字词、标点，没有发现问题。" in words_of(panel)
    assert not panel.tree.isVisible()
    assert not panel.card.isVisible()


def test_before_the_first_check_nothing_is_promised(qtbot: QtBot) -> None:
    panel = FindingsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    assert "打开文稿后" in words_of(panel)
    assert "已检查" not in words_of(panel)


def test_the_card_is_shown_for_findings_only(panel: FindingsPanel) -> None:
    panel.tree.setCurrentIndex(panel.tree.model().index(0, 0))
    assert panel.tree.current_row().kind == RowKind.LEVEL
    assert not panel.card.isVisible()


def test_from_the_list_tab_leads_to_the_buttons_of_the_chosen_finding(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.select(FINDINGS[0])
    give_focus(qtbot, panel.tree)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Tab)
    assert button(panel, "采纳").hasFocus()


def test_escape_goes_back_to_the_text(panel: FindingsPanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.text_focus_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)


@pytest.mark.parametrize("chosen", range(len(FINDINGS)))
def test_everything_that_takes_the_focus_has_a_name(panel: FindingsPanel, chosen: int) -> None:
    panel.select(FINDINGS[chosen])
    assert nameless(panel) == []


@pytest.mark.parametrize("theme", look.themes(), ids=lambda theme: theme.id)
def test_it_can_be_painted_in_every_theme(panel: FindingsPanel, theme: look.Theme) -> None:
    panel.set_theme(theme)
    panel.select(FINDINGS[0])
    panel.tree.expandAll()
    picture = panel.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(20, 50) for y in range(0, picture.height(), 2)}
    assert theme.error in colours
