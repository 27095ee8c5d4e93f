"""The real program as its own process: it shows its window, closes when asked, and leaves nothing behind when killed.

Under Xvfb where Xvfb and xdotool are installed (as .ci/run sees to), else without a screen where that is enough.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.ui.handover import ADDRESS
from tests.architecture import ROOT
from tests.ui.desk import drafts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, and Xvfb for the window")

# How long a slow machine may take before a test gives up; nothing waits this long when all is well.
PATIENCE = 240.0
# The promise: this long after a kill, no process of ours is left.
GONE_AFTER = 2.0
PAUSE = threading.Event()


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    """An environment with a screen that is only memory."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("Xvfb and xdotool are not installed")
    reading, writing = os.pipe()
    # Xvfb picks a free number itself and writes it when it is ready to serve.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    # xdotool reads window titles in the locale's encoding.
    yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    server.terminate()
    server.wait()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program with a data folder of its own; whatever still runs at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, **environment: str) -> subprocess.Popen[str]:
        clean = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        clean |= {"SHUZHI_DATA": str(tmp_path / "数据"), **environment}
        command = [sys.executable, "-m", "assistant", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, env=clean, stderr=subprocess.PIPE, encoding="utf-8")
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def xdotool(screen: dict[str, str], *arguments: str) -> str:
    environment = os.environ | screen
    return subprocess.check_output(["xdotool", *arguments], env=environment, encoding="utf-8", timeout=PATIENCE).strip()


def window_of(screen: dict[str, str], process: subprocess.Popen[str]) -> str:
    """Wait until the program shows its window and return the window's number."""
    found = xdotool(
        screen, "search", "--sync", "--onlyvisible", "--all", "--pid", str(process.pid), "--name", "述职助手"
    )
    return found.split()[0]


def quit_with_the_keyboard(screen: dict[str, str], window: str) -> None:
    xdotool(screen, "windowfocus", "--sync", window, "key", "ctrl+q")


def test_the_window_shows_and_closes_without_a_word(
    screen: dict[str, str], start: Callable[..., subprocess.Popen[str]]
) -> None:
    process = start(**screen)
    quit_with_the_keyboard(screen, window_of(screen, process))
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")


def test_a_file_named_on_the_command_line_is_open_in_the_window(
    screen: dict[str, str], start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    report = tmp_path / "去年的 报告.txt"
    report.write_bytes("2025年度述职报告\r\n一、存在的主要问题\r\n".encode())
    process = start(str(report), **screen)
    window = window_of(screen, process)
    wait_until(lambda: "去年的 报告" in xdotool(screen, "getwindowname", window))
    quit_with_the_keyboard(screen, window)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert report.read_bytes() == "2025年度述职报告\r\n一、存在的主要问题\r\n".encode()


def test_a_killed_window_loses_nothing_the_next_start_offers_the_draft(
    screen: dict[str, str], start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    report = tmp_path / "报告.txt"
    report.write_bytes("2025年度述职报告\n一、存在的主要问题\n".encode())
    process = start(str(report), **screen)
    window = window_of(screen, process)
    wait_until(lambda: "报告" in xdotool(screen, "getwindowname", window))
    # A letter and nothing else: what is typed first is already in the draft.
    xdotool(screen, "windowfocus", "--sync", window, "key", "ctrl+End", "key", "Q")
    wait_until(lambda: any("Q" in text for _, _, text in drafts(tmp_path / "数据")))
    process.kill()
    process.wait()
    assert report.read_bytes() == "2025年度述职报告\n一、存在的主要问题\n".encode()

    process = start(**screen)
    window = window_of(screen, process)
    # Enter opens what was worked on last; until the drafts are listed that is the file.
    wait_until(lambda: opened_by_enter(screen, window) == "报告.txt •")
    process.kill()


def test_a_second_start_hands_its_file_to_the_first_window_and_ends(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    report = tmp_path / "去年的 报告.txt"
    report.write_text("2025年度述职报告\n一、存在的主要问题\n", encoding="utf-8")
    start(QT_QPA_PLATFORM="offscreen")
    wait_until((tmp_path / "数据" / ADDRESS).exists)
    second = start(str(report), QT_QPA_PLATFORM="offscreen")
    assert (second.communicate(timeout=PATIENCE)[1], second.returncode) == ("", 0)
    settings = tmp_path / "数据" / "settings.json"
    wait_until(lambda: settings.exists() and report.name in settings.read_text(encoding="utf-8"))


def opened_by_enter(screen: dict[str, str], window: str) -> str:
    """Press Enter on the start page and tell what is on the desk, without the program's name.

    A file that was opened because the drafts were not yet listed is closed again.
    """
    title = xdotool(screen, "getwindowname", window)
    if "•" not in title:
        key = "Return" if title == "述职助手" else "ctrl+w"
        xdotool(screen, "windowfocus", "--sync", window, "key", key)
    return title.partition(" — ")[0]


def test_a_killed_window_leaves_no_process_behind(start: Callable[..., subprocess.Popen[str]]) -> None:
    process = start(QT_QPA_PLATFORM="offscreen")
    wait_until(lambda: any("multiprocessing.spawn" in command_line(child) for child in children(process.pid)))
    wait_until_idle([process.pid, *children(process.pid)])
    others = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    wait_until(lambda: not any(command_line(other) for other in others), GONE_AFTER)


def wait_until(holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Ask until the answer is yes; fail when patience runs out."""
    deadline = time.monotonic() + patience
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"still not so after {patience} s")
        PAUSE.wait(0.02)  # leaves the processor to the program that is being waited for


def wait_until_idle(processes: list[int]) -> None:
    """Wait until starting up is over: no processor time used over 25 looks in a row (half a second)."""
    looks: list[int] = []

    def idle() -> bool:
        looks.append(sum(processor_time(process) for process in processes))
        return len(looks) > 25 and looks[-1] == looks[-26]

    wait_until(idle)


def processor_time(process: int) -> int:
    """Return the ticks a process has used, itself and in the kernel (proc(5), fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def children(parent: int) -> list[int]:
    """Return the processes a process has started, in any of its threads, and those that they have started."""
    listed = Path(f"/proc/{parent}/task").glob("*/children")
    direct = [int(number) for file in listed for number in file.read_text().split()]
    return direct + [below for child in direct for below in children(child)]


def command_line(process: int) -> str:
    """Return how a process was started; nothing when it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
