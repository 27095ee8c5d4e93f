"""Write the lock files anew from pyproject.toml; for developers, needs `uv` (python -m pip install uv).

Each set holds the sets before it in the same versions, with the hashes of every platform's files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
# jieba comes as source: what builds it is locked too, and stands in the environment before anything else.
BUILD_REQUIREMENTS = "setuptools>=80\n"
SETS: dict[str, list[str]] = {"run": [], "test": ["test"], "lint": ["test", "lint"]}


def compile_set(name: str, source: str, extras: list[str], constraint: Path | None, upgrade: list[str]) -> Path:
    """Write one lock file and return its path."""
    target = LOCKS / f"{name}.txt"
    command = [
        "uv", "pip", "compile", source, "--output-file", str(target), "--quiet",
        "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
        "--custom-compile-command", "python packaging/lock.py",
    ]  # fmt: skip
    for extra in extras:
        command += ["--extra", extra]
    if constraint is not None:
        command += ["--constraint", str(constraint.relative_to(ROOT))]
    stdin = BUILD_REQUIREMENTS if source == "-" else None
    subprocess.run([*command, *upgrade], cwd=ROOT, check=True, text=True, input=stdin)
    return target


def main(arguments: list[str]) -> int:
    """Write all locks; arguments such as --upgrade go on to uv."""
    LOCKS.mkdir(exist_ok=True)
    compile_set("build", "-", [], None, arguments)
    before: Path | None = None
    for name, extras in SETS.items():
        before = compile_set(name, "pyproject.toml", extras, before, arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
