from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from assistant.document.block import BODY_LEVEL, Document, Said
from assistant.ui import theme as look
from assistant.ui.models.balance import Balance
from assistant.ui.models.outline_building import outline
from assistant.ui.models.outline_model import spoken
from assistant.ui.models.outline_rows import Outline
from assistant.ui.panels.outline_panel import OutlinePanel
from tests.ui.reading import give_focus, nameless
from tests.ui.samples import DOCUMENT, FINDINGS, KIND, REPORT

OUTLINE = outline(DOCUMENT, (REPORT,), FINDINGS, {KIND.id: KIND}, len)


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    panel = OutlinePanel(look.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(280, 700)
    panel.show_outline(OUTLINE)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def index_of(panel: OutlinePanel, key: str) -> None:
    return panel.tree.model().find(key)


def middle(panel: OutlinePanel, key: str) -> None:
    return panel.tree.visualRect(index_of(panel, key)).center()


def click(qtbot: QtBot, panel: OutlinePanel, point: QPoint) -> None:
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def hover(qtbot: QtBot, panel: OutlinePanel, point: QPoint) -> None:
    view = panel.tree.viewport()

    def moved() -> bool:
        qtbot.mouseMove(view, QPoint(1, 1))  # a pointer that is there already sends no event
        qtbot.mouseMove(view, point)
        return panel.tree.buttons(panel.tree.indexAt(point)) != ()

    qtbot.waitUntil(moved)


def action(menu: QMenu, *titles: str) -> QAction:
    for title in titles[:-1]:
        menu = next(one for one in menu.findChildren(QMenu) if one.title() == title)
    return next(one for one in menu.actions() if one.text() == titles[-1])


def test_a_click_on_a_heading_jumps_to_it(panel: OutlinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.place_chosen) as signal:
        click(qtbot, panel, middle(panel, "0/4"))
    assert signal.args == ["4", 3]


def test_a_click_before_the_words_of_a_row_without_a_chevron_jumps_too(panel: OutlinePanel, qtbot: QtBot) -> None:
    box = panel.tree.visualRect(index_of(panel, "0/4"))
    with qtbot.waitSignal(panel.place_chosen) as signal:
        click(qtbot, panel, QPoint(4, box.center().y()))
    assert signal.args == ["4", 3]
    with qtbot.assertNotEmitted(panel.place_chosen):
        click(qtbot, panel, QPoint(4, panel.tree.visualRect(index_of(panel, "0/2")).center().y()))


def test_a_click_takes_no_button_that_only_the_press_has_brought_up(panel: OutlinePanel, qtbot: QtBot) -> None:
    index = index_of(panel, "0/4")
    panel.tree.setCurrentIndex(index)
    ((_, box), *_) = panel.tree.buttons(index)
    panel.tree.setCurrentIndex(index_of(panel, "0/6"))
    assert panel.tree.buttons(index) == ()
    with qtbot.waitSignal(panel.place_chosen) as signal, qtbot.assertNotEmitted(panel.said_chosen):
        click(qtbot, panel, box.center())
    assert signal.args == ["4", 3]


def test_enter_on_a_heading_jumps_to_it(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.tree.setCurrentIndex(index_of(panel, "0/6"))
    with qtbot.waitSignal(panel.place_chosen) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert signal.args[0] == "6"


def test_moving_through_the_outline_by_arrow_keys_leaves_the_text_alone(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.tree.setCurrentIndex(index_of(panel, "0/6"))
    with qtbot.assertNotEmitted(panel.place_chosen):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert panel.tree.current_row().key == "0/7"


def test_a_ghost_is_put_in_by_its_button_under_the_mouse(panel: OutlinePanel, qtbot: QtBot) -> None:
    point = middle(panel, "0/缺/causes")
    assert panel.tree.buttons(index_of(panel, "0/缺/causes")) == ()
    hover(qtbot, panel, point)
    ((name, box),) = panel.tree.buttons(index_of(panel, "0/缺/causes"))
    assert name == "补上"
    with qtbot.waitSignal(panel.section_wanted) as signal:
        click(qtbot, panel, box.center())
    assert signal.args == ["causes", 0]


def test_a_double_click_puts_a_section_in_once(panel: OutlinePanel, qtbot: QtBot) -> None:
    hover(qtbot, panel, middle(panel, "0/缺/causes"))
    box = panel.tree.buttons(index_of(panel, "0/缺/causes"))[0][1]
    wanted = []
    panel.section_wanted.connect(lambda *args: wanted.append(args))
    click(qtbot, panel, box.center())
    qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.mouseRelease(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert wanted == [("causes", 0)]


def test_a_click_beside_the_button_of_a_ghost_only_chooses_it(panel: OutlinePanel, qtbot: QtBot) -> None:
    point = middle(panel, "0/缺/causes")
    with qtbot.assertNotEmitted(panel.section_wanted), qtbot.assertNotEmitted(panel.place_chosen):
        click(qtbot, panel, QPoint(60, point.y()))


def test_a_ghost_under_the_keyboard_shows_its_button_and_enter_puts_it_in(panel: OutlinePanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    panel.tree.setCurrentIndex(index_of(panel, "0/缺/rectification"))
    assert panel.tree.buttons(panel.tree.currentIndex())[0][0] == "补上"
    with qtbot.waitSignal(panel.section_wanted) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert signal.args == ["rectification", 0]


def test_folding_survives_an_update_and_a_row_that_comes_back(panel: OutlinePanel) -> None:
    panel.tree.collapse(index_of(panel, "0/2"))
    panel.show_outline(replace(OUTLINE, rows=OUTLINE.rows[4:]))
    panel.show_outline(OUTLINE)
    assert not panel.tree.isExpanded(index_of(panel, "0/2"))
    assert panel.tree.isExpanded(index_of(panel, "0/6"))


def test_the_choice_survives_an_update(panel: OutlinePanel) -> None:
    panel.tree.setCurrentIndex(index_of(panel, "0/8"))
    panel.show_outline(outline(DOCUMENT, (replace(REPORT, missing=()),), (), {KIND.id: KIND}, len))
    assert panel.tree.current_row().key == "0/8"


def test_the_section_under_the_caret_carries_the_accent_bar(panel: OutlinePanel) -> None:
    panel.set_current("4", 5)
    box = panel.tree.visualRect(index_of(panel, "0/4"))
    picture = panel.tree.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    other = panel.tree.visualRect(index_of(panel, "0/8"))

    def colour(middle: QPoint) -> str:
        return picture.pixelColor(int(ratio), int(middle.y() * ratio)).name()

    assert colour(box.center()) == look.LIGHT.accent
    assert colour(other.center()) != look.LIGHT.accent


def test_level_one_leaves_only_the_great_parts(panel: OutlinePanel) -> None:
    panel.set_level(1)
    assert not index_of(panel, "0/4").isValid()
    panel.set_level(3)
    assert panel.tree.isExpanded(index_of(panel, "0/2"))
    assert index_of(panel, "0/4").isValid()


def test_a_wrong_guess_is_corrected_from_the_menu(panel: OutlinePanel, qtbot: QtBot) -> None:
    row = panel.tree.model().row_at(index_of(panel, "0/4"))
    for titles, said in (
        (("这不是标题\tDel",), Said(level=BODY_LEVEL)),
        (("设为标题", "一级标题"), Said(level=1)),
        (("本节是", "特色亮点"), Said(role="highlights")),
    ):
        with qtbot.waitSignal(panel.said_chosen) as signal:
            action(panel.menu_for(row), *titles).trigger()
        assert signal.args == ["4", said]


def test_a_correction_keeps_what_was_said_before_and_can_be_taken_back(panel: OutlinePanel, qtbot: QtBot) -> None:
    row = replace(panel.tree.model().row_at(index_of(panel, "0/4")), said=Said(level=2))
    with qtbot.waitSignal(panel.said_chosen) as signal:
        action(panel.menu_for(row), "本节是", "存在问题").trigger()
    assert signal.args == ["4", Said(level=2, role="problems")]
    with qtbot.waitSignal(panel.said_chosen) as signal:
        action(panel.menu_for(row), "恢复自动判断").trigger()
    assert signal.args == ["4", None]


def test_the_menu_marks_what_a_heading_is_taken_for(panel: OutlinePanel) -> None:
    menu = panel.menu_for(panel.tree.model().row_at(index_of(panel, "0/6")))
    assert action(menu, "设为标题", "一级标题").isChecked()
    assert action(menu, "本节是", "存在问题").isChecked()
    assert not action(menu, "本节是", "主要工作").isChecked()


@pytest.mark.qt_log_ignore("This plugin does not support")  # what the offscreen platform says of every menu
def test_the_menu_opens_from_the_button_of_a_row(panel: OutlinePanel, qtbot: QtBot) -> None:
    hover(qtbot, panel, middle(panel, "0/4"))
    box = dict(panel.tree.buttons(index_of(panel, "0/4")))["更正"]
    click(qtbot, panel, box.center())
    menu = panel.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_one_click_says_that_a_row_is_no_heading(panel: OutlinePanel, qtbot: QtBot) -> None:
    hover(qtbot, panel, middle(panel, "0/4"))
    box = dict(panel.tree.buttons(index_of(panel, "0/4")))["不是标题"]
    with qtbot.waitSignal(panel.said_chosen) as signal, qtbot.assertNotEmitted(panel.place_chosen):
        click(qtbot, panel, box.center())
    assert signal.args == ["4", Said(level=BODY_LEVEL)]


def test_one_key_says_it_too(panel: OutlinePanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    panel.tree.setCurrentIndex(index_of(panel, "0/4"))
    assert [name for name, _ in panel.tree.buttons(panel.tree.currentIndex())] == ["不是标题", "更正"]
    with qtbot.waitSignal(panel.said_chosen) as signal:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert signal.args == ["4", Said(level=BODY_LEVEL)]


def test_what_is_no_heading_of_its_own_has_no_such_button(panel: OutlinePanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    for key in ("0/opening", "0/缺/causes"):
        panel.tree.setCurrentIndex(index_of(panel, key))
        assert "不是标题" not in dict(panel.tree.buttons(panel.tree.currentIndex()))
        with qtbot.assertNotEmitted(panel.said_chosen):
            qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)


def test_a_heading_inside_a_paragraph_can_only_be_jumped_to(panel: OutlinePanel, qtbot: QtBot) -> None:
    rows = tuple(replace(row, inside=row.key == "0/6") for row in OUTLINE.rows)
    panel.show_outline(replace(OUTLINE, rows=rows))
    row = panel.tree.model().row_at(index_of(panel, "0/6"))
    assert [one.text() for one in panel.menu_for(row).actions()] == ["转到这里"]
    assert "写在段落里面" in spoken(row)
    with qtbot.assertNotEmitted(panel.said_chosen):
        panel.tree.setCurrentIndex(index_of(panel, "0/6"))
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    with qtbot.waitSignal(panel.place_chosen) as jumped:
        click(qtbot, panel, middle(panel, "0/6"))
    assert jumped.args == [row.block, row.start]


def test_what_the_user_said_is_told_apart(panel: OutlinePanel) -> None:
    row = panel.tree.model().row_at(index_of(panel, "0/4"))
    assert "您定的" not in spoken(row)
    assert "您定的" in spoken(replace(row, said=Said(level=2)))


def test_another_kind_can_be_chosen(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.kinds.set_kinds([("a", "抓基层党建"), ("b", "述责述廉")], "a")
    button = panel.findChild(object, "kinds")
    assert button.text() == "抓基层党建"
    with qtbot.waitSignal(panel.kind_chosen) as signal:
        button.menu().actions()[1].trigger()
    assert signal.args == ["b"]


def test_the_kind_of_unit_can_be_chosen_too(panel: OutlinePanel, qtbot: QtBot) -> None:
    variants = [("a/school", "学校"), ("a/village", "村和社区")]
    panel.kinds.set_kinds([("a", "抓基层党建"), ("b", "述责述廉")], "a", variants, "a/school")
    button = panel.findChild(object, "kinds")
    assert button.text() == "抓基层党建 · 学校"
    assert action(button.menu(), "单位类型", "学校").isChecked()
    for name, chosen in (("村和社区", "a/village"), ("不分类型", "a")):
        with qtbot.waitSignal(panel.kind_chosen) as signal:
            action(button.menu(), "单位类型", name).trigger()
        assert signal.args == [chosen]


def test_without_headings_the_panel_says_how_to_get_an_outline(panel: OutlinePanel) -> None:
    panel.show_outline(Outline())
    assert not panel.tree.isVisible()
    assert "标题" in panel.findChild(object, "empty").text()


def test_the_length_of_the_report_stands_at_the_foot(panel: OutlinePanel) -> None:
    panel.set_current("4")
    bar = panel.findChild(object, "shares")
    assert bar.words().startswith(f"全文 {OUTLINE.balances[0].total:,} 字")
    assert bar.accessibleDescription() == bar.words()


def test_a_text_that_is_no_report_has_a_length_but_no_shares(panel: OutlinePanel) -> None:
    panel.show_outline(replace(OUTLINE, balances=(Balance(total=3407),)))
    panel.set_current("4")
    assert panel.findChild(object, "shares").words() == "全文 3,407 字"


def test_escape_goes_back_to_the_text(panel: OutlinePanel, qtbot: QtBot) -> None:
    give_focus(qtbot, panel.tree)
    with qtbot.waitSignal(panel.text_focus_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)


def test_everything_that_takes_the_focus_has_a_name(panel: OutlinePanel) -> None:
    assert nameless(panel) == []


@pytest.mark.parametrize("theme", look.themes(), ids=lambda theme: theme.id)
@pytest.mark.parametrize("width", [240, 320])
def test_no_row_is_wider_than_the_panel(panel: OutlinePanel, theme: look.Theme, width: int) -> None:
    panel.set_theme(theme)
    panel.resize(width, 700)
    panel.grab()
    for key in ("0/0", "0/3", "0/缺/rectification"):
        assert panel.tree.visualRect(index_of(panel, key)).right() <= panel.tree.viewport().width()


def test_paragraphs_the_user_took_out_of_the_outline_are_listed_and_can_be_given_back(panel: OutlinePanel) -> None:
    bodies = panel.findChild(QWidget, "bodies")
    assert not bodies.isVisible()
    panel.show_outline(outline(taken_out("4"), (REPORT,), FINDINGS, {KIND.id: KIND}, len))
    assert bodies.isVisible()
    assert bodies.text() == "您定为正文的 1 段"
    (entry,) = bodies.menu().findChildren(QMenu)
    assert DOCUMENT.blocks[4].text.startswith(entry.title().removesuffix("…"))
    heard: list[tuple[object, ...]] = []
    panel.place_chosen.connect(lambda *args: heard.append(("place", *args)))
    panel.said_chosen.connect(lambda *args: heard.append(("said", *args)))
    for one in entry.actions():
        one.trigger()
    assert heard == [("place", "4", 0), ("said", "4", None)]
    panel.show_outline(OUTLINE)
    assert not bodies.isVisible()


def taken_out(which: str) -> Document:
    said = Said(level=BODY_LEVEL)
    return Document(tuple(replace(one, said=said) if one.id == which else one for one in DOCUMENT.blocks))
