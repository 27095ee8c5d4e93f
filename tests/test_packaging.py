"""Setting up decides from what it finds: Python, screen, system packages, and an environment that may be half made."""

import ast
import json
import os
import socket
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from tests.architecture import ROOT

PACKAGING = ROOT / "packaging"
sys.path.insert(0, str(PACKAGING))  # as `python3 packaging/run.py` does
import display
import run
import setup_venv
import stopped
import system_packages
import turns

sys.path.remove(str(PACKAGING))

DIGESTS = {"run": "r1", "test": "t1", "lint": "l1"}


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_supported_pythons_are_accepted(version: tuple[int, int]) -> None:
    assert setup_venv.python_fault(version) == ""


@pytest.mark.parametrize("version", [(3, 7), (3, 10), (3, 14), (4, 0)])
def test_any_other_python_is_named_in_one_sentence(version: tuple[int, int]) -> None:
    sentence = setup_venv.python_fault(version)
    assert f"{version[0]}.{version[1]}" in sentence
    assert sentence.endswith("。")
    assert "\n" not in sentence


@pytest.mark.parametrize("path", sorted(PACKAGING.glob("*.py")), ids=lambda path: path.name)
def test_an_old_python_can_at_least_read_the_scripts(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_gets_as_far_as_the_sentence() -> None:
    # The rule above sees syntax only; the modules imported before the check must exist in 3.7 too.
    source = (PACKAGING / "setup_venv.py").read_text(encoding="utf-8")
    top = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in top for alias in node.names if isinstance(node, ast.Import)}
    assert names <= {"hashlib", "json", "os", "shutil", "subprocess", "sys"}


# The environment


@pytest.mark.parametrize(
    ("stamp", "wanted", "action"),
    [
        ({}, "run", "make"),  # none yet, half made, or another's
        ({"set": "run", "python": "3.11", "digest": "r1"}, "run", "ready"),
        ({"set": "lint", "python": "3.11", "digest": "l1"}, "run", "ready"),
        ({"set": "run", "python": "3.11", "digest": "r1"}, "test", "extend"),
        ({"set": "run", "python": "3.11", "digest": "r0"}, "run", "make"),  # the lock has changed
        ({"set": "run", "python": "3.12", "digest": "r1"}, "run", "make"),  # Python has changed
        ({"set": "other", "python": "3.11", "digest": "r1"}, "run", "make"),
    ],
)
def test_what_is_done_follows_from_the_stamp(stamp: dict[str, str], wanted: str, action: str) -> None:
    assert setup_venv.decide(stamp, wanted, "3.11", DIGESTS) == action


@pytest.mark.parametrize("content", [None, "", "{", "[]", "1"])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / setup_venv.STAMP).write_text(content)
    assert setup_venv.read_stamp(tmp_path) == {}


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    folder = tmp_path / "locks"
    folder.mkdir()
    for name in ("build", "run", "test", "lint"):
        (folder / f"{name}.txt").write_text(f"# {name}\n")
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for venv and pip: a Python that exists, and the names of the locks installed."""
    done: list[str] = []

    def make(venv: Path) -> None:
        python = setup_venv.python_of(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        done.append("make")

    monkeypatch.setattr(setup_venv, "make", make)
    monkeypatch.setattr(setup_venv, "install", lambda _venv, lock: done.append(lock.stem))
    return done


def test_the_second_start_installs_nothing(tmp_path: Path, locks: Path, installed: list[str]) -> None:
    venv = tmp_path / "环境 一"
    assert setup_venv.prepare("run", venv, locks) == setup_venv.python_of(venv)
    setup_venv.prepare("run", venv, locks)
    assert installed == ["make", "build", "run"]


def test_testing_after_running_adds_only_what_is_missing(tmp_path: Path, locks: Path, installed: list[str]) -> None:
    setup_venv.prepare("run", tmp_path / "v", locks)
    setup_venv.prepare("test", tmp_path / "v", locks)
    setup_venv.prepare("run", tmp_path / "v", locks)
    assert installed == ["make", "build", "run", "test"]


def test_a_changed_lock_makes_it_anew(tmp_path: Path, locks: Path, installed: list[str]) -> None:
    setup_venv.prepare("run", tmp_path / "v", locks)
    (locks / "run.txt").write_text("# another version\n")
    setup_venv.prepare("run", tmp_path / "v", locks)
    assert installed == ["make", "build", "run"] * 2


def test_line_ends_of_the_lock_do_not_matter(locks: Path) -> None:
    before = setup_venv.digest(locks, "run")
    (locks / "run.txt").write_bytes(b"# run\r\n")
    assert setup_venv.digest(locks, "run") == before


def test_an_interrupted_installation_is_begun_anew(
    tmp_path: Path, locks: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setup_venv.prepare("run", tmp_path / "v", locks)
    with monkeypatch.context() as patch:
        patch.setattr(setup_venv, "install", interrupt)
        with pytest.raises(KeyboardInterrupt):
            setup_venv.prepare("test", tmp_path / "v", locks)
    installed.clear()
    setup_venv.prepare("run", tmp_path / "v", locks)
    assert installed == ["make", "build", "run"]


def interrupt(venv: Path, lock: Path) -> None:
    raise KeyboardInterrupt


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path, locks: Path, installed: list[str]) -> None:
    setup_venv.prepare("run", tmp_path / "v", locks)
    setup_venv.python_of(tmp_path / "v").unlink()
    setup_venv.prepare("run", tmp_path / "v", locks)
    assert installed == ["make", "build", "run"] * 2


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, locks: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(venv: Path) -> None:
        raise PermissionError(13, "Permission denied", str(venv))

    monkeypatch.setattr(setup_venv, "make", refuse)
    with pytest.raises(stopped.Stopped, match="能否写入"):
        setup_venv.prepare("run", tmp_path / "v", locks)
    assert installed == []


def test_an_environment_is_made_by_the_python_that_asks(tmp_path: Path) -> None:
    venv = tmp_path / "述职 助手" / ".venv"
    venv.mkdir(parents=True)
    (venv / "pyvenv.cfg").write_text("half made")
    setup_venv.make(venv)
    said = subprocess.check_output(
        [setup_venv.python_of(venv), "-c", "import sys; print(sys.prefix)"], encoding="utf-8"
    )
    assert Path(said.strip()) == venv


def test_windows_keeps_python_elsewhere() -> None:
    assert setup_venv.python_of(Path("v"), "win32") == Path("v/Scripts/python.exe")


def test_only_one_process_at_a_time_sets_up(tmp_path: Path) -> None:
    with turns.turn(tmp_path):
        second = os.open(turns.lock_path(tmp_path), os.O_RDWR)
        assert not turns.try_lock(second)
    assert turns.try_lock(second)
    os.close(second)
    turns.lock_path(tmp_path).unlink()


# What pip is told, and what it says


def test_nothing_is_installed_without_its_hash_or_built_except_jieba(tmp_path: Path) -> None:
    command = setup_venv.pip_command(tmp_path / "python", tmp_path / "run.txt")
    assert {"--require-hashes", "--no-deps", "--no-build-isolation"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[command.index("--no-binary") + 1] == "jieba"


@pytest.mark.parametrize("name", ["build", "run", "test", "lint"])
def test_every_locked_version_has_hashes_and_no_address(name: str) -> None:
    text = (PACKAGING / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in text.replace("\\\n", "").splitlines() if entry[:1].isalnum()]
    assert entries
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text


def locked(name: str) -> set[str]:
    text = (PACKAGING / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    return {line.rstrip(" \\") for line in text.splitlines() if line[:1].isalnum()}


def test_each_set_holds_the_one_before_it_in_the_same_versions() -> None:
    assert locked("run") < locked("test") < locked("lint")


def test_the_lock_knows_every_dependency_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {"run": project["dependencies"], "test": extras["test"], "lint": extras["lint"]}
    for name, requirements in wanted.items():
        have = {entry.split("==")[0] for entry in locked(name)}
        assert {requirement.split(">")[0].lower() for requirement in requirements} <= have


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Downloading pyside6_essentials-6.9.3-cp39-abi3-manylinux_2_28_x86_64.whl (97.5 MB)",
         "  下载 pyside6_essentials（97.5 MB）"),
        ("Downloading https://example.invalid/a/jieba-0.42.1.tar.gz (19.2 MB)", "  下载 jieba（19.2 MB）"),
        ("Downloading lxml-6.whl.metadata (3 kB)", ""),
        ("Collecting lxml==6.1.3 (from -r run.txt (line 5))", ""),
        ("Installing collected packages: jieba", "  正在安装……"),
        ("WARNING: Retrying (Retry(total=4, connect=None)) after connection broken", "  网络不通，正在重试……"),
        ("WARNING: Retrying (Retry(total=3, connect=None)) after connection broken", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_progress_of_pip_is_told_in_chinese(line: str, told: str) -> None:
    assert setup_venv.progress(line) == told


@pytest.mark.parametrize(
    ("output", "part"),
    [
        ("NewConnectionError: Temporary failure in name resolution", "联网"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')) Max retries exceeded", "证书"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "不一致"),
        ("OSError: [Errno 28] No space left on device", "磁盘"),
        ("something else", "install.log"),
    ],
)
def test_a_failed_installation_is_one_sentence(output: str, part: str) -> None:
    sentence = setup_venv.install_fault(output, Path("install.log"))
    assert part in sentence
    assert sentence.endswith("。")


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup_venv.guarded(setup_venv.main, ["everything"]) == 2
    assert "everything" in capsys.readouterr().err


# The screen


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_there(environment: dict[str, str], platform: str, there: bool) -> None:
    assert display.has_display(environment, platform, lambda _: True) is there


def test_a_screen_that_does_not_answer_is_none() -> None:
    assert not display.has_display({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", lambda _: False)


@pytest.mark.parametrize(
    ("environment", "addresses"),
    [
        ({"DISPLAY": ":7.0"}, ["/tmp/.X11-unix/X7", "\0/tmp/.X11-unix/X7"]),
        ({"DISPLAY": "unix:1"}, ["/tmp/.X11-unix/X1", "\0/tmp/.X11-unix/X1"]),
        ({"DISPLAY": "localhost:10.0"}, ["localhost:6010"]),
        ({"DISPLAY": "nonsense"}, []),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/7"}, ["/run/user/7/wayland-0"]),
        ({"WAYLAND_DISPLAY": "/run/wayland", "XDG_RUNTIME_DIR": "/run/user/7"}, ["/run/wayland"]),
    ],
)
def test_where_a_screen_should_listen(environment: dict[str, str], addresses: list[str]) -> None:
    assert display.addresses(environment) == addresses


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_a_local_socket_answers_while_somebody_listens() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        path = f"{folder}/screen"
        assert not display.listens(path)
        server.bind(path)
        server.listen()
        assert display.listens(path)


def test_a_remote_screen_answers_while_somebody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        assert display.listens(address)
    assert not display.listens(address)


@pytest.mark.parametrize(
    ("wanted", "plugins", "changes"),
    [
        ("fcitx", ["libibusplatforminputcontextplugin.so"], {"QT_IM_MODULE": "ibus"}),
        ("fcitx5", ["libibusplatforminputcontextplugin.so"], {"QT_IM_MODULE": "ibus"}),
        ("fcitx", ["libfcitx5platforminputcontextplugin.so"], {}),
        ("ibus", ["libibusplatforminputcontextplugin.so"], {}),
        ("", [], {}),
    ],
)
def test_fcitx_is_reached_through_ibus(
    tmp_path: Path, wanted: str, plugins: list[str], changes: dict[str, str]
) -> None:
    for name in plugins:
        (tmp_path / name).touch()
    assert display.input_method({"QT_IM_MODULE": wanted}, tmp_path) == changes


# What the system must bring


@pytest.mark.parametrize(
    ("environment", "there", "absent"),
    [
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "libEGL.so.1", "libxcb-cursor.so.0"),
        ({"DISPLAY": ":0"}, "libxcb-cursor.so.0", "libwayland-cursor.so.0"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-cursor.so.0", "libxcb-cursor.so.0"),
    ],
)
def test_the_libraries_depend_on_the_screen(environment: dict[str, str], there: str, absent: str) -> None:
    needed = system_packages.libraries_for(environment)
    assert there in needed
    assert absent not in needed


def test_only_what_is_missing_is_asked_for() -> None:
    needed = {"liba.so.1": "liba1", "libb.so.2": "libb2"}
    assert system_packages.missing_libraries(needed, lambda name: name == "liba.so.1") == ["libb.so.2"]


def test_a_library_that_no_system_has_does_not_load() -> None:
    assert not system_packages.loads("libshuzhi-does-not-exist.so.9")


@pytest.mark.parametrize(
    ("has_sudo", "command"),
    [
        (True, "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1'"),
        (False, "su -c 'apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1'"),
    ],
)
def test_the_command_to_type_is_one_line(has_sudo: bool, command: str) -> None:
    assert system_packages.install_command(["libegl1", "libgl1"], has_sudo=has_sudo) == command


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Debian on which nothing can be installed by mistake."""
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "apt_get", lambda *_: pytest.fail("no package may be installed"))
    return monkeypatch


@pytest.mark.usefixtures("machine")
def test_without_root_it_stops_with_the_command() -> None:
    with pytest.raises(stopped.Stopped, match=r"sudo .*apt-get install .* libegl1"):
        system_packages.ensure(["libegl1"], ["libEGL.so.1"])


@pytest.mark.usefixtures("machine")
def test_nothing_missing_asks_for_nothing() -> None:
    system_packages.ensure([], [])


def test_elsewhere_than_on_debian_the_library_is_named(machine: pytest.MonkeyPatch) -> None:
    machine.setattr(system_packages.shutil, "which", lambda _: None)
    with pytest.raises(stopped.Stopped, match=r"libEGL\.so\.1"):
        system_packages.ensure(["libegl1"], ["libEGL.so.1"])


@pytest.mark.parametrize(("returncode", "stops"), [(0, False), (100, True)])
def test_root_installs_and_a_failure_is_one_sentence(machine: pytest.MonkeyPatch, returncode: int, stops: bool) -> None:
    calls: list[tuple[str, ...]] = []

    def apt_get(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        calls.append(arguments)
        return subprocess.CompletedProcess(arguments, returncode, b"E: Failed to fetch x.deb")

    machine.setattr(system_packages, "is_root", lambda: True)
    machine.setattr(system_packages, "apt_get", apt_get)
    if stops:
        with pytest.raises(stopped.Stopped, match="联网"):
            system_packages.ensure(["libegl1"], ["libEGL.so.1"])
    else:
        system_packages.ensure(["libegl1"], ["libEGL.so.1"])
    assert [call[0] for call in calls] == ["update", "install"]
    assert calls[1][-1] == "libegl1"


@pytest.mark.parametrize(
    ("output", "part"),
    [
        ("E: Failed to fetch http://example.invalid/x.deb  Temporary failure resolving", "联网"),
        ("Reading…\nE: Unable to locate package libegl1", "联网"),
        ("Reading…\nE: Could not get lock /var/lib/dpkg/lock", "Could not get lock"),
        ("killed", "killed"),
        ("", "没有装成"),
    ],
)
def test_what_apt_says_becomes_one_sentence(output: str, part: str) -> None:
    sentence = system_packages.apt_fault(output)
    assert part in sentence
    assert sentence.endswith("。")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("root", "font", "libraries", "asked"),
    [
        (True, False, [], ["fontconfig", "fonts-noto-cjk"]),
        (True, True, [], []),
        (False, False, ["libEGL.so.1"], ["libegl1", "fontconfig", "fonts-noto-cjk"]),
        (False, False, [], []),  # a missing font alone stops nobody
    ],
)
def test_a_chinese_font_comes_along_where_packages_are_installed(
    machine: pytest.MonkeyPatch, root: bool, font: bool, libraries: list[str], asked: list[str]
) -> None:
    got: list[list[str]] = []
    machine.setattr(system_packages.sys, "platform", "linux")
    machine.setattr(system_packages, "is_root", lambda: root)
    machine.setattr(system_packages, "has_venv", lambda: True)
    machine.setattr(system_packages, "has_chinese_font", lambda: font)
    machine.setattr(system_packages, "missing_libraries", lambda _: libraries)
    machine.setattr(system_packages, "ensure", lambda packages, _: got.append(packages))
    system_packages.ensure_for_window({"QT_QPA_PLATFORM": "offscreen"})
    assert got == [asked]


# The program that is started


def test_a_file_named_from_the_callers_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    started = run.command(Path("py"), ["我的 报告.docx"], has_screen=True)
    assert started == ["py", "-m", "assistant", str(tmp_path / "我的 报告.docx")]


def test_without_a_screen_the_job_is_done_in_the_terminal() -> None:
    assert run.command(Path("py"), [], has_screen=False) == ["py", "-m", "assistant", "--terminal"]


def test_the_checkout_is_importable_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    environment = run.child_environment(tmp_path / ".venv" / "bin" / "python")
    assert environment["PYTHONPATH"].split(os.pathsep) == [str(ROOT), "elsewhere"]


def test_the_wheel_holds_every_package_and_every_folder_of_resources() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    modules = [path.relative_to(ROOT) for path in (ROOT / "assistant").rglob("*.py")]
    data = ["assistant" / path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]
    folders = {".".join(path.parent.parts) for path in [*modules, *data]}
    assert folders == set(project["tool"]["setuptools"]["packages"])


def test_the_stamp_is_plain_json(tmp_path: Path, locks: Path, installed: list[str]) -> None:
    setup_venv.prepare("run", tmp_path / "v", locks)
    stamp = json.loads((tmp_path / "v" / setup_venv.STAMP).read_text(encoding="utf-8"))
    assert stamp == {"set": "run", "python": setup_venv.THIS_PYTHON, "digest": setup_venv.digest(locks, "run")}
    assert installed
