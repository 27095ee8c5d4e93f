"""The next words in the real window: when they are shown, what becomes of them, and that no file ever sees them."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.phrases.completion import GHOST_GAIN, Completer, Completion
from assistant.phrases.wording import sorted_wording
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.ghosting import EXPLANATION, Ghosting, fitted
from tests.ui.desk import PATIENCE, drafts, opened, program

SENTENCE = "镇里的图书角每周三晚上开放，值班员登记借阅情况。"
TEXT = "述职报告\n今年的事情很多。\n镇里的图书角\n村口的公示栏由老支书每月更新。"
PLACE = 2
WORDING = sorted_wording(["\n".join([SENTENCE] * 4)], (), ())


@pytest.fixture(scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coordinator]:
    """The program, started once; what it has learned is what the tests give it."""
    with program(QtBot(request), tmp_path_factory.mktemp("data")) as coordinator:
        features_of(coordinator).completing.learning.ready.disconnect(ghosting(coordinator)._take)
        yield coordinator


@pytest.fixture
def desk(qtbot: QtBot, running: Coordinator, tmp_path: Path) -> Iterator[Coordinator]:
    """The program with a text open, the caret at the end of its third paragraph, and ghosts switched on."""
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened(qtbot, running, lambda: running.files.open_path(str(path)))
    running.preferences.change(ghost=True, ghost_explained=False, traceless=False)
    running.window.action("ghost").setChecked(True)
    ghosting(running)._take(WORDING)
    ghosting(running)._teach()
    running.window.activateWindow()
    go_to_end(running, PLACE)
    qtbot.waitUntil(running.window.editor.hasFocus, timeout=PATIENCE)
    yield running
    running.window.editor.document().setModified(False)


def ghosting(desk: Coordinator) -> Ghosting:
    return features_of(desk).completing.ghosting


def go_to_end(desk: Coordinator, block: int) -> None:
    editor = desk.window.editor
    cursor = QTextCursor(editor.document().findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.setFocus()


def commit(desk: Coordinator, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(desk.window.editor, event)


def haunted(qtbot: QtBot, desk: Coordinator) -> str:
    """Type until a ghost stands behind the caret; return it."""
    commit(desk, "每周三")
    qtbot.waitUntil(lambda: bool(desk.window.editor.ghost.text), timeout=PATIENCE)
    return desk.window.editor.ghost.text


def line(desk: Coordinator, number: int = PLACE) -> str:
    return desk.window.editor.document().findBlockByNumber(number).text()


def asked(desk: Coordinator) -> bool:
    """Tell whether a ghost is looked for, and look at once."""
    timer = ghosting(desk)._timer
    if not timer.isActive():
        return False
    timer.stop()
    ghosting(desk).show_ghost()
    return True


# When it is shown


def test_behind_what_was_typed_the_next_words_appear_and_tab_takes_them(qtbot: QtBot, desk: Coordinator) -> None:
    ghost = haunted(qtbot, desk)
    assert SENTENCE.startswith(f"镇里的图书角每周三{ghost}")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Tab)
    assert line(desk) == f"镇里的图书角每周三{ghost}"
    desk.window.editor.undo()
    assert line(desk) == "镇里的图书角每周三"


def test_one_that_was_sent_away_does_not_come_back_behind_its_first_words(qtbot: QtBot, desk: Coordinator) -> None:
    ghost = haunted(qtbot, desk)
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Escape)
    commit(desk, ghost[:2])
    asked(desk)
    assert not desk.window.editor.ghost.text.startswith(ghost[2:])


def test_a_screen_reader_is_told_what_stands_there(
    qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[QAccessibleAnnouncementEvent] = []
    monkeypatch.setattr("assistant.ui.ghosting.QAccessible", SimpleNamespace(updateAccessibility=spoken.append))
    ghost = haunted(qtbot, desk)
    assert [event.message() for event in spoken] == [f"续写：{ghost}"]
    assert spoken[0].politeness() is QAccessible.AnnouncementPoliteness.Polite


def test_after_taking_one_the_next_follows(qtbot: QtBot, desk: Coordinator) -> None:
    haunted(qtbot, desk)
    for _ in range(20):
        if line(desk) == SENTENCE:
            break
        qtbot.keyClick(desk.window.editor, Qt.Key.Key_Tab)
        asked(desk)
    assert line(desk) == SENTENCE


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Left])
def test_deleting_breaking_and_moving_ask_for_none(qtbot: QtBot, desk: Coordinator, key: Qt.Key) -> None:
    haunted(qtbot, desk)
    qtbot.keyClick(desk.window.editor, key)
    assert not asked(desk)
    assert desk.window.editor.ghost.text == ""


def test_undo_and_paste_ask_for_none(qtbot: QtBot, desk: Coordinator) -> None:
    haunted(qtbot, desk)
    desk.window.action("undo").trigger()
    assert not asked(desk)
    QApplication.clipboard().setText("镇里的图书角")
    desk.window.action("paste").trigger()
    assert not asked(desk)


def test_none_where_the_caret_has_gone_elsewhere_meanwhile(qtbot: QtBot, desk: Coordinator) -> None:
    commit(desk, "每周三")
    go_to_end(desk, 1)
    ghosting(desk).show_ghost()
    assert desk.window.editor.ghost.text == ""


def test_none_at_the_start_of_a_paragraph(qtbot: QtBot, desk: Coordinator) -> None:
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Return)
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Tab)
    asked(desk)
    assert desk.window.editor.ghost.text == ""
    assert line(desk, PLACE + 1) == "\t"


def test_the_rest_stands_on_while_the_writer_types_it_and_nothing_is_asked(qtbot: QtBot, desk: Coordinator) -> None:
    ghost = haunted(qtbot, desk)
    commit(desk, ghost[:1])
    assert desk.window.editor.ghost.text == ghost[1:]
    assert not asked(desk)


def test_in_a_very_long_paragraph_it_waits_for_a_pause(qtbot: QtBot, desk: Coordinator) -> None:
    commit(desk, "每周三")
    short = ghosting(desk)._timer.interval()
    desk.window.editor.insert_at_caret("很长。" * 800)
    commit(desk, "镇里的图书角")
    assert ghosting(desk)._timer.interval() > short


# Nothing else ever sees it


def test_every_command_finds_the_text_without_it(qtbot: QtBot, desk: Coordinator) -> None:
    for name in ("find", "bold", "check", "body", "next_blank", "select_all"):
        haunted(qtbot, desk)
        desk.window.action(name).trigger()
        assert desk.window.editor.ghost.text == "", name
        desk.window.find_bar.hide()
        go_to_end(desk, PLACE)
        desk.window.editor.undo()
        go_to_end(desk, PLACE)


def test_saving_and_the_draft_know_nothing_of_it(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    ghost = haunted(qtbot, desk)
    desk.drafting.flush()
    assert desk.window.editor.ghost.text == ghost, "a draft is saved beneath it"
    kept = [text for _, _, text in drafts(desk.storing.path.parent)]
    assert kept[0] == TEXT.replace("镇里的图书角", "镇里的图书角每周三")
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8").rstrip("\n") == TEXT.replace("图书角", "图书角每周三")


def test_the_analysis_that_comes_meanwhile_leaves_it_standing(qtbot: QtBot, desk: Coordinator) -> None:
    ghost = haunted(qtbot, desk)
    desk.analysing.look()
    picture = desk.window.editor.bridge.picture().document
    qtbot.waitUntil(lambda: desk.work.analysed == picture, timeout=PATIENCE)
    assert desk.window.editor.ghost.text == ghost
    assert ghost not in "".join(block.text for block in desk.work.analysed.blocks)


def test_searching_does_not_find_it(qtbot: QtBot, desk: Coordinator) -> None:
    ghost = haunted(qtbot, desk)
    desk.window.action("find").trigger()
    desk.window.find_bar.text.insert(ghost[:2])
    assert not desk.window.editor.textCursor().hasSelection()


# On and off


def test_switched_off_it_goes_and_none_is_asked(qtbot: QtBot, desk: Coordinator) -> None:
    haunted(qtbot, desk)
    action = desk.window.action("ghost")
    action.trigger()
    assert desk.window.editor.ghost.text == ""
    commit(desk, "晚上")
    assert not asked(desk)
    assert not desk.preferences.settings.ghost
    action.trigger()
    assert desk.preferences.settings.ghost


def test_it_is_off_at_first(qtbot: QtBot, tmp_path: Path) -> None:
    with program(qtbot, tmp_path / "new") as coordinator:
        assert not coordinator.window.action("ghost").isChecked()
        coordinator.files.open_sample()
        qtbot.waitUntil(lambda: coordinator.work is not None, timeout=PATIENCE)
        assert ghosting(coordinator)._completer is None, "nothing is loaded for what is switched off"


def test_the_first_one_ever_is_explained_and_never_again(qtbot: QtBot, desk: Coordinator) -> None:
    haunted(qtbot, desk)
    messages = desk.window.messages
    assert [message.key for message in messages.messages()] == [EXPLANATION]
    assert desk.window.editor.hasFocus()
    messages.clear()
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Escape)
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Backspace)
    commit(desk, "三")
    asked(desk)
    assert desk.window.editor.ghost.text
    assert messages.messages() == ()


def test_the_explanation_offers_to_switch_it_off(qtbot: QtBot, desk: Coordinator) -> None:
    haunted(qtbot, desk)
    desk.window.messages.chosen.emit(EXPLANATION, "off")
    assert not desk.preferences.settings.ghost
    assert not desk.window.action("ghost").isChecked()


# The present text


def test_a_paragraph_is_learned_when_the_caret_has_left_it(qtbot: QtBot, desk: Coordinator) -> None:
    completer = ghosting(desk)._completer
    assert isinstance(completer, Completer)
    qtbot.waitUntil(lambda: bool(completer.complete("村口的公")), timeout=PATIENCE)
    commit(desk, "。文化站的收音机修好了。文化站的")
    assert not completer.complete("文化站的收")
    go_to_end(desk, 1)
    qtbot.waitUntil(lambda: bool(completer.complete("文化站的收")), timeout=PATIENCE)


def test_a_paragraph_that_is_gone_is_forgotten(qtbot: QtBot, desk: Coordinator) -> None:
    completer = ghosting(desk)._completer
    qtbot.waitUntil(lambda: bool(completer.complete("村口的公")), timeout=PATIENCE)
    cursor = QTextCursor(desk.window.editor.document().findBlockByNumber(3))
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    desk.window.editor.setTextCursor(cursor)
    desk.window.editor.cut()
    go_to_end(desk, 0)
    qtbot.waitUntil(lambda: not completer.complete("村口的公"), timeout=PATIENCE)


def test_without_traces_nothing_of_the_text_is_learned(qtbot: QtBot, desk: Coordinator) -> None:
    desk.preferences.change(traceless=True)
    ghosting(desk)._wording = None
    ghosting(desk)._take(WORDING)
    completer = ghosting(desk)._completer
    go_to_end(desk, 1)
    ghosting(desk)._teaching.look()
    assert completer.complete("村口的公") == ()


def test_what_was_learned_of_the_text_is_forgotten_as_soon_as_no_traces_are_wanted(
    qtbot: QtBot, desk: Coordinator
) -> None:
    completer = ghosting(desk)._completer
    qtbot.waitUntil(lambda: bool(completer.complete("村口的公")), timeout=PATIENCE)
    desk.preferences.change(traceless=True)
    go_to_end(desk, 1)
    assert completer.complete("村口的公") == ()


# The list


def test_a_key_lists_the_offers_and_a_number_takes_one(qtbot: QtBot, desk: Coordinator) -> None:
    commit(desk, "每周三")
    desk.window.action("completions").trigger()
    offers = ghosting(desk).offers
    assert offers.isVisible()
    first = offers.item(0).text().partition("  ")[2]
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_1)
    assert line(desk) == f"镇里的图书角每周三{first}"
    assert not offers.isVisible()
    desk.window.editor.undo()
    assert line(desk) == "镇里的图书角每周三"


def test_with_nothing_to_offer_the_list_says_so(qtbot: QtBot, desk: Coordinator) -> None:
    commit(desk, "龘龘龘")
    desk.window.action("completions").trigger()
    assert not ghosting(desk).offers.isVisible()
    assert "没有合适的续写" in desk.window.messages.messages()[-1].text


def test_the_list_is_there_with_ghosts_switched_off_as_soon_as_it_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("述职报告\n落实全面从严治党主体", encoding="utf-8")
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        go_to_end(coordinator, 1)
        coordinator.window.action("completions").trigger()
        qtbot.waitUntil(ghosting(coordinator).offers.isVisible, timeout=PATIENCE)
        assert "责任" in ghosting(coordinator).offers.item(0).text()
        coordinator.window.editor.document().setModified(False)


# What of an offer fits


@pytest.mark.parametrize(
    ("offer", "gain", "after", "expected"),
    [
        ("晚上开放，登记", 2.0, "", "晚上开放，登记"),
        ("晚上开放，登记", 2.0, "。", "晚上开放"),
        ("晚上开放", 2.0, "，晚上开放", "晚上开放"),
        ("，晚上", 2.0, "，晚上", ""),
        ("晚，上", 2.0, "。", ""),
        ("晚上", GHOST_GAIN / 2, "", ""),
        ("晚上，一直到第二天的早上", GHOST_GAIN, "。", ""),
    ],
)
def test_in_front_of_a_mark_an_offer_ends_before_its_own(offer: str, gain: float, after: str, expected: str) -> None:
    assert fitted(Completion(offer, gain), after) == expected
