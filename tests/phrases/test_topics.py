"""Topics are heard by their keywords, in the order of the vocabulary."""

from pathlib import Path

import pytest

from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.phrases.topics import load_vocabulary

GOOD = """
[roles]
opening = "开头"

[[topic]]
key = "ideology"
name = "意识形态"
keywords = ["意识形态", "舆情"]

[[topic]]
key = "epidemic"
name = "疫情防控"
keywords = ["疫情"]
since = 2020
until = 2022
"""


def written(folder: Path, text: str) -> Path:
    (folder / "topics.toml").write_text(text, encoding="utf-8")
    return folder


def test_topics_are_heard_once_in_the_order_of_the_vocabulary(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(written(tmp_path, GOOD))
    assert vocabulary.topics_in("疫情中加强舆情研判，守好意识形态阵地") == ("ideology", "epidemic")
    assert vocabulary.topics_in("以上报告，请予评议。") == ()


def test_names_are_chinese_and_unknown_keys_stay(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(written(tmp_path, GOOD))
    assert vocabulary.topic_name("ideology") == "意识形态"
    assert vocabulary.topic_name("nothing") == "nothing"
    assert (vocabulary.role_name("opening"), vocabulary.role_name("closing")) == ("开头", "closing")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (GOOD.replace("since", "from"), "topic[1].from"),
        (GOOD.replace('["疫情"]', "[]"), "topic[1].keywords"),
        (GOOD.replace('"epidemic"', '"ideology"'), "topic[1].key"),
        (GOOD.replace("opening", "intro"), "roles.intro"),
        (GOOD + "\n[extra]\n", "extra"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_vocabulary(written(tmp_path, text))
    assert "topics.toml" in caught.value.detail
    assert named in caught.value.detail


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("我主持“第一议题”学习", "political_building"),
        ("带头到联系支部讲党课", "theory_study"),
        ("抓实“三会一课”", "organization_life"),
        ("组织看警示教育片", "clean_conduct"),
        ("协调解决驻村干部的困难", "rural_revitalization"),
        ("向快递小哥等新就业群体延伸", "two_new_orgs"),
        ("铸牢中华民族共同体意识", "ethnic_unity"),
    ],
)
def test_the_bundled_vocabulary_hears_what_a_sentence_speaks_of(sentence: str, topic: str) -> None:
    assert topic in load_vocabulary(resources() / "phrases").topics_in(sentence)
