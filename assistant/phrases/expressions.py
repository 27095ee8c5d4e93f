"""The fixed expressions that the proofreading knows by heart, as texts for the completer."""

from pathlib import Path

from assistant.errors import ResourceError

FILES = ("collocations.txt", "formulations.txt", "idioms.txt", "organs.txt", "regulations.txt")
"""Files of the lexicon's folder that list expressions, # begins a remark; the others are tables of the proofreading."""


def load_expressions(folder: Path) -> tuple[str, ...]:
    """Return every expression of the lexicon; raise ResourceError naming the file that can't be read."""
    found: list[str] = []
    for name in FILES:
        path = folder / name
        if not path.exists():
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ResourceError(
                f"词表文件 {path.name} 读不了，续写没有载入，正在写的文字不受影响，请恢复该文件。",
                f"{path.name}: {error}",
            ) from error
        found += [word for line in lines if not line.startswith("#") for word in line.split()]
    return tuple(found)
