"""Commas between two things of one kind."""

import pytest

from assistant.checks.kin import kin
from assistant.checks.table import Table
from assistant.errors import ResourceError

TABLE: dict[str, object] = {
    "kinds": {
        "things": "桌椅 书柜 投影设备",
        "places": "车间 班组 教研组 年级组 基地 纪念馆",
        "people": "党员 老党员 群众",
    },
    "verbs": "组织 修缮",
    "then": "开展|参观|宣讲",
}


def parted(text: str) -> list[int]:
    """Return where a comma parts items."""
    return [match.start for match in kin(Table("x.toml", "", TABLE), None)(text)]


@pytest.mark.parametrize(
    "text",
    [
        "配齐了桌椅，书柜和投影设备。",
        "添置了桌椅，书柜等。",
        "到教育基地，革命纪念馆参观。",
        "在教研组，年级组中开展评比。",
        "深入车间，班组宣讲。",
    ],
)
def test_a_row_is_told(text: str) -> None:
    assert parted(text) == [text.index("，")]


@pytest.mark.parametrize(
    "text",
    [
        "配齐了桌椅，书柜由企业捐赠。",
        "慰问群众，老党员和群众都来了。",
        "在车间里，班组开展评比。",
        "到车间，组织党员开展服务。",
        "走进车间，党员参观展板。",
        "添置桌椅，修缮书柜和投影设备。",
    ],
)
def test_clauses_are_not(text: str) -> None:
    assert parted(text) == []


@pytest.mark.parametrize("words", ["桌椅 桌椅", "桌"])
def test_a_word_stands_once(words: str) -> None:
    with pytest.raises(ResourceError):
        kin(Table("x.toml", "", {**TABLE, "kinds": {"things": words}}), None)
