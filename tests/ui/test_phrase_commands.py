"""我的素材 at the desk: kept from the text, starred, seen less, changed, deleted and put back, carried in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Run
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.phrases.library import Known
from assistant.phrases.material import OwnPhrases
from assistant.phrases.own import read_own, write_own
from assistant.phrases.past import PastText
from assistant.phrases.phrase import OWN, Phrase, Suggestion
from assistant.phrases.topics import load_vocabulary
from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.own_phrases import OwnPhrasesDialog
from assistant.ui.dialogs.phrase_form import PhraseForm
from assistant.ui.features import features_of
from assistant.ui.messages import Message
from assistant.ui.own_file import FILE
from assistant.ui.phrasing import Phrasing
from tests.ui.desk import PATIENCE, opened, program
from tests.ui.reading import nameless

LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "（一）抓好队伍。我到支部调研12次，解决难题8个。",
    "二、存在的主要问题",
    "（一）理论学习不深入。集中研讨只有两次。",
    "（二）发展党员不及时。两个支部三年没有发展党员。",
    "三、下步打算",
    "带头落实联系点制度。",
)
VOCABULARY = load_vocabulary(resources() / "phrases")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, tmp_path: Path) -> Coordinator:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    with program(qtbot, folder) as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        qtbot.waitUntil(lambda: bool(phrasing(coordinator).vocabulary.topics), timeout=PATIENCE)
        yield coordinator


def phrasing(desk: Coordinator) -> Phrasing:
    return features_of(desk).phrases.phrasing


def kept(folder: Path) -> tuple[Phrase, ...]:
    path = folder / FILE
    return read_own(path.read_text(encoding="utf-8"), FILE, Known.of(VOCABULARY)).phrases if path.exists() else ()


def put_caret(desk: Coordinator, number: int, offset: int | None = None) -> None:
    block = desk.window.editor.bridge.picture().document.blocks[number]
    desk.panels.go_to(block.id, len(block.text) if offset is None else offset)


def shown(desk: Coordinator) -> list[Suggestion]:
    model = desk.window.suggestions.list.model()
    return [model.suggestion(n) for n in range(1, model.rowCount() + 1)]


def wait_for(qtbot: QtBot, desk: Coordinator, condition: Callable[[list[Suggestion]], bool]) -> None:
    qtbot.waitUntil(lambda: condition(shown(desk)), timeout=PATIENCE)


def answered(monkeypatch: pytest.MonkeyPatch, answer: Callable[[PhraseForm], object]) -> None:
    """Have the form filled in by `answer`, and saved."""

    def ask(dialog: PhraseForm) -> int:
        answer(dialog)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PhraseForm, "exec", ask)


def test_selected_words_are_kept_with_blanks_and_offered(
    desk: Coordinator, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    answered(monkeypatch, lambda form: seen.append((form.text.toPlainText(), form.role.currentData())))
    put_caret(desk, 2, 12)
    wait_for(qtbot, desk, bool)
    desk.window.action("add_phrase").trigger()
    qtbot.waitUntil(lambda: bool(kept(folder)), timeout=PATIENCE)
    assert seen == [("我到支部调研【次数】次，解决难题【数量】个。", "main_work")]
    assert [(p.text, p.role) for p in kept(folder)] == seen
    desk.window.suggestions.chips.buttons["own"].click()
    wait_for(qtbot, desk, lambda found: [(s.phrase.text, s.source) for s in found] == [(seen[0][0], OWN)])
    assert [m.text for m in desk.window.messages.messages()] == ["已加入素材，右边“建议”里点“我的”就能看到。"]


def test_what_was_kept_is_there_after_a_restart(desk: Coordinator, qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    phrasing(desk).change(lambda own: own.adding([Phrase("", "我到最远的支部去。", "main_work")]))
    qtbot.waitUntil(lambda: bool(kept(folder)), timeout=PATIENCE)
    with program(qtbot, folder) as again:
        opened(qtbot, again, lambda: again.files.open_path(str(tmp_path / "报告.txt")))
        again.window.suggestions.chips.buttons["own"].click()
        put_caret(again, 2)
        wait_for(qtbot, again, lambda found: [s.phrase.text for s in found] == ["我到最远的支部去。"])


def test_a_star_puts_a_phrase_first_and_into_the_favourites(desk: Coordinator, qtbot: QtBot) -> None:
    put_caret(desk, 7, 0)
    wait_for(qtbot, desk, lambda found: len(found) == 5)
    third, panel = shown(desk)[2], desk.window.suggestions
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(2, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    panel.chips.buttons["favourites"].click()
    wait_for(qtbot, desk, lambda found: [(s.phrase.id, s.favourite) for s in found] == [(third.phrase.id, True)])
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    wait_for(qtbot, desk, lambda found: found == [])


def test_a_phrase_seen_too_often_goes_behind_and_can_be_called_back(desk: Coordinator, qtbot: QtBot) -> None:
    put_caret(desk, 2, 0)
    wait_for(qtbot, desk, lambda found: len(found) == 5)
    first, view = shown(desk)[0], desk.window.suggestions.list
    box = view.delegate.button_box(view.model().index(0, 0), "less")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    wait_for(qtbot, desk, lambda found: first.phrase.id not in [s.phrase.id for s in found])
    desk.window.messages.chosen.emit("phrase_lessened", first.phrase.id)
    wait_for(qtbot, desk, lambda found: found[0].phrase.id == first.phrase.id)


def test_measures_for_the_problem_under_the_caret(desk: Coordinator, qtbot: QtBot) -> None:
    panel = desk.window.suggestions
    put_caret(desk, 5, 4)
    qtbot.waitUntil(panel.chips.measures.isVisible, timeout=PATIENCE)
    panel.chips.measures.click()
    wait_for(
        qtbot, desk, lambda found: {(s.reason, s.phrase.role) for s in found} == {("针对问题（二）", "next_steps")}
    )
    put_caret(desk, 2)
    wait_for(qtbot, desk, lambda found: bool(found) and found[0].phrase.role == "main_work")
    assert not panel.chips.measures.isVisible()


def drop(desk: Coordinator, number: int, block: int, offset: int) -> None:
    """Drop the card with a number into the text."""
    editor, panel = desk.window.editor, desk.window.suggestions
    before = editor.textCursor()
    put_caret(desk, block, offset)
    place = editor.cursorRect().center()
    editor.setTextCursor(before)
    data = panel.list.model().mimeData([panel.list.model().index(number - 1, 0)])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(place), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    editor.dropEvent(event)


def test_a_dragged_card_lands_where_it_is_dropped(desk: Coordinator, qtbot: QtBot) -> None:
    put_caret(desk, 2)
    wait_for(qtbot, desk, lambda found: len(found) == 5)
    words = shown(desk)[1].phrase.text
    drop(desk, 2, 7, 0)
    text = desk.window.editor.bridge.picture().document.blocks[7].text
    assert text == words + LINES[7]
    desk.window.action("undo").trigger()
    assert desk.window.editor.bridge.picture().document.blocks[7].text == LINES[7]


def test_nothing_is_dropped_into_a_locked_text(desk: Coordinator, qtbot: QtBot) -> None:
    put_caret(desk, 2)
    wait_for(qtbot, desk, lambda found: len(found) == 5)
    desk.window.editor.setReadOnly(True)
    drop(desk, 1, 7, 0)
    assert desk.window.editor.bridge.picture().document.blocks[7].text == LINES[7]
    assert "只能查看" in desk.window.messages.messages()[-1].text


def at_the_list(desk: Coordinator, monkeypatch: pytest.MonkeyPatch, act: Callable[[OwnPhrasesDialog], None]) -> None:
    """Open 我的素材 and do something in it."""
    monkeypatch.setattr(OwnPhrasesDialog, "exec", lambda dialog: (dialog.show(), act(dialog)))
    desk.window.action("own_phrases").trigger()


def rows(dialog: OwnPhrasesDialog) -> list[str]:
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_list_is_searched_changed_and_what_was_deleted_put_back(
    desk: Coordinator, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["我到支部调研【次数】次。", "我讲党课【次数】次。"]
    phrasing(desk).change(lambda own: own.adding(Phrase("", text, "main_work") for text in texts))
    qtbot.waitUntil(lambda: len(kept(folder)) == 2, timeout=PATIENCE)

    def act(dialog: OwnPhrasesDialog) -> None:
        qtbot.waitUntil(lambda: rows(dialog) == texts[::-1], timeout=PATIENCE)
        qtbot.keyClicks(dialog.search, "jdk")
        assert rows(dialog) == texts[1:]
        dialog.list.selectAll()
        dialog.remove.click()
        qtbot.waitUntil(lambda: [p.text for p in kept(folder)] == texts[:1], timeout=PATIENCE)
        qtbot.waitUntil(dialog.undo.isVisible, timeout=PATIENCE)
        dialog.undo.click()
        qtbot.waitUntil(lambda: [p.text for p in kept(folder)] == texts, timeout=PATIENCE)
        qtbot.waitUntil(lambda: rows(dialog) == texts[1:], timeout=PATIENCE)
        answered(monkeypatch, lambda form: form.text.setPlainText("我讲微党课【次数】次。"))
        dialog.list.selectAll()
        dialog.edit.click()
        qtbot.waitUntil(lambda: [p.text for p in kept(folder)][1] == "我讲微党课【次数】次。", timeout=PATIENCE)

    at_the_list(desk, monkeypatch, act)


def test_phrases_travel_in_one_file_and_a_wrong_one_is_refused_by_its_line(
    desk: Coordinator, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, out = tmp_path / "别人的.toml", tmp_path / "坏的.toml", tmp_path / "给别人.toml"
    good.write_text(write_own(OwnPhrases().adding([Phrase("", "我走访【次数】次。", "main_work")])), encoding="utf-8")
    bad.write_text('[[phrase]]\nid = "x"\nrole = "main_work"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    def act(dialog: OwnPhrasesDialog) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
        dialog.take_in.click()
        qtbot.waitUntil(lambda: dialog.said.text() == "导入了 1 条。", timeout=PATIENCE)
        dialog.take_in.click()
        qtbot.waitUntil(lambda: dialog.said.text() == "导入了 0 条，1 条已经有了。", timeout=PATIENCE)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
        dialog.take_in.click()
        qtbot.waitUntil(lambda: dialog.said.text().startswith("“坏的.toml”第 1 行"), timeout=PATIENCE)
        dialog.give_out.click()
        qtbot.waitUntil(out.exists, timeout=PATIENCE)

    at_the_list(desk, monkeypatch, act)
    assert out.read_text(encoding="utf-8") == good.read_text(encoding="utf-8")


def test_a_damaged_file_is_set_aside_and_said(qtbot: QtBot, folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_text("[[phrase", encoding="utf-8")
    with program(qtbot, folder) as coordinator:
        said: list[Message] = []
        qtbot.waitUntil(lambda: bool(said.extend(coordinator.window.messages.messages()) or said), timeout=PATIENCE)
        (aside,) = folder.glob("own_phrases.*.damaged.toml")
        assert said[0].text == f"我的素材文件有误，已原样另存为数据文件夹里的“{aside.name}”，改正后可以再导入。"
        assert aside.read_text(encoding="utf-8") == "[[phrase"


def test_sentences_of_learned_reports_are_offered_and_forgotten_with_them(desk: Coordinator, qtbot: QtBot) -> None:
    last = ("2024年度抓基层党建工作述职报告", "一、主要工作", "（一）抓学习。我到最远的支部宣讲3场。")
    document = Document(identified([Block("", (Run(line),)) for line in last]))
    kept: list[int] = []

    def keep(store: DraftStore) -> int:
        return store.past.add("去年.docx", document, "x", year=2024, learned=True)

    desk.storing.run(keep, kept.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(kept), timeout=PATIENCE)
    changed = features_of(desk).completing.commands.changed
    changed.emit()
    desk.window.suggestions.chips.buttons["own"].click()
    put_caret(desk, 2)
    offered = [("我到最远的支部宣讲【场次】场。", "我的 2024 年报告")]
    wait_for(qtbot, desk, lambda found: [(s.phrase.text, s.source) for s in found] == offered)
    done: list[None] = []
    desk.storing.run(lambda store: store.past.set_learned(kept[0], learned=False), done.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    changed.emit()
    wait_for(qtbot, desk, lambda found: found == [])


def test_a_report_that_the_worker_is_lost_over_is_said_and_not_tried_again(qtbot: QtBot, desk: Coordinator) -> None:
    said: list[str] = []
    phrasing(desk).noticed.connect(said.append)
    qtbot.waitUntil(lambda: desk.background._current is None, timeout=PATIENCE)
    phrasing(desk)._take_past((PastText("去年.docx", 2024, Document(())),))
    desk.background.cancel()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert said[0].startswith("往年报告没有读完")
    assert phrasing(desk)._past == ()


def test_a_lost_worker_is_told_again(desk: Coordinator, qtbot: QtBot, folder: Path) -> None:
    phrasing(desk).change(lambda own: own.adding([Phrase("", "我到最远的支部去。", "main_work")]))
    qtbot.waitUntil(lambda: bool(kept(folder)), timeout=PATIENCE)
    desk.window.suggestions.chips.buttons["own"].click()
    put_caret(desk, 2)
    wait_for(qtbot, desk, bool)
    desk.background._process.kill()
    qtbot.waitUntil(lambda: not desk.background._connection, timeout=PATIENCE)
    put_caret(desk, 7)
    desk.window.suggestions.chips.buttons["own"].click()
    desk.window.suggestions.chips.buttons["own"].click()
    wait_for(qtbot, desk, lambda found: [s.phrase.text for s in found] == ["我到最远的支部去。"])


def test_the_dialogs_name_everything_that_takes_the_focus(qtbot: QtBot) -> None:
    form = PhraseForm(Phrase("", "我调研12次。", "main_work"), VOCABULARY)
    listing = OwnPhrasesDialog(VOCABULARY)
    for dialog in (form, listing):
        qtbot.addWidget(dialog)
        dialog.show()
        assert nameless(dialog) == []
    assert listing.empty.text().startswith("还没有自己的素材")
