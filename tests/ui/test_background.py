"""The worker process and the I/O thread: what they promise when jobs fail, hang, crash, or come too fast."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.analysis import Analysis, Focus
from assistant.answers import Answer, Ready
from assistant.document.context import Context
from assistant.errors import AssistantError, CannotOpen, CannotSave, StorageError
from assistant.formats.disk import ChangedOnDisk, OpenElsewhere
from assistant.jobs import Analyse, Open, Save
from assistant.paths import resources
from assistant.session import OpenedFile
from assistant.ui.background import CRASHED, Background, JobLost
from tests.builders import doc
from tests.ui.desk import PATIENCE

MANY = 1500
"""Paragraphs of a text whose check takes seconds."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stops and kills processes by signals, reads /proc")


@dataclass
class Ear:
    """Hears what becomes of jobs, by name, in the order of the answers."""

    answers: list[tuple[str, Answer]] = field(default_factory=list)
    errors: list[tuple[str, AssistantError]] = field(default_factory=list)

    def submit(self, background: Background, name: str, job: object, **options: object) -> None:
        background.submit(
            job, lambda answer: self.answers.append((name, answer)), lambda e: self.errors.append((name, e)), **options
        )

    def answered(self) -> list[str]:
        return [name for name, _ in self.answers]

    def error(self, name: str) -> AssistantError | None:
        return next((error for other, error in self.errors if other == name), None)


@pytest.fixture
def background(qtbot: QtBot, tmp_path: Path) -> Iterator[Background]:
    background = Background(resources(), tmp_path)
    yield background
    background.shutdown()


@pytest.fixture
def ear() -> Ear:
    return Ear()


def analyse(text: str = "正文。") -> Analyse:
    return Analyse(doc(text), Context(), Focus())


def broken() -> Analyse:
    return Analyse(None, Context(), Focus())


def started(qtbot: QtBot, background: Background) -> int:
    background.start()
    qtbot.waitUntil(lambda: background.worker_pid is not None, timeout=PATIENCE)
    return background.worker_pid


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits for its parent to notice its end doesn't."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


class TestJobs:
    def test_an_answer_comes_back_to_the_asker(self, qtbot: QtBot, background: Background, ear: Ear) -> None:
        ear.submit(background, "one", analyse())
        qtbot.waitUntil(lambda: ear.answered() == ["one"], timeout=PATIENCE)
        assert isinstance(ear.answers[0][1], Analysis)
        assert not ear.errors

    def test_of_queued_jobs_of_one_key_only_the_newest_is_done(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        for name in ("one", "two", "three"):
            ear.submit(background, name, analyse(name), key="look")
        ear.submit(background, "other", analyse())
        qtbot.waitUntil(lambda: "other" in ear.answered(), timeout=PATIENCE)
        assert ear.answered() == ["three", "other"]
        assert not ear.errors

    def test_an_answer_is_dropped_when_a_newer_job_of_its_key_waits(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        pid = started(qtbot, background)
        os.kill(pid, signal.SIGSTOP)
        ear.submit(background, "old", analyse("旧的文字。"), key="look")
        ear.submit(background, "new", analyse("新的文字。"), key="look")
        os.kill(pid, signal.SIGCONT)
        qtbot.waitUntil(lambda: bool(ear.answers), timeout=PATIENCE)
        assert ear.answered() == ["new"]

    def test_what_is_first_goes_before_what_waits_but_not_before_what_was_first_already(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        ear.submit(background, "look", analyse())
        ear.submit(background, "save", analyse(), first=True)
        ear.submit(background, "open", analyse(), first=True)
        qtbot.waitUntil(lambda: len(ear.answers) == 3, timeout=PATIENCE)
        assert ear.answered() == ["save", "open", "look"]

    def test_a_file_is_opened_before_a_long_check_is_finished_which_then_goes_on(
        self, qtbot: QtBot, background: Background, ear: Ear, tmp_path: Path
    ) -> None:
        path = tmp_path / "稿.txt"
        path.write_text("一段。\n", encoding="utf-8")
        long = doc(*(f"会议部暑了第{number}项工作，明确了责任人和完成时限。" for number in range(MANY)))
        started(qtbot, background)
        ear.submit(background, "check", Analyse(long, Context(), Focus()))  # the worker has it now
        ear.submit(background, "open", Open(path, Context()), first=True)
        qtbot.waitUntil(lambda: len(ear.answers) == 2, timeout=PATIENCE)
        assert ear.answered() == ["open", "check"]
        slips = [finding for finding in ear.answers[1][1].findings if finding.text == "部暑"]
        assert len(slips) == MANY
        assert not ear.errors

    def test_a_check_nobody_waits_for_any_more_is_left(self, qtbot: QtBot, background: Background, ear: Ear) -> None:
        long = doc(*(f"会议部暑了第{number}项工作，明确了责任人和完成时限。" for number in range(MANY)))
        pid = started(qtbot, background)
        ear.submit(background, "check", Analyse(long, Context(), Focus()), key="look")
        background.forget("look")
        ear.submit(background, "next", analyse())
        qtbot.waitUntil(lambda: bool(ear.answers), timeout=PATIENCE)
        assert ear.answered() == ["next"]
        assert not ear.errors
        assert background.worker_pid == pid, "the worker stays"


class TestErrors:
    def test_the_worlds_fault_comes_back_with_its_sentence(
        self, qtbot: QtBot, background: Background, ear: Ear, tmp_path: Path
    ) -> None:
        ear.submit(background, "open", Open(tmp_path / "没有.docx", Context()))
        qtbot.waitUntil(lambda: bool(ear.errors), timeout=PATIENCE)
        assert type(ear.error("open")) is CannotOpen
        assert "没有.docx" in ear.error("open").message

    @pytest.mark.parametrize("kind", [ChangedOnDisk, OpenElsewhere])
    def test_a_subclass_stays_that_subclass(
        self, qtbot: QtBot, background: Background, tmp_path: Path, kind: type[CannotSave]
    ) -> None:
        ear = Ear()
        path = tmp_path / "年度述职.txt"
        path.write_text("第一段。\n", encoding="utf-8")
        ear.submit(background, "open", Open(path, Context()))
        qtbot.waitUntil(lambda: bool(ear.answers), timeout=PATIENCE)
        ready = ear.answers[0][1]
        assert isinstance(ready, Ready)
        if kind is ChangedOnDisk:
            path.write_text("别处改的。\n", encoding="utf-8")
        else:
            path.with_name("~$年度述职.txt").touch()
        ear.submit(background, "save", Save(ready.file, ready.document, Context(), path))
        qtbot.waitUntil(lambda: bool(ear.errors), timeout=PATIENCE)
        assert type(ear.error("save")) is kind
        assert ear.error("save").message

    def test_a_crash_reaches_the_user_and_the_worker_lives_on(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        pid = started(qtbot, background)
        with qtbot.waitSignal(background.crashed, timeout=PATIENCE) as crash:
            ear.submit(background, "bad", broken())
        assert "AttributeError" in crash.args[0]
        qtbot.waitUntil(lambda: ear.error("bad") is not None, timeout=PATIENCE)
        assert ear.error("bad").message == CRASHED
        ear.submit(background, "good", analyse())
        qtbot.waitUntil(lambda: ear.answered() == ["good"], timeout=PATIENCE)
        assert background.worker_pid == pid


class TestWorkerLost:
    def test_killed_while_idle_the_next_job_gets_a_new_one(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        pid = started(qtbot, background)
        os.kill(pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: background.worker_pid is None, timeout=PATIENCE)
        ear.submit(background, "next", analyse())
        qtbot.waitUntil(lambda: ear.answered() == ["next"], timeout=PATIENCE)
        assert background.worker_pid not in (None, pid)
        assert not ear.errors

    def test_killed_at_work_its_job_is_skipped_and_said_the_others_are_done(
        self, qtbot: QtBot, background: Background, ear: Ear
    ) -> None:
        pid = started(qtbot, background)
        os.kill(pid, signal.SIGSTOP)
        ear.submit(background, "lost", analyse())
        ear.submit(background, "next", analyse())
        os.kill(pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: ear.answered() == ["next"], timeout=PATIENCE)
        assert isinstance(ear.error("lost"), JobLost)
        assert len(ear.errors) == 1

    def test_hung_it_is_ended_after_the_jobs_patience(self, qtbot: QtBot, background: Background, ear: Ear) -> None:
        pid = started(qtbot, background)
        os.kill(pid, signal.SIGSTOP)
        ear.submit(background, "hung", analyse(), patience=50)
        ear.submit(background, "next", analyse())
        qtbot.waitUntil(lambda: ear.answered() == ["next"], timeout=PATIENCE)
        assert isinstance(ear.error("hung"), JobLost)
        assert not alive(pid)
        assert background.worker_pid != pid


class TestShutdown:
    def test_no_process_is_left(self, qtbot: QtBot, tmp_path: Path) -> None:
        background = Background(resources(), tmp_path)
        pid = started(qtbot, background)
        background.shutdown()
        assert not alive(pid)

    def test_nor_one_that_was_still_being_started(self, qtbot: QtBot, tmp_path: Path) -> None:
        background = Background(resources(), tmp_path)
        before = children()
        background.start()
        background.shutdown()

        def left() -> list[int]:
            return [pid for pid in children() - before if "spawn_main" in command_line(pid)]

        qtbot.waitUntil(lambda: left() == [], timeout=PATIENCE)  # a killed process takes a moment to be gone

    def test_nor_one_that_has_stopped_listening(self, qtbot: QtBot, tmp_path: Path) -> None:
        background = Background(resources(), tmp_path)
        pid = started(qtbot, background)
        os.kill(pid, signal.SIGSTOP)
        background.shutdown()
        assert not alive(pid)

    def test_a_file_being_written_is_finished_first(self, qtbot: QtBot, tmp_path: Path, ear: Ear) -> None:
        background = Background(resources(), tmp_path)
        old = tmp_path / "旧.txt"
        old.write_text("原来的一段。\n", encoding="utf-8")
        ear.submit(background, "open", Open(old, Context()))
        qtbot.waitUntil(lambda: bool(ear.answers), timeout=PATIENCE)
        ready = ear.answers[0][1]
        assert isinstance(ready, Ready)
        ear.submit(background, "save", Save(ready.file, doc("新的一段。"), Context(), tmp_path / "新.txt"))
        background.shutdown()
        assert "新的一段。" in (tmp_path / "新.txt").read_text(encoding="utf-8")
        assert sorted(path.name for path in tmp_path.glob("*.t*")) == ["新.txt", "旧.txt"]


class TestIo:
    def test_tasks_run_in_order_and_their_results_come_back(self, qtbot: QtBot, background: Background) -> None:
        done: list[object] = []
        for number in range(5):
            background.run_io(lambda n=number: n, done.append, done.append)
        qtbot.waitUntil(lambda: done == [0, 1, 2, 3, 4], timeout=PATIENCE)

    def test_every_error_comes_back_as_a_sentence_and_the_thread_lives_on(
        self, qtbot: QtBot, background: Background
    ) -> None:
        heard: list[object] = []

        def known() -> None:
            raise StorageError("草稿没有存上。")

        def unknown() -> None:
            raise ZeroDivisionError

        background.run_io(known, heard.append, heard.append)
        background.run_io(unknown, heard.append, heard.append)
        background.run_io(lambda: "还在", heard.append, heard.append)
        qtbot.waitUntil(lambda: len(heard) == 3, timeout=PATIENCE)
        assert isinstance(heard[0], StorageError)
        assert isinstance(heard[1], AssistantError)
        assert "ZeroDivisionError" in heard[1].detail
        assert heard[2] == "还在"

    def test_flushing_tells_whether_everything_was_written_in_time(self, background: Background) -> None:
        import threading

        gate = threading.Event()
        background.run_io(gate.wait, lambda _: None, lambda _: None)
        assert not background.flush_io(0.01)
        gate.set()
        assert background.flush_io(PATIENCE / 1000)


def children() -> set[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    threads = Path("/proc/self/task").iterdir()
    assert listed.exists()
    return {int(pid) for thread in threads for pid in (thread / "children").read_text().split()}


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def test_a_saved_file_is_an_answer_too(qtbot: QtBot, background: Background, ear: Ear, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("一段。\n", encoding="utf-8")
    ear.submit(background, "open", Open(path, Context()))
    qtbot.waitUntil(lambda: bool(ear.answers), timeout=PATIENCE)
    ready = ear.answers[0][1]
    assert isinstance(ready, Ready)
    ear.submit(background, "save", Save(ready.file, ready.document, Context(), path))
    qtbot.waitUntil(lambda: len(ear.answers) == 2, timeout=PATIENCE)
    assert isinstance(ear.answers[1][1], OpenedFile)
