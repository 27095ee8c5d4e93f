"""The message bar: one sentence, at most two buttons, never more than two messages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from assistant.errors import CannotSave
from assistant.paths import resources
from assistant.ui.icons import Icons
from assistant.ui.messages import CHECK, Choice, Message, MessageBar
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar(Icons(resources() / "icons", LIGHT), linger=1)
    qtbot.addWidget(bar)
    return bar


def sentences(bar: MessageBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.text() and not label.isHidden()]


def button(bar: MessageBar, text: str) -> QPushButton:
    return next(each for each in bar.findChildren(QPushButton) if each.text() == text)


def close_button(bar: MessageBar) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.accessibleName() == "关闭消息")


def test_an_empty_bar_takes_no_room(bar: MessageBar) -> None:
    assert bar.isHidden()


def test_a_message_is_shown(bar: MessageBar) -> None:
    bar.show_message(Message("已在大纲里标出缺少的部分。"))
    assert not bar.isHidden()
    assert sentences(bar) == ["已在大纲里标出缺少的部分。"]


def test_an_error_shows_its_sentence_and_not_its_detail(bar: MessageBar) -> None:
    bar.show_error(CannotSave("没能保存，稿子还在窗口里，请换个地方另存。", "EROFS"))
    assert sentences(bar) == ["没能保存，稿子还在窗口里，请换个地方另存。"]
    assert bar.messages()[0].tone == "error"


def test_pressing_a_button_names_message_and_choice(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(
        Message("文件被别的程序改过。", "warning", (Choice("as", "另存为"), Choice("over", "仍要保存")), "changed")
    )
    with qtbot.waitSignal(bar.chosen) as pressed:
        qtbot.mouseClick(button(bar, "仍要保存"), Qt.MouseButton.LeftButton)
    assert pressed.args == ["changed", "over"]
    assert bar.isHidden()


def test_the_cross_closes_and_says_so(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Message("说明一句。", key="note"))
    with qtbot.waitSignal(bar.closed) as closed:
        qtbot.mouseClick(close_button(bar), Qt.MouseButton.LeftButton)
    assert closed.args == ["note"]
    assert bar.messages() == ()


def test_escape_closes_the_message_one_is_in(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Message("说明一句。"))
    qtbot.keyClick(close_button(bar), Qt.Key.Key_Escape)
    assert bar.messages() == ()


def test_the_third_message_pushes_out_the_least_important(bar: MessageBar) -> None:
    bar.show_message(Message("没能保存。", "error"))
    bar.show_message(Message("说明一句。", "info"))
    bar.show_message(Message("请留意。", "warning"))
    assert [message.text for message in bar.messages()] == ["没能保存。", "请留意。"]


def test_among_equals_the_oldest_goes(bar: MessageBar) -> None:
    for text in ("一。", "二。", "三。"):
        bar.show_message(Message(text))
    assert [message.text for message in bar.messages()] == ["二。", "三。"]


def test_the_same_message_is_not_shown_twice(bar: MessageBar) -> None:
    bar.show_message(Message("还缺两部分。", key="missing"))
    bar.show_message(Message("没能保存。", "error"))
    bar.show_message(Message("还缺一部分。", key="missing"))
    assert [message.text for message in bar.messages()] == ["还缺一部分。", "没能保存。"]


def test_a_message_can_be_taken_back(bar: MessageBar) -> None:
    bar.show_message(Message("还缺一部分。", key="missing"))
    bar.dismiss("missing")
    bar.dismiss("never shown")
    assert bar.isHidden()


def test_what_a_message_offers_may_be_done_elsewhere(bar: MessageBar) -> None:
    bar.show_message(Message("已记下通知要求。", choices=(Choice("undo", "撤销"), CHECK)))
    bar.show_message(Message("还缺一部分。", choices=(Choice("undo", "撤销"),)))
    bar.answered(CHECK)
    assert [message.text for message in bar.messages()] == ["还缺一部分。"]


def test_another_document_clears_the_bar(bar: MessageBar) -> None:
    bar.show_message(Message("一。"))
    bar.show_message(Message("二。"))
    bar.clear()
    assert bar.messages() == ()
    assert bar.isHidden()


def test_what_is_about_the_program_stays_when_another_document_is_shown(bar: MessageBar) -> None:
    bar.show_message(Message("草稿库已重建。", "warning", lasting=True))
    bar.show_message(Message("二。"))
    bar.clear()
    assert [message.text for message in bar.messages()] == ["草稿库已重建。"]


def test_success_goes_by_itself_and_trouble_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Message("没能保存。", "error"))
    bar.show_message(Message("已保存。", "done"))
    qtbot.waitUntil(lambda: [message.tone for message in bar.messages()] == ["error"])


def test_text_is_never_read_as_markup(bar: MessageBar) -> None:
    bar.show_message(Message("文件 <b>a</b>.docx 打不开。"))
    label = next(each for each in bar.findChildren(QLabel) if each.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("tone", "choices"), [("loud", ()), ("info", (Choice("a", "一"), Choice("b", "二"), Choice("c", "三")))]
)
def test_what_the_bar_cannot_show_is_refused(tone: str, choices: tuple[Choice, ...]) -> None:
    with pytest.raises(ValueError, match="Message"):
        Message("一句话。", tone, choices)


def test_everything_that_takes_the_focus_has_a_name(bar: MessageBar) -> None:
    bar.show_message(Message("文件被改过。", "warning", (Choice("as", "另存为"),)))
    assert nameless(bar) == []
