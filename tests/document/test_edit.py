"""What edits do to a document, and what they refuse."""

import pytest
from hypothesis import given

from assistant.document.block import BODY_LEVEL, Block, Cell, Document, Marks, Opaque, Run, Said, Span, Table, TableCell
from assistant.document.edit import (
    InsertBlocks,
    MoveBlocks,
    RemoveBlocks,
    ReplaceText,
    SetLabel,
    SetLayout,
    SetMark,
    SetSaid,
    apply,
)
from assistant.document.identity import identified
from assistant.errors import EditRefused
from assistant.text.characters import TOKEN
from tests.builders import doc
from tests.strategies import documents


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def with_table() -> Document:
    cell = Cell(0, 0, 0)
    blocks = identified(
        [Block("", (Run("前", 0),), 0), Block("", (Run("格", 1),), 1, cell), Block("", (Run("后", 2),), 2)]
    )
    return Document(blocks, (Table(1, 1, (TableCell(0, 0),)),))


def test_replacements_refer_to_the_picture_before_all_of_them() -> None:
    edits = (ReplaceText(Span("0", 0, 2), "部暑", "部署"), ReplaceText(Span("0", 4, 6), "布署", "部署安排"))
    assert texts(apply(doc("部暑工作布署"), edits)) == ["部署工作部署安排"]


def test_overlapping_replacements_are_refused() -> None:
    edits = (ReplaceText(Span("0", 0, 2), "部暑", "部署"), ReplaceText(Span("0", 1, 3), "暑工", "署工"))
    with pytest.raises(EditRefused):
        apply(doc("部暑工作"), edits)


def test_text_that_changed_meanwhile_is_left_alone() -> None:
    with pytest.raises(EditRefused):
        apply(doc("部署工作"), (ReplaceText(Span("0", 0, 2), "部暑", "部署"),))


def test_a_token_is_never_replaced() -> None:
    with pytest.raises(EditRefused):
        apply(doc(f"甲{TOKEN}乙"), (ReplaceText(Span("0", 0, 3), f"甲{TOKEN}乙", "丙"),))


def test_forbidden_characters_do_not_enter() -> None:
    document = apply(doc("甲"), (ReplaceText(Span("0", 1, 1), "", f"乙\x00{TOKEN}\u2029丙"),))
    assert texts(document) == ["甲乙丙"]


def test_insertions_after_one_block_keep_their_order() -> None:
    edits = (InsertBlocks("0", ("一", "二")), InsertBlocks("0", ("三",)))
    assert texts(apply(doc("头", "尾"), edits)) == ["头", "一", "二", "三", "尾"]


def test_insertion_before_the_first() -> None:
    assert texts(apply(doc("头"), (InsertBlocks(None, ("标题",), (Said(0),)),))) == ["标题", "头"]


def test_insertion_after_a_cell_stays_in_the_cell_unless_told_otherwise() -> None:
    inside = apply(with_table(), (InsertBlocks("1", ("新",)),))
    outside = apply(with_table(), (InsertBlocks("1", ("新",), (), in_body=True),))
    assert [b.container for b in inside.blocks] == [None, Cell(0, 0, 0), Cell(0, 0, 0), None]
    assert [b.container for b in outside.blocks] == [None, Cell(0, 0, 0), None, None]


def test_the_last_paragraph_of_a_cell_stays() -> None:
    with pytest.raises(EditRefused):
        apply(with_table(), (RemoveBlocks(("1",)),))


@pytest.mark.parametrize(
    "block",
    [
        Block("0", (), 0, opaque=Opaque("toc", "目录")),
        Block("0", (Run("节", 0),), 0, fixed=True),
        Block("0", (Run(TOKEN, 0),), 0),
    ],
)
def test_what_is_locked_is_not_removed(block: Block) -> None:
    document = Document((block, Block("1", (Run("甲", 1),), 1)))
    with pytest.raises(EditRefused):
        apply(document, (RemoveBlocks(("0",)),))


def test_moves_stay_within_one_container() -> None:
    assert texts(apply(doc("一", "二", "三"), (MoveBlocks(("0",), "2"),))) == ["二", "三", "一"]
    with pytest.raises(EditRefused):
        apply(with_table(), (MoveBlocks(("0",), "1"),))


def test_a_whole_table_moves_like_a_paragraph_and_never_into_another() -> None:
    document = with_table()
    assert texts(apply(document, (MoveBlocks(("1",), "2"),))) == ["前", "后", "格"]
    second = Block("3", (Run("二", 3),), 3, Cell(1, 0, 0))
    two = Document((*document.blocks, second), (*document.tables, Table(1, 1, (TableCell(0, 0),))))
    with pytest.raises(EditRefused):
        apply(two, (MoveBlocks(("1",), "3"),))
    assert texts(apply(two, (MoveBlocks(("1",), "3", in_body=True),))) == ["前", "后", "二", "格"]


def test_paragraphs_move_behind_a_table_when_told_so() -> None:
    moved = apply(with_table(), (MoveBlocks(("0",), "1", in_body=True),))
    assert [(block.text, block.container) for block in moved.blocks] == [
        ("格", Cell(0, 0, 0)),
        ("前", None),
        ("后", None),
    ]


def test_a_part_of_a_table_stays_in_its_table() -> None:
    cells = tuple(Block(str(i), (Run("格", i),), i, Cell(0, 0, i)) for i in range(2))
    document = Document((*cells, Block("2", (Run("后", 2),), 2)), (Table(1, 2, (TableCell(0, 0), TableCell(0, 1))),))
    with pytest.raises(EditRefused):
        apply(document, (MoveBlocks(("0",), "2"),))


def test_an_automatic_number_can_be_counted_on() -> None:
    assert apply(doc("甲"), (SetLabel("0", "二、"),)).blocks[0].label == "二、"


def test_marks_said_and_layout_are_document_state() -> None:
    document = apply(
        doc("加粗文字"),
        (SetMark(Span("0", 0, 2), Marks.BOLD, on=True), SetSaid("0", Said(BODY_LEVEL)), SetLayout("guobiao")),
    )
    assert document.blocks[0].runs == (Run("加粗", 0, Marks.BOLD), Run("文字", 0))
    assert document.blocks[0].said == Said(BODY_LEVEL)
    assert document.layout == "guobiao"


@given(documents())
def test_no_edit_changes_nothing(document: Document) -> None:
    assert apply(document, ()) == document
