"""The environment beside pyproject.toml: made once, holding exactly what the lock files name.

Only the standard library, and only syntax that Python 3.7 reads: on an older system the reader still gets a sentence.
As a program: `python3 packaging/setup_venv.py run|test|lint`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from stopped import Stopped, complain, say
from system_packages import ensure_for_window
from turns import turn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "locks"
#: Each set holds the ones before it, in the same versions (packaging/lock.py sees to that).
SETS = ("run", "test", "lint")
OLDEST, NEWEST = (3, 11), (3, 13)
THIS_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
#: Written when an installation is complete, removed before the next one begins.
STAMP = "shuzhi.json"
LOG = "shuzhi-install.log"
#: jieba is published as source only; everything else must be a ready-made wheel.
SOURCE_ONLY = "jieba"

NETWORK = ("NewConnectionError", "ConnectTimeout", "ReadTimeout", "name resolution", "getaddrinfo", "ProxyError",
           "Connection refused", "Network is unreachable", "RemoteDisconnected", "No route to host",
           "ConnectionResetError", "Max retries exceeded", "IncompleteRead")  # fmt: skip


def python_fault(version: tuple[int, int]) -> str:
    """Return why this Python can't be used, as one sentence, or nothing."""
    if OLDEST <= version <= NEWEST:
        return ""
    here = f"{version[0]}.{version[1]}"
    return f"本程序需要 Python 3.11 到 3.13，这里是 {here}；请先装好其中一个版本，再用它运行同一条命令。"


def python_of(venv: Path, platform: str = sys.platform) -> Path:
    """Return where an environment keeps its Python."""
    return venv / "Scripts" / "python.exe" if platform == "win32" else venv / "bin" / "python"


def digest(locks: Path, name: str) -> str:
    """Return the fingerprint of everything that a set installs."""
    content = (locks / "build.txt").read_bytes() + (locks / f"{name}.txt").read_bytes()
    # Git may check the files out with CRLF on Windows; that changes no version.
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def read_stamp(venv: Path) -> dict[str, str]:
    """Return what the last complete installation wrote, or nothing."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def decide(stamp: Mapping[str, str], wanted: str, python: str, digests: Mapping[str, str]) -> str:
    """Return what to do: "ready", "extend" by the packages of a bigger set, or "make" anew.

    `stamp` is what the last complete installation wrote (nothing after an interrupted one), `python` as in "3.11".
    """
    have = stamp.get("set", "")
    if have not in SETS or stamp.get("python") != python or stamp.get("digest") != digests[have]:
        return "make"
    return "ready" if SETS.index(have) >= SETS.index(wanted) else "extend"


def pip_command(python: Path, lock: Path) -> list[str]:
    """Return the command that installs one lock file, every file checked against its hash."""
    return [
        str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off",
        "--no-warn-script-location", "--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517",
        "--only-binary", ":all:", "--no-binary", SOURCE_ONLY, "-r", str(lock),
    ]  # fmt: skip


def progress(line: str) -> str:
    """Return what to tell the user about a line of pip, or nothing."""
    words = line.split()
    if words[:1] == ["Downloading"] and len(words) > 1 and not words[1].endswith(".metadata"):
        name = words[1].rsplit("/", 1)[-1].split("-")[0]
        size = line[line.rfind("(") + 1 : line.rfind(")")] if "(" in line else ""
        return f"  下载 {name}（{size}）" if size else f"  下载 {name}"
    if "Retrying (Retry(total=4" in line:
        return "  网络不通，正在重试……"
    return "  正在安装……" if line.startswith("Installing collected packages") else ""


def install(venv: Path, lock: Path) -> None:
    """Install one lock file; raise Stopped with the reason when that fails."""
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME"}}
    environment.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUTF8="1")
    command = pip_command(python_of(venv), lock)
    lines: list[str] = []
    process = subprocess.Popen(
        command, cwd=str(ROOT), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    )  # fmt: skip
    with process, (venv / LOG).open("a", encoding="utf-8") as log:
        for line in process.stdout or ():
            log.write(line)
            lines.append(line)
            told = progress(line.strip())
            if told:
                say(told)
    if process.returncode != 0:
        raise Stopped(install_fault("".join(lines), venv / LOG))


def install_fault(output: str, log: Path) -> str:
    """Return the sentence for a failed installation."""
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return "软件源的证书没有通过验证，没有下载；请检查系统时间和网络（代理、证书）后再运行一次同一条命令。"
    if any(sign in output for sign in NETWORK):
        return "所需的软件包下载不下来，多半是没有联网；请联网后再运行一次同一条命令。"
    if "No space left" in output:
        return "磁盘空间不够，装不下运行环境（约需 400 MB）；请腾出空间后再运行一次同一条命令。"
    if "DO NOT MATCH THE HASHES" in output:
        return "下载到的软件包与锁定的不一致，没有安装；请换一个网络或软件源后再运行一次同一条命令。"
    return f"运行环境没有装成，原因见 {log}；解决后再运行一次同一条命令。"


def make(venv: Path) -> None:
    """Make an empty environment, in place of whatever half-made one is there."""
    if venv.is_file() or venv.is_symlink():
        venv.unlink()
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(venv)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, check=False, encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode != 0:
        complain(done.stdout.strip())
        raise Stopped(f"在 {venv.parent} 里建不了运行环境（上面是原话）；请检查这个文件夹能否写入，再运行同一条命令。")


def prepare(wanted: str, venv: Path = VENV, locks: Path = LOCKS) -> Path:
    """Make sure the environment holds a set, and return its Python; at once when nothing is to do.

    Raise Stopped with one sentence when it can't be done; what is half done is begun anew the next time.
    """
    action, digests = needed(wanted, venv, locks)
    if action == "ready":
        return python_of(venv)
    try:
        with turn(venv):
            # Another start may have done it meanwhile.
            action, digests = needed(wanted, venv, locks)
            if action != "ready":
                fill(action, wanted, digests[wanted], venv, locks)
    except OSError as error:
        raise Stopped(f"运行环境没有装成（{error}）；请检查 {venv.parent} 能否写入、磁盘是否已满。") from error
    return python_of(venv)


def needed(wanted: str, venv: Path, locks: Path) -> tuple[str, dict[str, str]]:
    """Return what to do, as `decide` does, and the fingerprint of each set."""
    digests = {name: digest(locks, name) for name in SETS}
    stamp = read_stamp(venv) if python_of(venv).exists() else {}
    return decide(stamp, wanted, THIS_PYTHON, digests), digests


def fill(action: str, wanted: str, fingerprint: str, venv: Path, locks: Path) -> None:
    """Make or extend the environment; the stamp is written last, so that a broken-off start leaves none."""
    with suppress(FileNotFoundError):  # the first time
        (venv / STAMP).unlink()
    if action == "make":
        say(f"正在准备运行环境 {venv}（只有第一次需要，要下载约 125 MB）……")
        make(venv)
        install(venv, locks / "build.txt")
    else:
        say("正在补装软件包……")
    install(venv, locks / f"{wanted}.txt")
    stamp = {"set": wanted, "python": THIS_PYTHON, "digest": fingerprint}
    (venv / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    say("运行环境已备好。")


def supported_python() -> str:
    """Return the path of a Python on this machine that can be used instead of this one, or nothing."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and subprocess.run([found, "-c", "import ssl"], stderr=subprocess.PIPE, check=False).returncode == 0:
            return found
    return ""


def guarded(work: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run `work(arguments)` under a Python that fits; turn every foreseen stop into one sentence and exit code 2."""
    fault = python_fault(sys.version_info[:2])
    if fault:
        other = supported_python()
        if other:
            return subprocess.call([other, *sys.argv])
        complain(fault)
        return 2
    try:
        return work(arguments)
    except Stopped as stopped:
        complain(str(stopped))
        return 2
    except KeyboardInterrupt:
        complain("已停下；再运行一次同一条命令就会重新来过。")
        return 130


def main(arguments: list[str]) -> int:
    """Prepare one set, with all that windows need; for .ci/run and for developers."""
    wanted = arguments[0] if arguments else "run"
    if wanted not in SETS:
        raise Stopped(f"没有 {wanted} 这一组，只有：{'、'.join(SETS)}。")
    ensure_for_window({"DISPLAY": ":0"})
    prepare(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main, sys.argv[1:]))
