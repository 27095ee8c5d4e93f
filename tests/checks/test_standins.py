"""Everyday characters that stand for others: told by all that is around them, silent where that says nothing."""

from pathlib import Path

import pytest

from assistant.checks.standins import plain, read_groups, signs
from assistant.errors import ResourceError
from assistant.paths import resources
from tests.checks.examples import word_slips
from tests.shipped_rules import RULES

FILE = resources() / "lexicon" / "standins.txt"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("各党支部每季度已“晒、评、学”的方式交流工作。", "已", "以"),
        ("会上，8名党员队支部工作提出意见建议。", "队", "对"),
        ("组织党员道帮扶村走访群众126户。", "道", "到"),
        ("全年把中点工作列入清单，按月督办。", "中点", "重点"),
        ("本人都次带队深入车间调研。", "都", "多"),
    ],
)
def test_what_stands_around_tells_which_character_is_meant(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in word_slips(RULES, text)


@pytest.mark.parametrize(
    "text",
    [
        "各党支部每季度以“晒、评、学”的方式交流工作。",
        "问题已全部整改到位。",
        "我和工作队员一起搬砖、和泥。",
        "今年我在支部待了【天数】天。",
        "平时像一块钢，战时像一把刀。",
    ],
)
def test_the_right_ones_stay_silent(text: str) -> None:
    assert word_slips(RULES, text) == []


def test_signs_are_what_is_beside_a_place_and_pairs_up_to_a_mark() -> None:
    found = set(signs(plain("我们在12个村，以案促改。"), 8))
    assert {"a，", "d案", "e案促", "R案促", "R促改", "E促改"} <= found
    assert not any(sign.startswith("L") for sign in found)


def test_every_group_says_what_it_asks() -> None:
    groups = read_groups(FILE)
    assert len(groups) > 100
    assert all(group.least >= 200 and len(set(group.characters)) == len(group.characters) > 1 for group in groups)


@pytest.mark.parametrize("line", ["= 以已", "a前 1", "= 以已 200\na前", "= 以已 200\na前 1 2", "= 以已 200\na前 x"])
def test_a_damaged_file_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "standins.txt"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ResourceError):
        read_groups(path)
