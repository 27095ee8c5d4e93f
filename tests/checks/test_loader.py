"""The loader is strict: whatever is wrong in a rule file is refused, naming file and key."""

from pathlib import Path

import pytest

from assistant.checks.loader import load_rules
from assistant.checks.rule import Level
from assistant.errors import ResourceError

RULE = """
[[rule]]
id = "test.rule"
title = "试"
class = "字词"
level = "疑似"
kind = "pattern"
pattern = "甲"
replacements = ["乙"]
message = "“{text}”应为“{right}”。"
source = "某条"
"""


def _load(folder: Path, text: str, name: str = "some.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")
    load_rules(folder)


def test_a_rule_is_read(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(RULE + 'since = 2020\nuntil = 2022\nscope = "body"\n', encoding="utf-8")
    (rule,) = load_rules(tmp_path).rules
    assert (rule.id, rule.category, rule.level, rule.scope) == ("test.rule", "字词", Level.SUSPECT, "body")
    assert [year for year in (2019, 2020, 2022, 2023, None) if rule.applies(year)] == [2020, 2022]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('class = "字词"', 'class = "错字"', "class"),
        ('level = "疑似"', 'level = "警告"', "level"),
        ('title = "试"', "", "title"),
        ('title = "试"', "title = 3", "title"),
        ('id = "test.rule"', 'id = "Test"', "id"),
        ('source = "某条"', 'source = "某条"\nsorce = "某条"', "sorce"),
        ('source = "某条"', 'source = "某条"\nscope = "cell"', "scope"),
        ('source = "某条"', 'source = "某条"\nmasks = ["names"]', "masks"),
        ('source = "某条"', 'source = "某条"\nsince = "2020"', "since"),
        ('source = "某条"', 'source = "某条"\nremoves = 1', "removes"),
        ('source = "某条"', 'source = "某条"\ngood = "甲"', "good"),
        ('source = "某条"', 'source = "某条"\nbad = ["甲"]', "bad"),
        ('source = "某条"', 'source = "某条"\nbad = [{ text = "甲", wrong = "乙" }]', "wrong"),
        ('pattern = "甲"', 'pattern = "("', "pattern"),
        ("{right}", "{correct}", "message"),
        ('kind = "pattern"', 'kind = "regex"', "kind"),
        ('kind = "pattern"', 'kind = "pairs"', "pattern"),
    ],
)
def test_what_is_wrong_is_refused_by_name(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in RULE
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, RULE.replace(old, new))
    assert "some.toml" in refused.value.message
    assert refused.value.detail.startswith("some.toml: ")
    assert key in refused.value.detail


def test_an_unknown_function_is_refused(tmp_path: Path) -> None:
    lines = RULE.replace('kind = "pattern"', 'kind = "function"\nfunction = "nothing"').splitlines()
    text = "\n".join(line for line in lines if not line.startswith(("pattern =", "replacements")))
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, text)
    assert "'nothing'" in refused.value.detail


@pytest.mark.parametrize(
    "pairs",
    ['"甲" = "乙"', '"甲乙" = ""', '"甲乙" = "甲乙丙"', '"甲乙" = []', '"甲乙" = 3', ""],
)
def test_a_pair_that_could_not_work_is_refused(tmp_path: Path, pairs: str) -> None:
    lines = RULE.replace('kind = "pattern"', 'kind = "pairs"').splitlines()
    text = "\n".join(line for line in lines if not line.startswith(("pattern =", "replacements")))
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, f"{text}\n[rule.pairs]\n{pairs}\n")
    assert "pairs" in refused.value.detail


def test_doubled_ids_messages_and_pairs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"some\.toml"):
        _load(tmp_path, RULE + RULE)
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, RULE + RULE.replace("test.rule", "test.other"))
    assert "message" in refused.value.detail
    lines = RULE.replace('kind = "pattern"', 'kind = "pairs"').splitlines()
    pairs = "\n".join(line for line in lines if not line.startswith(("pattern =", "replacements")))
    other = pairs.replace("test.rule", "test.other").replace("应为", "宜为")
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, f'{pairs}\n[rule.pairs]\n"甲乙" = "丙"\n{other}\n[rule.pairs]\n"甲乙" = "丁"\n')
    assert "pairs.甲乙" in refused.value.detail


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    for content in (b"[[rule", b"\xff\xfe"):
        (tmp_path / "some.toml").write_bytes(content)
        with pytest.raises(ResourceError, match=r"some\.toml"):
            load_rules(tmp_path)
    with pytest.raises(ResourceError) as refused:
        _load(tmp_path, 'rules = "x"')
    assert "rules" in refused.value.detail
