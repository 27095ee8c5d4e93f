"""Whether the program can work here: versions, fonts, data folder, input method, worker process."""

import importlib.metadata
import json
import multiprocessing
import os
import platform
import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from assistant import __version__, answers, jobs, serving
from assistant.analysis import Focus
from assistant.document.block import Block, Document, Run
from assistant.document.context import Context

Json = dict[str, Any]

LIBRARIES = ("PySide6-Essentials", "python-docx", "lxml", "jieba", "platformdirs")
INPUT_METHOD = ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE", "LANG", "LC_ALL")
_PATIENCE = 20.0
"""Seconds that the worker and the Qt half may take, as long as the window waits for its worker."""


def examine(resources: Path, data_folder: Path) -> Json:
    """Return what was found; what is wrong stands under `error` (a sentence), None where all is well."""
    return {
        "program": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "qt": _qt(),
        "data_folder": _data_folder(data_folder),
        "input_method": {name: os.environ.get(name, "") for name in INPUT_METHOD},
        "worker": _worker(resources, data_folder),
    }


def lines(found: Json) -> list[str]:
    """Return the findings for people, one thing to a line."""
    qt, folder, background = found["qt"], found["data_folder"], found["worker"]
    libraries = "，".join(f"{name} {version or '没有安装'}" for name, version in found["libraries"].items())
    result = [
        f"述职助手：{found['program']}",
        f"Python：{found['python']}（{found['platform']}）",
        f"程序库：{libraries}",
        f"窗口：{qt['error'] or f'''Qt {qt['version']}，可以使用'''}",
    ]
    result += [f"字体 {face}：{name or '没有，会用相近的字体代替'}" for face, name in qt["fonts"].items()]
    plugins = "、".join(qt["input_plugins"]) or "没有找到"
    settings = "，".join(f"{name}={value}" for name, value in found["input_method"].items() if value) or "没有设置"
    result.append(f"输入法：插件 {plugins}；环境变量 {settings}")
    result.append(f"数据文件夹：{folder['path']}（{folder['error'] or '可以写入'}）")
    result.append(f"后台进程：{background['error'] or f'''{background['milliseconds']} 毫秒后答复，正常'''}")
    return result


def _version(library: str) -> str | None:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:  # that is what is reported
        return None


def _qt() -> Json:
    """Ask a process of its own, as this one never loads Qt; a Qt that can't start may end its whole process."""
    failed: Json = {"version": None, "fonts": {}, "input_plugins": [], "error": None}
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "assistant"]
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(Path(__file__).resolve().parent.parent), environment.get("PYTHONPATH")])
    )
    environment["PYTHONIOENCODING"] = "utf-8"
    if sys.platform not in ("win32", "darwin"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [*start, "--qt-task", "doctor"], env=environment, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        return {**failed, "error": f"窗口部分没有启动起来（{type(error).__name__}）"}
    try:
        return {**failed, **json.loads(done.stdout.decode("utf-8"))}
    except ValueError:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"退出码 {done.returncode}"]
        return {**failed, "error": f"窗口部分不能启动（{last[0]}）"}


def _data_folder(folder: Path) -> Json:
    """Tell whether drafts can be kept; the folder is made as the window would make it."""
    result: Json = {"path": str(folder), "writable": True, "error": None}
    probe = folder / f".probe-{secrets.token_hex(6)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return {**result, "writable": False, "error": f"不能写入，草稿无法自动保存（{error.strerror}）"}
    return result


def _worker(resources: Path, data_folder: Path) -> Json:
    """Start the worker as the window does, have it check one paragraph, and time that."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serving.serve, args=(theirs, resources, data_folder), daemon=True)
    started = time.perf_counter()
    try:
        process.start()
        theirs.close()
        job = jobs.Analyse(Document((Block("0", (Run("检查。"),)),)), Context(), Focus("0"))
        ours.send((1, job))
        reply = ours.recv() if ours.poll(_PATIENCE) else None
        spent = round((time.perf_counter() - started) * 1000)
        if not isinstance(reply, answers.Reply) or reply.answer is None:
            return {"milliseconds": None, "error": f"没有正常答复（{_reason(reply)}）"}
        ours.send((2, jobs.Quit()))
        process.join(2)
    except (OSError, EOFError) as error:
        return {"milliseconds": None, "error": f"没有启动起来（{type(error).__name__}）"}
    finally:
        ours.close()
        if process.is_alive():
            process.terminate()
            process.join()
    return {"milliseconds": spent, "error": None}


def _reason(reply: object) -> str:
    if not isinstance(reply, answers.Reply):
        return f"等了 {_PATIENCE:.0f} 秒"
    return reply.error.message if reply.error is not None else reply.crash
