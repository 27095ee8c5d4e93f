"""Expressions one edit away: every edit is found, and where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.nearby import EditKind, Near, NearbyIndex

INDEX = NearbyIndex(["实事求是", "党风廉政建设", "中国特色社会主义道路", "三会"])


def _near(text: str, index: NearbyIndex = INDEX) -> set[Near]:
    return set(index.near(text))


@pytest.mark.parametrize(
    ("text", "kind", "at", "place"),
    [
        ("要实是求是。", EditKind.WRONG, 2, 1),
        ("要是事求是。", EditKind.WRONG, 1, 0),
        ("要实事求事。", EditKind.WRONG, 4, 3),
        ("要实事事求是。", EditKind.EXTRA, 3, 2),
        ("要实事求求是。", EditKind.EXTRA, 4, 3),
        ("要实求是。", EditKind.MISSING, 2, 1),
        ("要事实求是。", EditKind.SWAPPED, 1, 0),
        ("要实求事是。", EditKind.SWAPPED, 2, 1),
        ("要实事是求。", EditKind.SWAPPED, 3, 2),
    ],
)
def test_every_edit_is_found_where_it_is(text: str, kind: EditKind, at: int, place: int) -> None:
    end = text.index("。")
    assert Near("实事求是", kind, 1, end, at, place) in _near(text)


def test_an_expression_written_rightly_is_exact_and_not_near() -> None:
    assert INDEX.exact("要实事求是，抓党风廉政建设") == [(1, 5), (7, 13)]
    assert not _near("要实事求是，")


def test_a_part_of_an_expression_is_no_missing_character() -> None:
    for text in ("抓党风廉政建", "风廉政建设，"):
        assert EditKind.MISSING not in {near.kind for near in _near(text)}


def test_short_expressions_are_left_out() -> None:
    assert INDEX.expressions == {"实事求是", "党风廉政建设", "中国特色社会主义道路"}


LETTERS = "甲乙丙丁戊己庚辛"


@given(st.data())
def test_whatever_one_edit_does_is_found(data: st.DataObject) -> None:
    text = data.draw(st.text(LETTERS, min_size=4, max_size=12))
    index = NearbyIndex([text])
    kind = data.draw(st.sampled_from(EditKind))
    inner = st.integers(1, len(text) - 2)
    if kind is EditKind.WRONG:
        at = data.draw(st.integers(0, len(text) - 1))
        edited = text[:at] + "错" + text[at + 1 :]
    elif kind is EditKind.EXTRA:
        at = data.draw(st.integers(1, len(text) - 1))
        edited = text[:at] + "错" + text[at:]
    elif kind is EditKind.MISSING:
        at = data.draw(inner)
        edited = text[:at] + text[at + 1 :]
    else:
        at = data.draw(st.integers(0, len(text) - 2))
        edited = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    found = _near(f"，{edited}，", index)
    if edited != text:
        assert any(near.expression == text and near.start == 1 and near.end == 1 + len(edited) for near in found) or (
            text in edited or edited in text
        )
    for near in found:
        assert 0 <= near.start <= near.at <= near.end <= len(edited) + 2
        assert 0 <= near.place <= len(text)


def test_a_half_at_the_end_of_the_text_is_looked_up_once_and_within_it() -> None:
    assert list(NearbyIndex(["尽职尽责"]).near("听党指挥、为党尽责")) == []
