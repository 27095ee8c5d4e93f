"""The loader reads every role file and refuses what it does not know."""

from pathlib import Path

import pytest

from assistant.errors import ResourceError
from assistant.phrases.fields import Field
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.topics import load_vocabulary

TOPICS = '[[topic]]\nkey = "ideology"\nname = "意识形态"\nkeywords = ["意识形态"]\n'
ENTRY = '[[phrase]]\nid = "a"\ntext = "我主持研究意识形态工作【次数】次。"\n'


def library(folder: Path, **files: str) -> Path:
    (folder / "topics.toml").write_text(TOPICS, encoding="utf-8")
    for role, text in files.items():
        (folder / f"{role}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_files_name_is_the_role_and_roles_come_in_report_order(tmp_path: Path) -> None:
    second = '[[phrase]]\nid = "b"\ntext = "以上报告，请予评议。"\nformula = true\n'
    loaded = load_phrases(library(tmp_path, closing=second, main_work=ENTRY))
    assert loaded == (
        Phrase(id="a", text="我主持研究意识形态工作【次数】次。", role="main_work"),
        Phrase(id="b", text="以上报告，请予评议。", role="closing", formula=True),
    )


def test_every_field_is_read(tmp_path: Path) -> None:
    more = (
        'topics = ["ideology"]\nkinds = ["combined"]\nnot_kinds = ["branch-secretary"]\n'
        "since = 2024\nuntil = 2025\nspoken = true\n"
        'tags = ["run-in"]\nnote = "n"\nformula = true\n'
    )
    (phrase,) = load_phrases(library(tmp_path, main_work=ENTRY + more))
    assert (phrase.topics, phrase.kinds, phrase.since, phrase.until) == (("ideology",), ("combined",), 2024, 2025)
    assert phrase.not_kinds == ("branch-secretary",)
    assert (phrase.spoken, phrase.tags, phrase.note, phrase.formula) == (True, ("run-in",), "n", True)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (ENTRY + 'topic = "ideology"\n', "phrase[0].topic: unknown key"),
        (ENTRY + 'topics = ["nothing"]\n', "phrase[0].topics"),
        (ENTRY + 'topics = "ideology"\n', "phrase[0].topics"),
        (ENTRY + 'since = "2024"\n', "phrase[0].since"),
        (ENTRY + "since = 24\n", "phrase[0].since"),
        (ENTRY + "since = 2025\nuntil = 2024\n", "phrase[0].until"),
        (ENTRY + "spoken = 1\n", "phrase[0].spoken"),
        (ENTRY + ENTRY, "phrase[1].id"),
        ('[[phrase]]\nid = "a"\n', "phrase[0].text"),
        ('[[phrase]]\nid = " "\ntext = "文字"\n', "phrase[0].id"),
        ('phrase = "文字"\n', "phrase"),
        ("[[phrase]\n", "main_work.toml"),
    ],
)
def test_a_wrong_file_is_refused_naming_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_phrases(library(tmp_path, main_work=text))
    assert caught.value.detail.startswith("main_work.toml")
    assert named in caught.value.detail
    assert "main_work.toml" in caught.value.message


def test_a_file_named_after_no_role_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="intro"):
        load_phrases(library(tmp_path, intro=ENTRY))


def test_a_folder_without_topics_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="topics"):
        load_phrases(tmp_path)


FIELDS = '[[field]]\nkey = "tax"\nname = "税务"\n'
GROUP = '[[group]]\nid = "main_work.tax"\ntopics = ["ideology"]\n[group.texts]\n'
GROUP += '1 = "我研究【数量】次。"\nb = "我到【地点】。"\n'


def test_a_role_may_have_several_files_the_plain_one_first(tmp_path: Path) -> None:
    parts = {
        "main_work.data": ENTRY.replace('"a"', '"c"'),
        "main_work": ENTRY,
        "main_work.b": ENTRY.replace('"a"', '"b"'),
    }
    loaded = load_phrases(library(tmp_path, **parts))
    assert [(phrase.id, phrase.role) for phrase in loaded] == [(key, "main_work") for key in "abc"]


def test_an_id_is_used_once_over_all_files(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"more\.toml") as caught:
        load_phrases(library(tmp_path, **{"main_work": ENTRY, "main_work.more": ENTRY}))
    assert "a is used twice" in caught.value.detail


def test_a_group_shares_everything_but_the_text_and_the_end_of_the_id(tmp_path: Path) -> None:
    shared = '"main_work.tax"\nkinds = ["combined"]\nsince = 2024\nspoken = true\ntags = ["data"]'
    loaded = load_phrases(library(tmp_path, main_work=GROUP.replace('"main_work.tax"', shared)))
    assert [(phrase.id, phrase.text) for phrase in loaded] == [
        ("main_work.tax.1", "我研究【数量】次。"),
        ("main_work.tax.b", "我到【地点】。"),
    ]
    assert {(p.role, p.topics, p.kinds, p.since, p.spoken, p.tags) for p in loaded} == {
        ("main_work", ("ideology",), ("combined",), 2024, True, ("data",))
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (GROUP.replace("topics", "topic"), "group[0].topic: unknown key"),
        (GROUP + "c = 3\n", "group[0].texts.c"),
        ('[[group]]\nid = "a"\n', "group[0].texts"),
        ('[[group]]\nid = "a"\ntexts = {}\n', "group[0].texts"),
        ('[[group]]\n[group.texts]\n1 = "文字"\n', "group[0].id"),
        ("group = 1\n", "group"),
        (ENTRY + 'fields = ["rocket"]\n', "phrase[0].fields: unknown field rocket"),
    ],
)
def test_a_wrong_group_or_field_is_refused(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load_phrases(library(tmp_path, main_work=text, fields=FIELDS))
    assert named in caught.value.detail


def test_fields_are_read_and_known_by_name(tmp_path: Path) -> None:
    folder = library(tmp_path, main_work=ENTRY + 'fields = ["tax"]\n', fields=FIELDS)
    assert load_phrases(folder)[0].fields == ("tax",)
    assert load_vocabulary(folder).fields == (Field("tax", "税务"),)


@pytest.mark.parametrize("text", [FIELDS + FIELDS, FIELDS + "since = 2024\n", '[[field]]\nkey = "tax"\n'])
def test_a_wrong_list_of_fields_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ResourceError, match=r"fields\.toml"):
        load_phrases(library(tmp_path, fields=text))
