"""What a completer knows that stays as it is while somebody types, and the flat file it is kept in.

The file is made where there is time for it and read where there is none: it holds every text with its sorted positions,
ready for use, so that nothing is parsed, sorted or unpickled on the way in. Three megabytes at 300,000 characters of
past reports; it is read at once rather than mapped, which leaves it free to be replaced on any system.
"""

import hashlib
import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.blanks import fixed_parts
from assistant.phrases.corpus import Corpus, Followers, build_corpus
from assistant.phrases.privacy import ANYTHING, anonymous

BEGUN = 6
"""Characters of a sentence that name a library phrase."""
MOST_CHARACTERS = 1_000_000
"""Characters of past reports that are learned; beyond, the oldest are left out. About 10 bytes each."""
FORMAT = 1
"""Of the file; one of another version is made anew."""

_MAGIC = b"SHUZHI-WORDING\n"
_HEAD = struct.Struct("=15sBB32sI")
_PART = struct.Struct("=IIII?3x")
_ENDS = "。！？!?"


@dataclass(frozen=True, slots=True)
class Wording:
    """Sorted texts: past reports, the phrase library, fixed expressions; `beginnings` of library phrases, sorted."""

    past: Corpus
    library: Corpus
    expressions: Corpus
    beginnings: tuple[str, ...]


def sorted_wording(reports: Iterable[str], library: Iterable[str], expressions: Iterable[str]) -> Wording:
    """Sort texts (300,000 characters: about half a second). `reports` stand the oldest first."""
    texts = tuple(library)
    beginnings = {part for text in texts if len(part := beginning(text)) > BEGUN}
    return Wording(
        build_corpus(latest(reports)),
        build_corpus(texts),
        build_corpus(expressions, sentences=False),
        tuple(sorted(beginnings)),
    )


def latest(reports: Iterable[str], most: int | None = None) -> list[str]:
    """Return the reports without the oldest ones where they are too long together; the last one stays in any case."""
    kept = list(reports)
    total = sum(map(len, kept))
    while len(kept) > 1 and total > (MOST_CHARACTERS if most is None else most):
        total -= len(kept.pop(0))
    return kept


def beginning(text: str) -> str:
    """Return the fixed beginning of a phrase: up to its first blank, figure or sentence end."""
    first = next(iter(fixed_parts(text)), "")
    if not text.startswith(first):
        return ""
    first = anonymous(first).partition(ANYTHING)[0]
    ends = [first.find(mark) for mark in _ENDS if mark in first]
    return first[: min(ends) + 1] if ends else first


def key_of(resources: Path, reports: Iterable[tuple[object, ...]]) -> bytes:
    """Return what tells one wording from another: 32 bytes of the library's files and of what names the reports."""
    files = [path for folder in ("phrases", "lexicon") for path in sorted((resources / folder).iterdir())]
    stamps = [(path.name, stat.st_size, stat.st_mtime_ns) for path in files for stat in (path.stat(),)]
    return hashlib.sha256(repr((FORMAT, stamps, list(reports))).encode("utf-8", "replace")).digest()


def to_bytes(wording: Wording, key: bytes) -> bytes:
    """Return a wording as a flat file that says what it was made of."""
    parts = [_part(corpus) for corpus in (wording.past, wording.library, wording.expressions)]
    lines = "\n".join(wording.beginnings).encode("utf-8", "replace")
    body = b"".join([*parts, struct.pack("=I", len(lines)), lines])
    return _HEAD.pack(_MAGIC, FORMAT, sys.byteorder == "big", key, zlib.crc32(body)) + body


def from_bytes(data: bytes, key: bytes) -> Wording | None:
    """Return the wording of a flat file, None where it is damaged, of another version, or made of other texts."""
    if len(data) < _HEAD.size:
        return None
    magic, version, big, made_of, check = _HEAD.unpack_from(data)
    if (magic, version, big, made_of) != (_MAGIC, FORMAT, sys.byteorder == "big", key):
        return None
    body = memoryview(data)[_HEAD.size :]
    if zlib.crc32(body) != check:
        return None
    past, body = _corpus(body)
    library, body = _corpus(body)
    expressions, body = _corpus(body)
    (length,) = struct.unpack_from("=I", body)
    lines = str(body[4 : 4 + length], "utf-8")
    return Wording(past, library, expressions, tuple(lines.split("\n")) if lines else ())


def _part(corpus: Corpus) -> bytes:
    text = corpus.text.encode("utf-8", "replace")
    characters = "".join(corpus.starts).encode("utf-8", "replace")
    places = array("I", [place for start in corpus.starts.values() for place in start])
    counted = json.dumps([(c, f.total, f.kinds, f.items) for c, f in corpus.counted.items()]).encode()
    sizes = _PART.pack(len(text), len(characters), len(corpus.order), len(counted), corpus.sentences)
    return b"".join([sizes, text, characters, places.tobytes(), corpus.order.tobytes(), counted])


def _corpus(data: memoryview) -> tuple[Corpus, memoryview]:
    length, known, count, remembered, sentences = _PART.unpack_from(data)
    at = _PART.size
    text = str(data[at : at + length], "utf-8")
    characters = str(data[at + length : at + length + known], "utf-8")
    at += length + known
    places, order = array("I"), array("I")
    places.frombytes(data[at : at + 8 * len(characters)])
    at += 8 * len(characters)
    order.frombytes(data[at : at + 4 * count])
    starts = {c: (places[2 * i], places[2 * i + 1]) for i, c in enumerate(characters)}
    at += 4 * count
    counted = {
        context: Followers(total, kinds, tuple((c, n) for c, n in items))
        for context, total, kinds, items in json.loads(bytes(data[at : at + remembered]))
    }
    return Corpus(text, order, starts, sentences, counted), data[at + remembered :]
