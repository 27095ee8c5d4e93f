"""The embedded images of a Word file that stand in a line of text, by the number of their token."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant.formats.docx.image_header import MOST_PIXELS, image_size
from assistant.formats.docx.inline import What, pieces
from assistant.formats.docx.names import kind
from assistant.formats.docx.package import read_package
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 64 * 2**20
"""Bytes of all images of a file together that are handed out; whatever comes after stays a labelled mark."""
MOST_POINTS = 22 * 72.0
"""The largest page Word knows (22 inches); a larger size in the file is nonsense."""

_EMU_PER_POINT = 12700
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWING = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}",
)
_MAIN = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://purl.oclc.org/ooxml/drawingml/main}",
)
_PICTURE = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{http://purl.oclc.org/ooxml/drawingml/picture}pic",
)
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_VML = "{urn:schemas-microsoft-com:vml}"
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]+)(pt|in|cm|mm|px)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "": 0.75}


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """An image as the file holds it, and the size it is shown at, in points.

    `crop` is what is cut off left, top, right and bottom, as parts of the whole.
    """

    data: bytes
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Reference:
    relation: str
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def pictures(base: bytes) -> dict[int, EmbeddedPicture]:
    """Return the images of a .docx that can be shown in the text, by the number of their token.

    Those are PNG, JPEG, GIF and BMP inside the file, in the line or with text above and below only. Linked images, EMF
    and WMF, groups, text boxes, and images above 50 megapixels are left out. Raises CannotOpen where `base` isn't a
    readable Word file.
    """
    package = read_package(base)
    found: dict[int, EmbeddedPicture] = {}
    left = MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        members = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in archive.infolist()}
        targets = _targets(archive, members, package.main)
        for number, element in _tokens(Picture(package)):
            reference = _reference(element)
            info = members.get(targets.get(reference.relation, "")) if reference is not None else None
            if reference is None or info is None or info.file_size > left:
                continue
            data = _read(archive, info)
            size = image_size(data)
            if size is None or size[0] * size[1] > MOST_PIXELS:
                continue
            left -= len(data)
            found[number] = EmbeddedPicture(data, reference.width, reference.height, reference.crop)
    return found


def _tokens(picture: Picture) -> Iterator[tuple[int, "_Element"]]:
    """Yield the tokens with their numbers, counted as `Picture` counts them."""
    number = 0
    for item in picture.body.items:
        if item.opaque is not None:
            continue
        paragraph = picture.body.paragraphs[item.origin]
        for piece in pieces(paragraph, picture.body.fields_in(paragraph)):
            if piece.what is What.TOKEN:
                yield number, piece.element
                number += 1


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return b""  # a damaged image is no reason to refuse the text


def _targets(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], main: str) -> dict[str, str]:
    """Map relationship ids of the main part to the members, in lower case, that hold the images."""
    folder, name = posixpath.split(main.replace("\\", "/").lstrip("/"))
    info = members.get(posixpath.join(folder, "_rels", name + ".rels").lower())
    if info is None:
        return {}
    result = {}
    for relation in parse(archive.read(info), info.filename).iter(_RELATIONSHIP):
        if relation.get("Type", "").endswith("/image") and relation.get("TargetMode") != "External":
            target = unquote(relation.get("Target", "").replace("\\", "/"))
            result[relation.get("Id", "")] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
    return result


def _reference(element: "_Element") -> _Reference | None:
    name = kind(element)
    if name == "mc:AlternateContent":
        choice = next((child for child in element if kind(child) == "mc:Choice"), None)
        inner = choice[0] if choice is not None and len(choice) == 1 else None
        return _drawing(inner) if inner is not None and kind(inner) == "drawing" else None
    if name == "drawing":
        return _drawing(element)
    return _vml(element) if name in ("pict", "object") else None


def _drawing(element: "_Element") -> _Reference | None:
    images = list(element.iter(*_PICTURE))
    frame = next((child for child in element if isinstance(child.tag, str)), None)
    if len(images) != 1 or frame is None or not _in_the_text(frame):
        return None
    extent = frame.find(_namespace(frame) + "extent")
    blip = next(images[0].iter(*(prefix + "blip" for prefix in _MAIN)), None)
    if extent is None or blip is None or next(images[0].iterancestors(*_groups()), None) is not None:
        return None
    relation = next((value for prefix in _RELATION if (value := blip.get(prefix + "embed"))), "")
    size = tuple(_number(extent.get(side)) / _EMU_PER_POINT for side in ("cx", "cy"))
    source = next(images[0].iter(*(prefix + "srcRect" for prefix in _MAIN)), None)
    cut = tuple(0.0 if source is None else _number(source.get(side)) / 100_000 for side in "ltrb")
    crop = cut if min(cut) >= 0 and cut[0] + cut[2] < 1 and cut[1] + cut[3] < 1 else (0.0, 0.0, 0.0, 0.0)
    return _checked(_Reference(relation, size[0], size[1], (crop[0], crop[1], crop[2], crop[3])))


def _groups() -> tuple[str, ...]:
    word = "{http://schemas.microsoft.com/office/word/2010/"
    return (f"{word}wordprocessingGroup}}wgp", f"{word}wordprocessingCanvas}}wpc")


def _in_the_text(frame: "_Element") -> bool:
    """Tell whether a drawing takes room in the text: inline, or with text only above and below it."""
    namespace = _namespace(frame)
    if frame.tag == namespace + "inline":
        return namespace in _DRAWING
    return frame.tag == namespace + "anchor" and frame.find(namespace + "wrapTopAndBottom") is not None


def _namespace(element: "_Element") -> str:
    return str(element.tag).partition("}")[0] + "}"


def _vml(element: "_Element") -> _Reference | None:
    images = list(element.iter(_VML + "imagedata"))
    if len(images) != 1 or next(images[0].iterancestors(_VML + "group"), None) is not None:
        return None
    shape = images[0].getparent()
    style = shape.get("style", "") if shape is not None else ""
    if "absolute" in style:
        return None
    sides = {name.lower(): float(value) * _POINTS[unit.lower()] for name, value, unit in _lengths(style)}
    relation = next((value for prefix in _RELATION if (value := images[0].get(prefix + "id"))), "")
    return _checked(_Reference(relation, sides.get("width", 0.0), sides.get("height", 0.0)))


def _lengths(style: str) -> list[tuple[str, str, str]]:
    return [match for match in _LENGTH.findall(style) if match[1].count(".") < 2 and match[1] != "."]


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:  # what is no number gives no size, and the picture is shown in its own
        return 0.0


def _checked(reference: _Reference) -> _Reference | None:
    sides = (reference.width, reference.height)
    return reference if reference.relation and all(0 < side <= MOST_POINTS for side in sides) else None
