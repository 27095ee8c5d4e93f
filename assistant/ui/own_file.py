"""我的素材 on the disk: one TOML file in the data folder, replaced in one step, never thrown away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.errors import AssistantError, CannotOpen, ResourceError, StorageError
from assistant.formats.disk import read_file, write_file
from assistant.formats.encoding import decode
from assistant.phrases.library import ANY_KEYS, Known
from assistant.phrases.material import OwnPhrases
from assistant.phrases.own import read_own, write_own
from assistant.phrases.pinyin import Readings, load_readings
from assistant.phrases.topics import Vocabulary, load_vocabulary

FILE = "own_phrases.toml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The user's own phrases, what is needed to show them, and one sentence where the file was damaged."""

    own: OwnPhrases
    vocabulary: Vocabulary
    readings: Readings
    notice: str = ""


def load_own(folder: Path, resources: Path) -> Loaded:
    """Read the file; a damaged one is set aside and kept. Raises StorageError where it can't be read at all."""
    vocabulary = load_vocabulary(resources / "phrases")
    own, notice = _current(folder)
    return Loaded(own, vocabulary, load_readings(resources / "lexicon"), notice)


def change_own(folder: Path, change: Callable[[OwnPhrases], OwnPhrases]) -> OwnPhrases:
    """Change what stands in the file, whoever has written it last, and return what stands there now."""
    own = change(_current(folder)[0])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_file(folder / FILE, write_own(own).encode("utf-8"))
    except (OSError, AssistantError) as error:
        message = "素材没有存上，原来的素材没有变，请检查磁盘空间和数据文件夹的权限。"
        raise StorageError(message, getattr(error, "detail", "") or str(error)) from error
    return own


def import_own(path: Path, vocabulary: Vocabulary) -> OwnPhrases:
    """Read a file of phrases from elsewhere; raises an error with one sentence that names the line."""
    return read_own(decode(read_file(path))[1], path.name, Known.of(vocabulary))


def join_own(folder: Path, theirs: bytes) -> None:
    """Join the phrases of another computer, as its file holds them, with those of this one."""
    other = read_own(theirs.decode("utf-8", "replace"), FILE, ANY_KEYS)
    change_own(folder, lambda own: own.joining(other))


def export_own(path: Path, own: OwnPhrases) -> str:
    """Write the phrases, without stars, to a file and return what the user is told."""
    write_file(path, write_own(OwnPhrases(own.phrases)).encode("utf-8"))
    return f"{len(own.phrases)} 条素材已导出到“{path.name}”。"


def _current(folder: Path) -> tuple[OwnPhrases, str]:
    path = folder / FILE
    if not path.exists():
        return OwnPhrases(), ""
    try:
        text = read_file(path).decode("utf-8")
        return read_own(text, FILE, ANY_KEYS), ""
    except CannotOpen as error:
        raise StorageError("我的素材读不出来，文件没有动，请检查数据文件夹的权限。", error.detail) from error
    except (UnicodeDecodeError, ResourceError):
        aside = path.with_name(f"{path.stem}.{datetime.now().astimezone():%Y%m%d-%H%M%S}.damaged.toml")
        path.replace(aside)
        return OwnPhrases(), f"我的素材文件有误，已原样另存为数据文件夹里的“{aside.name}”，改正后可以再导入。"
