"""Read a .docx into a document whose origins point back into the file's bytes."""

from typing import TYPE_CHECKING

from assistant.document.block import Block, Document
from assistant.formats.docx.body import Body, Item
from assistant.formats.docx.collector import collector_paused
from assistant.formats.docx.inline import pieces
from assistant.formats.docx.names import both, child, kind, number
from assistant.formats.docx.numbering import Counters
from assistant.formats.docx.order import block_count
from assistant.formats.docx.package import read_package
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.protection import protected
from assistant.formats.docx.styles import style_id
from assistant.formats.opened import Opened, Paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

_REVISIONS = ("ins", "del", "moveFrom", "moveTo")


def read(data: bytes) -> Opened:
    """Return the document in the bytes of a .docx, .docm, .dotx or .dotm, transitional or Strict.

    Raises CannotOpen with one Chinese sentence for anything else, and for files beyond the limits.
    """
    with collector_paused():
        return _read(data)


def _read(data: bytes) -> Opened:
    package = read_package(data)
    picture = Picture(package)
    labels = _labels(picture)
    counts: dict[_Element, int] = {}
    locked = protected(package.settings)
    document = Document(
        tuple(_block(picture, item, labels, counts) for item in picture.body.items),
        tuple(table for table, _ in picture.body.tables),
    )
    lines = _lines(picture, labels, editable=not locked)
    return Opened(document, data, "docx", lines, _notes(picture, locked=locked))


def _labels(picture: Picture) -> dict[int, str]:
    """Compute the automatic numbers.

    The second, older copy of a text box in the file doesn't count, nor does an empty paragraph that is a section break:
    Word gives it no number.
    """
    labels: dict[int, str] = {}
    counters = Counters()
    for n, paragraph in enumerate(picture.body.paragraphs):
        properties = child(paragraph, "pPr")
        place = picture.numbering.place(properties)
        if place is None or (child(properties, "sectPr") is not None and not picture.runs.get(n)):
            continue
        if any(kind(e) == "mc:Fallback" for e in paragraph.iterancestors()):
            continue
        labels[n] = counters.label(place)
    return labels


def _block(picture: Picture, item: Item, labels: dict[int, str], counts: dict["_Element", int]) -> Block:
    name = str(item.origin)
    if item.opaque is not None:
        return Block(name, (), item.origin, item.container, opaque=item.opaque)
    properties = child(picture.body.paragraphs[item.origin], "pPr")
    return Block(
        name,
        picture.runs[item.origin],
        item.origin,
        item.container,
        _style_level(picture, properties),
        labels.get(item.origin, ""),
        fixed=_must_stay(picture.body.paragraphs[item.origin], properties, counts),
    )


def _must_stay(paragraph: "_Element", properties: "_Element | None", counts: dict["_Element", int]) -> bool:
    """Tell whether a paragraph can be emptied only: a section break, or what its cell or control can't be without.

    `counts` remembers how many blocks an element holds: one may hold thousands.
    """
    parent = paragraph.getparent()
    if child(properties, "sectPr") is not None or parent is None:
        return child(properties, "sectPr") is not None
    name = kind(parent)
    if name not in ("sdtContent", "tc"):
        return False
    if parent not in counts:
        counts[parent] = block_count(parent)
    if name == "sdtContent":
        return counts[parent] == 1
    if counts[parent] == 1 or parent[-1] is not paragraph:
        return False
    before = next(
        (name for e in paragraph.itersiblings(preceding=True) if (name := kind(e)) in ("p", "tbl", "sdt")), ""
    )
    return before == "tbl"


def _style_level(picture: Picture, properties: "_Element | None") -> int | None:
    """Return the heading level that the file states: directly, by style, or by the list the paragraph is in."""
    direct = number(child(properties, "outlineLvl"))
    if direct is not None:
        return direct + 1 if 0 <= direct <= 8 else None
    level = picture.styles.level(style_id(properties, "pStyle"))
    if level is not None or child(properties, "numPr") is None:
        return level
    place = picture.numbering.place(properties)
    return picture.styles.level(place[0].levels[place[1]].style) if place and place[0].levels[place[1]].style else None


def _lines(picture: Picture, labels: dict[int, str], *, editable: bool) -> tuple[Paragraph, ...]:
    places = {item.origin: item for item in picture.body.items if item.opaque is None}
    lines = []
    for n, paragraph in enumerate(picture.body.paragraphs):
        item = places.get(n)
        if item is not None:
            text = "".join(run.text for run in picture.runs[n])
            where = "body" if item.container is None else "cell"
            lines.append(Paragraph(n, text, labels.get(n, ""), where, editable))
        else:
            text = "".join(piece.text for piece in pieces(paragraph, picture.body.fields_in(paragraph)))
            lines.append(Paragraph(n, text, labels.get(n, ""), _where(picture.body, n), editable=False))
    return tuple(lines)


def _where(body: Body, n: int) -> str:
    if any(kind(e) == "txbxContent" for e in body.paragraphs[n].iterancestors()):
        return "textbox"
    return body.kinds.get(n, "locked")


def _notes(picture: Picture, *, locked: bool) -> tuple[str, ...]:
    notes = []
    if locked:
        notes.append("本文设有编辑保护，只能查看，要修改请先在 Word 里取消保护。")
    revisions = sum(1 for _ in picture.body.root.iter(*(tag for name in _REVISIONS for tag in both(name))))
    if revisions:
        notes.append(f"本文有 {revisions} 处修订，显示的是修订后的文字。")
    return tuple(notes)
