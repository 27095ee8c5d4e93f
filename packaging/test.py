"""Run the whole test suite: `python3 packaging/test.py [pytest options]`; the first time it sets everything up."""

from __future__ import annotations

import os
import subprocess
import sys

from setup_venv import ROOT, guarded, prepare
from system_packages import ensure_for_window

TOGETHER = ("-n", "auto", "--maxprocesses", "4")
"""Tests run beside each other, one process a core; `-n 0` behind it runs them one after the other."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run pytest without a screen; paths are seen from the top of the checkout."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    ensure_for_window(environment)
    python = prepare("test")
    return subprocess.call([str(python), "-m", "pytest", *TOGETHER, *arguments], cwd=str(ROOT), env=environment)


if __name__ == "__main__":
    sys.exit(guarded(main, sys.argv[1:]))
