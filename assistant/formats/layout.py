"""How paragraphs of an official document look, read from a profile in resources/layouts."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import BODY_LEVEL, BYLINE_LEVEL, SALUTATION_LEVEL, SIGNATURE_LEVEL, TITLE_LEVEL
from assistant.errors import ResourceError

_BROKEN = "排版方案文件有误，没有使用它，请重新安装程序。"
_NAMES = {
    "title": TITLE_LEVEL,
    "heading1": 1,
    "heading2": 2,
    "heading3": 3,
    "heading4": 4,
    "body": BODY_LEVEL,
    "byline": BYLINE_LEVEL,
    "salutation": SALUTATION_LEVEL,
    "signature": SIGNATURE_LEVEL,
}
_ALIGNMENTS = frozenset({"left", "center", "right", "both"})
_TYPES: dict[str, tuple[type, ...]] = {
    "font": (str,),
    "latin": (str,),
    "size": (int, float),
    "bold": (bool,),
    "align": (str,),
    "indent": (int, float),
    "line": (int, float),
}


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind of paragraph: sizes and line height in points, first-line indent in characters."""

    font: str
    latin: str
    size: float
    bold: bool
    align: str
    indent: float
    line: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout profile: `looks` by level (0 title, 1-4 heading, -1 body, below: byline, salutation, signature)."""

    id: str
    title: str
    source: str
    looks: dict[int, Look]

    def look(self, level: int) -> Look | None:
        """Return the look of a level; deeper headings than the profile knows look like body."""
        return self.looks.get(level, self.looks.get(-1))


def load_layout(path: Path) -> Layout:
    """Return the profile in a TOML file.

    Raises ResourceError naming file and key where something is missing, unknown or of the wrong type.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(_BROKEN, f"{path.name}: {error}") from error
    for key in ("id", "title", "source"):
        if not isinstance(data.get(key), str) or not data[key]:
            raise ResourceError(_BROKEN, f"{path.name}: {key}")
    looks = data.get("looks")
    if not isinstance(looks, dict) or set(looks) != set(_NAMES):
        raise ResourceError(_BROKEN, f"{path.name}: looks must be {sorted(_NAMES)}")
    if unknown := set(data) - {"id", "title", "source", "looks"}:
        raise ResourceError(_BROKEN, f"{path.name}: {sorted(unknown)[0]}")
    return Layout(
        data["id"], data["title"], data["source"], {_NAMES[n]: _look(path, n, value) for n, value in looks.items()}
    )


def load_layouts(folder: Path) -> tuple[Layout, ...]:
    """Return all profiles of a folder, by file name. Raises ResourceError."""
    return tuple(load_layout(path) for path in sorted(folder.glob("*.toml")))


def _look(path: Path, name: str, value: object) -> Look:
    if not isinstance(value, dict) or set(value) != set(_TYPES):
        raise ResourceError(_BROKEN, f"{path.name}: looks.{name} must have {sorted(_TYPES)}")
    for key, types in _TYPES.items():
        wrong = not isinstance(value[key], types) or (isinstance(value[key], bool) and bool not in types)
        if wrong or (isinstance(value[key], int | float) and not isinstance(value[key], bool) and value[key] < 0):
            raise ResourceError(_BROKEN, f"{path.name}: looks.{name}.{key}")
    if value["align"] not in _ALIGNMENTS:
        raise ResourceError(_BROKEN, f"{path.name}: looks.{name}.align")
    return Look(**value)
