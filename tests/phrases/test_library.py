"""The loader reads every role file and refuses what it does not know."""

from pathlib import Path

import pytest

from assistant.errors import ResourceError
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase

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
