"""Jobs of the worker that need nothing it knows; each imports what serves it when it is asked for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer, Pictures
from assistant.errors import CannotSave
from assistant.formats.disk import read_file, write_file
from assistant.jobs import Pack, Unpack

if TYPE_CHECKING:
    from assistant.comparing import Differ, Difference, Restore
    from assistant.document.restoring import Restoration
    from assistant.transfer.parcel import Parcel


def _differences(job: "Differ") -> "Difference":
    from assistant.comparing import compared

    return compared(job)


def _restored(job: "Restore") -> "Restoration":
    from assistant.comparing import restoring

    return restoring(job)


def _unpack(job: Unpack) -> "Parcel":
    from assistant.transfer.parcel import unpack

    return unpack(read_file(job.path), job.password)


def _pack(job: Pack) -> "Parcel":
    from assistant.transfer.parcel import Parcel, pack, unpack

    def verify(written: bytes) -> None:
        """Unpack what was written: a parcel that can't be opened must be known here, not on the other computer."""
        if unpack(written, job.password) != job.parcel:
            raise CannotSave("打包文件写出来读不回去，没有留下文件，文稿没有变动，请换一个位置再试。")

    write_file(job.path, pack(job.parcel, job.password), verify=verify)
    return Parcel({}, job.parcel.packed)


def _pictures(base: bytes) -> Pictures:
    from assistant.formats.docx.pictures import pictures

    return Pictures(pictures(base))


ERRANDS: Mapping[str, Callable[[Any], Answer]] = {
    "Differ": _differences,
    "Pack": _pack,
    "Restore": _restored,
    "ShowPictures": lambda job: _pictures(job.base),
    "Unpack": _unpack,
}
"""What is done for each kind of job, by its name."""
