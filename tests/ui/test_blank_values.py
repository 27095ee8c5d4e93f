"""A selected blank is offered what is known; nothing is filled in unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistant.document.context import Unit
from assistant.ui.blank_values import offers_for
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.panels.blank_popup import BlankPopup
from tests.ui.desk import opened, program
from tests.ui.reading import nameless

UNIT = Unit("清河县水务局", "水务局", "党组书记", "周明", "中共清河县委")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("单位", ["清河县水务局", "水务局"]),
        ("单位简称", ["水务局", "清河县水务局"]),
        ("职务", ["党组书记"]),
        ("姓名", ["周明"]),
        ("上级党组织", ["中共清河县委"]),
        ("年份", ["2025"]),
        ("次数", []),
    ],
)
def test_the_profile_answers_blanks_by_their_names(name: str, values: list[str]) -> None:
    assert [one.value for one in offers_for(name, UNIT, 2025)] == values


def test_what_was_typed_for_the_same_name_is_offered_after_the_profile() -> None:
    found = offers_for("单位", UNIT, 2025, ("水务局", "二支部"))
    assert [(o.value, o.whence) for o in found] == [
        ("清河县水务局", "单位资料"),
        ("水务局", "单位资料"),
        ("二支部", "本稿填过"),
    ]
    assert offers_for("姓名", Unit(), None) == ()


LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "我到【单位】调研【次数】次，又到【单位】座谈【次数】次。",
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    with program(qtbot, tmp_path / "data") as coordinator:
        coordinator.preferences.change(unit="清河县水务局", unit_short="水务局")
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        yield coordinator


def popup(desk: Coordinator) -> BlankPopup:
    return features_of(desk).phrases.values.popup


def offered(desk: Coordinator) -> list[str]:
    return [button.toolTip() for button in popup(desk).buttons] if popup(desk).isVisible() else []


def text(desk: Coordinator) -> str:
    return desk.window.editor.bridge.picture().document.blocks[2].text


def test_the_offer_stands_by_the_blank_and_is_taken_by_key(desk: Coordinator, qtbot: QtBot) -> None:
    editor = desk.window.editor
    desk.window.action("next_blank").trigger()
    assert offered(desk) == ["清河县水务局", "水务局"]
    assert all(button.height() >= button.sizeHint().height() for button in popup(desk).buttons)
    assert text(desk) == LINES[2]
    assert editor.hasFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(popup(desk).buttons[0].hasFocus)
    qtbot.keyClick(popup(desk).buttons[0], Qt.Key.Key_Down)
    qtbot.keyClick(popup(desk).buttons[1], Qt.Key.Key_Return)
    assert text(desk).startswith("我到水务局调研【次数】次")
    assert offered(desk) == []
    assert editor.hasFocus()
    desk.window.action("undo").trigger()
    assert text(desk) == LINES[2]


def test_a_value_typed_is_offered_for_the_next_blank_of_its_name(desk: Coordinator, qtbot: QtBot) -> None:
    walk = desk.window.action("next_blank").trigger
    walk()
    walk()
    assert offered(desk) == []
    qtbot.keyClicks(desk.window.editor, "12")
    walk()
    walk()
    assert offered(desk) == ["12"]
    assert text(desk).endswith("座谈【次数】次。")
    popup(desk).buttons[0].click()
    assert text(desk).endswith("座谈12次。")


def test_typing_and_escape_take_the_offer_away(desk: Coordinator, qtbot: QtBot) -> None:
    desk.window.action("next_blank").trigger()
    popup(desk).enter()
    qtbot.keyClick(popup(desk).buttons[0], Qt.Key.Key_Escape)
    assert offered(desk) == []
    desk.window.action("previous_blank").trigger()
    desk.window.action("next_blank").trigger()
    assert offered(desk) == ["清河县水务局", "水务局"]
    qtbot.keyClicks(desk.window.editor, "a")
    assert offered(desk) == []
    assert text(desk).startswith("我到a调研")


def test_the_offers_have_names(desk: Coordinator) -> None:
    desk.window.action("next_blank").trigger()
    assert nameless(popup(desk)) == []
