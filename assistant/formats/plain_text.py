"""Plain text files: lines to blocks and back, every untouched byte kept.

A line ends at CRLF, LF or CR and nowhere else. A soft line break inside a block is written as a line end, as a text
file has no other: opened again, the block is two lines.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.document.block import Block, Document, Run, Token
from assistant.errors import CannotOpen
from assistant.formats.encoding import Encoding, decode
from assistant.formats.opened import Opened, Paragraph
from assistant.text.characters import TOKEN, clean

DEFAULT_END = "\r\n"
"""The line end of a file that has none yet: the only one that every Windows editor in use understands."""

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|\\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file and the characters that end it (empty for an unended last line)."""

    text: str
    end: str


def read(data: bytes) -> Opened:
    """Return the lines of a text file as blocks; `Block.origin` and `Run.origin` are the line's number, from 0.

    Characters that a block can't hold (form feed, NUL, U+2028...) become tokens, so that they survive. Raises
    CannotOpen where the bytes are no text in any of the encodings read.
    """
    _, lines = _lines(data)
    counter = itertools.count()
    blocks = tuple(
        Block(str(number), tuple(_runs(line.text, number, counter)), origin=number) for number, line in enumerate(lines)
    )
    paragraphs = tuple(Paragraph(i, block.text, "", "body", editable=True) for i, block in enumerate(blocks))
    hidden = next(counter)
    notes = (f"文件里有 {hidden} 个看不见的控制字符，已用占位符显示并原样保留。",) if hidden else ()
    return Opened(Document(blocks), data, "txt", paragraphs, notes)


def write(base: bytes, document: Document) -> bytes:
    """Return the bytes of the document in the encoding and with the line ends of the file it was opened from.

    An untouched line keeps its bytes. A new line takes the end of the line before it, else the commonest of the file.
    The last line is ended only where it was in the file, or where it would vanish unended because it is empty.
    """
    encoding, lines = _lines(base)
    hidden = _hidden(lines)
    texts = [_text(block, hidden) for block in document.blocks]
    written = _physical(texts, _ends(document, lines))
    if written == lines:
        return base
    text = "".join(line.text + line.end for line in written)
    data = encoding.signature + encoding.encode(text)
    return data if _reads_as(data, text) else Encoding("utf-8-sig").encode(text)


def write_new(texts: Iterable[str]) -> bytes:
    """Return a new text file with one line for each text: UTF-8 with BOM and CRLF, which Notepad and WPS both read."""
    lines = [line for text in texts for line in clean(text).split("\n")]
    return Encoding("utf-8-sig").encode("".join(line + DEFAULT_END for line in lines))


def lines_written(document: Document) -> tuple[str, ...]:
    """Return the texts of the lines that `write` makes of a document, tokens included: soft breaks are line ends."""
    texts = (
        "".join(clean(run.text) if run.token is None else run.text for run in block.runs) for block in document.blocks
    )
    return tuple(line for text in texts for line in text.split("\n"))


def _lines(data: bytes) -> tuple[Encoding, list[Line]]:
    encoding, text = decode(data)
    lines = [Line(match[1], match[2]) for match in _LINE.finditer(text)]
    if lines and lines[-1] == Line("", ""):  # what the pattern finds at the very end is no line
        lines.pop()
    return encoding, lines


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a line into stretches that a block can hold and single characters that it can't (True)."""
    held = ""
    for character in text:
        if clean(character) == character:
            held += character
            continue
        if held:
            yield held, False
        yield character, True
        held = ""
    if held:
        yield held, False


def _runs(text: str, number: int, counter: Iterator[int]) -> Iterator[Run]:
    if clean(text) == text:
        if text:
            yield Run(text, number)
        return
    for piece, hidden in _pieces(text):
        if hidden:
            label = "分页符" if piece == "\f" else "控制字符"
            yield Run(TOKEN, number, token=Token(next(counter), "control", label))
        else:
            yield Run(piece, number)


def _hidden(lines: list[Line]) -> list[str]:
    """Return the characters that tokens stand for, by token number."""
    return [piece for line in lines if clean(line.text) != line.text for piece, hidden in _pieces(line.text) if hidden]


def _text(block: Block, hidden: list[str]) -> str:
    """Return the characters to write for a block: tokens give back what they stand for."""
    parts = []
    for run in block.runs:
        if run.token is None:
            parts.append(clean(run.text))
        elif run.token.kind == "control" and run.token.number < len(hidden):
            parts.append(hidden[run.token.number])
    return "".join(parts)


def _ends(document: Document, lines: list[Line]) -> list[str]:
    """Return the line end of each block; a block split off another takes that one's."""
    counts = Counter(line.end for line in lines if line.end)
    before = counts.most_common(1)[0][0] if counts else DEFAULT_END
    final = not lines or bool(lines[-1].end)
    result = []
    for i, block in enumerate(document.blocks):
        own = lines[block.origin].end if block.origin is not None and block.origin < len(lines) else None
        last = i == len(document.blocks) - 1
        if last and (own == "" or (own is None and not final)):
            result.append("")
            continue
        before = own or before
        result.append(before)
    return result


def _physical(texts: list[str], ends: list[str]) -> list[Line]:
    """Return the lines of the file; soft breaks become line ends, and every line can be told from its neighbours."""
    usual = next((end for end in reversed(ends) if end), DEFAULT_END)
    result: list[Line] = []
    for text, end in zip(texts, ends, strict=True):
        *broken, rest = text.split("\n")
        result += [Line(part, end or usual) for part in broken]
        result.append(Line(rest, end))
    for i, line in enumerate(result):
        if not line.text and not line.end:
            result[i] = Line("", usual)
        elif not line.text and line.end == "\n" and i and result[i - 1].end == "\r":
            result[i] = Line("", "\r\n")  # CR and LF of two lines would be read as the end of one
    return result


def _reads_as(data: bytes, text: str) -> bool:
    """Tell whether the file will be read as what was meant; few GB18030 bytes can pass for another encoding."""
    try:
        return decode(data)[1] == text
    except CannotOpen:
        return False
