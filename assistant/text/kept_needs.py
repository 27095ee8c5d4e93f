"""What patterns need, and whether they stay within a sentence, kept between starts.

Reading all of them takes half of the time that loading the rules does.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from assistant.text.confined import is_confined
from assistant.text.needs import Needs, needs

CACHE = "needs-4.json"
"""File name in the folder the caller names; the number changes with what `needs` and `is_confined` find."""
_PYTHON = ".".join(map(str, sys.version_info[:3]))
"""Another Python may read patterns otherwise: what an earlier one found is found anew."""


_Found = tuple[Needs, bool]
"""What a pattern needs, and whether it stays within a sentence."""


class KeptNeeds:
    """Tells what patterns need, from the file where it was found before."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` keeps the file; without it, or without a file that can be read, everything is found anew."""
        self._path = folder / CACHE if folder is not None else None
        self._before: dict[str, _Found] = {}
        self._asked: dict[str, _Found] = {}
        if self._path is not None:
            with suppress(OSError, ValueError, TypeError, LookupError, AttributeError):  # none yet, or spoilt
                self._before = _read(self._path)

    def __call__(self, pattern: str) -> Needs:
        """Return what every match has one of each; raises re.error."""
        return self._found(pattern)[0]

    def confined(self, pattern: str) -> bool:
        """Tell whether every match lies within a sentence and depends on nothing behind it; raises re.error."""
        return self._found(pattern)[1]

    def _found(self, pattern: str) -> _Found:
        found = self._asked.get(pattern) or self._before.get(pattern)
        if found is None:
            found = needs(pattern), is_confined(pattern)
        self._asked[pattern] = found
        return found

    def keep(self) -> None:
        """Write down what was asked for, where it differs from what the file says."""
        if self._path is None or self._asked == self._before:
            return
        kept = {pattern: [sorted(clause) for clause in found] for pattern, (found, _) in self._asked.items()}
        confined = [number for number, (_, stays) in enumerate(self._asked.values()) if stays]
        with suppress(OSError):  # a full disk or a read-only folder costs a quarter second at the next start, no more
            _write(self._path, json.dumps({"python": _PYTHON, "needs": kept, "confined": confined}, ensure_ascii=False))


def _read(path: Path) -> dict[str, _Found]:
    """Return what a file says; raises OSError, or another of the errors above where it is not one of ours."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if content["python"] != _PYTHON:
        raise ValueError(path)
    confined = frozenset(content["confined"])  # by number: the patterns are long
    return {
        pattern: (tuple(map(frozenset, found)), number in confined)
        for number, (pattern, found) in enumerate(content["needs"].items())
    }


def _write(path: Path, content: str) -> None:
    """Write the file, whole or not at all."""
    import os

    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_text(content, encoding="utf-8")
    half.replace(path)
