"""Which images of a Word file can be shown in the text, under which token, how large."""

import pytest

from assistant.formats.docx import reader
from assistant.formats.docx.pictures import pictures
from tests.formats.docx.word_files import BREAK, HEAD, OFFICE, RELATIONSHIPS, TEXT_BOX, paragraph, word_file
from tests.images import png

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
POINT = 12700


def drawing(
    relation: str = "rIdA",
    *,
    frame: str = "inline",
    wrap: str = "",
    size: tuple[float, float] = (100, 50),
    crop: str = "",
) -> str:
    wide, tall = (round(side * POINT) for side in size)
    return (
        f'<w:r><w:drawing><wp:{frame} xmlns:wp="{WP}"><wp:extent cx="{wide}" cy="{tall}"/>{wrap}'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        f"</wp:{frame}></w:drawing></w:r>"
    )


def vml(style: str) -> str:
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="rIdA"/></v:shape></w:pict></w:r>'


def file(*content: str, image: bytes = png(8, 4), target: str = "media/a.png", mode: str = "") -> bytes:
    link = f'<Relationship Id="rIdA" Type="{OFFICE}/image" Target="{target}"{mode}/>'
    relations = f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{link}</Relationships>'.encode()
    extra = {"word/_rels/document.xml.rels": relations, "word/media/a.png": image}
    return word_file(paragraph(*content), extra=extra)


def test_an_inline_image_comes_under_its_token_at_the_size_of_the_file() -> None:
    base = file("前", BREAK, "中", drawing(), "后")
    runs = [run for block in reader.read(base).document.blocks for run in block.runs]
    number = next(run.token.number for run in runs if run.token is not None and run.token.kind == "drawing")
    found = pictures(base)
    assert list(found) == [number] == [1]
    assert (found[1].data, found[1].width, found[1].height) == (png(8, 4), 100, 50)


def test_an_image_with_text_above_and_below_only_takes_room_like_a_line() -> None:
    wrapped = drawing(frame="anchor", wrap=f'<wp:wrapTopAndBottom xmlns:wp="{WP}"/>')
    assert list(pictures(file(wrapped))) == [0]


def test_an_image_that_floats_stays_a_label() -> None:
    assert pictures(file(drawing(frame="anchor", wrap=f'<wp:wrapNone xmlns:wp="{WP}"/>'))) == {}


def test_what_word_cuts_off_is_cut_off() -> None:
    cut = f'<a:srcRect xmlns:a="{A}" l="10000" t="20000" r="30000" b="40000"/>'
    assert pictures(file(drawing(crop=cut)))[0].crop == (0.1, 0.2, 0.3, 0.4)
    nonsense = f'<a:srcRect xmlns:a="{A}" l="60000" r="60000"/>'
    assert pictures(file(drawing(crop=nonsense)))[0].crop == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("width:90pt;height:45pt", (90, 45)),
        ("height:1in;visibility:visible;width:2in", (144, 72)),
        ("width:96px;height:4", (72, 3)),
    ],
)
def test_an_image_of_old_word_is_shown_too(style: str, size: tuple[float, float]) -> None:
    found = pictures(file(vml(style)))[0]
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    "style", ["", "width:90pt", "position:absolute;width:90pt;height:45pt", "width:...;height:9pt"]
)
def test_a_shape_without_a_size_or_out_of_the_line_stays_a_label(style: str) -> None:
    assert pictures(file(vml(style))) == {}


@pytest.mark.parametrize(
    "image",
    [b"\x01\x00\x00\x00" + bytes(36) + b" EMF", b"\xd7\xcd\xc6\x9a" + bytes(40), b"", b"<svg/>"],
    ids=["emf", "wmf", "empty", "svg"],
)
def test_only_images_that_can_be_decoded_safely(image: bytes) -> None:
    assert pictures(file(drawing(), image=image)) == {}


def test_an_image_that_declares_too_many_pixels_is_never_decoded() -> None:
    assert pictures(file(drawing(), image=png(10_000, 5_001, body=False))) == {}


def test_a_linked_image_is_not_fetched() -> None:
    assert pictures(file(drawing(), target="http://example.invalid/a.png", mode=' TargetMode="External"')) == {}


def test_dangling_images_and_text_boxes_do_no_harm() -> None:
    assert pictures(file(drawing("rIdB"), TEXT_BOX)) == {}
    assert pictures(file(drawing(), target="media/none.png")) == {}


def test_nonsense_sizes_stay_labels() -> None:
    assert pictures(file(drawing(size=(0, 50)))) == {}
    assert pictures(file(drawing(size=(100, 99_999)))) == {}
