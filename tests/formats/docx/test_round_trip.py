"""Whatever is edited, the file says what the document says, and nothing else has changed."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.document.block import Block, Document, Marks, Run, Span
from assistant.document.edit import InsertBlocks, MoveBlocks, RemoveBlocks, ReplaceText, SetMark, apply
from assistant.document.identity import identified
from assistant.document.splice import cut, merged
from assistant.errors import EditRefused
from assistant.formats.docx.names import both, kind
from assistant.formats.docx.order import LAST_ONE, range_marks
from assistant.formats.docx.reader import read
from assistant.formats.docx.segments import same_runs
from assistant.formats.docx.writer import write
from assistant.text.characters import TOKEN
from tests.formats.docx.word_files import rich, unpacked

FILES = {strict: read(rich(strict=strict)) for strict in (False, True)}
MAIN = "word/document.xml"
BOLD = st.sampled_from([0, 1])
WORDS = st.text("一二党建，。 \u3000\t\n的开\u2011𠮷😀", min_size=1, max_size=6)


def change_text(data: st.DataObject, document: Document) -> Document:
    block = data.draw(st.sampled_from([b for b in document.blocks if b.opaque is None]))
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    if TOKEN in block.text[start:end]:
        end = start
    new = data.draw(st.just("") | WORDS)
    return apply(document, [ReplaceText(Span(block.id, start, end), block.text[start:end], new)])


def mark_text(data: st.DataObject, document: Document) -> Document:
    block = data.draw(st.sampled_from([b for b in document.blocks if b.opaque is None]))
    start = data.draw(st.integers(0, len(block.text)))
    span = Span(block.id, start, data.draw(st.integers(start, len(block.text))))
    return apply(document, [SetMark(span, Marks.BOLD, data.draw(st.booleans()))])


def insert(data: st.DataObject, document: Document) -> Document:
    after = data.draw(st.sampled_from([None, *(b.id for b in document.blocks)]))
    return apply(document, [InsertBlocks(after, tuple(data.draw(st.lists(WORDS, min_size=1, max_size=2))))])


def delete(data: st.DataObject, document: Document) -> Document:
    return apply(document, [RemoveBlocks((data.draw(st.sampled_from([b.id for b in document.blocks])),))])


def move(data: st.DataObject, document: Document) -> Document:
    ids = [b.id for b in document.blocks]
    return apply(document, [MoveBlocks((data.draw(st.sampled_from(ids)),), data.draw(st.sampled_from([None, *ids])))])


def split(data: st.DataObject, document: Document) -> Document:
    """What Enter does: both halves descend from the same paragraph."""
    block = data.draw(st.sampled_from([b for b in document.blocks if b.opaque is None]))
    at = data.draw(st.integers(0, len(block.text)))
    halves = [replace(block, runs=cut(block.runs, 0, at)), replace(block, runs=cut(block.runs, at, len(block.text)))]
    position = document.blocks.index(block)
    return with_blocks(document, [*document.blocks[:position], *halves, *document.blocks[position + 1 :]])


def merge(data: st.DataObject, document: Document) -> Document:
    """What Backspace does at the start of a paragraph."""
    blocks = document.blocks
    pairs = [
        i
        for i in range(len(blocks) - 1)
        if blocks[i].opaque is None and blocks[i + 1].opaque is None and blocks[i].container == blocks[i + 1].container
    ]
    at = data.draw(st.sampled_from(pairs))
    joined = replace(blocks[at], runs=merged([*blocks[at].runs, *blocks[at + 1].runs]))
    return with_blocks(document, [*blocks[:at], joined, *blocks[at + 2 :]])


def paste(data: st.DataObject, document: Document) -> Document:
    """Text whose origin is another paragraph's, unknown or none: what editors make of pasting and dragging."""
    position = data.draw(st.sampled_from([i for i, b in enumerate(document.blocks) if b.opaque is None]))
    block = document.blocks[position]
    at = data.draw(st.integers(0, len(block.text)))
    piece = Run(data.draw(WORDS), data.draw(st.sampled_from([None, 9999, *range(49)])), Marks(data.draw(BOLD)))
    runs = merged([*cut(block.runs, 0, at), piece, *cut(block.runs, at, len(block.text))])
    return with_blocks(
        document, [*document.blocks[:position], replace(block, runs=runs), *document.blocks[position + 1 :]]
    )


def with_blocks(document: Document, blocks: list[Block]) -> Document:
    return replace(document, blocks=identified(blocks))


STEPS = [change_text, change_text, mark_text, paste, insert, delete, move, split, merge]


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(unpacked(data)[MAIN])


def paragraphs(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(*both("p")))


def canonical(element: etree._Element) -> bytes:
    """A paragraph without its range marks: those of neighbours may have been lifted, not those of its own text."""
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    return etree.tostring(copy, method="c14n2")


def marks(root: etree._Element) -> Counter[tuple[str, str]]:
    return Counter((kind(e), e.get(e.tag.partition("}")[0] + "}id", "")) for e in range_marks(root))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), st.booleans())
def test_the_file_says_what_the_document_says(data: st.DataObject, strict: bool) -> None:
    opened = FILES[strict]
    document = opened.document
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=7)):
        try:
            document = step(data, document)
        except EditRefused:
            event(f"{step.__name__} refused")
    saved = saved_or_refused(opened.base, document)
    if saved is None:
        return
    assert_says(saved, document)
    assert_marks(opened.document, document, saved)
    assert_rest_unchanged(opened.base, saved)
    assert_untouched_blocks_unchanged(opened.document, opened.base, document, saved)
    assert write(opened.base, opened.document, {}) is opened.base


def saved_or_refused(base: bytes, document: Document) -> bytes | None:
    """The only thing a save may refuse here: to empty a content control, or a cell that ends in a nested table."""
    refusal = ""
    try:
        return write(base, document, {"0": 0, "1": 1})
    except EditRefused as error:
        refusal = error.message
    assert refusal == LAST_ONE
    event("save refused")
    return None


def assert_says(saved: bytes, document: Document) -> None:
    back = read(saved).document
    assert [(b.text, b.container, b.opaque) for b in back.blocks] == [
        (b.text, b.container, b.opaque) for b in document.blocks
    ]
    assert back.tables == document.tables


def assert_marks(original: Document, document: Document, saved: bytes) -> None:
    """Where all text descends from the block's own paragraph, every character shows the marks it should."""
    home = {run.origin: b.origin for b in original.blocks for run in b.runs if run.token is None}
    for block, written in zip(document.blocks, read(saved).document.blocks, strict=True):
        texts = [run for run in block.runs if run.token is None]
        if block.origin is not None and all(home.get(run.origin) == block.origin for run in texts):
            assert [(c, run.marks) for run in written.runs if run.token is None for c in run.text] == [
                (c, run.marks) for run in texts for c in run.text
            ]


def assert_rest_unchanged(base: bytes, saved: bytes) -> None:
    before, after = unpacked(base), unpacked(saved)
    assert {n: c for n, c in before.items() if n != MAIN} == {n: c for n, c in after.items() if n != MAIN}
    assert marks(tree(base)) == marks(tree(saved))
    assert b"ns0" not in after[MAIN]
    assert after[MAIN].startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!--')


def assert_untouched_blocks_unchanged(original: Document, base: bytes, document: Document, saved: bytes) -> None:
    old = {b.origin: b for b in original.blocks}
    old_paragraphs, new_paragraphs = paragraphs(tree(base)), paragraphs(tree(saved))
    counts = Counter(b.origin for b in document.blocks)
    for block, written in zip(document.blocks, read(saved).document.blocks, strict=True):
        before = old.get(block.origin)
        if before is None or counts[block.origin] > 1 or not same_runs(before.runs, block.runs):
            continue
        a, b = old_paragraphs[before.origin or 0], new_paragraphs[written.origin or 0]
        if not range_marks(a):  # a moved paragraph leaves half of a range behind
            assert canonical(a) == canonical(b)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_splitting_and_joining_again_leaves_every_character_its_format(data: st.DataObject) -> None:
    opened = FILES[False]
    document = opened.document
    block = data.draw(st.sampled_from([b for b in document.blocks if b.opaque is None and b.runs]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(block.text)), min_size=1, max_size=3)))
    pieces = [
        replace(block, runs=cut(block.runs, a, b)) for a, b in zip([0, *cuts], [*cuts, len(block.text)], strict=True)
    ]
    at = document.blocks.index(block)
    halves = with_blocks(document, [*document.blocks[:at], *pieces, *document.blocks[at + 1 :]])
    saved = read(write(opened.base, halves, {}))
    characters = [
        (c, run.marks) for b in saved.document.blocks[at : at + len(pieces)] for run in b.runs for c in run.text
    ]
    assert characters == [(c, run.marks) for run in block.runs for c in run.text]
