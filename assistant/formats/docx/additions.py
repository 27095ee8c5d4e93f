"""Collect what an edited stretch holds beyond the characters it had in the file."""

from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.alignment import Sign
from assistant.formats.docx.anatomy import anatomy_of
from assistant.formats.docx.names import child
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.rewriting import Addition
from assistant.formats.docx.run_format import copied
from assistant.formats.docx.segments import Use

if TYPE_CHECKING:
    from lxml.etree import _Element


class MovedTokens:
    """Copies of the tokens of one paragraph, for those that stand elsewhere in the text now."""

    def __init__(self, source: list[Sign], paragraph: "_Element") -> None:
        """Copy the paragraph before it is rewritten; `source` are its signs."""
        self._anatomy = anatomy_of(deepcopy(paragraph))
        self._atoms = {sign.token.number: i for i, sign in enumerate(source) if sign.token is not None}

    def take(self, number: int) -> list["_Element"]:
        """Return the elements of a token, in runs of their own; each token can be taken once."""
        atom = self._atoms[number]
        result: list[_Element] = []
        for host in self._anatomy.hosts:
            contents = [part.content for part in host.parts if part.atom == atom]
            if contents and host.bare:
                result.append(host.element)
            elif contents:
                result.append(new_run(host.element, copied(child(host.element, "rPr")), contents))
        for element in result:
            element.tail = None
        return result


def moves_token(use: Use) -> bool:
    """Tell whether a token of the use stands elsewhere than in the file."""
    return any(atom is None and sign.token is not None for atom, sign in zip(use.atoms, use.signs, strict=True))


def additions_of(use: Use, moved: MovedTokens | None) -> list[Addition]:
    """Return the additions of a use in order, each with the atoms on both sides of it."""
    result: list[Addition] = []
    rights = _next_atoms(use.atoms)
    left: int | None = None
    for atom, right, sign in zip(use.atoms, rights, use.signs, strict=True):
        last = result[-1] if result else None
        if atom is not None:
            left = atom
        elif sign.token is not None:
            taken = [] if moved is None else moved.take(sign.token.number)
            result.append(Addition(left, right, Sign("", None), taken))
        elif last is not None and isinstance(last.content, str) and _joins(last, left, sign):
            result[-1] = Addition(left, right, sign, last.content + sign.character)
        else:
            result.append(Addition(left, right, sign, sign.character))
    return result


def _joins(last: Addition, left: int | None, sign: Sign) -> bool:
    return (last.left, last.sign.origin, last.sign.marks) == (left, sign.origin, sign.marks)


def _next_atoms(atoms: list[int | None]) -> list[int | None]:
    """Return for every position the next atom at or after it."""
    result: list[int | None] = []
    following: int | None = None
    for atom in reversed(atoms):
        following = following if atom is None else atom
        result.append(following)
    return result[::-1]
