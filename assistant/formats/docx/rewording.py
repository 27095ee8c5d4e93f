"""Turn the wording of old and new paragraphs into pieces: what is kept, and what is new in whose format."""

from collections.abc import Sequence

from assistant.document.block import Block, Marks
from assistant.formats.docx.alignment import Sign, signs
from assistant.formats.docx.course import Piece
from assistant.formats.docx.wording import common

_TOKENS = 0xF0000
"""First of the private characters that stand for tokens while texts are compared: one for each kind."""


def pieces_between(olds: Sequence[Block], news: Sequence[Block], kinds: dict[str, str]) -> list[list[Piece]]:
    """Compare the wording of paragraphs that belong together; return the pieces of each new one.

    `kinds` remembers which private character stands for which kind of token.
    """
    sources = [(block.origin, atom, sign) for block in olds for atom, sign in enumerate(signs(block.runs))]
    written = [_written(block, kinds) for block in news]
    old_text, new_text = "".join(_written(block, kinds) for block in olds), "".join(written)
    fixed = "".join(kinds.values())
    pieces: list[Piece | None] = [None] * len(new_text)
    origins: list[Sign | None] = [None] * (len(new_text) + 1)
    end_old = end_new = 0
    for same in common(old_text, new_text, fixed=fixed):
        for k in range(same.size):
            source, atom, sign = sources[same.old + k]
            pieces[same.new + k] = Piece(sign, source, atom)
        _fill(origins, (end_new, same.new), [s for _, _, s in sources[end_old : same.old]], sources, same.old)
        end_old, end_new = same.old + same.size, same.new + same.size
    _fill(origins, (end_new, len(new_text)), [s for _, _, s in sources[end_old:]], sources, len(sources))
    result: list[list[Piece]] = []
    at = 0
    for text in written:
        result.append([p for n in range(at, at + len(text)) if (p := pieces[n] or _new(new_text[n], origins[n]))])
        at += len(text)
    return result


def _written(block: Block, kinds: dict[str, str]) -> str:
    """Return the text with a private character for each kind of token."""
    return "".join(
        run.text if run.token is None else kinds.setdefault(run.token.kind, chr(_TOKENS + len(kinds)))
        for run in block.runs
    )


def _fill(
    origins: list[Sign | None],
    span: tuple[int, int],
    replaced: Sequence[Sign],
    sources: Sequence[tuple[int | None, int, Sign]],
    at: int,
) -> None:
    """Note whose format new text takes: the text it replaces, else that before it, else that after it; no token's."""
    around = [
        *replaced,
        *(s for _, _, s in reversed(sources[max(0, at - 1) : at])),
        *(s for _, _, s in sources[at : at + 1]),
    ]
    like = next((sign for sign in around if sign.token is None), None)
    origins[span[0] : span[1]] = [like] * (span[1] - span[0])


def _new(character: str, like: Sign | None) -> Piece | None:
    if ord(character) >= _TOKENS and ord(character) < _TOKENS + 0x1000:
        return None  # a token that the old file hasn't
    return Piece(Sign(character, None if like is None else like.origin, Marks.NONE if like is None else like.marks))
