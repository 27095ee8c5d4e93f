import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assistant.ui.models.suggestions_model import MOST, SuggestionsModel
from tests.ui.samples import SUGGESTIONS, suggestion


@pytest.fixture
def model(qtmodeltester: ModelTester) -> SuggestionsModel:
    model = SuggestionsModel()
    model.set_suggestions(SUGGESTIONS)
    qtmodeltester.check(model)
    return model


def test_at_most_five_are_shown(model: SuggestionsModel) -> None:
    model.set_suggestions([suggestion(i, f"第{i}句", "常用") for i in range(9)])
    assert model.rowCount() == MOST


def test_they_are_numbered_from_one(model: SuggestionsModel) -> None:
    assert model.suggestion(1) == SUGGESTIONS[0]
    assert model.suggestion(0) is None
    assert model.suggestion(6) is None


def test_a_card_is_read_with_its_number_reason_and_source(model: SuggestionsModel) -> None:
    text = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "4，对【领域】党建工作研究不深，指导不够具体。 本节常用，内置"


@pytest.mark.parametrize("count", [0, 2, 5])
def test_the_next_set_takes_the_place_of_the_last(
    model: SuggestionsModel, count: int, qtmodeltester: ModelTester
) -> None:
    new = tuple(suggestion(10 + i, f"新的第{i}句", "常用") for i in range(count))
    model.set_suggestions(new)
    assert [model.suggestion(i + 1) for i in range(model.rowCount())] == list(new)
    qtmodeltester.check(model)


def test_the_chosen_row_stays_chosen(model: SuggestionsModel) -> None:
    kept = QPersistentModelIndex(model.index(1))
    model.set_suggestions([suggestion(20 + i, f"另一句{i}", "常用") for i in range(3)])
    assert kept.isValid()
    assert kept.data() == "另一句1"


def test_the_same_set_again_changes_nothing(model: SuggestionsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_suggestions(SUGGESTIONS)
