"""The start of the real program in a process of its own: what is loaded when, and what never is in the window."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.paths import resources
from tests.architecture import ROOT

HEAVY = (
    "jieba",
    "lxml",
    "docx",
    "olefile",
    "sqlite3",
    "platformdirs",
    "cryptography",
    "assistant.ui.features",
    "assistant.checks.lexicon",
    "assistant.template.structure",
    "assistant.phrases.index",
    "assistant.reuse.rollover",
)
"""What costs the first paint too much: libraries, of ours what lies beside writing and what only the worker needs."""

WATCH = """
import json, sys
from assistant import app

HEAVY = json.loads(sys.argv[1])
FILE = sys.argv[2] if len(sys.argv) > 2 else None
seen = {}
build = app.build

def loaded():
    return [name for name in HEAVY if name in sys.modules]

def watched(*arguments):
    coordinator = build(*arguments)
    window, background = coordinator.window, coordinator.background

    def first_paint():
        seen["painted"] = loaded()
        seen["worker at paint"] = background.worker_pid

    def look():
        if background.worker_pid is None or (FILE and coordinator.work is None):
            return
        seen.setdefault("worker", background.worker_pid)
        if FILE and not coordinator.work.analysis.findings:
            return
        seen["end"] = loaded()
        window.close()

    # Connected before the program's own listeners: this is the first thing that happens after the paint.
    window.painted.connect(first_paint)
    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()
    return coordinator

app.build = watched
from PySide6.QtCore import QTimer
code = app.main([FILE] if FILE else [])
print(json.dumps(seen))
sys.exit(code)
"""


def start(folder: Path, *file: str) -> dict[str, object]:
    """Run the program until the worker runs (and the file is checked); return what was seen on the way."""
    environment = os.environ | {"SHUZHI_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WATCH, json.dumps(HEAVY), *file],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def empty_start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return start(tmp_path_factory.mktemp("data"))


def test_nothing_heavy_is_loaded_before_the_first_paint(empty_start: dict[str, object]) -> None:
    assert empty_start["painted"] == []


def test_the_worker_starts_after_the_first_paint(empty_start: dict[str, object]) -> None:
    assert empty_start["worker at paint"] is None
    assert empty_start["worker"]


def test_the_window_loads_no_reader_of_files_even_after_one_was_opened_and_checked(tmp_path: Path) -> None:
    report = tmp_path / "去年 的报告.docx"
    shutil.copy(resources() / "sample.docx", report)
    seen = start(tmp_path / "data", str(report))
    assert seen["painted"] == []
    assert not {"jieba", "lxml", "docx", "olefile"} & set(seen["end"])
