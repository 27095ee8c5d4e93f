"""`python -m assistant [FILE]` starts the window; with a command first, or --terminal, the command line."""

import gc
import os
import sys

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Variables of which at least one says where a window can be shown; without any, Qt would end the process."""


def main(argv: list[str] | None = None) -> int:
    """Start what the arguments ask for and return the exit code; imports only what that needs."""
    arguments = sys.argv[1:] if argv is None else argv
    first = arguments[0] if arguments else ""
    if first == "--qt-task":
        return _qt_task(arguments[1:])
    from assistant.arguments import COMMANDS

    if first == "--terminal":
        from assistant.cli import show_in_terminal

        return show_in_terminal(arguments[1:])
    if first in COMMANDS or first.startswith("-") or len(arguments) > 1:
        from assistant import cli

        gc.disable()  # a command ends soon, and the collector would go through all that is loaded for nothing
        return cli.main(arguments)
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        from assistant.cli import show_in_terminal

        shown = show_in_terminal(arguments)
        if shown == 0:  # whatever fails is said in one sentence of its own
            print("这里没有图形界面，改在终端里列出提纲、缺少的部分和检查结果。", file=sys.stderr)
        return shown
    from assistant import app

    code: int = app.main(arguments)
    return code


def _qt_task(arguments: list[str]) -> int:
    """Do what needs Qt but no window, for a parent process that never loads Qt: the result goes to stdout."""
    if arguments != ["doctor"]:
        return 2
    from assistant.ui.doctor import report

    print(report(), flush=True)
    return 0


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
