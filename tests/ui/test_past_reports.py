"""Learning from past reports, as the user does it: through the dialog, with real files, worker and store."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from assistant.learning import WORDING
from assistant.paths import resources
from assistant.phrases.completion import Completer
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.past_reports import PastReportsDialog
from assistant.ui.dialogs.past_table import PastRow
from assistant.ui.features import features_of
from assistant.ui.learning import Learning
from tests.ui.desk import PATIENCE
from tests.ui.naming import nameless

SENTENCE = "镇里的图书角每周三晚上开放，值班员登记借阅情况。"
ROWS = (
    PastRow(1, "2024年述职报告.docx", 2024, "抓基层党建工作述职报告", 3120, learned=True),
    PastRow(2, "旧.wps", 0, "", 900, learned=False),
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports and something that is none."""
    folder = tmp_path / "往年"
    folder.mkdir()
    (folder / "2023年报告.txt").write_text("\n".join([SENTENCE] * 5), encoding="utf-8")
    shutil.copy(resources() / "sample.docx", folder / "2024年报告.docx")
    (folder / "坏的.docx").write_bytes(b"PK nothing")
    return folder


def in_dialog(desk: Coordinator, steps: Callable[[PastReportsDialog], None]) -> None:
    """Open the dialog by its command, take steps in it, and close it."""
    trouble: list[BaseException] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PastReportsDialog)
        try:
            steps(dialog)
        except BaseException as error:  # pytest can't see it from inside the dialog's event loop
            trouble.append(error)
        finally:
            dialog.close_button.click()

    QTimer.singleShot(0, act)
    desk.window.action("past_reports").trigger()
    if trouble:
        raise trouble[0]


def names(dialog: PastReportsDialog) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def ready(qtbot: QtBot, desk: Coordinator) -> Completer:
    """Wait for the completer and return it."""
    ghosting = features_of(desk).completing.ghosting
    desk.files.open_sample()
    qtbot.waitUntil(lambda: desk.work is not None and ghosting._completer is not None, timeout=PATIENCE)
    return ghosting._completer


def said(completer: Completer) -> str:
    return " ".join(offer.text for offer in completer.complete("镇里的图书角每周"))


def add(qtbot: QtBot, desk: Coordinator, folder: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def steps(dialog: PastReportsDialog) -> None:
        dialog.add_folder.click()
        qtbot.waitUntil(lambda: dialog.table.rowCount() == count, timeout=PATIENCE)

    in_dialog(desk, steps)


def test_a_folder_is_learned_and_what_cannot_be_read_is_said(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(reports))
    before = (reports / "2024年报告.docx").read_bytes()

    def steps(dialog: PastReportsDialog) -> None:
        assert names(dialog) == []
        dialog.add_folder.click()
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=PATIENCE)
        assert sorted(names(dialog)) == ["2023年报告.txt", "2024年报告.docx"]
        assert dialog.refused.count() == 1
        assert dialog.refused.item(0).text().startswith("坏的.docx：")
        assert "新学了 2 份" in dialog.state.text()
        assert not dialog.cancel.isVisible()

    in_dialog(desk, steps)
    assert desk.preferences.settings.ghost, "the first report switches the grey words on"
    assert desk.window.action("ghost").isChecked()
    assert ready(qtbot, desk).complete("镇里的图书角")[0].text.startswith("每周三")
    assert (reports / "2024年报告.docx").read_bytes() == before


def test_what_is_forgotten_is_offered_no_more(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(qtbot, desk, reports, monkeypatch, 2)
    assert "三晚上" in said(ready(qtbot, desk))
    ghosting = features_of(desk).completing.ghosting

    def steps(dialog: PastReportsDialog) -> None:
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=PATIENCE)
        assert not dialog.forget.isEnabled()
        dialog.table.selectRow(names(dialog).index("2023年报告.txt"))
        dialog.forget.click()
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=PATIENCE)

    in_dialog(desk, steps)
    qtbot.waitUntil(lambda: "三晚上" not in said(ghosting._completer), timeout=PATIENCE)
    assert "图书角" not in (desk.storing.path.parent / WORDING).read_bytes().decode("utf-8", "ignore")
    assert (reports / "2023年报告.txt").exists()


def test_one_that_is_switched_off_is_kept_but_not_learned(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(qtbot, desk, reports, monkeypatch, 2)
    ready(qtbot, desk)
    ghosting = features_of(desk).completing.ghosting

    def steps(dialog: PastReportsDialog) -> None:
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=PATIENCE)
        dialog.table.item(names(dialog).index("2023年报告.txt"), 0).setCheckState(Qt.CheckState.Unchecked)
        qtbot.waitUntil(lambda: dialog.summary.text().startswith("用 1 份"), timeout=PATIENCE)
        assert dialog.table.rowCount() == 2

    in_dialog(desk, steps)
    qtbot.waitUntil(lambda: "三晚上" not in said(ghosting._completer), timeout=PATIENCE)


def test_switching_the_grey_words_off_outlives_further_reports(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(qtbot, desk, reports, monkeypatch, 2)
    desk.window.action("ghost").trigger()
    assert not desk.preferences.settings.ghost
    (reports / "2022年报告.txt").write_text(SENTENCE, encoding="utf-8")
    add(qtbot, desk, reports, monkeypatch, 3)
    assert not desk.preferences.settings.ghost


def test_cancelling_keeps_what_was_read(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "很多"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"{SENTENCE}{number}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def steps(dialog: PastReportsDialog) -> None:
        dialog.add_folder.click()
        assert dialog.cancel.isVisible()
        qtbot.waitUntil(lambda: dialog.progress.value() > 1, timeout=PATIENCE)
        dialog.cancel.click()
        qtbot.waitUntil(lambda: not dialog.cancel.isVisible(), timeout=PATIENCE)
        qtbot.waitUntil(lambda: 0 < dialog.table.rowCount() < 60, timeout=PATIENCE)

    in_dialog(desk, steps)


def test_the_wording_is_read_from_its_file_the_next_time(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(qtbot, desk, reports, monkeypatch, 2)
    ready(qtbot, desk)
    file = desk.storing.path.parent / WORDING
    before = file.stat().st_mtime_ns
    for expected in ("as it is", "anew"):
        tomorrow = Learning(desk.background, desk.storing)
        with qtbot.waitSignal(tomorrow.ready, timeout=PATIENCE):
            tomorrow.refresh()
        assert (file.stat().st_mtime_ns == before) is (expected == "as it is")
        file.write_bytes(b"damaged")
    assert file.read_bytes() == b"damaged"


def test_what_is_forgotten_leaves_the_disk_although_nobody_looks_on(
    qtbot: QtBot, desk: Coordinator, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(qtbot, desk, reports, monkeypatch, 2)
    file = desk.storing.path.parent / WORDING
    ghosting = features_of(desk).completing.ghosting
    qtbot.waitUntil(lambda: ghosting._completer is not None, timeout=PATIENCE)
    assert file.exists()
    ghosting.set_on(on=False)
    ghosting._completer = None

    def steps(dialog: PastReportsDialog) -> None:
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=PATIENCE)
        dialog.table.selectAll()
        dialog.forget.click()
        qtbot.waitUntil(lambda: dialog.table.rowCount() == 0, timeout=PATIENCE)

    in_dialog(desk, steps)
    qtbot.waitUntil(lambda: not file.exists(), timeout=PATIENCE)


# The dialog alone


@pytest.fixture
def dialog(qtbot: QtBot) -> PastReportsDialog:
    dialog = PastReportsDialog()
    qtbot.addWidget(dialog)
    return dialog


def test_with_nothing_learned_it_says_what_to_do(dialog: PastReportsDialog) -> None:
    assert dialog._pages.currentIndex() == 1
    dialog.show_rows(ROWS)
    assert dialog._pages.currentIndex() == 0


def test_it_lists_name_year_kind_and_words(dialog: PastReportsDialog) -> None:
    dialog.show_rows(ROWS)
    cells = [[dialog.table.item(row, column).text() for column in range(4)] for row in range(2)]
    assert cells == [["2024年述职报告.docx", "2024", "抓基层党建工作述职报告", "3,120"], ["旧.wps", "", "", "900"]]
    assert dialog.summary.text().startswith("用 1 份报告、3,120 字来续写")


def test_showing_rows_switches_nothing_and_keeps_what_is_chosen(qtbot: QtBot, dialog: PastReportsDialog) -> None:
    with qtbot.assertNotEmitted(dialog.learned_switched):
        dialog.show_rows(ROWS)
        dialog.table.selectRow(1)
        dialog.show_rows(ROWS)
    with qtbot.waitSignal(dialog.forget_wanted) as wanted:
        dialog.forget.click()
    assert wanted.args == [(2,)]


def test_without_traces_nothing_can_be_added(qtbot: QtBot) -> None:
    dialog = PastReportsDialog(traceless=True)
    qtbot.addWidget(dialog)
    assert not dialog.add_files.isEnabled()
    assert not dialog.add_folder.isEnabled()


def test_every_control_has_a_name(dialog: PastReportsDialog) -> None:
    dialog.show()
    assert nameless(dialog) == []
