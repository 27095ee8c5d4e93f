import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.characters import TOKEN, clean, is_han


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("一、履职情况", "一、履职情况"),
        ("左\t右", "左\t右"),
        ("上\r\n下\r左\u2028右", "上\n下\n左\n右"),
        ("a\x00b\x08c\x0cd\x1fe\x7ff", "abcdef"),
        ("\x80\x84\x85\x86\x9f\xa0", "\x85\xa0"),
        ("a\ud800b\udfff", "ab"),
        ("a\u2029b", "ab"),
        ("a\ufdd0b\ufdefc", "abc"),
        ("\ufdcf\ufdf0", "\ufdcf\ufdf0"),
        ("a\ufffeb\uffffc\ufffd", "abc\ufffd"),
        (f"a{TOKEN}b", "ab"),
        ("𠮷😀", "𠮷😀"),
    ],
)
def test_clean_keeps_what_a_block_may_hold(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters(codec=None)))
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.text())
def test_clean_text_can_be_encoded(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@pytest.mark.parametrize("character", "一龥㐀〇豈𠮷")
def test_han(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize("character", "a1，。“　かア①")
def test_not_han(character: str) -> None:
    assert not is_han(character)
