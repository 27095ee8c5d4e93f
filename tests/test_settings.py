import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import StorageError
from assistant.settings import MOST_RECENT, Settings, load_settings, merged, save_settings, with_recent, without_recent

SETTINGS = Settings(
    recent=("甲.docx", "乙.txt"), kind="party_building", unit="某某局党组", zoom=125, disabled_rules=("punct.space",)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "数据" / "settings.json"


def test_settings_come_back(path: Path) -> None:
    save_settings(path, SETTINGS)
    assert load_settings(path) == SETTINGS
    assert list(path.parent.iterdir()) == [path]


def test_a_first_start_has_defaults(path: Path) -> None:
    assert load_settings(path) == Settings()


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_defaults_and_is_kept_aside(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(junk)
    assert load_settings(path) == Settings()
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json.damaged"]
    assert (tmp_path / "settings.json.damaged").read_bytes() == junk


def test_one_wrong_value_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"zoom": "big", "speed": -1, "theme": 3, "recent": [1, "甲.docx"], "unit": "某局", "later": 1}', "utf-8"
    )
    assert load_settings(path) == Settings(recent=("甲.docx",), unit="某局")


def test_a_path_that_is_a_folder_gives_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@given(st.lists(st.sampled_from("甲乙丙丁"), max_size=30))
def test_recent_files_stand_once_each_the_last_first(opened: list[str]) -> None:
    settings = Settings()
    for name in opened:
        settings = with_recent(settings, name)
    assert list(settings.recent) == list(dict.fromkeys(reversed(opened)))


def test_recent_files_are_limited() -> None:
    settings = Settings()
    for i in range(MOST_RECENT + 5):
        settings = with_recent(settings, f"{i}.docx")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == f"{MOST_RECENT + 4}.docx"


def test_a_recent_file_can_be_forgotten() -> None:
    assert without_recent(SETTINGS, "甲.docx").recent == ("乙.txt",)


def test_a_name_that_is_no_unicode_does_not_stop_the_rest(path: Path) -> None:
    save_settings(path, replace(SETTINGS, recent=("坏\udcff.docx",)))
    assert load_settings(path) == replace(SETTINGS, recent=("坏?.docx",))


def failing(code: int) -> Callable[..., NoReturn]:
    def fail(*_: Any) -> NoReturn:
        raise OSError(code, "fault")

    return fail


@pytest.mark.parametrize("step", ["replace", "open", "mkdir"])
def test_a_failing_write_keeps_the_old_settings(path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    save_settings(path, SETTINGS)
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, lambda *_, **__: failing(errno.ENOSPC)())
        with pytest.raises(StorageError, match="设置没有存上"):
            save_settings(path, Settings())
    assert load_settings(path) == SETTINGS
    assert list(path.parent.iterdir()) == [path]


def test_where_no_traces_are_wanted_no_file_is_remembered() -> None:
    settings = Settings(recent=("甲.docx",), traceless=True)
    assert with_recent(settings, "乙.docx") == settings


def test_settings_of_another_computer_fill_what_is_empty_here() -> None:
    mine = Settings(unit="甲局", allowed_words=("靠实",), recent=("我的.docx",), zoom=120)
    theirs = Settings(unit="乙局", person="李明", allowed_words=("靠实", "应建尽建"), recent=("他的.docx",), zoom=90)
    both = merged(mine, theirs)
    assert (both.unit, both.person) == ("甲局", "李明")
    assert both.allowed_words == ("靠实", "应建尽建")
    assert (both.recent, both.zoom) == (("我的.docx",), 120)
