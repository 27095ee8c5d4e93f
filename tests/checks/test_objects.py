"""Verbs that don't go with their nouns, by a table of nouns and the verbs they take."""

import pytest

from assistant.checks.objects import objects
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.needs import needs

TABLE: dict[str, object] = {
    "verbs": "加大 加强 提高 推动 形成",
    "near": "推动",
    "groups": [{"heads": "力度 投入", "right": "加大 形成"}, {"heads": "能力", "right": "提高"}],
}


def found(text: str) -> list[tuple[str, str]]:
    matches = objects(Table("x.toml", "", TABLE), needs)(text)
    return [(text[match.start : match.end], match.replacements[0]) for match in matches]


def test_a_verb_that_the_noun_does_not_take_is_told_with_the_usual_one() -> None:
    assert found("加强督查力度。") == [("加强", "加大")]
    assert found("提高了经费的投入，效果好。") == [("提高", "加大")]
    assert found("进一步推动干部的能力。") == [("推动", "提高")]


@pytest.mark.parametrize(
    "text",
    [
        "加大督查力度。",
        "形成加强监督力度。",  # another verb of the clause goes with the noun
        "具备推动发展的能力。",  # the verb describes the noun
        "不加强力度。",
        "加强学习，能力出众。",
        "加强能力建设。",
        "加强学习和能力。",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert found(text) == []


def test_a_noun_in_two_groups_is_refused() -> None:
    groups = [{"heads": "力度", "right": "加大"}, {"heads": "力度", "right": "提高"}]
    with pytest.raises(ResourceError):
        objects(Table("x.toml", "", TABLE | {"groups": groups}), needs)
