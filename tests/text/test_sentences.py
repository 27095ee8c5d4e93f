"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.sentences import first_end, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓学习。强队伍！怎么办？", ["抓学习。", "强队伍！", "怎么办？"]),
        ("他说：“要抓实。”大家都赞成。", ["他说：“要抓实。”", "大家都赞成。"]),
        ("落实“先学一步。再学一步”的要求。好。", ["落实“先学一步。再学一步”的要求。", "好。"]),
        ("任务完成（见表。见图）。随后验收。", ["任务完成（见表。见图）。", "随后验收。"]),
        ("没有句号的一行", ["没有句号的一行"]),
        ("上一行\n下一行", ["上一行", "下一行"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("漏了后引号：“要抓实。然后推进。", ["漏了后引号：“要抓实。", "然后推进。"]),
        ("", []),
        (" \u3000 ", []),
    ],
)
def test_splits_into_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(text)] == expected


@given(st.text(alphabet="学习。！？“”（）《》\n ，1.", max_size=40))
def test_offsets_point_at_the_sentences_and_nothing_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("抓好学习，增强意识。正文。", 9),
        ("落实“一学。二做”要求。正文。", 11),
        ("漏了“后引号。正文。", 6),
        ("没有句号", None),
        ("标题\n正文。", 2),
    ],
)
def test_the_first_full_stop_outside_quotes(text: str, end: int | None) -> None:
    assert first_end(text) == end
