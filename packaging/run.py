"""Start 述职助手 from a checkout: `python3 packaging/run.py [FILE]`; the first time it sets everything up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from display import has_display, input_method
from setup_venv import ROOT, guarded, prepare
from stopped import say
from system_packages import ensure_for_terminal, ensure_for_window

USAGE = "用法：python3 packaging/run.py [要打开的文件]"


def command(python: Path, arguments: list[str], *, has_screen: bool) -> list[str]:
    """Return the command that starts the program, files named as seen from anywhere."""
    files = [os.path.abspath(argument) for argument in arguments]  # noqa: PTH100 (a link stays a link)
    return [str(python), "-m", "assistant", *([] if has_screen else ["--terminal"]), *files]


def child_environment(python: Path) -> dict[str, str]:
    """Return the environment of the program: this checkout importable from any folder, input method reachable."""
    environment = dict(os.environ)
    before = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = str(ROOT) + (os.pathsep + before if before else "")
    for plugins in python.parent.parent.glob("lib/python3*/site-packages/PySide6/Qt/plugins/platforminputcontexts"):
        environment.update(input_method(environment, plugins))
    return environment


def become(program: list[str], environment: dict[str, str]) -> int:
    """Run the program in place of this one; on Windows, wait for it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(program[0], program, environment)
    return subprocess.call(program, env=environment)


def main(arguments: list[str]) -> int:
    """Set up what is missing, then show the window, or do the job in the terminal."""
    if any(argument in {"-h", "--help"} for argument in arguments) or len(arguments) > 1:
        say(USAGE)
        return 0 if len(arguments) == 1 else 2
    has_screen = has_display(os.environ)
    if has_screen:
        ensure_for_window(os.environ)
    else:
        say("这里没有图形界面，改在终端里列出提纲、缺少的部分和检查结果。")
        ensure_for_terminal()
    python = prepare("run")
    return become(command(python, arguments, has_screen=has_screen), child_environment(python))


if __name__ == "__main__":
    sys.exit(guarded(main, sys.argv[1:]))
