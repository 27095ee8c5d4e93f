"""What was sorted once is the same when it comes back from its file; anything else is made anew."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.phrases.completion import Completer
from assistant.phrases.wording import Wording, beginning, from_bytes, key_of, latest, sorted_wording, to_bytes

KEY = bytes(range(32))
REPORT = "\n".join(["镇里的图书角每周三晚上开放，值班员登记借阅情况。"] * 4)
LIBRARY = ("我逐户走访了库区移民，收集意见【数量】条。",)


@pytest.fixture
def wording() -> Wording:
    return sorted_wording([REPORT], LIBRARY, ["库区移民", "移民"])


def test_a_wording_comes_back_from_its_file_as_it_was(wording: Wording) -> None:
    again = from_bytes(to_bytes(wording, KEY), KEY)
    assert again is not None
    for one, other in (
        (wording.past, again.past),
        (wording.library, again.library),
        (wording.expressions, again.expressions),
    ):
        assert (one.text, one.order, one.starts, one.sentences) == (
            other.text,
            other.order,
            other.starts,
            other.sentences,
        )
    assert again.beginnings == wording.beginnings


@pytest.mark.parametrize("context", ["镇里的图书角", "上一句话。我逐户走访了", "库区", "没有学过"])
def test_a_completer_says_the_same_from_the_file_as_from_the_texts(wording: Wording, context: str) -> None:
    again = from_bytes(to_bytes(wording, KEY), KEY)
    fresh = Completer(LIBRARY, ["库区移民", "移民"])
    fresh.learn(REPORT, source="去年.docx")
    assert Completer(wording=again).complete(context) == fresh.complete(context)


def test_nothing_learned_comes_back_too() -> None:
    again = from_bytes(to_bytes(sorted_wording((), (), ()), KEY), KEY)
    assert again is not None
    assert again.beginnings == ()
    assert Completer(wording=again).complete("镇里") == ()


def test_a_file_made_of_other_texts_is_not_taken(wording: Wording) -> None:
    assert from_bytes(to_bytes(wording, KEY), bytes(32)) is None


@settings(deadline=None)  # what it takes on a busy machine says nothing
@given(st.data())
def test_a_damaged_file_is_not_taken(data: st.DataObject) -> None:
    whole = to_bytes(sorted_wording([REPORT], LIBRARY, ["移民"]), KEY)
    if data.draw(st.booleans()):
        broken = whole[: data.draw(st.integers(0, len(whole) - 1))]
    else:
        at = data.draw(st.integers(0, len(whole) - 1))
        broken = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    assert from_bytes(broken, KEY) is None


def test_the_oldest_reports_are_left_out_where_there_is_too_much() -> None:
    assert latest(["甲" * 4, "乙" * 4, "丙" * 4], most=8) == ["乙" * 4, "丙" * 4]
    assert latest(["甲" * 10], most=8) == ["甲" * 10]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("我逐户走访了库区移民，收集意见【数量】条。", "我逐户走访了库区移民，收集意见"),
        ("【单位】开展了活动。", ""),
        ("群众满意。干部也满意。", "群众满意。"),
        ("全年培训3次。", "全年培训"),
    ],
)
def test_a_phrase_is_known_by_its_fixed_beginning(phrase: str, expected: str) -> None:
    assert beginning(phrase) == expected


def test_the_key_changes_with_the_library_and_with_the_reports(tmp_path: Path) -> None:
    for name in ("phrases", "lexicon"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.toml").write_text("x", encoding="utf-8")
    first = key_of(tmp_path, [(1, "2026")])
    assert key_of(tmp_path, [(1, "2026")]) == first
    assert key_of(tmp_path, [(1, "2026"), (2, "2026")]) != first
    os.utime(tmp_path / "phrases" / "a.toml", ns=(1, 1))
    assert key_of(tmp_path, [(1, "2026")]) != first
