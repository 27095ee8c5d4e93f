"""A LibreOffice for tests: a script that answers the one command line we use, and writes down what it was told."""

import os
import sys
from pathlib import Path

import pytest

needs_scripts = pytest.mark.skipif(
    os.name != "posix", reason="the fake is a script with a first line that names Python"
)

_SCRIPT = """#!/bin/sh
''''exec '{python}' "$0" "$@" #'''
import json, pathlib, shutil, sys, time
here = pathlib.Path(__file__).parent
arguments = sys.argv[1:]
source = pathlib.Path(arguments[-1])
profile = next(a for a in arguments if a.startswith("-env:UserInstallation=")).partition("file://")[2]
told = {{
    "arguments": arguments,
    "source": source.read_bytes().hex(),
    "profile": (pathlib.Path(profile) / "user" / "registrymodifications.xcu").read_text(encoding="utf-8"),
}}
(here / "told.json").write_text(json.dumps(told), encoding="utf-8")
{act}
"""
_CONVERT = """
out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
out.mkdir(exist_ok=True)
shutil.copy(here / "answer.docx", out / (source.stem + ".docx"))
"""
HANGS = "time.sleep(600)"
FAILS = "sys.exit(1)"


def install(folder: Path, answer: bytes, act: str = _CONVERT) -> Path:
    """Put a fake into a folder; it answers every file with the same bytes, or does as `act` says."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "answer.docx").write_bytes(answer)
    office = folder / "soffice"
    office.write_text(_SCRIPT.format(python=sys.executable, act=act), encoding="utf-8")
    office.chmod(0o755)
    return office
