"""我的素材 on the disk: whoever has written the file last, nothing of it is lost."""

from pathlib import Path

import pytest

from assistant.errors import StorageError
from assistant.paths import resources
from assistant.phrases.material import OwnPhrases
from assistant.phrases.own import write_own
from assistant.phrases.phrase import Phrase
from assistant.ui.own_file import FILE, change_own, load_own

ONE, TWO = Phrase("", "我走访【次数】次。", "main_work"), Phrase("", "我宣讲【次数】次。", "main_work")


def texts(folder: Path) -> list[str]:
    return [phrase.text for phrase in load_own(folder, resources()).own.phrases]


def test_two_windows_add_to_one_file(tmp_path: Path) -> None:
    change_own(tmp_path, lambda own: own.adding([ONE]))
    change_own(tmp_path, lambda own: own.adding([TWO]))
    assert texts(tmp_path) == [ONE.text, TWO.text]


def test_without_a_file_there_is_nothing_and_looking_makes_none(tmp_path: Path) -> None:
    assert texts(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_topic_of_another_version_is_no_damage(tmp_path: Path) -> None:
    own = OwnPhrases().adding([Phrase("", ONE.text, "main_work", ("a_topic_to_come",))])
    (tmp_path / FILE).write_text(write_own(own), encoding="utf-8")
    change_own(tmp_path, lambda own: own.starring("own.1", on=True))
    loaded = load_own(tmp_path, resources())
    assert (loaded.own.phrases, loaded.own.favourites, loaded.notice) == (own.phrases, ("own.1",), "")


def test_damage_is_set_aside_and_the_next_phrase_still_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe nonsense")
    change_own(tmp_path, lambda own: own.adding([ONE]))
    (aside,) = tmp_path.glob("*.damaged.toml")
    assert aside.read_bytes() == b"\xff\xfe nonsense"
    assert texts(tmp_path) == [ONE.text]


def test_what_cannot_be_written_is_said_in_one_sentence_and_nothing_changed(tmp_path: Path) -> None:
    change_own(tmp_path, lambda own: own.adding([ONE]))
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match=r"^素材没有存上，原来的素材没有变，请检查磁盘空间和数据文件夹的权限。$"):
        change_own(tmp_path / "file", lambda own: own.adding([TWO]))
    assert texts(tmp_path) == [ONE.text]
