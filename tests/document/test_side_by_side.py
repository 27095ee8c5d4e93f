"""Two texts side by side: nothing of either is missing, and what is equal is not marked."""

import time

from hypothesis import given
from hypothesis import strategies as st

from assistant.document.block import Block, Document, Run
from assistant.document.side_by_side import Piece, Row, pieces, side_by_side
from tests.strategies import ALPHABET


def doc(lines: list[str]) -> Document:
    return Document(tuple(Block(str(i), (Run(line),) if line else ()) for i, line in enumerate(lines)))


lines = st.lists(st.text(ALPHABET, max_size=12), max_size=8)


def side(rows: tuple[Row, ...], which: str) -> list[str]:
    sides = [getattr(row, which) for row in rows]
    return ["".join(piece.text for piece in one) for one in sides if one is not None]


@given(lines, lines)
def test_each_side_shows_its_whole_text_in_order(old: list[str], new: list[str]) -> None:
    rows = side_by_side(doc(old), doc(new))
    assert side(rows, "left") == old
    assert side(rows, "right") == new


@given(st.text(ALPHABET, max_size=30), st.text(ALPHABET, max_size=30))
def test_what_is_not_marked_reads_the_same_on_both_sides(old: str, new: str) -> None:
    left, right = pieces(old, new)
    assert "".join(p.text for p in left if not p.changed) == "".join(p.text for p in right if not p.changed)


def test_only_the_changed_characters_are_marked() -> None:
    (row,) = side_by_side(doc(["开展主题党日12次，效果明显。"]), doc(["开展主题党日15次，效果较好。"]))
    assert row.left == (
        Piece("开展主题党日1"),
        Piece("2", changed=True),
        Piece("次，效果"),
        Piece("明显", changed=True),
        Piece("。"),
    )
    assert row.right is not None
    assert [piece.text for piece in row.right if piece.changed] == ["5", "较好"]


def test_a_new_paragraph_stands_alone_on_its_side() -> None:
    rows = side_by_side(doc(["甲", "丙"]), doc(["甲", "乙乙", "丙"]))
    assert [row.left is None for row in rows] == [False, True, False]
    assert [row.same for row in rows] == [True, False, True]


def test_a_long_report_is_compared_in_a_moment() -> None:
    old = [f"第{i}项工作，" + "抓学习、抓落实、抓整改。" * 8 for i in range(300)]
    new = [line.replace("抓整改", "抓提升") if i % 3 else line for i, line in enumerate(old)]
    begin = time.perf_counter()
    rows = side_by_side(doc(old), doc(new))
    assert time.perf_counter() - begin < 20, "about a second; a quadratic mistake takes minutes"
    assert len(rows) == 300
