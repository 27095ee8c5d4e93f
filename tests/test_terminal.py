"""What a terminal sees of the program whatever goes wrong, mostly in a process of its own."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import NoReturn

import pytest

from assistant import cli
from assistant.__main__ import main as start
from assistant.cli import main
from assistant.terminal import Outcome, run
from tests.architecture import ROOT

LONG = "今年部暑了学习任务。\n" * 20_000


def program(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """Start `python -m assistant` from this checkout."""
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "述职 稿.txt"
    path.write_text("今年部暑了学习任务。\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `text` raise what a test asks for."""

    def command(options: Namespace) -> NoReturn:
        raise {"bug": ZeroDivisionError("kaputt"), "memory": MemoryError(), "key": KeyboardInterrupt()}[options.file]

    monkeypatch.setattr(cli, "COMMANDS", {"text": command})


# Errors


@pytest.mark.usefixtures("breaks")
@pytest.mark.parametrize(("what", "part"), [("bug", "程序出错了"), ("memory", "内存不够"), ("key", "已经停下")])
def test_whatever_happens_is_one_sentence(capsys: pytest.CaptureFixture[str], what: str, part: str) -> None:
    assert main(["text", what]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert part in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.usefixtures("breaks")
def test_debug_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "bug", "--debug"]) == 2
    assert "ZeroDivisionError: kaputt" in capsys.readouterr().err


def test_debug_shows_what_stands_behind_a_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "没有.docx", "--debug"]) == 2
    sentence, detail = capsys.readouterr().err.splitlines()
    assert sentence.startswith("找不到“没有.docx”")
    assert "没有.docx" in detail


def test_complaints_of_a_command_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: (Outcome(2, None, ["行"], ("一句话。",)), False)) == 2
    assert capsys.readouterr() == ("行\n", "一句话。\n")


def test_a_file_name_that_is_no_text_is_named_all_the_same() -> None:
    process = program("text", os.fsdecode(b"\xff\xfe.docx"))
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert err.decode("utf-8").startswith("找不到“")


# Streams


def test_output_is_utf_8_whatever_the_locale(file: str) -> None:
    process = program("text", file, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert process.communicate() == ("0  今年部暑了学习任务。\n".encode(), b"")


def test_who_stops_reading_hears_no_complaint(tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    path.write_text(LONG, encoding="utf-8")
    process = program("text", str(path), "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_is_one_sentence(file: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "text", file],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (2, "结果没有写完，原文件没有改动，请检查磁盘空间再试。\n")


def test_reading_a_file_loads_neither_qt_nor_the_other_heavy_libraries(file: str) -> None:
    code = (
        "import sys; from assistant.cli import main; main(['check', sys.argv[1], '--json'])\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'PySide6', 'shiboken6', 'jieba', 'docx', 'lxml', 'sqlite3'}), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, file], env=environment, capture_output=True, check=True)
    assert done.stderr == b"[]\n"


# The ways in


def test_python_m_assistant_is_the_command_line_too(file: str) -> None:
    process = program("check", file, "--json")
    out, err = process.communicate()
    assert (process.returncode, err) == (1, b"")
    assert json.loads(out)["findings"][0]["text"] == "部暑"


def test_without_a_screen_the_job_is_done_in_the_terminal(capsys: pytest.CaptureFixture[str], file: str) -> None:
    assert start(["--terminal", file]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"文件：{file}\n")
    assert "缺少的部分：" in printed
    assert "部暑 → 部署" in printed


def test_without_a_file_the_sample_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--terminal"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("示例文稿")
    assert "【必错·" in printed


def test_a_rule_that_fires_often_takes_one_line_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("今年部暑了学习任务。\n" * 6, encoding="utf-8")
    assert start(["--terminal", str(path)]) == 0
    printed = capsys.readouterr().out
    assert printed.count("部暑 → 部署") == 1
    assert "（全文 6 处，这是第一处）" in printed


def test_the_terminal_refuses_in_one_sentence(capsys: pytest.CaptureFixture[str], file: str) -> None:
    assert start(["--terminal", "没有.docx"]) == 2
    assert start(["--terminal", file, file]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_an_unknown_qt_task_is_refused() -> None:
    assert start(["--qt-task", "dance"]) == 2


def test_options_without_a_command_reach_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--version"]) == 0
    assert capsys.readouterr().out.startswith("述职助手 ")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a window needs a display server named")
def test_without_a_display_the_job_is_done_in_the_terminal(
    file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert start([file]) == 0
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert "没有图形界面" in shown.err
    assert "检查结果" in shown.out
    assert start(["没有.docx"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
