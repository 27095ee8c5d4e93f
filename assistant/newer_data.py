"""A newer file of dated formulations, taken in the place of the one that is used."""

from pathlib import Path

from assistant.errors import CannotOpen, ResourceError
from assistant.formats.disk import read_file, write_file
from assistant.text.months import month_in_words


def take_newer(path: Path, now: str, folder: Path) -> None:
    """Put a file into the user's data `folder`, if it can be used and was kept up to a later month than `now`."""
    from assistant.checks.formulation_files import FILE, month_of
    from assistant.checks.loader import FORMULATIONS

    try:
        month = month_of(path)
    except ResourceError as error:
        why = f"：{error.fault}。" if error.fault else "，"
        raise CannotOpen(f"“{path.name}”不是能用的提法数据{why}没有换，现在的照常用。", error.detail) from error
    if month <= now:
        until, known = month_in_words(month), month_in_words(now)
        raise CannotOpen(f"这份提法数据截至 {until}，现在用的截至 {known}，不比它新，没有换。")
    place = folder / FORMULATIONS / FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    write_file(place, read_file(path))
