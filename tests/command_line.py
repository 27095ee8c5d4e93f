"""What a command prints: its JSON, or the one sentence it is refused with."""

import json
from typing import Any

import pytest

from assistant.cli import main


def data(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    """Return what a command says as JSON, which is all that it says."""
    assert main([*arguments, "--json"]) == code
    printed = capsys.readouterr()
    assert printed.err == ""
    return json.loads(printed.out)


def sentence(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one sentence that a refused command says."""
    assert main(list(arguments)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.endswith("。\n")
    return printed.err
