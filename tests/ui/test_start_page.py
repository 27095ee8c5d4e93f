"""The start page: what one can begin with, the newest first at hand."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.icons import Icons
from assistant.ui.panels.card import Card
from assistant.ui.panels.start_page import DraftCard, KindCard, RecentFile, StartContent, StartPage
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless

TODAY = date(2026, 12, 8)
KINDS = (KindCard("grassroots", "抓基层党建工作述职"), KindCard("duty", "述责述廉"))
OLD = RecentFile("/home/a/旧稿.docx", datetime(2026, 12, 1, 9, 0))
NEW = RecentFile("/home/a/新稿.docx", datetime(2026, 12, 8, 9, 0))
GONE = RecentFile("/media/u/优盘上的稿.docx", datetime(2026, 12, 8, 10, 0), exists=False)
DRAFT = DraftCard("7", "年度述职", datetime(2026, 12, 7, 18, 0))


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage(Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    return page


def show(page: StartPage, qtbot: QtBot, content: StartContent) -> None:
    page.show_content(content, TODAY)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.start()


def titles(page: StartPage) -> list[str]:
    return [card.title for card in page.findChildren(Card)]


def headings(page: StartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.property("kind") == "heading"]


def card(page: StartPage, title: str) -> Card:
    return next(each for each in page.findChildren(Card) if each.title == title)


def focused(page: StartPage) -> str:
    return next((each.title for each in page.findChildren(Card) if each.hasFocus()), "")


def test_a_newcomer_sees_no_empty_lists(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS))
    assert headings(page) == ["新建述职稿", "打开"]
    assert titles(page) == [
        "抓基层党建工作述职",
        "述责述廉",
        "从去年的报告开始",
        "打开 Word 文件",
        "文稿库",
        "打开示例",
    ]


def test_unsaved_drafts_stand_first(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (NEW,)))
    assert headings(page)[0] == "未保存的草稿"
    assert titles(page)[0] == "年度述职"


def test_every_card_asks_for_what_it_says(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (NEW,)))
    expected = (
        ("述责述廉", page.new_requested, ["duty"]),
        ("打开 Word 文件", page.open_requested, []),
        ("打开示例", page.sample_requested, []),
        ("新稿.docx", page.path_requested, ["/home/a/新稿.docx"]),
        ("年度述职", page.draft_requested, ["7"]),
    )
    for title, signal, args in expected:
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(card(page, title), Qt.MouseButton.LeftButton)
        assert asked.args == args


def test_enter_opens_the_newest_file(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (OLD, NEW)))
    assert focused(page) == "新稿.docx"
    with qtbot.waitSignal(page.path_requested) as asked:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["/home/a/新稿.docx"]


def test_enter_takes_up_the_draft_if_that_is_newer(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (OLD,)))
    with qtbot.waitSignal(page.draft_requested):
        qtbot.keyClick(page, Qt.Key.Key_Enter)


def test_enter_on_a_newcomers_page_starts_the_first_kind(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS))
    with qtbot.waitSignal(page.new_requested) as asked:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["grassroots"]


def test_a_file_that_is_gone_is_greyed_and_never_the_newest(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (), (GONE, OLD)))
    assert not card(page, "优盘上的稿.docx").isEnabled()
    assert "不在原处" in card(page, "优盘上的稿.docx").detail
    assert focused(page) == "旧稿.docx"


def test_arrows_and_tab_reach_every_card(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (NEW,)))
    seen = set()
    for _ in titles(page):
        seen.add(focused(page))
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert seen == set(titles(page))


def test_a_draft_without_title_has_one_here(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DraftCard("9", "", datetime(2026, 12, 8, 9, 0)),)))
    assert titles(page)[0] == "未命名的述职稿"


def test_the_page_can_be_filled_again(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (NEW,)))
    page.show_content(StartContent(KINDS, (), (OLD,)), TODAY)
    assert "年度述职" not in titles(page)
    page.start()
    assert focused(page) == "旧稿.docx"


def test_the_page_fits_a_small_screen_without_scrolling_sideways(page: StartPage, qtbot: QtBot) -> None:
    long = RecentFile("/home/" + "很长的文件夹/" * 20 + "很长的文件名" * 20 + ".docx", datetime(2026, 12, 8, 9, 0))
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (long,)))
    page.resize(800, 500)
    assert page.widget().width() <= page.viewport().width()


def test_everything_that_takes_the_focus_has_a_name(page: StartPage, qtbot: QtBot) -> None:
    show(page, qtbot, StartContent(KINDS, (DRAFT,), (NEW, GONE)))
    assert nameless(page) == []
