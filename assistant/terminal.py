"""Run a command for a terminal: UTF-8 everywhere, exit codes, and one plain sentence for what goes wrong."""

import contextlib
import json
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from assistant.errors import AssistantError

FINE, FOUND, FAILED = 0, 1, 2
"""Exit codes: done and nothing found, findings, could not run."""

_BUG = "程序出错了，没有改动原文件，请加上 --debug 再运行一次，并把显示的内容报告给我们。"
_TOO_BIG = "内存不够，没有改动原文件，请关掉别的程序再试。"
_STOPPED = "已经停下，没有改动原文件。"
_NO_OUTPUT = "结果没有写完，原文件没有改动，请检查磁盘空间再试。"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command found: exit code, `data` for programs, `lines` for people, and `complaints` for stderr."""

    code: int
    data: Any
    lines: list[str]
    complaints: tuple[str, ...] = ()


def run(command: Callable[[], tuple[Outcome, bool]], *, debug: bool = False) -> int:
    """Run a command, print its outcome (as JSON where the bool says so) and return the exit code.

    No traceback is ever shown but with `debug`.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        with _quiet(debug=debug):
            outcome, as_json = command()
    except SystemExit as stop:  # after --help and --version
        return stop.code if isinstance(stop.code, int) else FINE
    except BaseException as error:  # the promise is one sentence, whatever happens
        return _fail(*_explained(error, debug=debug))
    for complaint in outcome.complaints:
        _fail(complaint)
    if as_json:
        return _print(json.dumps(outcome.data, ensure_ascii=False, indent=2), outcome.code)
    return _print("\n".join(outcome.lines), outcome.code)


def _explained(error: BaseException, *, debug: bool) -> tuple[str, str]:
    """Return the sentence for an error, and with `debug` what a developer wants to know."""
    if isinstance(error, AssistantError):
        return error.message, error.detail if debug else ""
    known = {MemoryError: _TOO_BIG, KeyboardInterrupt: _STOPPED}
    return known.get(type(error), _BUG), "".join(traceback.format_exception(error)) if debug else ""


def _speak_utf8(stream: TextIO | None) -> None:
    """Write UTF-8 whatever the locale; what no UTF-8 can hold (a broken file name) is escaped, as JSON does."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


@contextlib.contextmanager
def _quiet(*, debug: bool) -> Iterator[None]:
    """Keep log lines and warnings of libraries off stderr, where one sentence is promised."""
    logger = logging.getLogger("assistant")
    handler = logging.StreamHandler() if debug else logging.NullHandler()
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            if not debug:
                warnings.simplefilter("ignore")
            yield
    finally:
        logger.removeHandler(handler)


def _fail(sentence: str, detail: str = "") -> int:
    with contextlib.suppress(OSError, AttributeError):  # nobody listens on stderr
        print(sentence, *filter(None, [detail]), sep="\n", file=sys.stderr, flush=True)
    return FAILED


def _print(text: str, code: int) -> int:
    """Print to the end and return the code; who stops reading early (`| head`) hears no complaint."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _close_stdout()
    except OSError:
        _close_stdout()
        return _fail(_NO_OUTPUT)
    return code


def _close_stdout() -> None:
    """Send what is still buffered nowhere, or Python complains about it when it ends."""
    with contextlib.suppress(OSError, ValueError):  # it is closed already, or no file of the system's
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
