"""Backups are made while the program runs, beside it; a database they find damaged is rebuilt."""

import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Run
from assistant.storage import backups
from assistant.ui.backing_up import BackingUp
from assistant.ui.storing import Storing
from tests.ui.desk import PATIENCE, drafts

DOCUMENT = Document((Block("0", (Run("抓好学习，推动落实。" * 300, 0),), 0),))


@pytest.fixture
def storing(qtbot: QtBot, tmp_path: Path) -> Storing:
    made = Storing(tmp_path / "data")
    for number in range(6):
        made.run(lambda store, n=number: store.create(f"稿{n}", b"base", "txt", DOCUMENT), lambda _: None, pytest.fail)
    assert made.flush(PATIENCE / 1000)
    yield made
    made.close()


def test_one_is_made_when_it_is_due_and_not_again_at_once(qtbot: QtBot, storing: Storing) -> None:
    backing = BackingUp(storing)
    backing.begin(0)
    qtbot.waitUntil(lambda: len(backups.backups(storing.path)) == 1, timeout=PATIENCE)
    backing.look()
    backing._thread.stop(PATIENCE / 1000)
    assert len(backups.backups(storing.path)) == 1
    assert not list(backups.backup_folder(storing.path).glob("*.tmp"))


@pytest.mark.usefixtures("qtbot")
def test_where_there_is_nothing_none_is_made(tmp_path: Path) -> None:
    storing = Storing(tmp_path / "none")
    backing = BackingUp(storing)
    backing.look()
    backing._thread.stop(PATIENCE / 1000)
    assert not (tmp_path / "none").exists()
    storing.close()


def test_why_there_is_none_is_said_once(qtbot: QtBot, storing: Storing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "ROOM", 10**18)
    backing = BackingUp(storing)
    said: list[str] = []
    backing.failed.connect(said.append)
    backing.look()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    with qtbot.assertNotEmitted(backing.failed, wait=100):
        backing.look()
        backing._thread.stop(PATIENCE / 1000)
    assert said == ["磁盘空间不多了，没有再做草稿备份，草稿本身还在照常保存，请清理磁盘。"]


def test_a_database_found_damaged_is_rebuilt_and_that_is_said(qtbot: QtBot, storing: Storing, tmp_path: Path) -> None:
    storing.run(lambda store: store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"), lambda _: None, pytest.fail)
    assert storing.flush(PATIENCE / 1000)
    data = storing.path.read_bytes()
    storing.path.write_bytes(data[:4096] + random.Random(1).randbytes(len(data) - 4096))
    backing = BackingUp(storing)
    with qtbot.waitSignal(storing.noticed, timeout=PATIENCE) as noticed:
        backing.look()
    assert "找回 6 份" in noticed.args[0]
    assert len(drafts(tmp_path / "data")) == 6


def test_what_is_too_old_leaves_the_bin_with_a_backup(
    qtbot: QtBot, storing: Storing, monkeypatch: pytest.MonkeyPatch
) -> None:
    expired: list[int] = []
    monkeypatch.setattr("assistant.storage.bin.Bin.expire", lambda _: expired.append(1))
    BackingUp(storing, storing).look()
    qtbot.waitUntil(lambda: expired == [1], timeout=PATIENCE)
