"""Build a w:r out of characters and elements."""

from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.names import XML_SPACE, kind, sibling_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


def new_run(like: "_Element", properties: "_Element | None", contents: list["str | _Element"]) -> "_Element":
    """Return a w:r that holds the contents; `like` tells the namespace and the home of the properties."""
    paragraph = like
    while kind(paragraph) not in ("p", "r"):
        parent = paragraph.getparent()
        if parent is None:
            break
        paragraph = parent
    run = paragraph.makeelement(sibling_tag(paragraph, "r"), nsmap=None)
    if properties is not None:
        run.append(deepcopy(properties))
    fill(run, contents)
    return run


def fill(run: "_Element", contents: list["str | _Element"]) -> None:
    """Make a w:r hold exactly the contents after its properties; neighbouring characters share one w:t."""
    preserved = any(element.get(XML_SPACE) == "preserve" for element in run)
    for element in list(run):
        if kind(element) not in ("rPr", ""):
            run.remove(element)
    text: list[str] = []

    def flush() -> None:
        if text:
            element = run.makeelement(sibling_tag(run, "t"), nsmap=None)
            element.text = "".join(text)
            if preserved or element.text != element.text.strip() or "  " in element.text:
                element.set(XML_SPACE, "preserve")
            run.append(element)
            text.clear()

    for content in contents:
        if isinstance(content, str) and content not in _ELEMENTS:
            text.append(content)
            continue
        flush()
        if isinstance(content, str):
            run.append(run.makeelement(sibling_tag(run, _ELEMENTS[content]), nsmap=None))
        else:
            content.tail = None
            run.append(content)
    flush()
