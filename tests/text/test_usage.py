"""Usage prefers what our texts say over what the dictionary says."""

import pytest

from assistant.text.lattice import Lattice
from assistant.text.usage import BEGIN, END, FIGURE, Usage, ends, read_followers
from assistant.text.words import Words

FOLLOWERS = read_followers([["^", "党员6"], ["党员", "干部3", "教育3"], ["干部", "$3"]])


def test_counted_pairs_are_cheaper_than_others() -> None:
    usage = Usage(Words(), FOLLOWERS)
    seen, _ = Lattice(usage, "党员干部").likeliest()
    unseen, _ = Lattice(usage, "干部党员").likeliest()
    assert seen < unseen
    assert usage.seen("党员", "教育")
    assert not usage.seen("教育", "党员")


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("，完成整改，", BEGIN, END),
        ("85%以上", FIGURE, END),
        ("12月30", FIGURE, FIGURE),
        ("【数量】个", FIGURE, END),
        ("【活动】中", BEGIN, END),
    ],
)
def test_a_figure_beside_a_run_is_told_from_a_mark(text: str, before: str, behind: str) -> None:
    start = max(text.rfind("】"), 0) + 1 if "】" in text else len(text) - len(text.lstrip("，0123456789%"))
    end = len(text.rstrip("，0123456789"))
    assert ends(text, start, end) == (before, behind)


def test_a_run_is_cut_into_words_whose_costs_add_up() -> None:
    cost, tokens = Lattice(Usage(Words(), FOLLOWERS), "党员干部").likeliest(whole=False)
    assert [word for word, _ in tokens] == ["党员", "干部"]
    assert sum(each for _, each in tokens) == pytest.approx(cost)


def test_an_added_word_holds_together() -> None:
    word = "党甲乙"
    assert [each for each, _ in Lattice(Usage(Words(), {}), word).likeliest()[1]] != [word]
    assert [each for each, _ in Lattice(Usage(Words(), {}, (word,)), word).likeliest()[1]] == [word]


@pytest.mark.parametrize(
    ("at", "to", "right"), [(0, 1, "民"), (2, 3, ""), (3, 3, "员"), (1, 3, "部干"), (7, 8, "话"), (0, 8, "党员干部")]
)
def test_an_edited_run_is_cut_as_if_it_had_been_written_so(at: int, to: int, right: str) -> None:
    usage, run = Usage(Words(), FOLLOWERS), "党员干部教育党员"
    for whole in (True, False):
        anew = Lattice(usage, run[:at] + right + run[to:]).likeliest(whole=whole)
        assert Lattice(usage, run).edited(at, to, right, whole=whole) == anew
    part = Lattice(usage, "向" + run + "学").part(1, 9, "向")
    assert part.edited(at, to, right) == Lattice(usage, run[:at] + right + run[to:], "向").likeliest()


def test_a_line_without_a_count_is_refused() -> None:
    with pytest.raises(ValueError, match="干部"):
        read_followers([["党员", "干部"]])
