"""Random documents and edits for property tests."""

from hypothesis import strategies as st

from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said, Span, Table, TableCell, Token
from assistant.document.edit import (
    InsertBlocks,
    MoveBlocks,
    RemoveBlocks,
    ReplaceText,
    SetLabel,
    SetLayout,
    SetMark,
    SetSaid,
)
from assistant.document.identity import identified
from assistant.document.splice import merged
from assistant.text.characters import TOKEN

ALPHABET = "一二党建工作。，：（）“”0aZ \u3000\n𠮷😀"
words = st.text(ALPHABET, max_size=8)
saids = st.none() | st.builds(Said, st.sampled_from([None, -1, 0, 1, 2]), st.sampled_from([None, "problems"]))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with paragraphs, tokens, opaque blocks and tables, some of them side by side."""
    blocks: list[Block] = []
    tables: list[Table] = []
    tokens = iter(range(1000))
    origins = iter(range(1000))
    runs_seen = iter(range(1000))

    def paragraph(container: Cell | None) -> Block:
        runs = []
        for _ in range(draw(st.integers(0, 3))):
            if draw(st.integers(0, 5)) == 0:
                runs.append(Run(TOKEN, next(runs_seen), token=Token(next(tokens), "note", "脚注")))
            else:
                runs.append(Run(draw(words), next(runs_seen), Marks(draw(st.integers(0, 7)))))
        return Block(
            "",
            merged(runs),
            next(origins),
            container,
            draw(st.none() | st.integers(0, 3)),
            draw(st.sampled_from(["", "一、"])),
            draw(saids),
            fixed=draw(st.integers(0, 9)) == 0,
        )

    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.integers(0, 6))
        if kind == 0:
            blocks.append(Block("", (), next(origins), opaque=Opaque("toc", "目录", draw(st.sampled_from(["", "一"])))))
        elif kind == 1:
            rows, columns = draw(st.integers(1, 2)), draw(st.integers(1, 3))
            merge = columns > 1 and draw(st.booleans())
            cells = [
                TableCell(r, c, 1, 2 if merge and c == 0 else 1)
                for r in range(rows)
                for c in range(columns)
                if not (merge and c == 1)
            ]
            for cell in cells:
                place = Cell(len(tables), cell.row, cell.column)
                blocks.extend(paragraph(place) for _ in range(draw(st.integers(1, 2))))
            tables.append(Table(rows, columns, tuple(cells)))
        else:
            blocks.append(paragraph(None))
    return Document(identified(blocks), tuple(tables), draw(st.sampled_from([None, "guobiao"])))


@st.composite
def edits(draw: st.DrawFn, document: Document) -> tuple[object, ...]:
    """Return a few edits of a document; some of them must be refused."""
    ids = [block.id for block in document.blocks]
    if not ids:
        return (InsertBlocks(None, (draw(words),)),)
    result: list[object] = []
    for _ in range(draw(st.integers(1, 3))):
        block = draw(st.sampled_from(document.blocks))
        start = draw(st.integers(0, len(block.text)))
        end = draw(st.integers(start, min(len(block.text), start + 4)))
        span = Span(block.id, start, end)
        kind = draw(st.integers(0, 7))
        if kind <= 2:
            result.append(ReplaceText(span, block.text[start:end], draw(words)))
        elif kind == 3:
            texts = tuple(draw(st.lists(words, min_size=1, max_size=3)))
            after = draw(st.none() | st.just(block.id))
            result.append(InsertBlocks(after, texts, (), draw(st.booleans())))
        elif kind == 4:
            result.append(RemoveBlocks(tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)))))
        elif kind == 5:
            result.append(draw(moves(document)))
        elif kind == 6:
            result.append(SetMark(span, Marks.BOLD, draw(st.booleans())))
        else:
            label = SetLabel(block.id, draw(st.sampled_from(["", "二、"])))
            result.append(draw(st.sampled_from([SetSaid(block.id, draw(saids)), label, SetLayout("guobiao")])))
    return tuple(result)


@st.composite
def moves(draw: st.DrawFn, document: Document) -> MoveBlocks:
    """Return a move of a few blocks or of a stretch, often with whole tables in it."""
    ids = [block.id for block in document.blocks]
    after = draw(st.none() | st.sampled_from(ids))
    if draw(st.booleans()):
        ids = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
    else:
        first = draw(st.integers(0, len(ids) - 1))
        ids = ids[first : draw(st.integers(first, len(ids) - 1)) + 1]
    if draw(st.booleans()):
        tables = {block.container.table for block in document.blocks if block.id in ids and block.container}
        ids += [b.id for b in document.blocks if b.container and b.container.table in tables and b.id not in ids]
    return MoveBlocks(tuple(ids), after, draw(st.booleans()))
