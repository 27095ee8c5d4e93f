"""The worker process: one loop that answers jobs over a pipe, so that nothing slow runs in the window.

The window names `serve` as its target and imports this file; what the worker needs is loaded in the process only. It
ends with its parent: the parent's end of the pipe is the only one, so a killed window closes it and `recv` raises
EOFError.
"""

import gc
import logging
import os
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from assistant.answers import Answer, Reply
from assistant.errors import AssistantError
from assistant.jobs import Job, Quit, Stop

_log = logging.getLogger(__name__)

LOOK_EVERY = 0.02
"""Seconds between two looks whether the job under way is still wanted; a look costs a system call."""

ROUNDS = (50_000, 20, 20)
"""When the collector goes through what is new: a check makes a million things and hardly a cycle among them."""
_NICENESS = 5
"""Typing goes first where processors are few."""


class Stopped(Exception):
    """The job under way was left unfinished, because the window said so."""


class Line:
    """The worker's end of the pipe."""

    def __init__(self, connection: Connection) -> None:
        """Begin with nothing heard."""
        self._connection = connection
        self._heard: deque[tuple[int, Job]] = deque()
        self._stops: dict[int, Stop] = {}
        self._number = 0
        self._next_look = 0.0

    def next(self) -> tuple[int, Job]:
        """Wait for the next job; raises EOFError or OSError when the window is gone."""
        while not self._heard:
            self._hear()
        self._number, job = self._heard.popleft()
        waiting = {self._number, *(number for number, _ in self._heard)}
        self._stops = {number: stop for number, stop in self._stops.items() if number in waiting}
        return self._number, job

    def look(self, *, kept: bool) -> None:
        """Raise Stopped where the job under way is to be left; `kept`: what it has done so far is not lost with it."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + LOOK_EVERY
        try:
            while self._connection.poll():
                self._hear()
        except (EOFError, OSError) as gone:
            raise Stopped from gone
        stop = self._stops.get(self._number)
        if self._heard or (stop is not None and (kept or stop.at_once)):
            raise Stopped

    def _hear(self) -> None:
        number, job = self._connection.recv()
        if isinstance(job, Stop):
            self._stops[number] = job if job.at_once else self._stops.get(number, job)
        else:
            self._stops.pop(number, None)  # the one before it came too late, for the same job when it was done before
            self._heard.append((number, job))


def serve(connection: Connection, resources: Path, data_folder: Path) -> None:
    """Answer jobs until the parent says Quit or is gone."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    from assistant.worker import Worker

    gc.disable()  # what is loaded now stays; each round of the collector would look at all of it for nothing
    line = Line(connection)
    worker = Worker(resources, data_folder, line.look)
    with suppress(Stopped):  # the first job is there
        worker.prepare()
    with suppress(EOFError, OSError):  # the window is gone
        while True:
            with suppress(Stopped):  # there is another job
                worker.get_ahead()
            number, job = line.next()
            if isinstance(job, Quit):
                break
            connection.send(_reply(number, job, worker.answer))
            if not gc.isenabled():
                gc.freeze()
                gc.set_threshold(*ROUNDS)
                gc.enable()
    gc.enable()


def _reply(number: int, job: Job, answer: Callable[[Job], Answer]) -> Reply:
    try:
        return Reply(number, answer(job))
    except Stopped:
        return Reply(number, stopped=True)
    except AssistantError as error:
        return Reply(number, error=error)
    except Exception as error:  # a bug of ours must reach the user as a report, not end the process silently
        _log.exception("job failed")
        return Reply(number, crash=f"{type(error).__name__}: {error}")
