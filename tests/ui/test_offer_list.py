"""The list of offers borrows a few keys of the text and gives them back at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from assistant.ui.panels.offer_list import OfferList

OFFERS = ("晚上开放", "晚上", "值班员")


@pytest.fixture
def text(qtbot: QtBot) -> QTextEdit:
    text = QTextEdit()
    qtbot.addWidget(text)
    text.resize(500, 300)
    text.show()
    return text


@pytest.fixture
def offers(text: QTextEdit) -> OfferList:
    offers = OfferList(text)
    offers.show_offers(OFFERS)
    return offers


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Return], "晚上开放"),
        ([Qt.Key.Key_Tab], "晚上开放"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Enter], "晚上"),
        ([Qt.Key.Key_Up, Qt.Key.Key_Return], "值班员"),
        ([Qt.Key.Key_3], "值班员"),
    ],
)
def test_keys_move_and_take(
    qtbot: QtBot, text: QTextEdit, offers: OfferList, keys: list[Qt.Key], expected: str
) -> None:
    with qtbot.waitSignal(offers.chosen) as taken:
        for key in keys:
            QTest.keyClick(text, key)
    assert taken.args == [expected]
    assert not offers.isVisible()
    assert text.toPlainText() == ""


def test_escape_closes_it_and_takes_nothing(qtbot: QtBot, text: QTextEdit, offers: OfferList) -> None:
    with qtbot.assertNotEmitted(offers.chosen):
        QTest.keyClick(text, Qt.Key.Key_Escape)
    assert not offers.isVisible()


@pytest.mark.parametrize(("key", "typed"), [(Qt.Key.Key_A, "a"), (Qt.Key.Key_7, "7"), (Qt.Key.Key_Space, " ")])
def test_any_other_key_closes_it_and_is_typed(
    qtbot: QtBot, text: QTextEdit, offers: OfferList, key: Qt.Key, typed: str
) -> None:
    with qtbot.assertNotEmitted(offers.chosen):
        QTest.keyClick(text, key)
    assert not offers.isVisible()
    assert text.toPlainText() == typed


def test_composing_clicking_and_leaving_close_it(text: QTextEdit, offers: OfferList) -> None:
    for event in (QInputMethodEvent("wan", []), QFocusEvent(QFocusEvent.Type.FocusOut)):
        offers.show_offers(OFFERS)
        QApplication.sendEvent(text, event)
        assert not offers.isVisible()
    offers.show_offers(OFFERS)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(450, 250))
    assert not offers.isVisible()


def test_an_empty_event_of_an_input_method_leaves_it_open(text: QTextEdit, offers: OfferList) -> None:
    QApplication.sendEvent(text, QInputMethodEvent("", []))
    assert offers.isVisible()


def test_a_click_takes_one(qtbot: QtBot, offers: OfferList) -> None:
    with qtbot.waitSignal(offers.chosen) as taken:
        place = offers.visualItemRect(offers.item(1)).center()
        QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken.args == ["晚上"]


def test_it_stays_inside_the_text_wherever_the_caret_is(text: QTextEdit) -> None:
    text.setPlainText("\n".join(["很长的一行字" * 3] * 9))
    text.moveCursor(text.textCursor().MoveOperation.End)
    offers = OfferList(text)
    offers.show_offers(OFFERS)
    assert text.rect().contains(offers.geometry())
    assert not offers.geometry().intersects(text.cursorRect().translated(text.viewport().pos()))


def test_closed_it_leaves_the_keys_alone(text: QTextEdit, offers: OfferList) -> None:
    offers.hide()
    QTest.keyClick(text, Qt.Key.Key_1)
    assert text.toPlainText() == "1"
