"""Measure the memory of the window and of the worker process with a file open and checked.

Usage: python tests/bench/memory.py [--platform offscreen|xcb] [FILE...]     (default: 5,000 characters of our own)

Starts the real program on each file and reads /proc (Linux only) when the file has been open for a while. RSS counts
shared libraries in full, PSS by share, both in MB of 1024 × 1024 bytes. `--platform xcb` needs a DISPLAY.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SETTLED = 4.0
"""Seconds after the start at which a file is open, checked and painted, also on a slow machine."""


def main() -> int:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--platform", default="offscreen")
    options = parser.parse_args()
    from tests.bench.long_report import long_report

    with tempfile.TemporaryDirectory() as folder:
        for file in options.files or [long_report(Path(folder), 5000)]:
            print(file.name)
            _measure(Path(folder), file, options.platform)
    return 0


def _measure(folder: Path, file: Path, platform: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": platform, "SHUZHI_DATA": str(folder)}
    window = subprocess.Popen([sys.executable, "-m", "assistant", str(file)], cwd=ROOT, env=environment)
    try:
        time.sleep(SETTLED)
        for process in (window.pid, *_children(window.pid)):
            values = _memory(process)
            print(
                f"  {_name(process, window.pid):<9} RSS {values['Rss'] / 1024:6.1f}   PSS {values['Pss'] / 1024:6.1f}"
            )
    finally:
        window.kill()
        window.wait()


def _name(process: int, window: int) -> str:
    if process == window:
        return "window"
    command = Path(f"/proc/{process}/cmdline").read_bytes()
    return "tracker" if b"resource_tracker" in command else "worker"


def _children(parent: int) -> list[int]:
    return [int(pid) for file in Path(f"/proc/{parent}/task").glob("*/children") for pid in file.read_text().split()]


def _memory(process: int) -> dict[str, int]:
    """Return the figures of a process in KB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) for line in lines}


if __name__ == "__main__":
    sys.exit(main())
