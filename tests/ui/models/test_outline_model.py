import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from assistant.ui.models.outline_building import outline
from assistant.ui.models.outline_model import OutlineModel
from tests.ui.samples import DOCUMENT, FINDINGS, KIND, REPORT

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtmodeltester: ModelTester) -> OutlineModel:
    model = OutlineModel()
    model.set_rows(outline(DOCUMENT, (REPORT,), FINDINGS, {KIND.id: KIND}, len).rows)
    qtmodeltester.check(model)
    return model


def test_a_heading_is_read_with_its_words_and_findings(model: OutlineModel) -> None:
    assert (
        model.find("0/2").data(SPOKEN)
        == f"一、履职尽责主要工作及成效，{model.row_at(model.find('0/2')).words} 字，9 处待处理"
    )


def test_a_ghost_is_read_as_missing_with_the_key_that_puts_it_in(model: OutlineModel) -> None:
    assert model.find("0/缺/causes").data(SPOKEN) == "缺少“原因分析”，必有的部分，按回车补上"
    assert "通常有的部分" in model.find("0/缺/closing").data(SPOKEN)


def test_the_tip_shows_the_whole_title_and_its_role(model: OutlineModel) -> None:
    tip = model.find("0/6").data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("二、存在的主要问题\n存在问题 · ")
    assert "补上" in model.find("0/缺/causes").data(Qt.ItemDataRole.ToolTipRole)


def test_the_screen_shows_number_and_title(model: OutlineModel) -> None:
    assert model.find("0/4").data() == "（二）夯实基层基础"
    assert model.find("0/4").data(Qt.ItemDataRole.DecorationRole) is None
