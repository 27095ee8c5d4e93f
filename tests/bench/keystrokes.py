"""From key to paint: how long a typed character takes to be on the screen, with everything on; and how long opening.

    python tests/bench/keystrokes.py --characters 3000 30000 100000 --keys 300

Every text is made of our own sentences, opened through the coordinator like any file, and typed into in its middle.
Prints one line a size, times in milliseconds. `--profile` adds where the time of the keys went. `--words` types
sentences word by word as an input method commits them, with pauses in which ghosts can appear; with `--ghosts` they
do, from a completer that has learned 300,000 characters. Processor time is that of
the UI thread, and a turn what it does at one go between keys.
"""

import argparse
import cProfile
import os
import pstats
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.app import build
from assistant.looking_back import BeginFrom
from assistant.paths import resources
from assistant.phrases.completion import library_texts
from assistant.phrases.expressions import load_expressions
from assistant.phrases.library import load_phrases
from assistant.phrases.wording import sorted_wording
from assistant.ui.coordinator import Coordinator
from assistant.ui.features import features_of
from assistant.ui.preferences import Preferences
from assistant.ui.theme import apply, theme_by_id

_WHO = ("镇党委", "支部班子", "村级组织", "机关党员", "驻村干部")
_DID = ("完善了学习制度", "走访了困难群众", "整理了问题清单", "按月调度了重点任务", "补齐了档案资料")
_SO = ("，效果看得见", "，但还不够细", "，群众比较认可", "，下一步要抓紧", "，其中 3 项已经办结")
LATE_FRAME = 16.0
"""Milliseconds of one frame at 60 Hz."""


def text(characters: int) -> str:
    """Return a report of about so many characters, headings every few paragraphs."""
    dice = random.Random(characters)
    paragraphs = ["述职报告", "各位同志："]
    total = 0
    while total < characters:
        number = len(paragraphs)
        line = "".join(
            f"{dice.choice(_WHO)}{dice.choice(_DID)}{dice.choice(_SO)}。" for _ in range(dice.randint(6, 14))
        )
        line = f"（{'一二三四五六七八九'[number % 9]}）{line}" if number % 4 == 2 else line
        paragraphs.append(line)
        total += len(line)
    return "\n".join(paragraphs)


def wait(app: QApplication, done: object, seconds: float) -> bool:
    """Run the event loop until something is so; tell whether it became so in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        if done():
            return True
        time.sleep(0.002)
    return False


def open_text(
    app: QApplication, c: Coordinator, folder: Path, characters: int, *, last_year: bool
) -> tuple[float, float]:
    """Open a text; return the milliseconds until it was shown, and the longest time the window did not answer."""
    path = folder / f"{characters}.txt"
    path.write_text(text(characters), encoding="utf-8")
    before = c.work
    start = time.perf_counter()
    if last_year:
        c.files.load(BeginFrom(path, 2026, c.files.context()), "")
    else:
        c.files.open_path(str(path))
    longest, last = 0.0, time.perf_counter()
    shown = 0.0
    quiet = 0
    while quiet < 300 and time.perf_counter() - start < 30:
        app.processEvents()
        now = time.perf_counter()
        gap = now - last
        longest = max(longest, gap)
        last = now
        if not shown and c.work is not before:
            shown = now - start
        quiet = quiet + 1 if shown and gap < 0.004 else 0
        time.sleep(0.001)
    return shown * 1000, longest * 1000


def teach(app: QApplication, c: Coordinator) -> None:
    """Switch ghosts on, from a completer that has learned much, and wait until it has learned the open text."""
    ghosting = features_of(c).completing.ghosting
    library = library_texts(load_phrases(resources() / "phrases"))
    reports = [text(30_000 + number) for number in range(10)]
    ghosting._take(sorted_wording(reports, library, load_expressions(resources() / "lexicon")))
    c.preferences.change(ghost=True, ghost_explained=True)
    wait(app, lambda: False, 1.5)


def type_words(app: QApplication, c: Coordinator, count: int, pause: float) -> tuple[list[float], str]:
    """Type sentences; return the milliseconds of every commit, and what happened between them in words."""
    editor = c.window.editor
    place_caret(app, c)
    dice = random.Random(1)
    words: list[str] = []
    while len(words) < count:
        sentence = f"{dice.choice(_WHO)}{dice.choice(_DID)}{dice.choice(_SO)}。"
        words += [sentence[i : i + 2] for i in range(0, len(sentence), 2)]
    keys, worked, turns, ghosts = [], [], [], 0
    for word in words[:count]:
        event = QInputMethodEvent("", [])
        event.setCommitString(word)
        start, began = time.perf_counter(), time.thread_time()
        QApplication.sendEvent(editor, event)
        app.processEvents()
        keys.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - began) * 1000)
        end = time.perf_counter() + pause
        while time.perf_counter() < end:
            began = time.thread_time()
            app.processEvents()
            turns.append((time.thread_time() - began) * 1000)
            time.sleep(0.001)
        ghosts += bool(editor.ghost.text)
    worked.sort()
    turns.sort()
    p50, p99 = worked[len(worked) // 2], worked[len(worked) * 99 // 100]
    words = f"; of the processor: key p50 {p50:.1f}  p99 {p99:.1f}, longest turn {turns[-1]:.1f}; {ghosts} ghosts"
    return keys, words


def type_keys(app: QApplication, c: Coordinator, count: int, pause: float) -> list[float]:
    """Type in the middle of the text; return the milliseconds of every key, paint included."""
    editor = c.window.editor
    place_caret(app, c)
    times = []
    for number in range(count):
        if number % 4 == 3:
            event: QEvent = QInputMethodEvent("", [])
            event.setCommitString("工作")
        else:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        start = time.perf_counter()
        QApplication.sendEvent(editor, event)
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        end = time.perf_counter() + pause
        while time.perf_counter() < end:
            app.processEvents()
            time.sleep(0.001)
    return times


def place_caret(app: QApplication, c: Coordinator) -> None:
    """Put the caret at the end of the paragraph in the middle, and let everything settle."""
    editor = c.window.editor
    document = editor.document()
    cursor = QTextCursor(document.findBlockByNumber(document.blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.setFocus()
    wait(app, lambda: False, 1.0)


def report(characters: int, shown: float, longest: float, times: list[float]) -> str:
    """Return one line of figures."""
    cuts = statistics.quantiles(times, n=100)
    late = sum(t > LATE_FRAME for t in times)
    return (
        f"{characters:>9} characters: shown {shown:6.0f}, longest stall {longest:6.0f}; "
        f"key p50 {cuts[49]:5.1f}  p95 {cuts[94]:5.1f}  p99 {cuts[98]:5.1f}  max {max(times):5.1f}  late {late}"
    )


def main() -> int:
    """Measure; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, nargs="+", default=[3_000, 30_000, 100_000])
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--pause", type=float, default=0.03, help="seconds between keys")
    parser.add_argument("--all-findings", action="store_true", help="show findings of every level")
    parser.add_argument("--last-year", action="store_true", help="begin from the text as last year's report")
    parser.add_argument("--words", action="store_true", help="type sentences, as an input method commits them")
    parser.add_argument("--ghosts", action="store_true", help="show the next words behind the caret")
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        preferences = Preferences(folder)
        theme = theme_by_id(preferences.settings.theme)
        apply(app, theme)
        c = build(preferences, resources(), folder, theme)
        c.window.show()
        c.begin(None)
        wait(app, lambda: False, 1.5)
        for characters in arguments.characters:
            shown, longest = open_text(app, c, folder, characters, last_year=arguments.last_year)
            if arguments.all_findings:
                c.full_check()
                wait(app, lambda: False, 1.0)
            profile = cProfile.Profile()
            if arguments.profile:
                profile.enable()
            between = ""
            if arguments.ghosts:
                teach(app, c)
            if arguments.words:
                times, between = type_words(app, c, arguments.keys, max(arguments.pause, 0.12))
            else:
                times = type_keys(app, c, arguments.keys, arguments.pause)
            profile.disable()
            print(report(characters, shown, longest, times) + between, flush=True)
            if arguments.profile:
                pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
            c.window.editor.document().setModified(False)
        c.storing.close()
        c.background.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
