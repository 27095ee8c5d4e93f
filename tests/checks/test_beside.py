"""Pairs that hold only beside certain words, each with neighbours of its own."""

from pathlib import Path

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.errors import ResourceError

RULE = """
[[rule]]
id = "words.both"
title = "试"
class = "字词"
level = "疑似"
kind = "pairs"
message = "{text}"
source = "试"
beside = [
  { wrong = "公式", right = "公示", before = "栏|期", not_before = "期限" },
  { wrong = "公式", right = "公示", after = "任前" },
]
"""


def test_either_neighbour_is_enough_where_a_wrong_form_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(RULE, encoding="utf-8")
    rules = load_rules(tmp_path)
    found = {
        text: [one.text for one in find_text(rules, text)] for text in ("公式栏", "任前公式", "数学公式", "公式期限")
    }
    assert found == {"公式栏": ["公式"], "任前公式": ["公式"], "数学公式": [], "公式期限": []}


@pytest.mark.parametrize("line", ['{ wrong = "公", right = "工", after = "任" }', '{ wrong = "公式", right = "公示" }'])
def test_a_single_character_or_one_without_neighbours_is_refused(tmp_path: Path, line: str) -> None:
    text = RULE[: RULE.index("beside")] + f"beside = [{line}]\n"
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError):
        load_rules(tmp_path)
