from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from assistant.formats.revision import MarkedParagraph, MarkedPiece
from assistant.ui import theme as look
from assistant.ui.panels.marked_view import MarkedView
from tests.ui.changes import COMMENTS, LOOKS, PARAGRAPHS, REVISIONS
from tests.ui.naming import nameless

INSERTED, DELETED = "全年研究党建议题", "大力"


@pytest.fixture
def view(qtbot: QtBot) -> MarkedView:
    view = MarkedView(look.LIGHT)
    qtbot.addWidget(view)
    view.resize(760, 640)
    view.show_marked(PARAGRAPHS, REVISIONS, COMMENTS, LOOKS)
    view.show()
    qtbot.waitExposed(view)
    return view


def at(view: MarkedView, words: str) -> QTextCursor:
    """Return a cursor with these words selected."""
    cursor = view.document().find(words)
    assert not cursor.isNull()
    return cursor


def format_of(view: MarkedView, words: str) -> QTextCharFormat:
    return at(view, words).charFormat()


def middle(view: MarkedView, words: str) -> QPoint:
    """Return where the first of these characters stands in the viewport."""
    cursor = at(view, words)
    first, second = QTextCursor(cursor), QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    second.setPosition(cursor.selectionStart() + 1)
    left, right = view.cursorRect(first), view.cursorRect(second)
    return QPoint((left.center().x() + right.center().x()) // 2, left.center().y())


# What is shown


def test_all_paragraphs_are_there_with_what_was_added_and_what_was_taken(view: MarkedView) -> None:
    lines = view.toPlainText().split("\n")
    assert len(lines) == len(PARAGRAPHS)
    assert lines[2] == "（一）扛牢责任。大力推动党建与业务同部署、同落实。全年研究党建议题12次，到联系点讲党课4次。"


def test_added_words_are_underlined_and_deleted_ones_struck_through_never_colour_alone(view: MarkedView) -> None:
    added, taken = format_of(view, INSERTED), format_of(view, DELETED)
    assert added.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert added.foreground().color().name() == look.LIGHT.accent
    assert taken.fontStrikeOut()
    assert taken.foreground().color().name() == look.LIGHT.error
    plain = format_of(view, "同部署")
    assert not plain.fontStrikeOut()
    assert plain.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_a_change_of_format_is_dotted(view: MarkedView) -> None:
    assert format_of(view, "走访群众").underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine


def test_a_conversation_has_one_small_number_behind_its_words(view: MarkedView) -> None:
    text = view.toPlainText()
    assert "走访群众[1]，" in text
    assert "补齐短板[2]" in text
    assert text.count("[") == 2
    raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert format_of(view, "[1]").verticalAlignment() == raised


def test_the_number_of_a_comment_on_several_pieces_stands_behind_the_last(view: MarkedView) -> None:
    pieces = (
        MarkedPiece("甲", "plain", None, (3,)),
        MarkedPiece("乙", "insert", 2, (3,)),
        MarkedPiece("丙", "plain", None),
    )
    view.show_marked((MarkedParagraph(5, pieces),), REVISIONS, COMMENTS[2:3], {})
    assert view.toPlainText() == "甲乙[1]丙"


def test_a_comment_on_no_words_stands_at_the_end_of_its_paragraph(view: MarkedView) -> None:
    lonely = replace(COMMENTS[3], paragraph=6)
    view.show_marked(PARAGRAPHS, REVISIONS, (lonely,), LOOKS)
    assert view.toPlainText().endswith("页边没有竖线。[1]")


def test_paragraphs_have_the_faces_and_shapes_of_the_page(view: MarkedView) -> None:
    title, heading, body = (view.document().findBlockByNumber(i) for i in (0, 1, 3))
    assert title.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
    assert title.begin().fragment().charFormat().fontPointSize() == 22
    assert "黑体" in heading.begin().fragment().charFormat().fontFamilies()
    assert body.blockFormat().textIndent() > 0


def test_a_run_in_heading_keeps_its_face_up_to_its_full_stop_whatever_was_changed_in_it(view: MarkedView) -> None:
    pieces = (MarkedPiece("（一）抓", "plain", None), MarkedPiece("好班子。随后", "insert", 2))
    view.show_marked((MarkedParagraph(2, pieces),), REVISIONS, (), {})
    assert "楷体" in format_of(view, "好班子。").fontFamilies()
    assert format_of(view, "好班子。").underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not format_of(view, "随后").fontFamilies()


def test_a_line_holds_twenty_eight_characters(view: MarkedView) -> None:
    view.show_marked((MarkedParagraph(0, (MarkedPiece("党" * 90, "plain", None),)),), (), (), {0: "salutation"})
    lines = view.document().firstBlock().layout()
    assert [lines.lineAt(i).textLength() for i in range(3)] == [28, 28, 28]


def test_characters_beyond_the_first_plane_keep_formats_in_place(view: MarkedView) -> None:
    pieces = (MarkedPiece("一、𠮷𠮷", "plain", None), MarkedPiece("新", "insert", 2))
    view.show_marked((MarkedParagraph(2, pieces),), REVISIONS, (), {})
    assert format_of(view, "新").underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert format_of(view, "𠮷𠮷").underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_what_is_no_text_is_a_box_in_its_place(view: MarkedView) -> None:
    view.show_marked((MarkedParagraph(2, (MarkedPiece("见图\ufffc。", "insert", 2),)),), REVISIONS, (), {})
    assert view.toPlainText() == "见图□。"


def test_nothing_can_be_written_or_undone(view: MarkedView, qtbot: QtBot) -> None:
    before = view.toPlainText()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    view.insertFromMimeData(view.createMimeDataFromSelection())
    view.undo()
    assert view.toPlainText() == before


@pytest.mark.parametrize("theme", look.themes(), ids=lambda theme: theme.id)
def test_a_bar_on_the_margin_marks_changed_paragraphs_only(view: MarkedView, theme: look.Theme) -> None:
    view.set_theme(theme)
    picture = view.grab().toImage()

    def bar_at(words: str) -> bool:
        y = view.viewport().y() + middle(view, words).y()
        left = view.viewport().x()
        return theme.accent in {picture.pixelColor(x, y).name() for x in range(left - 24, left - 4)}

    assert bar_at("同部署")
    assert bar_at("联系群众")
    assert not bar_at("一、主要工作")


# Finding and choosing


def test_a_revision_is_selected_and_brought_into_view(view: MarkedView) -> None:
    view.resize(760, 240)
    view.show_revision(5)
    assert view.textCursor().selectedText() == REVISIONS[4].text
    view.show_revision(1)
    assert view.textCursor().selectedText() == DELETED
    assert view.viewport().rect().contains(view.cursorRect())


def test_a_revision_without_words_leads_to_its_paragraph(view: MarkedView) -> None:
    view.show_revision(7)
    assert view.textCursor().block().text().startswith("下一步")


def test_a_comment_leads_to_its_words_an_answer_to_the_paragraph(view: MarkedView) -> None:
    view.show_comment(1)
    assert view.textCursor().selectedText().startswith("走访群众")
    view.show_comment(2)
    assert "走访群众" in view.textCursor().block().text()


def test_unknown_numbers_move_nothing(view: MarkedView) -> None:
    view.show_paragraph(3)
    before = view.textCursor().position()
    view.show_revision(99)
    view.show_comment(99)
    view.show_paragraph(99)
    assert view.textCursor().position() == before


def test_a_click_on_a_change_chooses_it(view: MarkedView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.revision_chosen) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, DELETED))
    assert signal.args == [1]


def test_a_click_on_a_number_chooses_the_comment(view: MarkedView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.comment_chosen) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "1]，"))
    assert signal.args == [1]


def test_a_click_on_plain_text_or_beside_it_chooses_nothing(view: MarkedView, qtbot: QtBot) -> None:
    below = QPoint(300, view.document().size().toSize().height() - 20)
    with qtbot.assertNotEmitted(view.revision_chosen), qtbot.assertNotEmitted(view.comment_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "同部署"))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=below)


def test_enter_chooses_the_change_behind_the_caret(view: MarkedView, qtbot: QtBot) -> None:
    cursor = at(view, DELETED)
    cursor.setPosition(cursor.selectionStart())
    view.setTextCursor(cursor)
    with qtbot.waitSignal(view.revision_chosen) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == [1]


@pytest.mark.parametrize(
    ("words", "tip"),
    [
        (DELETED, "删除 · 王建国 · 2026年11月18日 15:20"),
        ("1]，", "批注 · 王建国 · 2026年11月18日 15:30\n这里写清楚走访了多少户。\n1 条回复"),
        (
            "走访群众",
            "字体格式 · 组织办 · 2026年11月19日 09:05\n批注 · 王建国 · 2026年11月18日 15:30\n"
            "这里写清楚走访了多少户。\n1 条回复",
        ),
        ("同部署", ""),
    ],
)
def test_the_tip_says_who_and_when(view: MarkedView, words: str, tip: str) -> None:
    assert view.tip_at(middle(view, words)) == tip


def test_the_tip_appears_under_the_mouse(view: MarkedView, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    # The offscreen platform warns of every real tip window.
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: shown.append(""))
    for words in (DELETED, "同部署"):
        point = middle(view, words)
        help_wanted = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), help_wanted)
    assert shown == ["删除 · 王建国 · 2026年11月18日 15:20", ""]


# Staying in place


def test_the_same_text_again_keeps_the_caret(view: MarkedView) -> None:
    view.show_revision(2)
    view.show_marked(PARAGRAPHS, REVISIONS, COMMENTS, LOOKS)
    assert view.textCursor().selectedText() == REVISIONS[1].text


def test_another_theme_keeps_the_place_and_changes_the_colours(view: MarkedView) -> None:
    view.resize(760, 240)
    view.show_revision(7)
    place = view.verticalScrollBar().value()
    assert place > 0
    view.set_theme(look.DARK)
    assert view.verticalScrollBar().value() == place
    assert format_of(view, DELETED).foreground().color().name() == look.DARK.error


def test_zoom_widens_the_column(view: MarkedView) -> None:
    before = view.page.column
    view.set_zoom(1.5)
    assert view.page.column > before * 1.4
    assert view.lineWrapColumnOrWidth() == view.page.column


def test_everything_that_takes_the_focus_has_a_name(view: MarkedView) -> None:
    assert nameless(view) == []
