import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from assistant.ui.models.findings_model import FindingsModel, spoken
from assistant.ui.models.findings_rows import finding_rows, key_of, readable
from tests.ui.samples import FINDINGS, TEXTS

SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def model(qtmodeltester: ModelTester) -> FindingsModel:
    model = FindingsModel()
    model.set_rows(finding_rows(FINDINGS))
    qtmodeltester.check(model)
    return model


def test_a_finding_is_read_as_level_class_words_correction_and_reason(model: FindingsModel) -> None:
    index = model.find(key_of(FINDINGS[0], FINDINGS))
    assert index.data(SPOKEN) == "必错，字词：部暑，建议改为“部署”。“部署”误写成“部暑”。"
    assert index.data() == "部暑 → 部署"


def test_the_tip_gives_reason_and_basis(model: FindingsModel) -> None:
    assert model.find(key_of(FINDINGS[0], FINDINGS)).data(TIP).endswith("依据：《现代汉语词典》第7版")


def test_headings_are_read_with_their_counts(model: FindingsModel) -> None:
    assert model.index(0, 0).data(SPOKEN) == "必错，2 处"
    assert model.index(0, 0, model.index(0, 0)).data(SPOKEN) == "必错，字词，1 处"
    assert model.index(0, 0).data(TIP) is None


def test_a_rule_that_fires_often_says_how_often(model: FindingsModel) -> None:
    often = model.index(0, 0, model.index(0, 0, model.index(2, 0)))
    assert often.data(SPOKEN).endswith("全文 7 处")
    assert often.data() == FINDINGS[4].message


def test_short_words_are_read_with_their_context() -> None:
    (row,) = readable(finding_rows(FINDINGS[1:2], {"7": TEXTS[7]}))
    assert spoken(row) == "必错，标点：，，，在“办法还不多，，联系实际解”里，建议改为“，”。同一个标点连写了两次。"
