"""Measure from the start of the process until the window has been painted for the first time.

Usage: python tests/bench/startup.py [--runs N] [--platform offscreen|xcb] [--cold] [FILE]

Each run is a process of its own with an empty data folder; prints every run and the median. `--cold` empties the page
cache before each run (as root only). `--platform xcb` needs a DISPLAY. With FILE it also prints when FILE is on the
desk with its findings.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DROP_CACHES = Path("/proc/sys/vm/drop_caches")


def main() -> int:
    """Run the program some times and print how long each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return _child(options.file)
    runs = [_run(options) for _ in range(options.runs)]
    for name in runs[-1]:
        times = [run[name] for run in runs if name in run]
        each = " ".join(f"{value:.0f}" for value in times)
        print(f"{name:<12} median {statistics.median(times):6.0f} ms   ({each})")
    return 0


def _run(options: argparse.Namespace) -> dict[str, float]:
    """Start the program once and return milliseconds since its start by what happened."""
    if options.cold:
        os.sync()
        DROP_CACHES.write_text("3")
    command = [sys.executable, str(Path(__file__)), "--child", *([str(options.file)] if options.file else [])]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"QT_QPA_PLATFORM": options.platform, "SHUZHI_DATA": folder}
        begin = time.time()
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    pairs = (line.split() for line in done.stdout.splitlines())
    return {name: (float(moment) - begin) * 1000 for name, moment in pairs}


def _child(file: Path | None) -> int:
    """Be the program, telling when what happened."""
    _tell("python")
    sys.path.insert(0, str(ROOT))
    from assistant import app

    build = app.build

    def watched(*arguments: object) -> object:
        _tell("building")
        coordinator = build(*arguments)
        _tell("built")
        window = coordinator.window
        window.painted.connect(lambda: _tell("painted"))
        if file is None:
            window.painted.connect(window.close)
        else:
            coordinator.analysing.analysed.connect(lambda *_: _tell("analysed"))
            coordinator.analysing.analysed.connect(lambda *_: window.close())
        return coordinator

    app.build = watched
    return app.main([] if file is None else [str(file)])


def _tell(name: str) -> None:
    print(name, time.time(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
