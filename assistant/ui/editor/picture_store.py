"""The images of one text, decoded when they are painted and kept for the size they are painted at."""

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageReader

ALLOCATION_MEBIBYTES = 256
"""What decoding one image may take: 50 megapixels of 4 bytes, and some."""
CACHE_BYTES = 64 * 2**20
"""Decoded images kept; those painted longest ago go first."""


class Embedded(Protocol):
    """An image as a file holds it; sizes in points, `crop` left, top, right, bottom as parts of the whole."""

    @property
    def data(self) -> bytes:
        """The bytes of a PNG, JPEG, GIF or BMP."""

    @property
    def width(self) -> float:
        """How wide it is shown."""

    @property
    def height(self) -> float:
        """How tall it is shown."""

    @property
    def crop(self) -> tuple[float, float, float, float]:
        """What is cut off."""


class PictureStore:
    """Images by token number; an image that can't be decoded is forgotten, so that its label is shown again."""

    def __init__(self) -> None:
        """Begin without any."""
        self._images: dict[int, Embedded] = {}
        self._decoded: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def set_images(self, images: dict[int, Embedded]) -> None:
        """Replace all images."""
        self._images = dict(images)
        self._decoded.clear()

    def __contains__(self, number: int) -> bool:
        """Tell whether there is an image of that token."""
        return number in self._images

    def numbers(self) -> frozenset[int]:
        """Return the tokens that have an image."""
        return frozenset(self._images)

    def size(self, number: int) -> tuple[float, float]:
        """Return the size an image is to be shown at, in points."""
        image = self._images[number]
        return image.width, image.height

    def image(self, number: int, size: QSize) -> QImage | None:
        """Return an image in device pixels, None where it can't be decoded."""
        key = (number, size.width(), size.height())
        if key not in self._decoded:
            decoded = _decode(self._images[number], size)
            if decoded is None:
                del self._images[number]
                return None
            self._decoded[key] = decoded
        self._decoded.move_to_end(key)
        while len(self._decoded) > 1 and sum(image.sizeInBytes() for image in self._decoded.values()) > CACHE_BYTES:
            self._decoded.popitem(last=False)
        return self._decoded[key]


def _decode(image: Embedded, size: QSize) -> QImage | None:
    QImageReader.setAllocationLimit(ALLOCATION_MEBIBYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(image.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    whole = reader.size()
    left, top, right, bottom = image.crop
    if any(image.crop) and whole.isValid():
        x, y = round(left * whole.width()), round(top * whole.height())
        wide = max(1, round((1 - left - right) * whole.width()))
        tall = max(1, round((1 - top - bottom) * whole.height()))
        reader.setClipRect(QRect(x, y, wide, tall))
        whole = QSize(wide, tall)
    if whole.isValid() and (size.width() < whole.width() or size.height() < whole.height()):
        reader.setScaledSize(size)  # a JPEG is then decoded small
    decoded = reader.read()
    return None if decoded.isNull() else decoded
