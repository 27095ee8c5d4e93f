"""Cutting text into words, and the table of words that is kept between starts."""

from pathlib import Path

from assistant.text.words import CACHE, Words

WORDS = Words()


def _cut(text: str) -> list[str]:
    return [word for word, _ in WORDS.cut(text)]


def test_text_is_cut_at_the_most_probable_boundaries() -> None:
    assert _cut("认真研究解决实际问题") == ["认真", "研究", "解决", "实际", "问题"]
    assert _cut("党组组织学习") == ["党组", "组织", "学习"]


def test_what_is_no_word_is_cut_into_characters() -> None:
    assert _cut("齉𠮷，") == ["齉", "𠮷", "，"]
    assert _cut("") == []


def test_nothing_is_lost() -> None:
    text = "2025年，我局（党组）12次研究“三会一课”。"
    assert "".join(_cut(text)) == text


def test_a_frequent_word_is_more_probable_than_a_rare_one() -> None:
    often, seldom = WORDS.probability("工作"), WORDS.probability("绸缪")
    assert often is not None
    assert seldom is not None
    assert seldom < often < 0
    assert WORDS.probability("作工作工") is None


def test_the_table_is_kept_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = Words(folder).cut("研究解决问题")
    kept = (folder / CACHE).read_bytes()
    assert Words(folder).cut("研究解决问题") == first
    assert (folder / CACHE).read_bytes() == kept
    assert [path.name for path in folder.iterdir()] == [CACHE]


def test_a_damaged_table_is_made_anew(tmp_path: Path) -> None:
    Words(tmp_path).probability("工作")
    whole = (tmp_path / CACHE).read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole + b"x", b"\xff" * 100):
        (tmp_path / CACHE).write_bytes(damaged)
        assert Words(tmp_path).cut("研究问题") == WORDS.cut("研究问题")
        assert (tmp_path / CACHE).read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert Words(tmp_path / "file").cut("研究问题") == WORDS.cut("研究问题")


def test_two_characters_tell_what_words_they_begin() -> None:
    assert {"共产", "共产党"} <= WORDS.beginning("共产").keys()
    assert "形式主义" in WORDS.beginning("形式")
    assert "统一" in WORDS.beginning("统一")  # the last byte of 一 is none that fills up
    assert not WORDS.beginning("党党")
