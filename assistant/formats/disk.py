"""Files on disk: read whole, and replaced so that a crash at any moment leaves the old or the new file, never half."""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from assistant.errors import CannotOpen, CannotSave

LARGEST_FILE = 300 * 1024 * 1024
"""Bytes up to which a file is read into memory."""

_FULL = (errno.ENOSPC, errno.EDQUOT)
_SHARING_VIOLATION = 32
"""Windows: another program has the file open (ERROR_SHARING_VIOLATION)."""


class ChangedOnDisk(CannotSave):
    """The file is no longer what was opened; the user must say whether to replace it."""


class OpenElsewhere(CannotSave):
    """Word or WPS has the file open; the user must say whether to replace it."""


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raise CannotOpen with one plain sentence where that can't be done."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CannotOpen(f"“{path.name}”是文件夹，请打开里面的 .docx 或 .txt 文件。", str(path))
        if not stat.S_ISREG(status.st_mode):
            raise CannotOpen(f"“{path.name}”不是普通文件，没有打开，请换一个文件。", str(path))
        if status.st_size > LARGEST_FILE:
            raise CannotOpen(f"“{path.name}”超过 300 MB，太大了，没有打开，请换一个文件。", f"{status.st_size} bytes")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CannotOpen(f"找不到“{path.name}”，可能已被移动、改名或删除，请重新选择文件。", str(error)) from error
    except PermissionError as error:
        raise CannotOpen(f"没有权限读取“{path.name}”，请检查它的权限，或复制一份再打开。", str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise CannotOpen(f"读取“{path.name}”时出错，请检查磁盘或网络连接后再试。", str(error)) from error


def write_file(
    path: Path,
    data: bytes,
    *,
    opened_sha256: str | None = None,
    verify: Callable[[bytes], None] | None = None,
    backup: Path | None = None,
    replace_open: bool = False,
) -> str:
    """Replace a file by new bytes, or make it, and return the bytes' fingerprint.

    The bytes go to a temporary file in the same folder, are flushed to the disk, read again, compared and handed to
    `verify`, which raises where they are no good; only then they take the old file's place in one step. Links are
    followed, permissions kept. `opened_sha256` is the fingerprint the old file must still have (None: anything may be
    replaced); `backup` takes a copy of the old file; `replace_open` goes ahead although Word or WPS has it open.

    Raises ChangedOnDisk, OpenElsewhere, or CannotSave with one plain sentence; the old file is then untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_target(target, replace_open=replace_open)
        temporary = target.parent / f".shuzhi-{secrets.token_hex(6)}.tmp"
        try:
            _write_flushed(temporary, data)
            _check(temporary, data, verify)
            _take_place(temporary, target, opened_sha256, backup)
        finally:
            temporary.unlink(missing_ok=True)
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    return fingerprint(data)


def owner_files(path: Path) -> tuple[Path, ...]:
    """Return the names under which Word, WPS and LibreOffice mark a file as open.

    Word writes `~$` over the first two characters of a name of eight or more before its suffix, over the first one of
    seven, and in front of a shorter one; WPS does the same.
    """
    name = path.name
    names = {f"~${name[2:]}", f"~${name[1:]}", f"~${name}", f".~lock.{name}#"}
    return tuple(path.with_name(owner) for owner in sorted(names))


def _refuse_target(target: Path, *, replace_open: bool) -> None:
    if target.is_dir():
        raise CannotSave(f"“{target.name}”是文件夹，不能保存成它，稿子还在，请换一个文件名。", str(target))
    if target.exists() and not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise CannotSave(f"“{target.name}”是只读文件，没有改动它，稿子还在，请用“另存为”换个名字保存。", "read-only")
    if not target.parent.is_dir():
        raise CannotSave("要保存到的文件夹不在了，稿子还在，请用“另存为”换个地方保存。", str(target.parent))
    owner = next((file for file in owner_files(target) if os.path.isfile(file)), None)  # noqa: PTH113 (a name too long is no file)
    if owner is not None and not replace_open:
        message = f"“{target.name}”正在 Word 或 WPS 里打开，没有改动它，稿子还在，请先在那边关闭，或用“另存为”保存。"
        raise OpenElsewhere(message, owner.name)


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _check(temporary: Path, data: bytes, verify: Callable[[bytes], None] | None) -> None:
    again = temporary.read_bytes()
    if again != data:
        raise CannotSave(
            "写到磁盘上的内容与稿子不一致，原文件没有改动，稿子还在，请换一个磁盘保存。", "read back differs"
        )
    if verify is not None:
        verify(again)


def _take_place(temporary: Path, target: Path, opened_sha256: str | None, backup: Path | None) -> None:
    if target.exists():
        old = target.read_bytes()
        if opened_sha256 is not None and fingerprint(old) != opened_sha256:
            message = f"“{target.name}”打开以后被别的程序改过，没有覆盖它，稿子还在，请另存为，或者确认覆盖。"
            raise ChangedOnDisk(message, "fingerprint differs")
        status = target.stat()
        temporary.chmod(stat.S_IMODE(status.st_mode))
        with contextlib.suppress(OSError, AttributeError):  # only root may give files away; Windows has no owners here
            os.chown(temporary, status.st_uid, status.st_gid)
        if backup is not None:
            _keep(backup, old)
    temporary.replace(target)


def _keep(backup: Path, old: bytes) -> None:
    """Keep one copy of the old file. It is a third net below file and draft, so its failing never stops a save."""
    temporary = backup.with_name(f"{backup.name}.tmp")
    with contextlib.suppress(OSError):  # as said above
        backup.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(old)
        temporary.replace(backup)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows can't open a folder and needs not."""
    with contextlib.suppress(OSError):  # Windows, and network drives that don't know it: the file itself is flushed
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: Exception) -> CannotSave:
    name, detail = path.name, f"{type(error).__name__}: {error}"
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return OpenElsewhere(
            f"“{name}”正被别的程序使用，没有改动它，稿子还在，请先在那边关闭，或用“另存为”保存。", detail
        )
    code = error.errno if isinstance(error, OSError) else None
    if code in _FULL:
        return CannotSave("磁盘已满，没有保存成功，原文件没有改动，稿子还在，请清理磁盘或换一个地方保存。", detail)
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotSave(
            f"没有权限写入“{name}”所在的文件夹，原文件没有改动，稿子还在，请用“另存为”换个地方保存。", detail
        )
    if code == errno.ENAMETOOLONG:
        return CannotSave("文件名太长，没有保存成功，稿子还在，请换一个短些的文件名。", detail)
    return CannotSave(
        f"保存“{name}”时出错，原文件没有改动，稿子还在，请检查磁盘或网络，或用“另存为”换个地方保存。", detail
    )
