"""What the program keeps between starts, made once a process of tests: with a new data folder it takes a second."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.checks.loader import load_rules
from assistant.paths import resources
from assistant.text import kept_needs, words


@cache
def _made() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    words.Words(Path(folder.name)).probability("党")
    load_rules(resources() / "rules", Path(folder.name))
    return folder


def lend(folder: Path) -> None:
    """Put the tables where the program keeps them in its data folder; without jieba's dictionary there is one less."""
    for name in (words.CACHE, kept_needs.CACHE):
        made = Path(_made().name) / name
        if made.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, folder / name)
