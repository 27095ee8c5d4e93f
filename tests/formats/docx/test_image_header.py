"""How large an image says it is, without decoding it."""

from collections.abc import Callable

import pytest

from assistant.formats.docx.image_header import image_size
from tests.images import bmp, gif, jpeg, png


@pytest.mark.parametrize("make", [png, gif, bmp, jpeg])
def test_every_kind_tells_its_size(make: Callable[[int, int], bytes]) -> None:
    assert image_size(make(40, 30)) == (40, 30)


def test_a_bitmap_stored_from_the_top_is_as_tall() -> None:
    assert image_size(bmp(40, -30)) == (40, 30)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8",
        b"\xff\xd8\xff\xc0\x00",
        b"BM",
        b"GIF89a",
        b"\x01\x00\x00\x00 emf",
        png(0, 9),
    ],
)
def test_what_is_broken_or_of_another_kind_has_none(data: bytes) -> None:
    assert image_size(data) is None
