"""Have a LibreOffice of this computer turn a file it can read, and we can't, into a .docx in memory.

The file itself is never given to it: a copy is, in a folder of its own, with a profile of its own, without network,
macros or windows. Where there is no LibreOffice nothing of this is offered.
"""

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assistant.errors import CannotOpen
from assistant.formats.opened import Opened

SECONDS = 60.0
"""What a conversion may take; a first start with a new profile takes some five."""

_PREFIX = "shuzhi-convert-"
_LEFT_BEHIND = 600.0
"""Seconds after which a folder can't belong to a conversion that still runs."""

_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
"""Where installers put it (.com: the one that waits, on Windows)."""

_FAILED = "LibreOffice 没能转换这个文件，没有打开，原文件没有改动，请在 Word 或 WPS 里打开并另存为 .docx 后再试。"
_TOO_LONG = "LibreOffice 转换了 60 秒还没有完成，已经停下，原文件没有改动，请在 Word 或 WPS 里另存为 .docx 后再试。"
_MISSING = "没有找到 LibreOffice，没有转换，原文件没有改动，请在 Word 或 WPS 里另存为 .docx 后再试。"
NOTE = "这是用 LibreOffice 转换出来的副本，版式可能有出入，原文件没有改动，保存时会另存为 .docx 文件。"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORKS_STREAM = "MatOST".encode("utf-16-le")
_ODF_TEXT = b"application/vnd.oasis.opendocument.text"
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body")
_XML = (
    (b"opendocument.text", ".fodt"),
    (b"<html", ".html"),
    (b"word.document", ".xml"),
    (b"office/2006/xmlpackage", ".xml"),
)
_IN_FILTERS = {".html": "HTML (StarWriter)"}  # else it becomes a web document, which can't be a .docx

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Inet/Settings", "ooInetProxyType", "2"),  # a proxy of ours, at which nobody listens
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
)


def find_office(environment: Mapping[str, str] | None = None, places: tuple[str, ...] = _PLACES) -> Path | None:
    """Return the LibreOffice of this computer, None where there is none; `environment` stands for the process's."""
    search = (os.environ if environment is None else environment).get("PATH", "")
    for name in ("soffice.com", "soffice", "libreoffice"):
        if found := shutil.which(name, path=search):
            return Path(found)
    return next((Path(place) for place in places if Path(place).is_file()), None)


def suffix_of(data: bytes) -> str:
    """Return the name's ending that goes with a file LibreOffice may be able to read; empty for any other."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_MARKUP):
        return ".html"
    if head.startswith(b"<?xml"):
        return next((suffix for mark, suffix in _XML if mark in head), "")
    if data.startswith(b"PK"):
        return ".odt" if _mimetype(data).startswith(_ODF_TEXT) else ""
    if data.startswith(_OLE):
        return ".doc" if _WORD_STREAM in data else ".wps" if _WORKS_STREAM in data else ""
    return ""


def _mimetype(data: bytes) -> bytes:
    """Return the type that an OpenDocument package names itself; nothing where the bytes are no such package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as member:
            return member.read(100)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError, OSError, NotImplementedError, ValueError):
        return b""


def convert(data: bytes, office: Path | None, seconds: float = SECONDS) -> Opened:
    """Return a file as LibreOffice understands it, as a draft whose base is a .docx.

    Raises CannotOpen with one plain sentence where that fails or takes longer than `seconds`.
    """
    from assistant.formats.docx import reader

    suffix = suffix_of(data)
    if office is None or not suffix:
        raise CannotOpen(_MISSING if office is None else _FAILED, f"suffix {suffix!r}")
    _clear_leftovers()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"copy{suffix}"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        detail = _run(_command(office, source, folder), folder, seconds)
        try:
            converted = (folder / "out" / "copy.docx").read_bytes()
        except OSError as error:
            raise CannotOpen(_FAILED, f"no result; {detail}") from error
    try:
        opened = reader.read(converted)
    except CannotOpen as error:
        raise CannotOpen(_FAILED, error.detail) from error
    return replace(opened, notes=(NOTE, *opened.notes), converted=True)


def _clear_leftovers() -> None:
    """Take away what conversions left behind that were cut off, with their copies of the user's files."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another program may be at it; there will be a next time
            if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(folder, ignore_errors=True)


def _command(office: Path, source: Path, folder: Path) -> list[str]:
    wanted = _IN_FILTERS.get(source.suffix)
    return [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nofirststartwizard",
        *([f"--infilter={wanted}"] if wanted else []),
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")


def _run(command: list[str], folder: Path, seconds: float) -> str:
    """Run it to its end; return what it said. Ends it, and all it started, when it takes too long."""
    log = folder / "log.txt"
    with log.open("wb") as out:
        try:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise CannotOpen(_FAILED, str(error)) from error
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise CannotOpen(_TOO_LONG, f"more than {seconds} s") from error
        finally:
            _end(process)
    return log.read_text(encoding="utf-8", errors="replace")[:500]


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment without what a frozen build put in, and with proxies at which nobody listens."""
    result = dict(os.environ)
    if getattr(sys, "frozen", False):
        result.pop("LD_LIBRARY_PATH", None)
        if "LD_LIBRARY_PATH_ORIG" in result:
            result["LD_LIBRARY_PATH"] = result["LD_LIBRARY_PATH_ORIG"]
    result.pop("NO_PROXY", None)
    result.pop("no_proxy", None)
    for name in ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"):
        result[name] = result[name.upper()] = "http://127.0.0.1:9"
    return result | {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what may still run: soffice is a starter that leaves the work to a child."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):  # nothing runs any more
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)],
            check=False,
            capture_output=True,
        )
    process.wait(5)
