"""Measure how long a file takes to be open on the desk and checked, in the running program.

Usage: python tests/bench/open_and_check.py [--runs N] [FILE...]     (default: a report of 5,000 characters of our own)

For each file: `first` is opened as soon as the window has been painted, when the worker process is still to be started;
`idle` in another program whose worker has had time to prepare, as when the user chooses a file; `later` in that program
again N times. Times in milliseconds, from the request until text, outline and findings are shown.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.ui.coordinator import Coordinator

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
IDLE = 3000
"""Milliseconds a user takes at least to choose a file."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    # Imported here, because the worker process imports this file anew.
    from PySide6.QtWidgets import QApplication

    from assistant.ui.theme import apply, themes
    from tests.bench.long_report import long_report

    app = QApplication(sys.argv[:1])
    apply(app, themes()[0])
    with tempfile.TemporaryDirectory() as folder:
        for file in options.files or [long_report(Path(folder), 5000)]:
            (first, *_), _ = _measure(Path(folder), file, 1, idle=False)
            (idle, *later), size = _measure(Path(folder), file, options.runs + 1, idle=True)
            each = " ".join(f"{value:.0f}" for value in later)
            middle = f"{statistics.median(later):.0f} ms"
            print(f"{file.name}: {size} characters, first {first:.0f}, idle {idle:.0f}, later {middle} ({each})")
    return 0


def _measure(folder: Path, file: Path, runs: int, *, idle: bool) -> tuple[list[float], int]:
    from PySide6.QtCore import QEventLoop, QTimer

    from assistant.app import build
    from assistant.paths import resources
    from assistant.ui.preferences import Preferences
    from assistant.ui.theme import themes

    coordinator = build(Preferences(folder), resources(), folder, themes()[0])
    window = coordinator.window
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    QTimer.singleShot(0, window.show)
    loop.exec()
    coordinator.begin(None)
    if idle:
        QTimer.singleShot(IDLE, loop.quit)
        loop.exec()
    times = [_open(coordinator, file) for _ in range(runs)]
    size = sum(len(block.text) for block in coordinator.desk().analysed.blocks)
    window.close()
    return times, size


def _open(coordinator: "Coordinator", file: Path) -> float:
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    coordinator.analysing.analysed.connect(loop.quit)
    begin = time.perf_counter()
    coordinator.files.open_path(str(file))
    loop.exec()
    seconds = time.perf_counter() - begin
    coordinator.analysing.analysed.disconnect(loop.quit)
    return seconds * 1000


if __name__ == "__main__":
    sys.exit(main())
