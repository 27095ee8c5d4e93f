"""Usage prefers what our texts say over what the dictionary says."""

import pytest

from assistant.text.usage import BEGIN, Usage, read_followers
from assistant.text.words import Words

FOLLOWERS = read_followers([["^", "党员6"], ["党员", "干部3", "教育3"], ["干部", "$3"]])


def test_counted_pairs_are_cheaper_than_others() -> None:
    usage = Usage(Words(), FOLLOWERS)
    seen, _ = usage.cut("党员干部")
    unseen, _ = usage.cut("干部党员")
    assert seen < unseen
    assert usage.seen("党员", "教育")
    assert not usage.seen("教育", "党员")


def test_a_run_is_cut_into_words_whose_costs_add_up() -> None:
    cost, tokens = Usage(Words(), FOLLOWERS).cut("党员干部", BEGIN, whole=False)
    assert [word for word, _ in tokens] == ["党员", "干部"]
    assert sum(each for _, each in tokens) == pytest.approx(cost)


def test_an_added_word_holds_together() -> None:
    word = "党甲乙"
    assert [each for each, _ in Usage(Words(), {}).cut(word)[1]] != [word]
    assert [each for each, _ in Usage(Words(), {}, (word,)).cut(word)[1]] == [word]


def test_a_line_without_a_count_is_refused() -> None:
    with pytest.raises(ValueError, match="干部"):
        read_followers([["党员", "干部"]])
