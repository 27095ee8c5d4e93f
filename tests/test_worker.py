"""What the worker process does with each job; here without the process, but through its pipe where that matters."""

import os
import pickle
import shutil
import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from assistant import serving
from assistant.analysis import Analysis, Focus
from assistant.answers import Ready, Reply
from assistant.checks.loader import load_rules
from assistant.checks.pattern import Pattern
from assistant.document.context import Context, Unit
from assistant.errors import CannotOpen
from assistant.formats.disk import ChangedOnDisk
from assistant.jobs import Analyse, New, Open, Quit, Recover, Sample, Save, Stop, UsePast
from assistant.paths import resources
from assistant.phrases.blanks import find_blanks
from assistant.phrases.past import PastText
from assistant.serving import Line, Stopped, serve
from assistant.session import OpenedFile
from assistant.storage.drafts import DraftStore
from assistant.worker import LONG, Worker
from tests.builders import doc

KIND = "grassroots-party-building"


@pytest.fixture
def worker(tmp_path: Path) -> Worker:
    return Worker(resources(), tmp_path / "data")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.docx"
    shutil.copy(resources() / "sample.docx", path)
    return path


def ready(answer: object) -> Ready:
    assert isinstance(answer, Ready)
    return answer


class TestBetweenJobs:
    def test_nothing_is_done_ahead_before_the_rules_were_needed(self, tmp_path: Path) -> None:
        asked: list[bool] = []
        Worker(resources(), tmp_path, lambda *, kept: asked.append(kept)).get_ahead()
        assert asked == []

    def test_patterns_are_compiled_once_and_gone_on_with_where_a_job_came_between(self, tmp_path: Path) -> None:
        broken_off = 10
        asked: list[bool] = []

        def pause(*, kept: bool) -> None:
            asked.append(kept)
            if len(asked) == broken_off:
                raise Stopped

        worker = Worker(resources(), tmp_path, pause)
        asked.extend([True] * broken_off)
        worker.answer(Analyse(doc("会议部暑了工作。"), Context(), Focus()))
        asked.clear()
        with pytest.raises(Stopped):
            worker.get_ahead()
        worker.get_ahead()
        patterns = [find for _, find in load_rules(resources() / "rules").screen.entries if isinstance(find, Pattern)]
        assert len(asked) == len(patterns)
        worker.get_ahead()
        assert len(asked) == len(patterns)


class TestAnswers:
    def test_analysing_gives_an_analysis(self, worker: Worker) -> None:
        answer = worker.answer(Analyse(doc("会议部暑了工作。"), Context(), Focus()))
        assert isinstance(answer, Analysis)
        assert "部暑" in [finding.text for finding in answer.findings]

    def test_a_second_look_at_the_same_text_finds_the_same(self, worker: Worker) -> None:
        job = Analyse(doc("会议部暑了工作。", "扎实推动。"), Context(), Focus())
        assert worker.answer(job) == worker.answer(job)

    def test_an_opened_file_comes_with_what_was_found_in_it(self, worker: Worker, report: Path) -> None:
        opened = ready(worker.answer(Open(report, Context())))
        assert opened.file.path == report
        assert opened.document == opened.file.opened.document
        assert opened.analysis.reports[0].kind == KIND
        assert not opened.analysis.suggestions, (
            "they follow the caret, so that the findings need not wait for the phrases"
        )

    def test_a_long_text_is_shown_with_its_outline_and_its_findings_follow(
        self, worker: Worker, tmp_path: Path
    ) -> None:
        lines = ["2025年度抓基层党建工作述职报告", "一、主要工作", *["会议部暑了工作。"] * LONG]
        path = tmp_path / "长.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        opened = ready(worker.answer(Open(path, Context())))
        assert opened.analysis.reports[0].headings
        assert not opened.analysis.checked
        whole = worker.answer(Analyse(opened.document, Context(), Focus()))
        assert isinstance(whole, Analysis)
        assert whole.checked
        assert whole.findings

    def test_the_sample_is_a_new_report_that_belongs_to_no_file(self, worker: Worker) -> None:
        assert ready(worker.answer(Sample(Context()))).file.path is None

    def test_a_new_report_has_the_skeleton_of_its_kind(self, worker: Worker) -> None:
        context = Context(kind=KIND, year=2026, unit=Unit("青石镇党委", post="党委书记"))
        new = ready(worker.answer(New(context)))
        texts = [block.text for block in new.document.blocks]
        assert any("2026" in text for text in texts)
        assert any(find_blanks(text) for text in texts)
        assert new.analysis.reports[0].missing == ()
        assert new.file.path is None

    def test_a_new_report_of_a_kind_there_is_not_is_refused(self, worker: Worker) -> None:
        with pytest.raises(CannotOpen, match="模板"):
            worker.answer(New(Context(kind="没有这种")))

    def test_a_draft_is_taken_up_as_it_was_with_its_context(self, worker: Worker, report: Path, tmp_path: Path) -> None:
        opened = ready(worker.answer(Open(report, Context())))
        context = Context(disabled=frozenset({"word"}), year=2024)
        store = DraftStore(tmp_path / "drafts.sqlite3")
        number = store.create(
            "稿", opened.file.opened.base, "docx", doc("写了一半"), source=opened.file.source, context=context
        )
        draft = store.load(number)
        store.close()
        report.unlink()
        again = ready(worker.answer(Recover(draft)))
        assert [block.text for block in again.document.blocks] == ["写了一半"]
        assert again.context == context
        assert again.file.path == report


class TestSaving:
    def test_a_saved_file_reads_as_the_document(self, worker: Worker, report: Path, tmp_path: Path) -> None:
        opened = ready(worker.answer(Open(report, Context())))
        other = tmp_path / "另存.docx"
        saved = worker.answer(Save(opened.file, opened.document, Context(), other))
        assert isinstance(saved, OpenedFile)
        assert saved.path == other
        assert other.read_bytes() == report.read_bytes()

    def test_one_copy_of_the_replaced_file_is_kept_in_the_data_folder(
        self, worker: Worker, report: Path, tmp_path: Path
    ) -> None:
        before = report.read_bytes()
        opened = ready(worker.answer(Open(report, Context())))
        worker.answer(Save(opened.file, doc("换成一句。"), Context(), report))
        assert [path.read_bytes() for path in (tmp_path / "data" / "backup").iterdir()] == [before]

    def test_a_file_changed_meanwhile_is_replaced_only_when_that_is_agreed(self, worker: Worker, report: Path) -> None:
        opened = ready(worker.answer(Open(report, Context())))
        report.write_bytes(b"changed")
        with pytest.raises(ChangedOnDisk):
            worker.answer(Save(opened.file, opened.document, Context(), report))
        assert report.read_bytes() == b"changed"
        worker.answer(Save(opened.file, opened.document, Context(), report, replace_changed=True))
        assert report.read_bytes() == opened.file.opened.base


class TestServing:
    @pytest.fixture
    def pipe(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Connection, threading.Thread]]:
        monkeypatch.setattr(os, "nice", lambda _by: 0)
        ours, theirs = Pipe()
        thread = threading.Thread(target=serve, args=(theirs, resources(), tmp_path))
        thread.start()
        yield ours, thread
        ours.close()
        thread.join()

    def test_every_reply_carries_the_number_of_its_job(self, pipe: tuple[Connection, threading.Thread]) -> None:
        ours, _ = pipe
        for number in (7, 8):
            ours.send((number, Analyse(doc("正文。"), Context(), Focus())))
            assert ours.recv().number == number

    def test_the_worlds_fault_and_ours_are_told_apart(
        self, pipe: tuple[Connection, threading.Thread], tmp_path: Path
    ) -> None:
        ours, _ = pipe
        ours.send((1, Open(tmp_path / "没有.txt", Context())))
        world = ours.recv()
        ours.send((2, Analyse(None, Context(), Focus())))
        bug = ours.recv()
        assert isinstance(world.error, CannotOpen)
        assert world.crash == ""
        assert bug.error is None
        assert bug.crash.startswith("AttributeError")

    def test_it_ends_when_told_to(self, pipe: tuple[Connection, threading.Thread]) -> None:
        ours, thread = pipe
        ours.send((0, Quit()))
        thread.join(20)
        assert not thread.is_alive()

    def test_it_ends_when_the_window_is_gone(self, pipe: tuple[Connection, threading.Thread]) -> None:
        ours, thread = pipe
        ours.close()
        thread.join(20)
        assert not thread.is_alive()


class TestLine:
    @pytest.fixture
    def line(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Connection, Line]]:
        monkeypatch.setattr(serving, "LOOK_EVERY", 0)
        ours, theirs = Pipe()
        ours.send((4, Analyse(doc("正文。"), Context(), Focus())))
        line = Line(theirs)
        assert line.next()[0] == 4
        yield ours, line
        ours.close()

    def test_a_job_goes_on_while_nothing_is_heard(self, line: tuple[Connection, Line]) -> None:
        line[1].look(kept=False)

    def test_it_is_left_at_once_where_that_is_wanted(self, line: tuple[Connection, Line]) -> None:
        line[0].send((4, Stop(at_once=True)))
        with pytest.raises(Stopped):
            line[1].look(kept=False)

    def test_of_an_old_version_only_where_nothing_is_lost(self, line: tuple[Connection, Line]) -> None:
        line[0].send((4, Stop(at_once=False)))
        line[1].look(kept=False)
        with pytest.raises(Stopped):
            line[1].look(kept=True)

    def test_another_job_is_not_meant(self, line: tuple[Connection, Line]) -> None:
        line[0].send((3, Stop(at_once=True)))
        line[1].look(kept=True)

    def test_what_is_heard_meanwhile_is_the_next_job(self, line: tuple[Connection, Line]) -> None:
        line[0].send((5, Quit()))
        with pytest.raises(Stopped):
            line[1].look(kept=True)
        assert line[1].next() == (5, Quit())

    def test_a_stop_that_comes_too_late_is_no_job(self, line: tuple[Connection, Line]) -> None:
        line[0].send((4, Stop(at_once=True)))
        line[0].send((5, Quit()))
        assert line[1].next() == (5, Quit())


def test_every_error_of_ours_comes_through_a_pickle_as_it_was() -> None:
    reply = Reply(3, error=ChangedOnDisk("别处改过。", "fingerprint differs"))
    again = pickle.loads(pickle.dumps(reply))
    assert type(again.error) is ChangedOnDisk
    assert (again.error.message, again.error.detail) == ("别处改过。", "fingerprint differs")


def test_past_reports_are_told_one_by_one_and_offered_with_the_last() -> None:
    worker = Worker(resources(), Path("nowhere"))

    def text(year: int, words: str) -> PastText:
        return PastText("x", year, doc(f"{year}年度抓基层党建工作述职报告", "一、主要工作", words))

    same, other = "我到最远的支部宣讲全会精神。", "我到最大的支部宣讲全会精神。"
    assert worker.answer(UsePast((text(2024, same),), last=False)).past == ()
    told = worker.answer(UsePast((text(2023, same + other),), first=False)).past
    assert [(p.text, p.source) for p in told] == [(same, "我的 2024 年报告"), (other, "我的 2023 年报告")]
    assert worker.answer(UsePast(())).past == ()
