import errno
import os
import pickle
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

import assistant
from assistant.errors import CannotOpen, CannotSave
from assistant.formats import disk
from assistant.formats.disk import ChangedOnDisk, OpenElsewhere, fingerprint, read_file, write_file


def failing(code: int) -> Callable[..., NoReturn]:
    def fail(*_: Any, **__: Any) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def assert_sentence(error: CannotOpen | CannotSave) -> None:
    assert error.message.endswith("。")
    assert error.message.count("。") == 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "去年 述职报告.txt"
    path.write_bytes(b"old")
    return path


# Reading


def test_read_gives_the_bytes(file: Path) -> None:
    assert read_file(file) == b"old"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="找不到“没有”") as caught:
        read_file(tmp_path / "没有")
    assert_sentence(caught.value)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="文件夹"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(CannotOpen, match="不是普通文件"):
        read_file(tmp_path / "pipe.txt")


def test_enormous_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LARGEST_FILE", 2)
    with pytest.raises(CannotOpen, match="太大") as caught:
        read_file(file)
    assert_sentence(caught.value)


def test_name_with_nul() -> None:
    with pytest.raises(CannotOpen, match="出错"):
        read_file(Path("a\x00b.txt"))


@pytest.mark.parametrize(("code", "words"), [(errno.EACCES, "没有权限"), (errno.EIO, "磁盘或网络")])
def test_unreadable_file(file: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    monkeypatch.setattr(Path, "read_bytes", failing(code))
    with pytest.raises(CannotOpen, match=words) as caught:
        read_file(file)
    assert_sentence(caught.value)


# Writing


def test_write_replaces_the_file_and_gives_its_fingerprint(file: Path) -> None:
    assert write_file(file, b"new", opened_sha256=fingerprint(b"old")) == fingerprint(b"new")
    assert file.read_bytes() == b"new"


def test_write_makes_a_new_file(tmp_path: Path) -> None:
    write_file(tmp_path / "新稿.docx", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["新稿.docx"]


def test_a_vanished_file_is_made_again(file: Path) -> None:
    file.unlink()
    write_file(file, b"new", opened_sha256=fingerprint(b"old"))
    assert file.read_bytes() == b"new"


def test_nothing_but_the_file_is_left_in_the_folder(file: Path) -> None:
    write_file(file, b"new")
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o640)
    write_file(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    write_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_name_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    path = tmp_path / ("述" * 83 + ".txt")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_one_backup_of_the_old_file_is_kept_elsewhere(file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "data" / "backup" / "1"
    write_file(file, b"second", backup=backup)
    write_file(file, b"third", backup=backup)
    assert backup.read_bytes() == b"second"
    assert list(backup.parent.iterdir()) == [backup]


def test_a_failing_backup_does_not_stop_the_save(file: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file where a folder should be")
    write_file(file, b"new", backup=tmp_path / "data" / "1")
    assert file.read_bytes() == b"new"


# Refusals: each leaves the old file as it was and nothing else behind


def assert_untouched(file: Path, *others: Path) -> None:
    assert file.read_bytes() == b"old"
    assert set(file.parent.iterdir()) == {file, *others}


def test_a_file_changed_by_another_program_is_not_replaced(file: Path) -> None:
    with pytest.raises(ChangedOnDisk) as caught:
        write_file(file, b"new", opened_sha256=fingerprint(b"older"))
    assert_sentence(caught.value)
    assert_untouched(file)


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("二〇二五年述职报告.docx", "~$二五年述职报告.docx"),
        ("二五年述职报告.docx", "~$五年述职报告.docx"),
        ("述职.docx", "~$述职.docx"),
        ("述职.docx", ".~lock.述职.docx#"),
    ],
)
def test_a_file_open_in_word_is_not_replaced_unasked(tmp_path: Path, name: str, owner: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"old")
    (tmp_path / owner).write_bytes(b"")
    with pytest.raises(OpenElsewhere) as caught:
        write_file(file, b"new")
    assert_sentence(caught.value)
    assert_untouched(file, tmp_path / owner)
    write_file(file, b"new", replace_open=True)
    assert file.read_bytes() == b"new"


def test_a_read_only_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(CannotSave, match="只读") as caught:
        write_file(file, b"new")
    assert_sentence(caught.value)
    assert_untouched(file)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="文件夹"):
        write_file(tmp_path, b"new")


def test_a_vanished_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="文件夹不在了"):
        write_file(tmp_path / "U盘" / "稿.txt", b"new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        with pytest.raises(CannotSave, match="没有权限"):
            write_file(file, b"new")
    finally:
        file.parent.chmod(0o755)
    assert_untouched(file)


@pytest.mark.parametrize(
    ("step", "code", "words"),
    [
        ("fsync", errno.ENOSPC, "磁盘已满"),
        ("fsync", errno.EDQUOT, "磁盘已满"),
        ("fsync", errno.EIO, "磁盘或网络"),
        ("replace", errno.ENOSPC, "磁盘已满"),
        ("replace", errno.EACCES, "没有权限"),
        ("replace", errno.EROFS, "没有权限"),
        ("open", errno.EACCES, "没有权限"),
        ("open", errno.ENAMETOOLONG, "文件名太长"),
    ],
)
def test_a_failing_step(file: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, words: str) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, failing(code))
        with pytest.raises(CannotSave, match=words) as caught:
            write_file(file, b"new")
    assert_sentence(caught.value)
    assert_untouched(file)


def test_a_file_held_by_another_program_on_windows(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: Any) -> NoReturn:
        error = PermissionError(errno.EACCES, "sharing violation")
        error.winerror = 32
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(OpenElsewhere):
            write_file(file, b"new")
    assert_untouched(file)


def test_bytes_that_fail_the_callers_check_never_reach_the_file(file: Path) -> None:
    def verify(data: bytes) -> None:
        raise CannotSave("自检没有通过。", repr(data))

    with pytest.raises(CannotSave, match="自检") as caught:
        write_file(file, b"new", verify=verify)
    assert caught.value.detail == "b'new'"
    assert_untouched(file)


def test_a_disk_that_returns_other_bytes_is_noticed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"other")
        with pytest.raises(CannotSave, match="不一致"):
            write_file(file, b"new")
    assert_untouched(file)


def test_a_refusal_survives_the_way_from_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(ChangedOnDisk("改过。", "detail")))
    assert isinstance(error, ChangedOnDisk)
    assert (error.message, error.detail) == ("改过。", "detail")


WRITER = """
import sys
from pathlib import Path
from assistant.formats.disk import write_file

for i in range(10**9):
    write_file(Path(sys.argv[1]), str(i % 10).encode() * 300_000)
    print(i, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the platform has no SIGKILL")
@pytest.mark.parametrize("saves", [1, 5, 13])
def test_a_writer_killed_with_9_leaves_a_whole_file(file: Path, saves: int) -> None:
    command = [sys.executable, "-c", WRITER, str(file)]
    program = Path(assistant.__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=program) as process:
        assert process.stdout is not None
        for _ in range(saves):
            process.stdout.readline()
        process.kill()
    data = file.read_bytes()
    assert data == data[:1] * 300_000
