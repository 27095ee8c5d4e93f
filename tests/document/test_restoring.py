"""A version of the history comes back as edits of the text that is there, whatever became of it meanwhile."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said, Table, TableCell
from assistant.document.edit import apply
from assistant.document.identity import identified
from assistant.document.restoring import restoration, restored
from assistant.text.characters import TOKEN
from tests.strategies import documents, saids, words


@st.composite
def plain(draw: st.DrawFn) -> Document:
    texts = draw(st.lists(words, min_size=1, max_size=7))
    marks = st.sampled_from([Marks.NONE, Marks.BOLD])
    blocks = [Block("", (Run(t, i, draw(marks)),) if t else (), i, said=draw(saids)) for i, t in enumerate(texts)]
    return Document(identified(blocks))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def doc(*lines: str) -> Document:
    return Document(identified([Block("", (Run(line, i),), i) for i, line in enumerate(lines)]))


@given(plain(), plain())
def test_words_and_levels_come_back(current: Document, wanted: Document) -> None:
    found = restoration(current, wanted)
    result = apply(current, found.edits)
    assert texts(result) == texts(wanted)
    assert [block.said for block in result.blocks] == [block.said for block in wanted.blocks]
    assert found.left_out == 0


@given(documents(), documents())
def test_nothing_locked_is_lost_and_nothing_is_refused(current: Document, wanted: Document) -> None:
    result = restored(current, wanted)
    assert [b.opaque for b in result.blocks if b.opaque] == [b.opaque for b in current.blocks if b.opaque]
    tokens = [run.token for block in current.blocks for run in block.runs if run.token]
    assert [run.token for block in result.blocks for run in block.runs if run.token] == tokens
    assert result.tables == current.tables


@given(documents())
def test_what_is_there_already_needs_no_edit(document: Document) -> None:
    assert restoration(document, document).edits == ()


def test_paragraphs_that_stay_keep_their_origin_and_so_their_format_in_the_file() -> None:
    result = restored(doc("一、工作", "抓学习。", "抓落实。"), doc("一、工作", "新的一段。", "抓好学习。", "抓落实。"))
    assert [block.origin for block in result.blocks] == [0, None, 1, 2]


def test_bold_letters_that_stay_are_bold_again() -> None:
    current = Document((Block("0", (Run("一、抓学习", 0),), 0),))
    wanted = Document((Block("0", (Run("一、", 0, Marks.BOLD), Run("狠抓学习", 0)), 0),))
    assert [(run.text, run.marks) for run in restored(current, wanted).blocks[0].runs] == [
        ("一、", Marks.BOLD),
        ("狠抓学习", Marks.NONE),
    ]


def test_cells_of_a_table_are_restored_cell_by_cell() -> None:
    def table(words: str) -> Document:
        grid = Table(1, 2, (TableCell(0, 0), TableCell(0, 1)))
        cells = [Block("", (Run(text, i),), i, Cell(0, 0, i)) for i, text in enumerate(("项目", words))]
        return Document(identified([*cells, Block("", (Run("尾", 9),), 9)]), (grid,))

    result = restored(table("12次"), table("10次"))
    assert texts(result) == ["项目", "10次", "尾"]
    assert [block.container for block in result.blocks] == [Cell(0, 0, 0), Cell(0, 0, 1), None]


def test_what_cannot_come_back_is_counted() -> None:
    gone = Document(identified([Block("", (), 0, opaque=Opaque("chart", "图表")), Block("", (Run("文"),), 1)]))
    found = restoration(doc("文"), gone)
    assert (found.edits, found.left_out) == ((), 1)
    note = restoration(
        doc("甲"), Document(identified([Block("", (Run("甲", 0),), 0), Block("", (Run(f"乙{TOKEN}"),))]))
    )
    assert note.left_out == 1


def test_a_whole_new_text_takes_the_place_of_the_old_one() -> None:
    assert texts(restored(doc("甲甲", "乙乙"), doc("丙丙", "丁丁", "戊"))) == ["丙丙", "丁丁", "戊"]
    said = Document((Block("0", (Run("乙"),), said=Said(1)),))
    assert restored(doc("甲"), said).blocks[0].said == Said(1)
