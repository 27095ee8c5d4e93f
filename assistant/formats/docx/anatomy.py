"""Take one paragraph apart into characters, tokens and marks, each tied to the element that holds it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.formats.docx.fields import fields_of
from assistant.formats.docx.inline import What, pieces, shown, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Part:
    """A character or an element inside a host.

    `atom` is the index of the atom it belongs to, None for what takes no room; `before` counts the atoms before it.
    """

    content: "str | _Element"
    atom: int | None
    before: int


@dataclass(slots=True)
class Host:
    """A w:r with its parts, or a bare element (an equation, say) that is a part itself."""

    element: "_Element"
    bare: bool = False
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Anatomy:
    """A paragraph taken apart. An atom is a character or a token, in the order of the block's text.

    `first` and `last` give for every atom the place (host, part) of its first and last part: a field has many. `marks`
    are elements beside runs that take no room, with the number of atoms before each.
    """

    paragraph: "_Element"
    hosts: list[Host] = field(default_factory=list)
    first: list[tuple[int, int]] = field(default_factory=list)
    last: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple["_Element", int]] = field(default_factory=list)


def anatomy_of(paragraph: "_Element") -> Anatomy:
    """Return the anatomy of a paragraph whose fields begin and end in it."""
    result = Anatomy(paragraph)
    for piece in pieces(paragraph, fields_of(paragraph)):
        if piece.run is None and piece.what is What.MARK:
            result.marks.append((piece.element, len(result.first)))
            continue
        host = _host(result, piece.run, piece.element)
        if piece.what is What.TEXT:
            for character in text_of(piece.element):
                if shown(character):
                    _atom(result, host, character)
                else:
                    host.parts.append(Part(character, None, len(result.first)))
        elif piece.what in (What.CHARACTER, What.TOKEN):
            _atom(result, host, piece.element)
        elif piece.what is What.PART:
            host.parts.append(Part(piece.element, len(result.first) - 1, len(result.first)))
            result.last[-1] = (len(result.hosts) - 1, len(host.parts) - 1)
        else:
            host.parts.append(Part(piece.element, None, len(result.first)))
    return result


def _host(result: Anatomy, run: "_Element | None", element: "_Element") -> Host:
    if run is None:
        result.hosts.append(Host(element, bare=True))
    elif not result.hosts or result.hosts[-1].element is not run:
        result.hosts.append(Host(run))
    return result.hosts[-1]


def _atom(result: Anatomy, host: Host, content: "str | _Element") -> None:
    place = (len(result.hosts) - 1, len(host.parts))
    host.parts.append(Part(content, len(result.first), len(result.first)))
    result.first.append(place)
    result.last.append(place)
