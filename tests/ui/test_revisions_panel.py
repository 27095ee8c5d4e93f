from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.formats.revision import Comment, Revision
from assistant.ui import theme as look
from assistant.ui.models.revisions_rows import change_rows, readable
from assistant.ui.panels.long_text import MOST
from assistant.ui.panels.revisions_panel import RevisionsPanel
from tests.ui.changes import COMMENTS, REVISIONS
from tests.ui.reading import give_focus, nameless

KEYS = [row.key for row in readable(change_rows(REVISIONS, COMMENTS))]
LONG = 5
"""Number of a revision that covers far more text than there is room for."""


@pytest.fixture
def panel(qtbot: QtBot) -> RevisionsPanel:
    panel = RevisionsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(340, 800)
    panel.show_changes(REVISIONS, COMMENTS)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def click(qtbot: QtBot, panel: RevisionsPanel, place: int) -> None:
    point = panel.tree.visualRect(panel.tree.model().find(KEYS[place])).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def words_of(panel: RevisionsPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def chosen(panel: RevisionsPanel) -> Revision | Comment:
    row = panel.tree.current_row()
    return row.revision or row.comment


def buttons(panel: RevisionsPanel) -> list[str]:
    return [button.text() for button in panel.card.buttons()]


def write_reply(panel: RevisionsPanel, number: int, text: str) -> None:
    panel.select_comment(number)
    panel.card.reply.click()
    panel.card.box.field.setPlainText(text)


# What is shown


def test_a_file_without_changes_says_so_and_offers_nothing(qtbot: QtBot) -> None:
    panel = RevisionsPanel(look.LIGHT)
    qtbot.addWidget(panel)
    assert "这份文件里没有修订，也没有批注。" in words_of(panel)
    assert not panel.accept_all.isVisibleTo(panel)
    assert panel.count == 0


def test_both_groups_are_open_and_counted(panel: RevisionsPanel) -> None:
    model = panel.tree.model()
    assert [model.index(i, 0).data() for i in range(model.rowCount())] == ["修订", "批注"]
    assert all(panel.tree.isExpanded(model.index(i, 0)) for i in range(2))
    assert "共 11 处" in words_of(panel)
    assert panel.count == 11


def test_comments_alone_cannot_be_accepted(panel: RevisionsPanel) -> None:
    panel.show_changes((), COMMENTS)
    assert not panel.accept_all.isVisible()
    assert not panel.reject_all.isVisible()
    panel.select_comment(1)
    assert buttons(panel) == ["回复", "删除", "定位"]


def test_the_chosen_revision_is_told_in_full(panel: RevisionsPanel) -> None:
    panel.select_revision(2)
    for part in ("插入", "王建国 · 2026年11月18日 15:20", REVISIONS[1].text):
        assert part in words_of(panel)
    assert buttons(panel) == ["接受", "拒绝", "定位"]


def test_the_chosen_comment_is_told_with_the_words_it_is_about(panel: RevisionsPanel) -> None:
    panel.select_comment(3)
    for part in ("批注 2 · 已解决", "“补齐短板”", "与前面重复。\n可以并成一句。"):
        assert part in words_of(panel)


def test_a_change_without_words_is_told_by_what_it_is(panel: RevisionsPanel) -> None:
    panel.show_changes((replace(REVISIONS[1], text="\ufffc"), replace(REVISIONS[6], number=3, text="甲\ufffc")), ())
    panel.select_revision(2)
    assert panel.card.text.label.text() == "（图片、域等文字以外的内容）"
    panel.select_revision(3)
    assert panel.card.text.label.text() == "甲□"


def test_a_very_long_change_leaves_room_for_the_list(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(LONG)
    qtbot.waitUntil(lambda: panel.card.text.height() == MOST)
    assert panel.card.text.label.text() == REVISIONS[LONG - 1].text
    assert panel.card.text.focusPolicy() == Qt.FocusPolicy.StrongFocus
    panel.select_revision(1)
    qtbot.waitUntil(lambda: panel.card.text.height() < MOST / 2)
    assert panel.card.text.focusPolicy() == Qt.FocusPolicy.NoFocus


# Going through the list


def test_a_click_asks_to_show_the_place(panel: RevisionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignals([panel.place_chosen, panel.change_chosen]):
        click(qtbot, panel, 3)
    assert chosen(panel) == REVISIONS[3]


def test_arrow_keys_show_the_next_place_and_keep_the_keyboard(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(2)
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.place_chosen) as signal, qtbot.assertNotEmitted(panel.text_focus_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert signal.args == [REVISIONS[2].paragraph]


def test_enter_goes_to_the_place(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_comment(1)
    with qtbot.waitSignals([panel.place_chosen, panel.text_focus_requested]):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)


def test_the_button_goes_to_the_place_too(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(4)
    with qtbot.waitSignals([panel.place_chosen, panel.text_focus_requested]):
        panel.card.locate.click()


def test_a_comment_the_text_does_not_mention_has_no_place(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_comment(4)
    assert not panel.card.locate.isEnabled()
    with qtbot.assertNotEmitted(panel.place_chosen):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)


def test_a_choice_made_in_the_text_tells_nobody(panel: RevisionsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.place_chosen), qtbot.assertNotEmitted(panel.change_chosen):
        panel.select_revision(6)
    assert chosen(panel) == REVISIONS[5]


def test_enter_on_a_group_folds_it(panel: RevisionsPanel, qtbot: QtBot) -> None:
    group = panel.tree.model().index(0, 0)
    panel.tree.setCurrentIndex(group)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert not panel.tree.isExpanded(group)
    assert not panel.card.isVisible()


def test_escape_goes_back_to_the_text(panel: RevisionsPanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.text_focus_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)


def test_from_the_list_tab_leads_to_the_buttons(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(1)
    give_focus(qtbot, panel.tree)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Tab)
    assert panel.card.accept.hasFocus()


# Deciding


@pytest.mark.parametrize("accept", [True, False])
def test_one_revision_is_accepted_or_rejected(panel: RevisionsPanel, qtbot: QtBot, accept: bool) -> None:
    panel.select_revision(3)
    with qtbot.waitSignal(panel.resolve_requested) as signal:
        (panel.card.accept if accept else panel.card.reject).click()
    assert signal.args == [frozenset({3}), accept]


@pytest.mark.parametrize("accept", [True, False])
def test_all_revisions_are_accepted_or_rejected(panel: RevisionsPanel, qtbot: QtBot, accept: bool) -> None:
    with qtbot.waitSignal(panel.resolve_requested) as signal:
        (panel.accept_all if accept else panel.reject_all).click()
    assert signal.args == [None, accept]


@pytest.mark.parametrize(
    ("number", "yes", "no"),
    [(1, "删掉这些字", "留下这些字"), (2, "留下这些字", "去掉这些字"), (4, "照这样改", "恢复原样")],
)
def test_the_buttons_say_what_becomes_of_the_text(panel: RevisionsPanel, number: int, yes: str, no: str) -> None:
    panel.select_revision(number)
    assert (panel.card.accept.toolTip(), panel.card.reject.toolTip()) == (yes, no)


def test_after_a_decision_the_next_change_is_chosen_and_the_keyboard_stays(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(2)
    give_focus(qtbot, panel.card.accept)
    panel.card.accept.click()
    rest = tuple(replace(one, number=i) for i, one in enumerate((REVISIONS[0], *REVISIONS[2:]), 1))
    with qtbot.waitSignal(panel.place_chosen) as signal:
        panel.show_changes(rest, COMMENTS)
    assert signal.args == [REVISIONS[2].paragraph]
    assert chosen(panel).text == REVISIONS[2].text
    assert panel.card.accept.hasFocus()


def test_an_accepted_change_is_asked_for_by_its_new_number(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(2)
    panel.show_changes(tuple(replace(one, number=one.number - 1) for one in REVISIONS[1:]), COMMENTS)
    assert chosen(panel).text == REVISIONS[1].text
    with qtbot.waitSignal(panel.resolve_requested) as signal:
        panel.card.accept.click()
    assert signal.args == [frozenset({1}), True]


def test_after_the_last_change_the_first_one_left_is_chosen(panel: RevisionsPanel) -> None:
    panel.show_changes(REVISIONS, ())
    panel.select_revision(7)
    panel.card.accept.click()
    panel.show_changes(REVISIONS[:6], ())
    assert chosen(panel) == REVISIONS[0]


def test_all_done_leaves_no_card(panel: RevisionsPanel) -> None:
    panel.select_revision(1)
    panel.show_changes((), ())
    assert not panel.card.isVisible()
    assert not panel.tree.isVisible()


# Conversations


def test_a_comment_is_deleted_with_its_answers_an_answer_alone(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_comment(1)
    assert panel.card.remove.toolTip() == "连同 1 条回复一起删除"
    with qtbot.waitSignal(panel.comments_removed) as signal:
        panel.card.remove.click()
    assert signal.args == [frozenset({1, 2})]
    panel.select_comment(2)
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.comments_removed) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert signal.args == [frozenset({2})]


def test_delete_does_nothing_to_a_revision(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_revision(1)
    give_focus(qtbot, panel.tree)
    with qtbot.assertNotEmitted(panel.comments_removed), qtbot.assertNotEmitted(panel.resolve_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)


def test_reply_opens_a_field_with_the_keyboard_in_it(panel: RevisionsPanel, qtbot: QtBot) -> None:
    panel.select_comment(1)
    assert not panel.card.box.isVisible()
    panel.activateWindow()
    panel.card.reply.click()
    qtbot.waitUntil(panel.card.box.field.hasFocus)
    assert not panel.card.box.send.isEnabled()


def test_ctrl_enter_sends_the_reply_to_the_conversation(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 2, " 已改。\n")  # an answer to an answer goes to the comment that began it
    with qtbot.waitSignal(panel.reply_requested) as signal:
        qtbot.keyClick(panel.card.box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [1, "已改。"]


def test_a_reply_is_sent_once_and_its_field_closes_when_the_list_is_new(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 3, "已并成一句。")
    with qtbot.waitSignal(panel.reply_requested):
        panel.card.box.send.click()
    with qtbot.assertNotEmitted(panel.reply_requested):
        qtbot.keyClick(panel.card.box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.card.box.isVisible()
    panel.show_changes(REVISIONS, COMMENTS)
    assert not panel.card.box.isVisible()
    panel.card.reply.click()
    assert panel.card.box.field.toPlainText() == ""


def test_a_reply_that_did_not_go_can_be_sent_again(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 1, "已改。")
    panel.card.box.send.click()
    give_focus(qtbot, panel.tree)
    give_focus(qtbot, panel.card.box.field)
    with qtbot.waitSignal(panel.reply_requested) as signal:
        panel.card.box.send.click()
    assert signal.args == [1, "已改。"]


def test_an_answer_of_white_space_cannot_be_sent(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 1, "  \n")
    with qtbot.assertNotEmitted(panel.reply_requested):
        qtbot.keyClick(panel.card.box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_escape_closes_the_field_but_keeps_what_was_written(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 1, "正在核对")
    give_focus(qtbot, panel.card.box.field)
    with qtbot.assertNotEmitted(panel.text_focus_requested):
        qtbot.keyClick(panel.card.box.field, Qt.Key.Key_Escape)
    assert not panel.card.box.isVisible()
    assert panel.card.reply.hasFocus()
    panel.card.reply.click()
    assert panel.card.box.field.toPlainText() == "正在核对"


def test_what_was_begun_waits_at_its_comment(panel: RevisionsPanel) -> None:
    write_reply(panel, 1, "正在核对")
    panel.select_revision(1)
    assert not panel.card.box.isVisible()
    panel.select_comment(3)
    panel.card.reply.click()
    assert panel.card.box.field.toPlainText() == ""
    panel.select_comment(1)
    assert panel.card.box.isVisible()
    assert panel.card.box.field.toPlainText() == "正在核对"


def test_the_keyboard_goes_back_to_the_list_when_the_field_goes(panel: RevisionsPanel, qtbot: QtBot) -> None:
    write_reply(panel, 1, "正在核对")
    give_focus(qtbot, panel.card.box.field)
    panel.select_revision(1)
    assert panel.tree.hasFocus()


# For everybody


@pytest.mark.parametrize("number", range(1, 8))
def test_everything_that_takes_the_focus_has_a_name(panel: RevisionsPanel, number: int) -> None:
    panel.select_revision(number)
    assert nameless(panel) == []


def test_the_field_for_answers_has_names_too(panel: RevisionsPanel) -> None:
    write_reply(panel, 1, "好")
    assert nameless(panel) == []


@pytest.mark.parametrize("theme", look.themes(), ids=lambda theme: theme.id)
def test_it_can_be_painted_in_every_theme(panel: RevisionsPanel, theme: look.Theme) -> None:
    panel.set_theme(theme)
    picture = panel.tree.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(10, 60) for y in range(picture.height() // 2)}
    assert {theme.error, theme.accent} <= colours
