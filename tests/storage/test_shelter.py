"""The draft store, come what may: the folder deleted, shut, full, of a later version, damaged; nothing is lost."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.document.block import Block, Document, Run
from assistant.errors import StorageError
from assistant.storage import reserve, shelter
from assistant.storage.database import DiskFull
from assistant.storage.drafts import DraftStore
from assistant.storage.shelter import AWAY_IDS, Shelter, away_path


def text(words: str) -> Document:
    return Document((Block("0", (Run(words, 0),), 0),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "数据"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def home(folder: Path, said: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelter]:
    monkeypatch.setattr(shelter, "RETRY", 0.0)
    made = Shelter(folder / "drafts.sqlite3", said.append)
    yield made
    made.close()
    shutil.rmtree(away_path(folder / "drafts.sqlite3").parent, ignore_errors=True)


def write(home: Shelter, words: str, draft: int | None = None) -> int:
    def task(store: DraftStore) -> int:
        if draft is None:
            return store.create("稿", b"base", "txt", text(words))
        store.save_current(draft, text(words))
        return draft

    return home.run(task)


def texts(home: Shelter) -> list[str]:
    return home.run(lambda store: sorted(store.load(info.id).document.blocks[0].text for info in store.list()))


def shut(folder: Path) -> Path:
    """Let nobody write into the folder, not even root: a file stands in its place."""
    aside = folder.with_name("aside")
    if folder.exists():
        folder.rename(aside)
    folder.write_bytes(b"")
    return aside


def test_looking_makes_nothing(home: Shelter, folder: Path) -> None:
    assert not home.exists()
    assert not folder.exists()


class TestVanished:
    def test_a_deleted_folder_is_written_anew_from_memory(self, home: Shelter, folder: Path, said: list[str]) -> None:
        first, second = write(home, "甲"), write(home, "乙")
        shutil.rmtree(folder)
        write(home, "甲甲", first)
        assert texts(home) == ["乙", "甲甲"]
        assert said == ["草稿文件夹被移走或删除，已按内存里的内容重新建好，草稿都在，请查一查是什么程序动了它。"]
        with closing(sqlite3.connect(folder / "drafts.sqlite3")) as connection:
            assert connection.execute("SELECT id FROM draft ORDER BY id").fetchall() == [(first,), (second,)]

    def test_one_that_another_program_replaced_is_what_counts(self, home: Shelter, folder: Path) -> None:
        write(home, "甲")
        other = Shelter(folder.with_name("別") / "drafts.sqlite3", [].append)
        write(other, "乙")
        other.close()
        shutil.rmtree(folder)
        folder.with_name("別").rename(folder)
        assert texts(home) == ["乙"]
        assert write(home, "丙") > 1, "ids that were given out here are not given out again"


class TestShut:
    def test_drafts_go_elsewhere_and_that_is_said(self, home: Shelter, folder: Path, said: list[str]) -> None:
        shut(folder)
        draft = write(home, "甲")
        write(home, "甲甲", draft)
        assert draft > AWAY_IDS
        assert texts(home) == ["甲甲"]
        assert len(said) == 1
        assert "草稿文件夹不能写入，草稿暂时存在" in said[0]
        assert oct(away_path(folder / "drafts.sqlite3").parent.stat().st_mode & 0o777) == "0o700"

    def test_they_come_home_as_soon_as_it_opens_again(self, home: Shelter, folder: Path, said: list[str]) -> None:
        first = write(home, "甲")
        aside = shut(folder)
        away = write(home, "乙")
        folder.unlink()
        aside.rename(folder)
        write(home, "乙乙", away)
        assert texts(home) == ["乙乙", "甲"]
        assert "已经搬回来" in said[-1]
        assert not away_path(folder / "drafts.sqlite3").parent.exists()
        assert write(home, "丙") not in (first, away)

    def test_they_come_home_at_the_next_start(self, home: Shelter, folder: Path, said: list[str]) -> None:
        shut(folder)
        write(home, "甲")
        home.close()
        folder.unlink()
        again = Shelter(folder / "drafts.sqlite3", said.append)
        assert again.exists()
        assert texts(again) == ["甲"]
        again.close()

    def test_a_folder_elsewhere_that_is_somebody_elses_is_not_used(self, home: Shelter, folder: Path) -> None:
        shut(folder)
        place = away_path(folder / "drafts.sqlite3").parent
        place.mkdir(mode=0o755)
        place.chmod(0o755)
        with pytest.raises(StorageError, match="不能写入"):
            write(home, "甲")


class TestLaterVersion:
    def test_its_database_is_left_alone_and_the_text_kept_elsewhere(
        self, home: Shelter, folder: Path, said: list[str]
    ) -> None:
        write(home, "新版的稿")
        home.close()
        with closing(sqlite3.connect(folder / "drafts.sqlite3")) as connection:
            connection.execute("PRAGMA user_version = 99")
        before = (folder / "drafts.sqlite3").read_bytes()
        draft = write(home, "甲")
        write(home, "甲甲", draft)
        assert texts(home) == ["甲甲"]
        assert (folder / "drafts.sqlite3").read_bytes() == before
        assert said[0].startswith("草稿库是更新版本的程序建立的，没有改动它，草稿暂时存在")


class TestFull:
    def test_the_reserve_is_given_up_for_the_text(
        self, home: Shelter, folder: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft = write(home, "甲")
        assert (folder / "reserve.bin").stat().st_size == reserve.BYTES
        real = DraftStore.save_current

        def save(store: DraftStore, *arguments: object, **options: object) -> str:
            if (folder / "reserve.bin").exists():
                raise DiskFull("磁盘已满。")
            return real(store, *arguments, **options)

        monkeypatch.setattr(DraftStore, "save_current", save)
        write(home, "甲甲", draft)
        assert texts(home) == ["甲甲"]
        assert said == ["磁盘快满了，已动用预留的空间存下草稿，请尽快清理磁盘，或把稿子另存到别的磁盘。"]

    def test_without_a_reserve_the_text_goes_to_another_disk(
        self, home: Shelter, folder: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft = write(home, "甲")
        reserve.give_up(folder)
        full = [True]
        real = DraftStore.save_current

        def save(store: DraftStore, number: int, *arguments: object, **options: object) -> str:
            if full and number == draft:
                raise DiskFull("磁盘已满。")
            return real(store, number, *arguments, **options)

        monkeypatch.setattr(DraftStore, "save_current", save)
        home.run(lambda store: _save_or_create(store, draft, "甲甲"))
        assert "磁盘已满，草稿暂时存在" in said[0]
        full.clear()
        assert texts(home) == ["甲", "甲甲"], "what was there, and what was written meanwhile"


def _save_or_create(store: DraftStore, draft: int, words: str) -> None:
    """Write as the window does: into the draft, or into a new one where there is none of that id."""
    if any(info.id == draft for info in store.list()):
        store.save_current(draft, text(words))
    else:
        store.create("稿", b"base", "txt", text(words))


class TestDamaged:
    def test_damage_while_it_runs_is_healed_and_the_task_done(
        self, home: Shelter, folder: Path, said: list[str]
    ) -> None:
        draft = write(home, "甲" * 3000)
        home.close()
        home.run(lambda store: store.list())
        data = (folder / "drafts.sqlite3").read_bytes()
        (folder / "drafts.sqlite3").write_bytes(data[:4096] + random.Random(1).randbytes(len(data) - 4096))
        home.run(lambda store: store._connection.execute("PRAGMA shrink_memory"))  # forget the pages it knows
        write(home, "乙", draft)
        write(home, "丙", draft)
        assert texts(home) == ["丙"]
        assert any("草稿库已损坏" in sentence for sentence in said)
        assert list(folder.glob("drafts-damaged-*"))

    def test_it_can_be_told_to_heal(self, home: Shelter, said: list[str]) -> None:
        write(home, "甲")
        home.heal()
        assert texts(home) == ["甲"]
        assert "找回 1 份" in said[0]
