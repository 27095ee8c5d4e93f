"""Clauses: what parts them, words of manner that no verb follows, the ends of points, strictly read tables."""

from pathlib import Path

import pytest

from assistant.checks.clause_words import FILE, ClauseWords
from assistant.checks.clauses import masked
from assistant.checks.ordinals import mixed_ends
from assistant.errors import ResourceError
from assistant.paths import resources

LEXICON = resources() / "lexicon"
lacking = ClauseWords(LEXICON).finder("lacking")


def test_points_end_alike() -> None:
    text = "一是抓学习；二是抓整改，举一反三。三是抓督查；四是抓考核。"
    assert [(text[match.start - 1], match.replacements) for match in mixed_ends(text)] == [("三", ("；",))]
    assert not list(mixed_ends("一是抓学习。每周一次；二是抓整改；三是抓督查。"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("要进一步党员干部的宗旨意识，改进作风。", "进一步"),
        ("支部持续人居环境整治，村容更整洁。", "持续"),
        ("着力一支高素质人才队伍。", "着力"),
        ("切实企业反映强烈的困难。", "切实"),
    ],
)
def test_a_word_of_manner_that_no_verb_follows_is_told(text: str, told: str) -> None:
    assert [text[match.start : match.end] for match in lacking(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "要进一步增强党员干部的宗旨意识。",
        "支部持续整治人居环境。",
        "书记带头、党员跟进，努力方向更加明确。",
        "主动服务企业发展，始终群众第一。",
    ],
)
def test_a_word_of_manner_before_what_is_done_stays(text: str) -> None:
    assert not list(lacking(text))


def test_marks_inside_quotations_part_nothing_outside() -> None:
    assert (
        masked("开展“学先进、当先锋，创一流”活动、评比【次数】次。") == "开展“学先进·当先锋·创一流”活动、评比0000次。"
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[offered]", "[joints]", "joints"),
        ("adverbs = [", "next = [", "lacking.adverbs"),
        ("adverbs = [\n  '", "adverbs = [\n  '(", "lacking.begins"),
        ("adverbs = [\n  '", "adverbs = [\n  '{two}", "lacking.two"),
        ("adverbs = [\n  '", "adverbs = [\n  '{adverbs}", "lacking.adverbs"),
        ("of_clause = ['", "other = ['x']\nof_clause = ['", "lacking.other"),
        ("of_clause = [", "of_clause = ['', ", "lacking.of_clause"),
    ],
)
def test_a_wrong_entry_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = (LEXICON / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        ClauseWords(tmp_path).finder("lacking")
    assert refused.value.detail.startswith(f"{FILE}: {key}: ")
