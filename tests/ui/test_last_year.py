"""从去年的报告开始 at the desk: begun, walked through, decided on, kept with the draft; last year's file stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.storage.drafts import DraftStore
from assistant.ui import last_year_decisions
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.from_last_year import FromLastYear, FromLastYearDialog
from assistant.ui.features import features_of
from assistant.ui.last_year_commands import LastYearCommands
from assistant.ui.models.last_year_rows import LastYearRow, RowKind, Step, readable
from assistant.ui.models.last_year_view import waiting_rows
from assistant.ui.storing import DATABASE
from tests.ui.desk import PATIENCE, opened, program
from tests.ui.naming import nameless as nameless_parts
from tests.ui.reading import nameless

LINES = (
    "青石镇党委书记2024年度抓基层党建工作述职报告",
    "各位领导、同志们：",
    "按照会议安排，现将2024年度抓基层党建工作情况报告如下。",
    "一、上年度述职评议点评问题整改情况",
    "针对2023年度述职评议点出的问题，已改完5个。",
    "二、主要工作",
    "（一）抓好学习，打牢基础。全年集中学习12次、专题研讨8次。支部把学习笔记挂在走廊里。",
    "（二）建强组织，夯实阵地。阵地建设有了新样子。",
    "三、下步工作打算",
    "（一）压实责任。2025年每季度研究一次党建。",
    "（二）改进作风。多到支部去，少开长会。",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "去年.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coordinator]:
    monkeypatch.setattr(FromLastYearDialog, "ask", lambda *_: FromLastYear(report, 2025))
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.window.action("from_last_year").trigger())
        qtbot.waitUntil(lambda: bool(rows(coordinator, Step.CARRIED)), timeout=PATIENCE)
        yield coordinator


def last_year(desk: Coordinator) -> LastYearCommands:
    return features_of(desk).reuse.last_year


def rows(desk: Coordinator, step: Step) -> tuple[LastYearRow, ...]:
    return readable(last_year(desk).panel.rows(step))


def waiting(desk: Coordinator) -> list[str]:
    view = last_year(desk).panel.view
    return [row.words for row in waiting_rows(view)] if view is not None else []


def row(desk: Coordinator, step: Step, words: str) -> LastYearRow:
    return next(row for row in rows(desk, step) if words in row.words)


def choose(desk: Coordinator, step: Step, words: str) -> None:
    panel = last_year(desk).panel
    panel.show_step(step)
    panel.tree.setCurrentIndex(panel.tree.model().find(row(desk, step, words).key))


def press(desk: Coordinator, label: str) -> None:
    buttons = last_year(desk).panel.findChildren(QPushButton)
    next(
        button for button in buttons if button.text().startswith(label) and button.isVisibleTo(button.window())
    ).click()


def text(desk: Coordinator) -> str:
    return "\n".join(block.text for block in desk.window.editor.bridge.picture().document.blocks)


def said(desk: Coordinator) -> str:
    return "".join(message.text for message in desk.window.messages.messages())


# beginning


def test_a_new_draft_is_begun_and_last_years_file_is_not_touched(desk: Coordinator, report: Path) -> None:
    assert text(desk).startswith("青石镇党委书记2025年度")
    assert report.read_text(encoding="utf-8") == "\n".join(LINES)
    assert desk.desk().file.path is None
    assert desk.desk().context.year == 2025
    assert "“去年.txt”" in said(desk)
    assert desk.window.side.tabs.currentWidget() is last_year(desk).panel


def test_the_card_of_the_start_page_and_the_menu_lead_there(
    qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(FromLastYearDialog, "ask", lambda *given: asked.append(given[2]))
    with program(qtbot, tmp_path / "data") as coordinator:
        coordinator.window.start_page.last_year_requested.emit()
        coordinator.window.action("from_last_year").trigger()
        assert len(asked) == 2
        assert coordinator.work is None


def test_a_report_of_that_year_is_refused_plainly(
    qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FromLastYearDialog, "ask", lambda *_: FromLastYear(report, 2024))
    with program(qtbot, tmp_path / "data") as coordinator:
        coordinator.window.action("from_last_year").trigger()
        qtbot.waitUntil(lambda: "2024年度" in said(coordinator), timeout=PATIENCE)
        assert "--" not in said(coordinator)
        assert coordinator.work is None


def test_another_text_puts_the_panel_away(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    desk.window.editor.document().setModified(False)
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    assert desk.window.side.tabs.indexOf(last_year(desk).panel) < 0
    assert not last_year(desk).margin.isVisible()


def test_it_is_never_saved_over_last_years_report(
    qtbot: QtBot, desk: Coordinator, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def answer(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return str(report), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    desk.window.action("save").trigger()
    assert "去年的报告" in said(desk)
    assert report.read_text(encoding="utf-8") == "\n".join(LINES)
    assert Path(proposed[0]).parent == report.parent
    assert "2025年度" in Path(proposed[0]).name


# what must change


def test_every_place_is_listed_with_its_kind(desk: Coordinator) -> None:
    assert waiting(desk) == ["2023年度", "2025年", "5个", "12次", "8次", "青石镇党委"]
    groups = [group.words for group in last_year(desk).panel.rows(Step.PLACES)]
    assert groups == ["年份", "数字、成绩", "单位和姓名"]


def test_figures_are_walked_by_key_and_enter_takes(qtbot: QtBot, desk: Coordinator) -> None:
    panel = last_year(desk).panel
    for _ in range(4):
        desk.window.action("next_place").trigger()
    assert panel.card.field.hasFocus()
    assert panel.card.field.selectedText() == "12"
    assert desk.window.editor.textCursor().selectedText() == "12次"
    qtbot.keyClicks(panel.card.field, "15")
    qtbot.keyClick(panel.card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "12次" not in waiting(desk), timeout=PATIENCE)
    assert "集中学习15次" in text(desk)
    assert panel.card.field.text() == "8次"
    assert panel.card.field.hasFocus()
    desk.window.action("previous_place").trigger()
    assert panel.card.field.text() == "5个"


def test_who_walks_before_the_places_are_listed_is_taken_there_as_soon_as_they_are(
    qtbot: QtBot, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FromLastYearDialog, "ask", lambda *_: FromLastYear(report, 2025))
    with program(qtbot, tmp_path / "data") as desk:
        desk.text_opened.connect(lambda: desk.window.action("next_place").trigger())
        opened(qtbot, desk, lambda: desk.window.action("from_last_year").trigger())
        qtbot.waitUntil(lambda: desk.window.editor.textCursor().selectedText() == "2023年度", timeout=PATIENCE)
        assert not [one for one in desk.window.messages.messages() if one.key == "places"]


def test_a_change_is_one_undo_step_and_then_waits_again(qtbot: QtBot, desk: Coordinator) -> None:
    choose(desk, Step.PLACES, "12次")
    last_year(desk).panel.card.field.setText("15次")
    press(desk, "改成")
    qtbot.waitUntil(lambda: "12次" not in waiting(desk), timeout=PATIENCE)
    desk.window.action("undo").trigger()
    qtbot.waitUntil(lambda: "12次" in waiting(desk), timeout=PATIENCE)


def test_the_same_words_are_not_taken_for_a_change(desk: Coordinator, qtbot: QtBot) -> None:
    choose(desk, Step.PLACES, "12次")
    field = last_year(desk).panel.card.field
    field.setText("12次")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "12次" in waiting(desk)


def test_a_kept_place_stays_in_sight_and_can_be_opened_again(qtbot: QtBot, desk: Coordinator) -> None:
    choose(desk, Step.PLACES, "5个")
    press(desk, "保留")
    qtbot.waitUntil(lambda: "5个" not in waiting(desk), timeout=PATIENCE)
    assert row(desk, Step.PLACES, "5个").kind is RowKind.KEPT
    assert last_year(desk).panel.steps.buttons[Step.PLACES].text() == "要改\n1/6"
    choose(desk, Step.PLACES, "5个")
    press(desk, "重新考虑")
    qtbot.waitUntil(lambda: "5个" in waiting(desk), timeout=PATIENCE)


def test_a_suggestion_stands_in_the_field(desk: Coordinator) -> None:
    choose(desk, Step.PLACES, "2023年度")
    assert last_year(desk).panel.card.field.text() == "2024年度"


def test_the_suggestions_of_a_group_are_told_and_taken_in_one_step(qtbot: QtBot, desk: Coordinator) -> None:
    panel, before = last_year(desk).panel, text(desk)
    panel.show_step(Step.PLACES)
    panel.tree.setCurrentIndex(panel.tree.model().index(0, 0))
    labels = "\n".join(label.text() for label in panel.card.findChildren(QLabel) if label.isVisibleTo(panel))
    assert "2023年度 → 2024年度" in labels
    assert "2025年 → 2026年" in labels
    press(desk, "照建议改这 2 处")
    assert "针对2024年度" in text(desk)
    assert "2026年每季度" in text(desk)
    qtbot.waitUntil(lambda: waiting(desk) == ["5个", "12次", "8次", "青石镇党委"], timeout=PATIENCE)
    desk.window.action("undo").trigger()
    assert text(desk) == before


# structure


def test_a_missing_section_is_put_in_from_the_list(qtbot: QtBot, desk: Coordinator) -> None:
    panel = last_year(desk).panel
    panel.show_step(Step.STRUCTURE)
    missing = next(one for one in rows(desk, Step.STRUCTURE) if one.role == "problems_causes" or "问题" in one.words)
    assert missing.kind is RowKind.MISSING
    panel.tree.opened.emit(missing)
    qtbot.waitUntil(lambda: missing.key not in {one.key for one in rows(desk, Step.STRUCTURE)}, timeout=PATIENCE)
    assert "问题" in "".join(one.words for one in rows(desk, Step.STRUCTURE) if one.kind is RowKind.SECTION)


# promises


def test_a_promise_gets_a_state_and_a_note(qtbot: QtBot, desk: Coordinator) -> None:
    panel = last_year(desk).panel
    choose(desk, Step.PROMISES, "每季度研究")
    panel.card.states["done"].click()
    panel.card.field.setText("研究5次")
    qtbot.keyClick(panel.card.field, Qt.Key.Key_Return)
    promise = desk.desk().context.last_year.promises[0]
    assert (promise.state, promise.note) == ("done", "研究5次")
    qtbot.waitUntil(lambda: "已落实 · 研究5次" in row(desk, Step.PROMISES, "每季度").below, timeout=PATIENCE)


def test_decided_promises_are_put_into_a_section_at_one_click_and_undone_at_one(
    qtbot: QtBot, desk: Coordinator
) -> None:
    panel, before = last_year(desk).panel, text(desk)
    choose(desk, Step.PROMISES, "每季度研究")
    panel.card.states["done"].click()
    qtbot.waitUntil(lambda: panel.fill["rectification"].text() == "写进上年度整改 1 条", timeout=PATIENCE)
    panel.fill["rectification"].click()
    assert "“2025年每季度研究一次党建”" in text(desk)
    assert desk.window.editor.textCursor().selectedText().startswith("【")
    qtbot.waitUntil(lambda: not panel.fill["rectification"].isEnabled(), timeout=PATIENCE)
    assert "已写进上年度整改" in row(desk, Step.PROMISES, "每季度研究").below
    desk.window.action("undo").trigger()
    assert text(desk) == before


# carried over


def test_carried_sentences_have_a_bar_that_goes_when_they_are_touched(qtbot: QtBot, desk: Coordinator) -> None:
    margin, editor = last_year(desk).margin, desk.window.editor
    assert margin.isVisible()
    before = len(margin.bars())
    cursor = editor.document().find("有了新样子")
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, "x")
    assert len(margin.bars()) == before - 1
    desk.window.action("undo").trigger()
    assert len(margin.bars()) == before


def test_a_click_on_a_bar_selects_its_sentence_and_offers_to_confirm_it(
    qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(desk.views, "show_menu", lambda _place, first: offered.extend(one.text() for one in first))
    margin, editor = last_year(desk).margin, desk.window.editor
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=margin.bars()[0].center())
    assert editor.textCursor().selectedText() == LINES[4]
    assert "这句仍然属实" in offered


def test_a_sentence_is_confirmed_from_the_context_menu(qtbot: QtBot, desk: Coordinator) -> None:
    editor = desk.window.editor
    editor.setTextCursor(editor.document().find("有了新样子"))
    confirm, together = last_year(desk).menu_actions()
    assert (confirm.text(), together.text()) == ("这句仍然属实", "“主要工作”全部确认…")
    confirm.trigger()
    assert last_year(desk).menu_actions() == []
    qtbot.waitUntil(lambda: row(desk, Step.CARRIED, "有了新样子").kind is RowKind.CONFIRMED, timeout=PATIENCE)


def test_a_section_is_confirmed_only_after_asking(
    qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(last_year_decisions, "agreed", lambda _w, title, count: bool(asked.append((title, count))))
    last_year(desk).decisions.confirm_section("main_work")
    assert asked == [("主要工作", 3)]
    assert not desk.desk().context.last_year.confirmed
    monkeypatch.setattr(last_year_decisions, "agreed", lambda *_: True)
    last_year(desk).decisions.confirm_section("main_work")
    qtbot.waitUntil(
        lambda: not any(r.kind is RowKind.CARRIED and r.role == "main_work" for r in rows(desk, Step.CARRIED))
    )


# kept


def test_decisions_survive_with_the_draft(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    editor = desk.window.editor
    editor.setTextCursor(editor.document().find("有了新样子"))
    last_year(desk).menu_actions()[0].trigger()
    decided = desk.desk().context.last_year
    assert desk.drafting.flush()
    store = DraftStore(tmp_path / "data" / DATABASE)
    try:
        [info] = store.unsaved()
        draft = store.load(info.id)
    finally:
        store.close()
    assert draft.context.last_year == decided
    opened(qtbot, desk, lambda: desk.files.recover(draft))
    qtbot.waitUntil(lambda: row(desk, Step.CARRIED, "有了新样子").kind is RowKind.CONFIRMED, timeout=PATIENCE)


def test_decisions_come_back_with_the_file_the_draft_was_saved_to(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "今年.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: desk.desk().file.path == path, timeout=PATIENCE)
    monkeypatch.setattr(last_year_decisions, "agreed", lambda *_: True)
    last_year(desk).decisions.confirm_section("main_work")
    decided = desk.desk().context.last_year
    desk.close_text()
    opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
    qtbot.waitUntil(lambda: desk.desk().context.last_year == decided, timeout=PATIENCE)
    assert desk.window.side.tabs.indexOf(last_year(desk).panel) >= 0


def test_everything_has_a_name(desk: Coordinator) -> None:
    for step in Step:
        last_year(desk).panel.show_step(step)
        assert nameless(last_year(desk).panel) == []


def test_the_dialog_begins_only_with_a_file(qtbot: QtBot, tmp_path: Path, report: Path) -> None:
    dialog = FromLastYearDialog(None, tmp_path, 2025)
    qtbot.addWidget(dialog)
    assert not dialog.begin.isEnabled()
    assert dialog.value() is None
    assert nameless_parts(dialog) == []
    chosen = FromLastYearDialog(report, tmp_path, 2025)
    qtbot.addWidget(chosen)
    assert chosen.value() == FromLastYear(report, 2025)
