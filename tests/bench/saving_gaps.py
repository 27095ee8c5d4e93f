"""What saving the draft costs the keys: key-to-paint gaps while a long text is saved over and over, and without.

    python tests/bench/saving_gaps.py --characters 100000 --seconds 40

The whole program in one process, offscreen, on a disk of its own. Control and saving take turns in slices of the same
text, so that other work on the machine meets both alike. A key every 120 ms (a fast typist); its time runs from when it
was due, so that it waits for whatever the window is busy with, to after the paint. Drafts are saved as always, by their
own timer, at least every second and a half. Prints for each: keys, median, p99, the longest, and how many took over
16 ms (a frame); then what a saving takes of the window's own thread, by the clock and in processor time.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.app import build
from assistant.paths import resources
from assistant.ui.coordinator import Coordinator
from assistant.ui.preferences import Preferences
from assistant.ui.theme import apply, theme_by_id
from tests.bench.keystrokes import open_text

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz."""
PAUSE = 0.12
"""Seconds between keys."""
SLICE = 10.0
"""Seconds after which control and saving take turns."""


def main() -> int:
    """Type with and without savings and print what the keys waited."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=40.0, help="of typing, half of it the control")
    options = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        preferences = Preferences(folder)
        theme = theme_by_id("light")
        apply(app, theme)
        coordinator = build(preferences, resources(), folder, theme)
        coordinator.window.resize(1366, 768)
        coordinator.window.show()
        coordinator.begin(None)
        open_text(app, coordinator, folder, options.characters, last_year=False)
        coordinator.analysing.stop()  # its cost is measured elsewhere
        coordinator.window.editor.text_edited.disconnect(coordinator.text_edited)
        gaps: dict[str, list[float]] = {"control": [], "saving": []}
        parts: list[tuple[float, float]] = []
        saved: list[object] = []
        coordinator.drafting.saved.connect(saved.append)
        timed(coordinator, parts)
        for number in range(max(2, round(options.seconds / SLICE))):
            which = ("control", "saving")[number % 2]
            gaps[which] += type_for(app, coordinator, SLICE, parts if which == "saving" else None)
        for name, times in gaps.items():
            print(report(name, times))
        print(f"savings {len(saved)}, of each in the window's own thread: ", end="")
        clock, busy = zip(*parts, strict=True)
        print(f"median {statistics.median(clock):.1f} ms, longest {max(clock):.1f} ms", end="; ")
        print(f"processor time median {statistics.median(busy):.1f} ms, longest {max(busy):.1f} ms")
        coordinator.window.editor.document().setModified(False)
        coordinator.window.close()
    return 0


def timed(c: Coordinator, parts: list[tuple[float, float]]) -> None:
    """Have every saving add what it costs the window's thread, in milliseconds."""
    timer, save = c.drafting._timer, c.drafting.save

    def measured() -> None:
        before, busy = time.perf_counter(), time.thread_time()
        save()
        parts.append(((time.perf_counter() - before) * 1000, (time.thread_time() - busy) * 1000))

    timer.timeout.disconnect()
    timer.timeout.connect(measured)


def type_for(app: QApplication, c: Coordinator, seconds: float, parts: list[tuple[float, float]] | None) -> list[float]:
    """Type in the middle of the text; return the milliseconds of every key, paint included.

    With `parts` the draft is told of every key.
    """
    editor = c.window.editor
    document = editor.document()
    cursor = QTextCursor(document.findBlockByNumber(document.blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    times: list[float] = []
    begin = time.perf_counter()
    for number in range(round(seconds / PAUSE)):
        due = begin + number * PAUSE
        while time.perf_counter() < due:
            app.processEvents()
            time.sleep(0.001)
        QApplication.sendEvent(
            editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        )
        if parts is not None:
            c.drafting.text_changed()
        app.processEvents()
        times.append((time.perf_counter() - due) * 1000)
    return times


def report(name: str, times: list[float]) -> str:
    """Return one line about the keys of a kind."""
    late = sum(value > FRAME for value in times)
    p99 = statistics.quantiles(times, n=100)[98]
    return (
        f"{name:<8} keys {len(times):4}  median {statistics.median(times):5.1f} ms  p99 {p99:5.1f}"
        f"  longest {max(times):5.1f}  over {FRAME:.0f} ms: {late} ({late / len(times):.1%})"
    )


if __name__ == "__main__":
    sys.exit(main())
