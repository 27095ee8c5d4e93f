from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.ui.models.tree_model import TreeModel


@dataclass(frozen=True)
class Leaf:
    key: str
    word: str = ""
    children: tuple["Leaf", ...] = ()


class Words(TreeModel):
    def shown(self, row: Leaf) -> str:
        return row.word

    def tip(self, row: Leaf) -> str:
        return f"{row.word}：{len(row.children)}"


@pytest.fixture
def model(qapp: QApplication) -> Words:
    words = Words()
    QAbstractItemModelTester(words, QAbstractItemModelTester.FailureReportingMode.Fatal, words)
    return words


def shown(model: TreeModel, parent: QModelIndex | None = None) -> tuple[Leaf, ...]:
    parent = parent or QModelIndex()
    indexes = [model.index(i, 0, parent) for i in range(model.rowCount(parent))]
    return tuple(Leaf(index.data(Qt.ItemDataRole.UserRole).key, index.data(), shown(model, index)) for index in indexes)


def test_an_empty_model_has_no_rows(model: Words) -> None:
    assert model.rowCount() == 0
    assert model.row_at(QModelIndex()) is None
    assert not model.find("a").isValid()


def test_rows_are_found_by_key_at_any_depth(model: Words) -> None:
    model.set_rows([Leaf("a", "甲", (Leaf("b", "乙"),))])
    assert model.find("b").data() == "乙"
    assert model.find("b").parent() == model.find("a")


def test_a_row_that_stays_keeps_its_item_while_its_words_change(model: Words, qtbot: QtBot) -> None:
    model.set_rows([Leaf("a", "甲"), Leaf("b", "乙")])
    kept = QPersistentModelIndex(model.find("b"))
    with qtbot.waitSignal(model.dataChanged):
        model.set_rows([Leaf("new", "新"), Leaf("b", "乙二")])
    assert kept.isValid()
    assert kept.data() == "乙二"


def test_a_row_that_goes_takes_its_item_along(model: Words) -> None:
    model.set_rows([Leaf("a", "甲", (Leaf("b", "乙"),))])
    gone = QPersistentModelIndex(model.find("b"))
    model.set_rows([Leaf("a", "甲")])
    assert not gone.isValid()


def test_the_same_rows_again_change_nothing(model: Words, qtbot: QtBot) -> None:
    rows = [Leaf("a", "甲", (Leaf("b", "乙"),))]
    model.set_rows(rows)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.set_rows(rows)


leaves = st.recursive(
    st.just(()),
    lambda below: st.lists(
        st.builds(Leaf, st.sampled_from("abcdef"), st.sampled_from("甲乙"), below),
        max_size=5,
        unique_by=lambda r: r.key,
    ).map(tuple),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(leaves, max_size=4))
def test_after_any_change_the_model_shows_exactly_the_new_rows(model: Words, pictures: list[tuple[Leaf, ...]]) -> None:
    for rows in pictures:
        model.set_rows(rows)
        assert shown(model) == rows
