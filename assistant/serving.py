"""Where the worker process begins: the window names this as its target and loads nothing of what the worker needs."""

from multiprocessing.connection import Connection
from pathlib import Path


def serve(connection: Connection, resources: Path, data_folder: Path) -> None:
    """Run the worker's loop until the window is gone or says so."""
    from assistant.worker import serve as work

    work(connection, resources, data_folder)
