"""A pattern is confined where a sentence can be searched without the others: in doubt it is not."""

import re

import pytest

from assistant.text.confined import is_confined, sentences


@pytest.mark.parametrize(
    "pattern",
    [
        "开展[一-鿿]{2,4}活动",
        "[^，。；]{2,}工作(?=[，。；]|$)",
        "(?:^|(?<=[，。；：]))通过(?![^，。；]*使)",
        "(?<=。)但",
        "(?<!完成。再)抓",
        "(?P<word>[一-鿿]{2})(?P=word)",
        "提高(?=了?。?)",
    ],
)
def test_what_takes_in_no_full_stop_is_confined(pattern: str) -> None:
    assert is_confined(pattern)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("提高。", "水平提高。"),
        ("提高[^，]*加强", "提高。加强"),
        ("提高.加强", "提高。加强"),
        (r"提高\W加强", "提高。加强"),
        ("提高(?=。加强)", "提高。加强"),
        ("提高(?=[^，]*加强)", "提高。加强"),
        ("提高(?![^，]*加强)", "提高。加强"),
        ("提高(?=[。；]+$)", "提高。"),
        ("(?<=提高。)加强", "提高。加强"),
        ("(?=(?P<mark>。))(?P=mark)", "提高。"),
        ("(?:提高|加强。)落实", "加强。落实"),
    ],
)
def test_what_may_go_beyond_a_full_stop_is_not(pattern: str, text: str) -> None:
    assert re.compile(pattern)
    assert not is_confined(pattern), text


def test_a_wrong_pattern_is_refused() -> None:
    with pytest.raises(re.error):
        is_confined("(提高")


def test_sentences_end_with_their_mark_and_leave_nothing_out() -> None:
    text = "抓学习。强作风。。见实效"
    assert [text[start:end] for start, end in sentences(text)] == ["抓学习。", "强作风。", "。", "见实效"]
    assert sentences("") == []
