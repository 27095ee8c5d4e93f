"""`python -m assistant [FILE]` starts the window; with a command first, or --terminal, the command line."""

import sys


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

        return cli.main(arguments)
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
