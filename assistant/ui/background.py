"""Work outside the UI thread: one worker process for what computes, one I/O thread for what waits for the disk."""

import logging
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.answers import Answer, Reply
from assistant.errors import AssistantError
from assistant.jobs import Analyse, Job, Quit, Save, Stop
from assistant.serving import serve
from assistant.ui.io_thread import IoThread
from assistant.ui.job_queue import JobQueue, Waiting
from assistant.ui.mail import Mail

_log = logging.getLogger(__name__)

PATIENCE = 20_000
"""Milliseconds after which an analysis counts as hung: the worker is ended and started anew without that job."""


CRASHED = "后台处理出了一个错，那一步没有做完，文字没有受影响，请继续写并随时保存。"
"""What the user reads when a job hit a bug of ours."""

SAVING_PATIENCE = 5.0
"""Seconds that a file being written may still take when the window closes."""


class JobLost(AssistantError):
    """A job ended without an answer, because the worker died or hung."""


class Background(QObject):
    """Hands jobs to the worker, one at a time, and answers back to the UI thread.

    Signals: `started` a worker has begun, the first or one after another was lost: it knows nothing it has been told
    before; `crashed` a job hit a bug of ours, with its report.
    """

    started = Signal()
    crashed = Signal(str)

    def __init__(self, resources: Path, data_folder: Path, parent: QObject | None = None) -> None:
        """Start the I/O thread; the worker process starts with `start` or the first job."""
        super().__init__(parent)
        self._arguments = (resources, data_folder)
        self._process: SpawnProcess | None = None
        self._spawned: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._generation = 0
        self._starting = False
        self._closing = False
        self._number = 0
        self._current: Waiting | None = None
        self._forgotten = 0
        self._queue = JobQueue()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._give_up)
        self._io = IoThread("io", self)

    # ---- jobs for the worker --------------------------------------------------------------------------------------

    def submit(
        self,
        job: "Job",
        done: "Callable[[Answer], None]",
        failed: Callable[[AssistantError], None],
        *,
        key: str = "",
        first: bool = False,
        patience: int = PATIENCE,
    ) -> None:
        """Have a job done; `done` or `failed` is called in the UI thread.

        A queued job of the same `key` is replaced, and an answer for which a newer one waits is dropped. `first` puts
        it before everything queued but others that are first; an analysis under way makes room for it and is gone on
        with afterwards. `patience` is in milliseconds.
        """
        self._number += 1
        self._queue.put(Waiting(self._number, job, key, done, failed, patience, first))
        if first or (key and self._current is not None and self._current.key == key):
            self._stop(at_once=first)
        self._next()

    def forget(self, key: str) -> None:
        """Have no job of that key done any more, and none of their answers handed on."""
        self._queue.forget(key)
        if self._current is not None and self._current.key == key:
            self._forgotten = self._current.number
            self._stop(at_once=True)

    def start(self) -> None:
        """Start the worker process, from the I/O thread: starting one stalls its caller for over 100 ms."""
        if self._starting or self._connection is not None or self._closing:
            return
        self._starting = True
        self.run_io(self._spawn, self._on_started, self._on_start_failed)

    @property
    def worker_pid(self) -> int | None:
        """The worker's process id, None while there is none."""
        return self._process.pid if self._process is not None else None

    def _spawn(self) -> tuple[SpawnProcess, Connection]:
        if self._closing:
            raise JobLost("窗口正在关闭，后台没有启动，文字已经存好。")
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, *self._arguments), name="shuzhi-worker", daemon=True)
        process.start()
        self._spawned = process
        theirs.close()  # else the worker would never see the end of a killed window
        return process, ours

    def _on_started(self, result: tuple[SpawnProcess, Connection]) -> None:
        self._starting = False
        self._process, self._connection = result
        self._generation += 1
        self._mail = Mail(self._heard)
        reading = (self._mail, self._generation, self._connection)
        threading.Thread(target=_read, args=reading, name="answers", daemon=True).start()
        self.started.emit()
        self._next()

    def _on_start_failed(self, error: AssistantError) -> None:
        self._starting = False
        for one in self._queue.take_all():
            one.failed(error)

    def _heard(self, generation: int, reply: Reply | None) -> None:
        if reply is None:
            self._on_end(generation)
        else:
            self._on_reply(generation, reply)

    def _next(self) -> None:
        if self._current is not None or not self._queue or self._closing:
            return
        if self._connection is None:
            self.start()
            return
        self._current = self._queue.take()
        self._clock.start(self._current.patience)
        connection, number, job = self._connection, self._current.number, self._current.job
        # The worker is idle and will read at once, so that this never holds up the drafts queued behind it.
        self.run_io(lambda: connection.send((number, job)), lambda _: None, lambda _error: None)

    def _stop(self, *, at_once: bool) -> None:
        """Tell the worker that it may leave an analysis unfinished; other jobs are short, or wanted whatever comes."""
        if self._current is not None and isinstance(self._current.job, Analyse) and self._connection is not None:
            connection, number = self._connection, self._current.number
            self.run_io(lambda: connection.send((number, Stop(at_once))), lambda _: None, lambda _error: None)

    def _on_reply(self, generation: int, reply: Reply) -> None:
        current = self._current
        if generation != self._generation or current is None or reply.number != current.number:
            return
        self._clock.stop()
        self._current = None
        stale = self._queue.holds(current.key) or current.number == self._forgotten
        if reply.crash:
            self.crashed.emit(reply.crash)
        if reply.stopped and not stale:
            self._queue.put_back(current)
        elif not stale:
            if reply.answer is not None:
                current.done(reply.answer)
            else:
                current.failed(reply.error or JobLost(CRASHED, reply.crash))
        self._next()

    def _on_end(self, generation: int) -> None:
        if generation == self._generation and not self._closing:
            self._lose("后台处理意外中断，文字没有受影响，请再试一次。")

    def cancel(self) -> None:
        """Give up the job the worker has: its process is ended and started anew, whatever it was doing."""
        if self._current is not None:
            if self._process is not None:
                self._process.terminate()
            self._lose("已经取消，文字没有受影响。")

    def _give_up(self) -> None:
        self._lose("后台处理太久没有结果，已经停下，文字没有受影响，请再试一次。")

    def _lose(self, message: str) -> None:
        """Forget the worker; the job it had is skipped, the others go to its successor."""
        self._clock.stop()
        self._generation += 1
        if self._process is not None:
            self._process.kill()  # nothing gentler ends a stopped process; its connection closes where it is read
        self._process = self._connection = None
        current, self._current = self._current, None
        if current is not None:
            current.failed(JobLost(message))
        self._next()

    # ---- the I/O thread -------------------------------------------------------------------------------------------

    def run_io(
        self,
        task: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Run a task in the I/O thread; `done` gets its result, `failed` its error, both in the UI thread."""
        self._io.run(task, done, failed)

    def flush_io(self, seconds: float) -> bool:
        """Wait until everything queued for the I/O thread is done; tell whether it was in time."""
        return self._io.flush(seconds)

    def shutdown(self, seconds: float = 5.0) -> None:
        """Finish the I/O and a file being written, end the worker; call once, when the window closes."""
        self._closing = True
        self._clock.stop()
        self._io.stop(seconds)
        if self._connection is not None:
            with suppress(OSError):  # the worker is gone already
                self._connection.send((0, Quit()))
        process = self._spawned  # also one whose start was never told to this thread
        if process is not None:
            saving = self._current is not None and isinstance(self._current.job, Save)
            process.join(SAVING_PATIENCE if saving else 0.5)
            if process.is_alive():
                process.kill()
                process.join(1)


def _read(mail: Mail, generation: int, connection: Connection) -> None:
    """Post answers until the worker is gone, then None; the connection is closed here, where nobody can be reading."""
    try:
        while True:
            mail.post(generation, connection.recv())
    except (EOFError, OSError):  # the worker is gone: None says so
        pass
    except Exception:  # an answer that can't be understood: the worker is of no use any more
        _log.exception("unreadable answer")
    mail.post(generation, None)
    connection.close()
