"""One frame, many groups of words: each group finds its own wrong words and offers its own right one."""

from pathlib import Path

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.errors import ResourceError

RULE = """
[[rule]]
id = "test.measure"
title = "量词"
class = "语法"
level = "提示"
kind = "groups"
pattern = '(?:{heads})[0-9]+(?P<at>{wrong})'
message = "量词应为“{right}”。"
source = "例"
groups = [
  { heads = "突击队|服务队", wrong = "名", right = "支" },
  { heads = "党员", wrong = "支|个", right = "名" },
]
"""


def _write(folder: Path, text: str) -> Path:
    rules = folder / "rules"
    rules.mkdir()
    (rules / "one.toml").write_text(text, encoding="utf-8")
    return rules


def test_each_group_has_its_own_words_and_its_own_correction(tmp_path: Path) -> None:
    rules = load_rules(_write(tmp_path, RULE))
    found = find_text(rules, "突击队6名，服务队3支，党员12个，党员8名。")
    assert [(finding.text, finding.fixes[0].replacement) for finding in found] == [("名", "支"), ("个", "名")]


def test_a_text_without_a_word_of_any_group_is_not_searched(tmp_path: Path) -> None:
    rules = load_rules(_write(tmp_path, RULE))
    assert list(rules.screen.finders_for("召开会议")) == []
    assert [number for number, _ in rules.screen.finders_for("组建突击队6名")] == [0]


def test_what_is_needed_must_stand_in_one_sentence(tmp_path: Path) -> None:
    rules = load_rules(_write(tmp_path, RULE))
    assert list(rules.screen.finders_for("成立突击队。慰问6名老人，组建3支。")) == []
    text = "成立突击队。组建突击队6名。慰问党员2个。"
    assert [(finding.span.start, finding.text) for finding in find_text(rules, text) if finding.span] == [
        (12, "名"),
        (19, "个"),
    ]


def test_a_pattern_that_goes_beyond_a_sentence_is_tried_on_the_whole_paragraph(tmp_path: Path) -> None:
    frame = "(?:{heads})[0-9]+(?P<at>{wrong})(?=。党员)"
    rules = load_rules(_write(tmp_path, RULE.replace("(?:{heads})[0-9]+(?P<at>{wrong})", frame)))
    assert [finding.text for finding in find_text(rules, "突击队6名。党员2个。")] == ["名"]


@pytest.mark.parametrize(
    ("heads", "found"),
    [("突击队|服务队?", "服务"), ("(?:青年)?突击队", "突击队"), ("[突服]击队", "突击队"), ("突(?:击|围)队", "突击队")],
)
def test_words_with_loose_parts_are_not_passed_over(tmp_path: Path, heads: str, found: str) -> None:
    rules = load_rules(_write(tmp_path, RULE.replace("突击队|服务队", heads)))
    assert [finding.text for finding in find_text(rules, f"{found}6名。")] == ["名"]


@pytest.mark.parametrize(
    "broken",
    [
        RULE.replace("{heads}", "党员"),
        RULE.replace('wrong = "名"', 'wrongs = "名"'),
        RULE.replace('"突击队|服务队"', '"突击队("'),
        RULE.partition("groups = [")[0] + "groups = []\n",
    ],
)
def test_what_is_wrong_with_a_group_is_refused_by_name(tmp_path: Path, broken: str) -> None:
    with pytest.raises(ResourceError, match=r"one\.toml"):
        load_rules(_write(tmp_path, broken))


CLASSED = """
[[rule]]
id = "test.manage_to"
title = "做到"
class = "语法"
level = "提示"
kind = "groups"
pattern = '(?P<at>{heads}){wrong}'
message = "“{text}”多余。"
source = "例"
groups = [{ heads = "做到", wrong = "(?P<word>[一-鿿]{2})", are = ["动作"], right = "" }]
"""


def _classed(folder: Path, text: str) -> Path:
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "classes.txt").write_text("# 词类\n动作 遵守 履行\n名动 学习\n", encoding="utf-8")
    return _write(folder, text)


def test_a_group_may_ask_for_any_word_of_a_class(tmp_path: Path) -> None:
    rules = load_rules(_classed(tmp_path, CLASSED))
    assert [finding.span.start for finding in find_text(rules, "做到学习，做到遵守，做到履行。") if finding.span] == [
        5,
        10,
    ]


@pytest.mark.parametrize(
    "broken",
    [CLASSED.replace(', are = ["动作"]', ""), CLASSED.replace("?P<word>", ""), CLASSED.replace("动作", "动词")],
)
def test_a_group_names_known_classes_where_it_has_such_a_word_and_only_there(tmp_path: Path, broken: str) -> None:
    with pytest.raises(ResourceError):
        load_rules(_classed(tmp_path, broken))
