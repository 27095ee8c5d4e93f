"""The user's settings: a small JSON file in the data folder, read with patience and written in one step."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from assistant.errors import StorageError

MOST_RECENT = 20
"""Files remembered on the start page."""


_OF_THE_MACHINE = frozenset({"recent", "geometry", "theme", "zoom", "traceless"})
"""Settings that say something of one computer and its screen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered from one start to the next.

    `recent` are paths, the last opened first. `kind`, `unit`, `unit_short`, `post` and `person` are what the user last
    entered for a new report. `geometry` is the window's place as Qt's base64 text, `zoom` per cent, `speed` 字 a minute
    when speaking. `disabled_rules` are rules switched off for good as a habit of the unit.
    `notices` are the demands of notices by unit and year, as `document.requirements` writes them.
    `superior`, `other_names` and `latest_…` complete the unit's profile, `year` is the report year wanted for new
    reports, 0 for the usual one. `forbidden_words` and `required_words` are the unit's own words, each as
    "word<TAB>instead<TAB>note"; `allowed_words` are never flagged. `ghost` offers the next words in the text,
    `ghost_explained`: what that is has been said;
    `traceless` keeps neither history nor recent files nor learns.
    """

    recent: tuple[str, ...] = ()
    kind: str = ""
    unit: str = ""
    unit_short: str = ""
    post: str = ""
    person: str = ""
    author: str = ""
    geometry: str = ""
    theme: str = ""
    zoom: int = 100
    speed: int = 220
    disabled_rules: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    superior: str = ""
    other_names: tuple[str, ...] = ()
    latest_plenum: str = ""
    latest_campaign: str = ""
    latest_plan: str = ""
    year: int = 0
    forbidden_words: tuple[str, ...] = ()
    required_words: tuple[str, ...] = ()
    allowed_words: tuple[str, ...] = ()
    ghost: bool = False
    ghost_explained: bool = False
    traceless: bool = False


def load_settings(path: Path) -> Settings:
    """Return the settings in a file, defaults where there is none.

    A file that can't be understood is renamed to `….damaged` and kept; a single value of the wrong type is passed over,
    as is one that this version doesn't know. Never raises.
    """
    try:
        return read_settings(path.read_bytes())
    except OSError:  # none yet
        return Settings()
    except (ValueError, TypeError, RecursionError):
        with contextlib.suppress(OSError):  # then the next saving replaces it
            path.replace(path.with_name(f"{path.name}.damaged"))
        return Settings()


def read_settings(data: bytes) -> Settings:
    """Return the settings written as these bytes; raises ValueError, TypeError or RecursionError where none were.

    A single value of the wrong type is passed over, as is one that this version doesn't know.
    """
    values = json.loads(data.decode("utf-8"))
    if not isinstance(values, dict):
        raise TypeError(type(values).__name__)
    known: dict[str, Any] = {}
    for field in fields(Settings):
        value = _usable(values.get(field.name), field.default)
        if value is not None:
            known[field.name] = value
    return Settings(**known)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings in one step; raise StorageError with one plain sentence where that can't be done."""
    data = json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode("utf-8", "replace")
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # the first error is the one to tell
            temporary.unlink(missing_ok=True)
        message = "设置没有存上，稿子不受影响，请检查磁盘空间和数据文件夹的权限。"
        raise StorageError(message, f"{type(error).__name__}: {error}") from error


def merged(mine: Settings, theirs: Settings) -> Settings:
    """Return my settings with what another computer's have beside them: lists joined, what I left empty filled in.

    Recent files and the window's place belong to a machine and stay mine; so does every choice I have made.
    """
    values: dict[str, Any] = {}
    for field in fields(Settings):
        own, other = getattr(mine, field.name), getattr(theirs, field.name)
        if field.name in _OF_THE_MACHINE:
            continue
        if isinstance(own, tuple):
            values[field.name] = (*own, *(item for item in other if item not in own))
        elif own == field.default:
            values[field.name] = other
    return replace(mine, **values)


def with_recent(settings: Settings, path: str) -> Settings:
    """Return the settings with a file put first among the recent ones; as they are where no traces are wanted."""
    if settings.traceless:
        return settings
    others = tuple(other for other in settings.recent if other != path)
    return replace(settings, recent=(path, *others)[:MOST_RECENT])


def without_recent(settings: Settings, path: str) -> Settings:
    """Return the settings with a file taken from the recent ones."""
    return replace(settings, recent=tuple(other for other in settings.recent if other != path))


def _usable(value: object, default: object) -> str | int | tuple[str, ...] | None:
    """Return a value read from the file where it has the type of the default, else None."""
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, tuple):
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else None
    if isinstance(default, int):
        return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
    return value if isinstance(value, str) else None
