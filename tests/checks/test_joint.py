"""Two subjects with one verb: what should rise doesn't go with what should fall, nor 意识 with 发挥."""

import pytest

from assistant.checks.joint import joint
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.needs import needs

TABLE: dict[str, object] = {
    "moves": "提升 下降",
    "near": "明显 得到 双",
    "rising": "满意率",
    "falling": "投诉量 差错率",
    "groups": [{"heads": "意识", "right": "增强"}, {"heads": "作用", "right": "发挥"}],
}


def _found(text: str) -> list[str]:
    return [text[match.start : match.end] for match in joint(Table("x.toml", "", TABLE), needs)(text)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("群众满意率和投诉量明显提升。", "提升"),
        ("群众满意率、投诉量双下降。", "下降"),
        ("差错率以及满意率提升3%。", "提升"),
        ("党员意识和先锋作用得到发挥。", "发挥"),
    ],
)
def test_a_verb_that_only_one_of_its_two_subjects_can_have_is_found(text: str, verb: str) -> None:
    assert _found(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "投诉量和差错率明显下降。",
        "满意率提升、投诉量下降。",
        "提高满意率、投诉量下降。",
        "通过宣传增强意识和作用发挥。",
        "办件数和投诉量下降。",
    ],
)
def test_subjects_that_both_go_with_it_and_objects_before_it_are_left_alone(text: str) -> None:
    assert _found(text) == []


def test_a_noun_in_two_groups_is_refused() -> None:
    with pytest.raises(ResourceError):
        joint(Table("x.toml", "", TABLE | {"groups": [{"heads": "意识 意识", "right": "增强"}]}), needs)
