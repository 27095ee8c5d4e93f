"""The table of words, made once a process of tests: a program with a new data folder takes a second to make it."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.text.words import CACHE, Words


@cache
def _made() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    Words(Path(folder.name)).probability("党")
    return folder


def lend(folder: Path) -> None:
    """Put the table where the program keeps it in its data folder; without jieba's dictionary there is none."""
    made = Path(_made().name) / CACHE
    if made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, folder / CACHE)
