"""Take paragraphs out of a file, or say why they must stay."""

from typing import TYPE_CHECKING

from assistant.errors import EditRefused
from assistant.formats.docx.names import both, child
from assistant.formats.docx.order import lift_marks
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.tokens import NOTES

if TYPE_CHECKING:
    from lxml.etree import _Element

SECTION = "这一段带有分节符，删掉会改变页面设置，没有保存任何改动，可以只清空它的文字。"
_NOTE = "这一段带有脚注、尾注或批注，没有保存任何改动，请先在 Word 里处理它们。"
_BOX = "这一段带有文本框，没有保存任何改动，请在 Word 里处理它。"


def check_removable(picture: Picture, number: int) -> None:
    """Raise EditRefused where a paragraph holds something that must not go with it."""
    paragraph = picture.body.paragraphs[number]
    if child(child(paragraph, "pPr"), "sectPr") is not None:
        raise EditRefused(SECTION, f"paragraph {number} holds a section break")
    for run in picture.runs[number]:
        if run.token is not None and run.token.kind in NOTES:
            raise EditRefused(_NOTE, f"paragraph {number} holds a {run.token.kind} reference")
    check_no_box(paragraph, number)


def check_no_box(element: "_Element", number: int) -> None:
    """Raise EditRefused where text boxes with text of their own would be lost."""
    if any(inner is not element for inner in element.iter(*both("p"))):
        raise EditRefused(_BOX, f"paragraph {number} holds a text box")


def check_tokens_kept(picture: Picture, number: int, kept: set[int]) -> None:
    """Raise EditRefused where an edited paragraph would lose a note mark or a text box."""
    for run in picture.runs[number]:
        if run.token is None or run.token.number in kept:
            continue
        if run.token.kind in NOTES:
            raise EditRefused(_NOTE, f"token {run.token.number} of paragraph {number} is missing")
        check_no_box(picture.body.paragraphs[number], number)


def remove(element: "_Element") -> None:
    """Take a paragraph out; ends of ranges in it stay at the same place."""
    lift_marks(element)
