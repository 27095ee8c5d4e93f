"""Measure 雷同检查 from the window: from pressing 开始 to the result, past reports and a folder of Word files together.

Usage: python tests/bench/overlap_window.py [--reports 500] [--characters 4000]

Half of the reports are kept as past reports in the draft database, half lie as .docx files in a folder; half of each
copy from the text on the desk. Prints the seconds of the first check, of a second one (files are remembered), and the
longest time the window did not answer. The bar is 2 s for 500.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from assistant.app import build
from assistant.document.block import Block, Document, Run
from assistant.paths import resources
from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.overlap import Wanted
from assistant.ui.features import features_of
from assistant.ui.preferences import Preferences
from assistant.ui.storing import DATABASE
from assistant.ui.theme import apply, theme_by_id
from tests.bench.reuse_overlap import report
from tests.formats.docx.word_files import paragraph, word_file


def main() -> int:
    """Measure; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--characters", type=int, default=4000)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        own = _fill(folder, options.reports, options.characters)
        preferences = Preferences(folder / "data")
        theme = theme_by_id(preferences.settings.theme)
        apply(app, theme)
        c = build(preferences, resources(), folder / "data", theme)
        c.window.show()
        c.begin(str(own))
        _wait(app, lambda: c.work is not None)
        for run in ("first", "second"):
            print(f"{run}: {_measure(app, c, folder / 'others')}")
        c.window.editor.document().setModified(False)
        c.window.close()
    return 0


def _measure(app: QApplication, c: Coordinator, folder: Path) -> str:
    commands = features_of(c).reuse.overlap
    commands.show()
    _wait(app, lambda: commands.dialog is not None and commands.dialog.past.isEnabled())
    dialog = commands.dialog
    start = time.perf_counter()
    commands.start(Wanted(past=True, last_year=False, folder=folder))
    longest = _wait(app, lambda: dialog.start.text().startswith("开始"))
    return (
        f"{time.perf_counter() - start:.2f} s, longest stall {longest * 1000:.0f} ms; "
        f"{dialog.told}, {dialog.tree.model().rowCount()} sentences"
    )


def _wait(app: QApplication, done: object) -> float:
    """Run the event loop until something is so; return the longest time one turn of it took."""
    longest, end = 0.0, time.monotonic() + 60
    while time.monotonic() < end and not done():
        begin = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - begin)
        time.sleep(0.001)
    return longest


def _fill(folder: Path, reports: int, characters: int) -> Path:
    """Write the text itself, past reports and files; return the path of the first."""
    chance = random.Random(20260101)
    own = report("稿", characters, chance, ())
    copied = [one for one in own.paragraphs if one]
    others = [report(f"报告{i}", characters, chance, copied if i % 2 else ()) for i in range(reports)]
    (folder / "data").mkdir()
    (folder / "others").mkdir()
    store = DraftStore(folder / "data" / DATABASE)
    for i, other in enumerate(others):
        if i < reports // 2:
            blocks = tuple(Block(str(k), (Run(text or ""),), k) for k, text in enumerate(other.paragraphs))
            store.past.add(f"{other.name}.docx", Document(blocks), f"{i:064}")
        else:
            data = word_file(*(paragraph(text or "") for text in other.paragraphs))
            (folder / "others" / f"{other.name}.docx").write_bytes(data)
    store.close()
    path = folder / "稿.txt"
    head = ["某某镇党委书记2025年度抓基层党建工作述职报告", "各位同志：", "一、主要工作"]
    path.write_text("\n".join([*head, *copied]), encoding="utf-8")
    return path


if __name__ == "__main__":
    raise SystemExit(main())
