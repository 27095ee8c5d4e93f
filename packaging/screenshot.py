"""Take the README's picture: the running window with the bundled sample, as a newcomer sees it after 校对.

    python packaging/screenshot.py [TARGET.png]

Needs the packages of the `run` lock and CJK fonts; draws off screen.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "screenshot.png"
SIZE = (1366, 768)
PATIENCE = 20_000
"""Milliseconds to wait for each step."""

sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Open the sample, put in the missing section, take a phrase, check, and save the picture."""
    from PySide6.QtWidgets import QApplication

    from assistant.app import build
    from assistant.paths import resources
    from assistant.ui.preferences import Preferences
    from assistant.ui.theme import apply, themes

    app = QApplication([])
    apply(app, themes()[0])
    with tempfile.TemporaryDirectory() as folder:
        desk = build(Preferences(Path(folder)), resources(), Path(folder), themes()[0])
        window = desk.window
        window.resize(*SIZE)
        window.show()
        desk.begin(None)
        desk.files.open_sample()
        wait(lambda: desk.work is not None)
        desk.full_check()
        wait(lambda: bool(desk.work and desk.work.shown()))
        finding = next(f for f in desk.desk().shown() if f.span is not None and f.fixes)
        desk.findings.show_finding(finding)
        window.findings.select(finding)
        wait(lambda: True)
        window.grab().save(str(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET))
        window.editor.document().setModified(False)
        window.close()
    return 0


def wait(done: Callable[[], bool]) -> None:
    """Let the program run until a condition holds; raise TimeoutError if it never does."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    loop, deadline = QEventLoop(), QDeadlineTimer(PATIENCE)
    for _ in range(20):
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    while not done():
        if deadline.hasExpired():
            raise TimeoutError
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    sys.exit(main())
