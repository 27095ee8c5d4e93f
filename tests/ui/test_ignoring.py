"""忽略 is a decision about the text: one undo takes it back, and it survives in the draft."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from tests.ui.desk import PATIENCE, opened, program


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    with program(qtbot, tmp_path) as coordinator:
        opened(qtbot, coordinator, coordinator.files.open_sample)
        yield coordinator


def texts(desk: Coordinator) -> list[str]:
    return [finding.text for finding in desk.desk().analysis.findings]


def test_an_ignored_finding_is_gone_until_that_is_undone(qtbot: QtBot, desk: Coordinator) -> None:
    finding = next(f for f in desk.desk().analysis.findings if f.text == "部暑")
    desk.findings.ignore(finding)
    qtbot.waitUntil(lambda: "部暑" not in texts(desk), timeout=PATIENCE)
    desk.window.editor.undo()
    qtbot.waitUntil(lambda: "部暑" in texts(desk), timeout=PATIENCE)
    assert not desk.window.editor.document().isUndoAvailable()


def test_ignoring_is_kept_with_the_draft(qtbot: QtBot, desk: Coordinator) -> None:
    finding = next(f for f in desk.desk().analysis.findings if f.text == "部暑")
    desk.findings.ignore(finding)
    with qtbot.waitSignal(desk.drafting.saved, timeout=PATIENCE):
        desk.drafting.text_changed()
    drafts: list = []
    desk.drafting.loaded.disconnect(desk.files.recover)
    desk.drafting.loaded.connect(drafts.append)
    desk.drafting.load(1)
    qtbot.waitUntil(lambda: bool(drafts), timeout=PATIENCE)
    assert (finding.rule, "部暑") in drafts[0].context.ignored
