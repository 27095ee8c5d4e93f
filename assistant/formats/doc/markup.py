"""Write elements of WordprocessingML as text."""

from assistant.text.characters import clean

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Return a text as it stands in XML, without the characters that XML can't hold."""
    return clean(text).translate(_ESCAPES)


def element(name: str, content: str = "", **attributes: str | int | None) -> str:
    """Return `<w:name …>content</w:name>`; attributes that are None are left out."""
    given = "".join(
        f' w:{key}="{escaped(value) if isinstance(value, str) else value}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<w:{name}{given}>{content}</w:{name}>" if content else f"<w:{name}{given}/>"


def wrapped(name: str, content: str) -> str:
    """Return the element around some content, nothing where there is none."""
    return element(name, content) if content else ""


def switch(name: str, *, on: bool | None) -> str:
    """Return an element that switches a property on or off; nothing where the property isn't set."""
    if on is None:
        return ""
    return element(name) if on else element(name, val=0)
