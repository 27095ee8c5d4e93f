import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from assistant.ui.models.revisions_model import RevisionsModel
from assistant.ui.models.revisions_rows import change_rows, readable
from tests.ui.changes import COMMENTS, REVISIONS

SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
ROWS = readable(change_rows(REVISIONS, COMMENTS))


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RevisionsModel:
    model = RevisionsModel()
    model.set_rows(change_rows(REVISIONS, COMMENTS))
    qtmodeltester.check(model)
    return model


def told(model: RevisionsModel, place: int, role: Qt.ItemDataRole) -> str:
    return model.find(ROWS[place].key).data(role)


def test_a_revision_is_read_as_what_words_who_and_when(model: RevisionsModel) -> None:
    assert told(model, 0, SPOKEN) == "修订，删除“大力”，王建国，2026年11月18日 15:20"
    assert told(model, 0, Qt.ItemDataRole.DisplayRole) == "删除：大力"
    assert told(model, 6, SPOKEN) == "修订，段落“段落格式”，未署名"


def test_a_comment_is_read_with_its_number_and_the_words_it_is_about(model: RevisionsModel) -> None:
    assert told(model, 7, SPOKEN) == ("批注 1，王建国，2026年11月18日 15:30，针对“走访群众”：这里写清楚走访了多少户。")
    assert told(model, 8, SPOKEN) == "对批注 1 的回复，组织办，2026年11月19日 09:10：已核对台账，共216户。"
    assert told(model, 9, SPOKEN).startswith("批注 2，已解决，")


def test_groups_are_read_with_their_counts(model: RevisionsModel) -> None:
    assert model.index(0, 0).data(SPOKEN) == "修订，7 处"
    assert model.index(1, 0).data(SPOKEN) == "批注，4 处"
    assert model.index(1, 0).data(TIP) is None


def test_long_words_are_shortened_in_the_tip_and_aloud(model: RevisionsModel) -> None:
    assert len(told(model, 4, TIP)) < len(REVISIONS[4].text)
    assert told(model, 4, TIP).endswith("组织办 · 2026年11月19日 09:06")
    assert "…" in told(model, 4, SPOKEN)


def test_a_change_of_the_list_keeps_the_rows_that_stay(model: RevisionsModel, qtmodeltester: ModelTester) -> None:
    kept = model.find(ROWS[1].key).internalId()
    model.set_rows(change_rows(REVISIONS[1:], COMMENTS[2:]))
    qtmodeltester.check(model)
    assert model.find(ROWS[1].key).internalId() == kept
