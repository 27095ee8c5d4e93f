"""Type through the real program and kill it with -9 at random moments: what was typed must be in the draft store.

    python tests/bench/crash.py --kills 50 --seed 1
    python tests/bench/crash.py --kills 10 --fault full        (as root only: mounts a small tmpfs)
    python tests/bench/crash.py --kills 10 --fault corrupt | corrupt-running | vanished | unwritable | newer

Every run is the real program as a process of its own (offscreen, or on DISPLAY with --platform xcb), with its own event
loop, worker and disk; a driver inside it sends key events and input method commits and notes when it sent what. The
data folder lives on from kill to kill, so that every start also takes up what the one before left. After each kill the
store is opened as the next start would open it: it must be readable, and everything typed more than two seconds before
the kill must be in a draft. With a fault, the sentence that the user was shown is printed too.

Starting the program takes longer than all else. With --moments N each run is also stopped (SIGSTOP) N times at random,
its data folder copied, and it goes on: the copy is just what a kill -9 at that moment would have left on the disk.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.storage.shelter import Shelter

PROMISE = 2.0
"""Seconds before a kill; what was typed earlier may not be lost."""
DATABASE = "drafts.sqlite3"
FAULTS = ("", "full", "corrupt", "corrupt-running", "vanished", "unwritable", "newer")
_TMPFS = 12_000_000
_WORDS = "抓好党建推动工作落实见效，。认真学习研究部署"


@dataclass
class Tally:
    """What all kills of this run came to."""

    kills: int = 0
    moments: int = 0
    typed: int = 0
    lost: int = 0
    unreadable: int = 0
    behind: list[float] = field(default_factory=list)
    sentences: set[str] = field(default_factory=set)


def main() -> int:
    """Kill the program some times and print what that cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fault", choices=FAULTS, default="")
    parser.add_argument("--moments", type=int, default=0, help="further moments of each run to look at")
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--seconds", type=float, default=600.0, help="begin no further run after so many seconds")
    parser.add_argument("--longest", type=float, default=5.0, help="seconds of typing at most")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return _child(options.child, options.seed)
    if options.fault == "full" and (not hasattr(os, "geteuid") or os.geteuid() != 0):
        print("the fault “full” needs root, to mount a small tmpfs")
        return 0
    tally = Tally()
    with tempfile.TemporaryDirectory() as place, _folder(Path(place), options.fault) as folder:
        dice = random.Random(options.seed)
        begin = time.monotonic()
        for number in range(options.kills):
            if time.monotonic() - begin > options.seconds:
                break
            _kill_once(folder, dice, options, number, tally)
    print(f"kills {tally.kills}, further moments {tally.moments}, characters typed {tally.typed}")
    print(f"times text older than {PROMISE:.0f} s was lost: {tally.lost}; database unreadable: {tally.unreadable}")
    if tally.behind:
        worst = sorted(tally.behind)[-3:]
        print(f"typed but not yet saved at the kill, seconds: median {statistics.median(tally.behind):.2f}", end=", ")
        print("worst " + " ".join(f"{value:.2f}" for value in worst))
    for sentence in sorted(tally.sentences):
        print("said:", sentence)
    return 1 if tally.lost or tally.unreadable else 0


@contextlib.contextmanager
def _folder(place: Path, fault: str) -> Iterator[Path]:
    folder = place / "数据"
    folder.mkdir()
    if fault != "full":
        yield folder
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_TMPFS}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _kill_once(folder: Path, dice: random.Random, options: argparse.Namespace, number: int, tally: Tally) -> None:
    log = folder.parent / f"log-{number}"
    seed = str(dice.randrange(10**9))
    _before(folder, options.fault, dice, number)
    child = _start(folder, log, seed, options.platform)
    early = not options.fault and not options.moments and dice.random() < 0.1
    if not early:
        _wait_for_keys(log, child)
    if early:
        time.sleep(dice.uniform(0.05, 2.0))  # while it starts, or opens the draft
    else:
        wait = dice.uniform(0.02, options.longest) if not options.fault else dice.uniform(3.0, 3.0 + options.longest)
        during = threading.Timer(wait / 3, _during, (folder, options.fault, dice))
        during.start()
        time.sleep(wait)
        waits = [dice.uniform(0.3, 2.0) for _ in range(options.moments)]
        _look_at_moments(folder, log, child, waits, tally)
    end = time.monotonic()
    child.send_signal(signal.SIGKILL)
    child.wait()
    if not early:
        during.join()
    _after(folder, options.fault)
    tally.kills += 1
    tally.typed += len(_log(log)[0])
    _judge(folder, log, end, f"kill {number} (seed {seed})", tally)


def _look_at_moments(
    folder: Path, log: Path, child: "subprocess.Popen[bytes]", waits: list[float], tally: Tally
) -> None:
    for number, wait in enumerate(waits):
        time.sleep(wait)
        copy = folder.with_name("moment")
        child.send_signal(signal.SIGSTOP)
        end = time.monotonic()
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.socket"))
        child.send_signal(signal.SIGCONT)
        tally.moments += 1
        _judge(copy, log, end, f"moment {number}", tally)
        shutil.rmtree(copy)


def _judge(folder: Path, log: Path, end: float, what: str, tally: Tally) -> None:
    """Compare what was typed until a moment with what the store in a folder has got."""
    everything, said = _log(log)
    tally.sentences |= said
    typed = [one for one in everything if one[0] <= end]
    texts = _stored(folder, tally)
    if texts is None or not typed:
        return
    old = "".join(text for moment, text in typed if moment <= end - PROMISE)
    kept = next((n for n in range(len(typed), -1, -1) if _in(texts, typed[:n])), 0)
    if old and not any(old in text for text in texts):
        tally.lost += 1
        print(f"{what}: of {len(typed)} characters only {kept} are there, {len(old)} should be", flush=True)
    tally.behind.append(end - typed[kept][0] if kept < len(typed) else 0.0)


def _in(texts: list[str], typed: list[tuple[float, str]]) -> bool:
    whole = "".join(text for _, text in typed)
    return any(whole in text for text in texts)


def _start(folder: Path, log: Path, seed: str, platform: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(Path(__file__)), "--child", str(log), "--seed", seed]
    environment = os.environ | {"SHUZHI_DATA": str(folder), "QT_QPA_PLATFORM": platform}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def _wait_for_keys(log: Path, child: "subprocess.Popen[bytes]") -> None:
    """Wait until something was typed."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise SystemExit(f"the program ended by itself: {child.returncode}")
        if _log(log)[0]:
            return
        time.sleep(0.02)
    child.kill()
    raise SystemExit(f"nothing was typed in two minutes, see {log}")


def _log(log: Path) -> tuple[list[tuple[float, str]], set[str]]:
    typed, said = [], set()
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "said":
                said.add(rest)
            elif kind == "key":
                moment, _, text = rest.partition(" ")
                typed.append((float(moment), text.replace("\\n", "\n")))
    return typed, said


def _stored(folder: Path, tally: Tally) -> list[str] | None:
    """Return the texts of all drafts, as the next start would find them; None where there is no reading them."""
    shelter = Shelter(folder / DATABASE, tally.sentences.add)
    try:
        if not shelter.exists():
            return []
        return shelter.run(
            lambda store: ["\n".join(b.text for b in store.load(info.id).document.blocks) for info in store.list()]
        )
    except Exception as error:  # counted: nothing may make the drafts unreadable
        tally.unreadable += 1
        print("unreadable:", repr(error), getattr(error, "detail", ""))
        return None
    finally:
        shelter.close()


# ---- faults ------------------------------------------------------------------------------------------------------


def _before(folder: Path, fault: str, dice: random.Random, number: int) -> None:
    if fault == "corrupt" and number:
        _spoil(folder, dice)
    elif fault == "unwritable":
        _set_immutable(folder, on=True)
    elif fault == "newer":
        shutil.rmtree(folder)
        folder.mkdir()
        with contextlib.closing(sqlite3.connect(folder / DATABASE)) as connection:
            connection.execute("PRAGMA user_version = 99")


def _during(folder: Path, fault: str, dice: random.Random) -> None:
    if fault == "full":
        # Until the disk is full: that is the fault wanted.
        with contextlib.suppress(OSError), (folder / "filling").open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
    elif fault == "corrupt-running":
        _spoil(folder, dice)
    elif fault == "vanished":
        shutil.rmtree(folder, ignore_errors=True)


def _after(folder: Path, fault: str) -> None:
    if fault == "full":
        (folder / "filling").unlink(missing_ok=True)
    elif fault == "unwritable":
        _set_immutable(folder, on=False)
    elif fault == "newer":
        (folder / DATABASE).unlink()  # as if the program had been upgraded: what was kept elsewhere comes home


def _spoil(folder: Path, dice: random.Random) -> None:
    """Write random bytes over random places of the database, its head now and then."""
    path = folder / DATABASE
    if not path.exists():
        return
    size = path.stat().st_size
    with path.open("r+b") as file:
        for _ in range(dice.randint(1, 60)):
            file.seek(dice.randrange(size if dice.random() < 0.9 else min(size, 4096)))
            file.write(dice.randbytes(dice.randint(1, 64)))


def _set_immutable(folder: Path, *, on: bool) -> None:
    """Let nobody write into the folder, root neither: a file of its name stands where it should be."""
    aside = folder.with_name("aside")
    if on:
        folder.rename(aside)
        folder.write_bytes(b"")
    else:
        folder.unlink()
        aside.rename(folder)


# ---- the program, with hands ------------------------------------------------------------------------------------


def _child(log: Path, seed: int) -> int:
    """Be the program, and type into it."""
    from assistant import app

    build = app.build
    hands: list[_Hands] = []

    def with_hands(*arguments: object) -> object:
        coordinator = build(*arguments)
        hands.append(_Hands(coordinator, log, seed))  # a connection alone would not keep them
        coordinator.window.after_first_paint(hands[0].begin)
        return coordinator

    app.build = with_hands
    return app.main([])


class _Hands:
    """Takes the last unsaved draft up again, or opens the sample, and types at its end for ever."""

    def __init__(self, coordinator: object, log: Path, seed: int) -> None:
        from PySide6.QtCore import QTimer

        self._c = coordinator
        self._file = log.open("a", encoding="utf-8", buffering=1)
        self._dice = random.Random(seed)
        self._said: set[str] = set()
        self._timer = QTimer(coordinator, singleShot=True)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        self._c.drafting.listed.connect(self._open)
        self._c.text_opened.connect(self._opened)

    def _open(self, drafts: tuple[object, ...], _binned: int) -> None:
        self._c.drafting.listed.disconnect(self._open)
        if drafts:
            self._c.drafting.load(drafts[0].id)
        else:
            self._c.files.open_sample()

    def _opened(self) -> None:
        from PySide6.QtGui import QTextCursor

        self._c.window.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._timer.start(0)

    def _type(self) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QInputMethodEvent, QKeyEvent
        from PySide6.QtWidgets import QApplication

        editor = self._c.window.editor
        text = "\n" if self._dice.random() < 0.03 else self._dice.choice(_WORDS + "abcdefgh")
        if text == "\n":
            event: QEvent = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        elif text.isascii():
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
        else:
            editor.inputMethodEvent(QInputMethodEvent("pin", []))
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
        QApplication.sendEvent(editor, event)
        self._file.write(f"key {time.monotonic()} {text}\n".replace("\n\n", "\\n\n"))
        self._listen()
        self._timer.start(self._dice.randint(15, 120))

    def _listen(self) -> None:
        shown = {message.text for message in self._c.window.messages.messages()}
        trouble = self._c.window.status.draft.toolTip()
        for sentence in (shown | {trouble}) - self._said:
            self._said.add(sentence)
            if "草稿" in sentence and not sentence.startswith("改动以后"):
                self._file.write(f"said {sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
