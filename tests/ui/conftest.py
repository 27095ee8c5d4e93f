"""The window before anything is open; a test that begins with more says so in a fixture of the same name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from tests.ui.desk import program


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with program(qtbot, tmp_path / "data") as coordinator:
        yield coordinator
