"""The zip package around a document: checked before anything is unpacked, and found its main part."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant.errors import CannotOpen
from assistant.formats.docx.refusal import other_package, refusal
from assistant.formats.docx.xml import DAMAGED, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEBIBYTE = 2**20
MOST_ENTRIES = 10_000
MOST_BYTES = 300 * _MEBIBYTE
"""Unpacked size of all entries together."""
MOST_XML_BYTES = 64 * _MEBIBYTE
MOST_FILE_BYTES = 200 * _MEBIBYTE
_BOMB_BYTES, _BOMB_RATIO = 20 * _MEBIBYTE, 200
# Limits from measurements on 1,880 real files (docx facts, section 4): none of them comes near.

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_TOO_BIG = "文件展开后过大，为安全起见没有打开，请在 Word 里删去多余的图片或拆分后再试。"
_PASSWORD = "文档有密码，没有打开，请先取消密码再试。"
_TWICE = "文件里有两份正文，不能确定哪一份是真的，没有打开，请在 Word 里打开并另存一份再试。"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that are read: `main` is the member name of the main part, the others are None where absent."""

    main: str
    document: bytes
    styles: bytes | None = None
    numbering: bytes | None = None
    settings: bytes | None = None


def read_package(data: bytes) -> Package:
    """Check a file and return the parts of it that are read; media are never unpacked.

    Raises CannotOpen with one Chinese sentence for whatever isn't a readable Word package.
    """
    if refused := refusal(data):
        raise refused
    if len(data) > MOST_FILE_BYTES:
        raise CannotOpen(_TOO_BIG, f"{len(data)} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except RuntimeError as error:  # zipfile's word for an encrypted member
        raise CannotOpen(_PASSWORD, str(error)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise CannotOpen(DAMAGED, f"{type(error).__name__}: {error}") from error


def _read(archive: zipfile.ZipFile) -> Package:
    members = _members(archive)
    folder = frozenset(members)
    _check_sizes(archive.infolist())
    mimetype = archive.read(members["mimetype"])[:200] if "mimetype" in members else b""
    other = other_package(folder, mimetype)
    if any(info.flag_bits & 1 for info in members.values()):
        raise CannotOpen(_PASSWORD, "encrypted zip members")
    relations = _relations(archive, members, "_rels/.rels")
    name = next((target for type_, target in relations if type_ == "officeDocument"), None)
    if other is not None and not (name or "").lower().startswith("word/"):
        raise other
    if name is None or name.lower() not in members or "[content_types].xml" not in members:
        raise CannotOpen(DAMAGED, f"no main part: {name}")
    _check_single(archive, name)
    folder_name, file_name = posixpath.split(name)
    found: dict[str, bytes] = {}
    for type_, target in _relations(archive, members, f"{folder_name}/_rels/{file_name}.rels".lstrip("/")):
        if type_ in ("styles", "numbering", "settings") and type_ not in found and target.lower() in members:
            found[type_] = archive.read(members[target.lower()])
    info = members[name.lower()]
    return Package(
        info.filename,
        archive.read(info),
        found.get("styles"),
        found.get("numbering"),
        found.get("settings"),
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Map part names in lower case to members; the first wins, as the packaging standard compares without case."""
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise CannotOpen(_TOO_BIG, f"{len(infos)} zip members")
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        members.setdefault(_plain(info.filename).lower(), info)
    return members


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        raise CannotOpen(_TOO_BIG, f"{total} bytes unpacked")
    for info in infos:
        bomb = info.file_size > _BOMB_BYTES and info.file_size > _BOMB_RATIO * max(1, info.compress_size)
        long_xml = info.filename.lower().endswith((".xml", ".rels")) and info.file_size > MOST_XML_BYTES
        if bomb or long_xml:
            raise CannotOpen(_TOO_BIG, f"{info.filename}: {info.file_size} from {info.compress_size}")


def _check_single(archive: zipfile.ZipFile, name: str) -> None:
    if sum(_plain(info.filename).lower() == name.lower() for info in archive.infolist()) > 1:
        raise CannotOpen(_TWICE, f"duplicate {name}")


def _relations(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], part: str) -> list[tuple[str, str]]:
    """Return (last word of the type, target as a part name) of the internal relationships; dangling ones too."""
    info = members.get(part.lower())
    if info is None:
        return []
    source = posixpath.dirname(posixpath.dirname(part))
    result = []
    for relation in _relationships(archive.read(info), part):
        type_, target = relation.get("Type", ""), relation.get("Target", "")
        prefix = next((p for p in _OFFICE if type_.startswith(p)), None)
        if prefix is None or relation.get("TargetMode") == "External":
            continue
        path = posixpath.normpath(posixpath.join("/", source, unquote(_slashes(target))))
        result.append((type_[len(prefix) :], path.lstrip("/")))
    return result


def _slashes(target: str) -> str:
    return target.partition("#")[0].replace("\\", "/")


def _relationships(data: bytes, part: str) -> list["_Element"]:
    return list(parse(data, part).iter(_RELATIONSHIP))
