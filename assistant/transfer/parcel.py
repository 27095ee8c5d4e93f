"""What a parcel holds: named files, packed into one and sealed."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.transfer.sealing import CannotUnseal, seal, unseal

DRAFTS, SETTINGS = "drafts.sqlite3", "settings.json"
"""Names of the draft database and the settings in a parcel; own phrases and the like keep the names they have."""

_MANIFEST = "parcel.json"
_VERSION = 1
MOST_BYTES = 2_000_000_000
"""What a parcel may unpack to; a damaged or hostile one must not fill the memory."""

_LATER = "这个文件是更新版本的程序打包的，本机的文稿没有变动，请先升级程序。"
_INSIDE = "打包文件里的内容不完整，一点也没有带回来，本机的文稿没有变动，请从原来的电脑重新打包。"


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files by name, and when they were packed (ISO 8601 in UTC)."""

    files: Mapping[str, bytes]
    packed: str = ""


def pack(parcel: Parcel, password: str) -> bytes:
    """Return the parcel as one sealed file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MANIFEST, json.dumps({"version": _VERSION, "packed": parcel.packed}))
        for name, data in parcel.files.items():
            archive.writestr(name, data)
    return seal(buffer.getvalue(), password)


def unpack(sealed: bytes, password: str) -> Parcel:
    """Return what was packed; raise CannotUnseal with one plain sentence where that can't be done."""
    data = unseal(sealed, password)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > MOST_BYTES:
                raise CannotUnseal(_INSIDE, "too large")
            files = {info.filename: archive.read(info) for info in infos}
        manifest = json.loads(files.pop(_MANIFEST))
        version, packed = manifest["version"], str(manifest["packed"])
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise CannotUnseal(_INSIDE, repr(error)) from error
    if version != _VERSION:
        raise CannotUnseal(_LATER, f"version {version}")
    return Parcel(files, packed)
