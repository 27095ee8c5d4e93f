"""The window before anything is open; a test that begins with more says so in a fixture of the same name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from tests.ui.desk import PATIENCE, program


class PatientBot(QtBot):
    """Waits for a machine that stands still for seconds: five of them, Qt's usual, have been too few."""

    def waitUntil(self, callback: object, *, timeout: int = PATIENCE) -> None:  # noqa: N802 - pytest-qt's name
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE, **more: object) -> object:  # noqa: N802 - as above
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with program(qtbot, tmp_path / "data") as coordinator:
        yield coordinator
